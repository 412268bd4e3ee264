// A page that needs nothing: the explorer, the cases, the stage and the quiz of one guide in one file. Its
// data stand in the page, Graphviz in a script of its own, and what is seen in the address.
import { sharedAssumptions } from "../core/assumptions.js";
import { button, menu } from "../elements/buttons.js";
import { make } from "../elements/elements.js";
import { engineOf, hear, localModel } from "../hosts/models.js";
import { Explorer } from "../views/explorer.js";
import { Player } from "../views/player.js";
import { Quiz } from "../views/quiz.js";
import { Stage } from "../views/stage.js";
import { PARTS, read, written } from "./address.js";
import { ClassView } from "./class_view.js";
import { Paper } from "./paper.js";
import { Progress } from "./progress.js";
import { limits, takeData } from "./surroundings.js";

const LABELS = /** @type {Record<string, string>} */ ({
  explore: "Explore",
  cases: "Cases",
  stage: "Stage",
  quiz: "Quiz",
});
const NEVER = new AbortController().signal; // nothing here ends before the page does

class Page {
  /** @param {any} data @param {Promise<any>} engine @param {HTMLElement} root */
  constructor(data, engine, root) {
    this.root = root;
    this.data = data;
    this.guide = data.document;
    this.progress = new Progress(data);
    this.parts = PARTS.filter((part) => part !== "quiz" || data.questions.length).filter(
      (part) => this.guide.cases.length || !["cases", "stage"].includes(part),
    );
    const { shown, unclear, rest } = this.read();
    /** What the address has besides. */
    this.rest = rest;
    const first = shown.case || this.guide.cases[0]?.id;
    const common = { document: this.guide, engine, selected: "", drawing: {} };
    const { answers } = this.progress;
    const last = answers[answers.length - 1];
    const begun = { guess: [], revealed: false, predict: true };
    const scene = { ...common, ...begun, case: first, scene: shown.scene, notes: data.notes };
    /** The models of the parts; each is what a widget's would be in a notebook. @type {Record<string, any>} */
    this.models = {
      explore: localModel({
        ...common,
        view: shown.view,
        codes: shown.codes,
        assumed: shown.assumed,
        other: shown.other,
        selected: shown.card,
        controls: [],
      }),
      cases: localModel({ ...scene }),
      stage: localModel({ ...scene }),
      quiz: localModel({
        ...common,
        level: Object.hasOwn(data.levels, last?.level) ? last.level : "",
        levels: data.levels,
        stock: data.questions,
        questions: [],
        answers,
        address: (/** @type {number[]} */ codes, /** @type {string} */ card) =>
          written(this.guide, { ...shown, show: "explore", view: "path", codes, card }),
      }),
    };
    this.paper = new Paper(this.guide, this.models, data.keys);
    this.class = new ClassView(data);
    /** The parts that have been shown. @type {Record<string, any>} */
    this.views = {};
    this.build();
    this.listen();
    this.turn(shown.show);
    this.say(unclear);
  }

  /** What the address asks for. Which facts are assumed is known here alone: a link states them. */
  read() {
    const asked = read(this.guide, location.hash, this.data.start);
    const before = new Set(history.state?.assumed);
    if (before.size) {
      const places = sharedAssumptions(this.guide, asked.shown.codes);
      asked.shown.assumed = [...places].filter((place) => before.has(place));
    }
    return asked;
  }

  build() {
    const { title, note, code } = this.data;
    const tab = (/** @type {string} */ part) => ({ id: `pp-tab-${part}`, role: "tab", class: "pp-tab" });
    /** @type {HTMLElement[]} */
    this.tabs = this.parts.map((part) => button(LABELS[part], () => this.enter(part), tab(part)));
    this.link = make("input", { class: "pp-link", readonly: "", "aria-label": "Link to what is shown" });
    this.link.hidden = true;
    this.fill = make("p", { class: "pp-page-said", role: "status" });
    /** @type {HTMLElement[]} */
    this.places = this.parts.map((part) =>
      make(
        "section",
        { role: "tabpanel", tabindex: -1, "aria-labelledby": `pp-tab-${part}` },
        make("div", { class: "pnet-paths" }),
      ),
    );
    const qr = code
      ? [make("details", { class: "pp-code" }, make("summary", {}, "QR code"), make("img", code))]
      : [];
    const copy = (/** @type {string} */ where) => button("Copy link", () => this.copy(), { class: where });
    const more = { class: "pp-key", "aria-label": "More", title: "More" };
    const tabs = make("div", { class: "pp-tabs", role: "tablist", "aria-label": "Parts of this page" });
    tabs.append(...this.tabs);
    tabs.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => this.step(event));
    const head = make(
      "header",
      { class: "pp-page-head" },
      make("h1", {}, title),
      tabs,
      copy("pp-key pp-copy"),
      menu(
        "\u22ef",
        more,
        copy("pp-copy-too"),
        this.paper.plain,
        ...this.paper.handouts,
        ...(this.data.questions.length ? [button("Class results", () => this.class.choose())] : []),
        ...qr,
      ),
    );
    const notes = [note, limits()].filter(Boolean);
    const told = notes.map((words) => make("p", { class: "pp-page-note" }, words));
    const { files, root } = this.class;
    const main = make("main", this.link, this.fill, told, files, root, ...this.places);
    this.root.replaceChildren(head, main);
  }

  /** Arrow keys move among the tabs. @param {KeyboardEvent} event */
  step({ key }) {
    const way = key === "ArrowRight" ? 1 : key === "ArrowLeft" ? -1 : 0;
    const { length } = this.tabs;
    const at = this.tabs.indexOf(/** @type {any} */ (document.activeElement));
    if (way) this.tabs[(at + way + length) % length].focus();
  }

  /** To a part of the page, with the keys. @param {string} part */
  enter(part) {
    this.turn(part);
    if (part !== "stage") this.places[this.parts.indexOf(part)].focus({ preventScroll: true });
  }

  listen() {
    const { explore, cases, stage, quiz } = this.models;
    const on = (/** @type {any} */ model, /** @type {string} */ name, /** @type {() => void} */ act) =>
      hear(model, `change:${name}`, act, NEVER);
    for (const name of ["codes", "assumed", "view", "other"]) on(explore, name, () => this.tell());
    for (const model of [cases, stage]) {
      for (const name of ["case", "scene"]) {
        on(model, name, () => {
          this.tell();
          this.see(model);
        });
      }
    }
    on(quiz, "answers", () => this.progress.keep(quiz.get("answers")));
    this.progress.changed = () => quiz.set("answers", this.progress.answers);
    addEventListener("hashchange", () => this.follow());
    const dark = matchMedia("(prefers-color-scheme: dark)");
    const theme = () => light(!dark.matches);
    const light = (/** @type {boolean} */ on) => document.body.setAttribute("data-jp-theme-light", `${on}`);
    dark.addEventListener("change", theme);
    theme();
    addEventListener("beforeprint", () => {
      light(true);
      this.views.explore?.view.onPaper(true);
      this.paper.lay();
    });
    addEventListener("afterprint", () => {
      theme();
      this.views.explore?.view.onPaper(false);
      this.paper.clear();
      this.paper.key = false;
    });
    engineOf(explore).then((layout) => {
      this.paper.layout = layout;
    });
  }

  /** Show a part of the page. @param {string} part */
  turn(part) {
    /** @type {string} */
    this.shown = this.parts.includes(part) ? part : this.parts[0];
    for (const [i, place] of this.places.entries()) {
      place.hidden = this.parts[i] !== this.shown;
      this.tabs[i].setAttribute("aria-selected", `${!place.hidden}`);
      this.tabs[i].tabIndex = place.hidden ? -1 : 0;
    }
    this.paper.turn(this.shown);
    const place = this.places[this.parts.indexOf(this.shown)];
    this.views[this.shown] ??= this.made(/** @type {HTMLElement} */ (place.querySelector(".pnet-paths")));
    if (["cases", "quiz"].includes(this.shown)) place.append(this.progress.root);
    if (["cases", "stage"].includes(this.shown)) this.see(this.models[this.shown]);
    if (this.shown === "stage") this.views.stage.root.focus({ preventScroll: true });
    this.say([]);
    this.tell();
  }

  /** A scene has been seen. @param {any} model */
  see(model) {
    this.progress.see(model.get("case"), model.get("scene"));
  }

  /** A part's view, made when it is first shown. @param {HTMLElement} el */
  made(el) {
    const { guide } = this;
    const model = this.models[this.shown];
    if (this.shown === "explore") {
      const explorer = new Explorer(model, el, guide);
      explorer.beginnings.append(...this.beginnings(explorer));
      explorer.opening = `Describe ${guide.subject} and see which treatments a patient guide names. For students, not medical advice.`;
      explorer.showHead();
      return explorer;
    }
    if (this.shown === "cases") {
      el.classList.add("pp-player");
      return new Player(model, el, guide, document);
    }
    if (this.shown === "quiz") {
      el.classList.add("pp-quiz");
      return new Quiz(model, el, guide, document);
    }
    return new Stage(model, el, guide, document);
  }

  /** Two ways to begin. @param {Explorer} explorer */
  beginnings(explorer) {
    const { subject, cases } = this.guide;
    const ask = () => {
      explorer.view.interaction.close(); // a card may stand where the question does
      explorer.card.focus();
    };
    const describe = button(`Describe ${subject}`, ask, { class: "pp-key" });
    if (!cases.length) return [describe];
    const [{ id, label, scenes }] = cases;
    // A story may begin with a name: "Ana, 58, ...".
    const [, name] = /^(\p{Lu}\p{L}+), \d/u.exec(scenes[0].story) ?? [];
    const follow = () => {
      this.models.cases.set("case", id);
      this.models.cases.set("scene", 1);
      this.enter("cases");
    };
    return [button(`Follow ${name ?? label}`, follow, { class: "pp-key mod-primary" }), describe];
  }

  // -- the address ----------------------------------------------------------------------------

  /** What is shown, as an address. @param {[name: string, value: string][]} [rest] */
  address(rest) {
    const [explore, at] = [this.models.explore, this.models[this.shown === "stage" ? "stage" : "cases"]];
    const shown = {
      show: this.shown,
      codes: explore.get("codes"),
      view: explore.get("view"),
      other: explore.get("other"),
      case: at.get("case"),
      scene: at.get("scene"),
    };
    return written(this.guide, shown, rest);
  }

  /** Have the address say what is shown; Back leads to what was shown before. */
  tell() {
    this.link.hidden = true;
    if (this.telling) return;
    this.telling = true;
    // What changes at once is one step: a case and its scene, two profiles that are swapped.
    queueMicrotask(() => {
      this.telling = false;
      const address = this.address(this.rest);
      const state = { assumed: this.models.explore.get("assumed") };
      // What the address asked for, and what is shown first, is no step away from it.
      const same = this.following || !location.hash || address === location.hash;
      this.following = false;
      try {
        if (same) history.replaceState(state, "", address);
        else history.pushState(state, "", address);
      } catch {
        // A frame that is shut off, or Safari after a hundred steps: the address stays.
      }
    });
  }

  /** The address says something else: Back, Forward, or a link. */
  follow() {
    const { shown, unclear, rest } = this.read();
    this.rest = rest;
    this.following = true;
    const { explore } = this.models;
    if (shown.show === "explore") {
      explore.set("codes", shown.codes);
      explore.set("assumed", shown.assumed);
      if (shown.other.length) explore.set("other", shown.other);
      explore.set("view", shown.view);
      if (shown.card) explore.set("selected", shown.card);
    } else if (shown.case) {
      const { [shown.show]: view } = this.views;
      const model = this.models[shown.show];
      for (const name of ["case", "scene"]) if (!view) model.set(name, shown[name]);
      view?.goTo(shown.case, shown.scene);
    }
    this.turn(shown.show);
    this.say(unclear);
  }

  /** @param {string[]} unclear */
  say(unclear) {
    this.fill.textContent = unclear.length ? `In the address ${unclear.join(" ")} The rest is shown.` : "";
  }

  async copy() {
    if (limits() && !this.data.address) {
      this.fill.textContent = limits();
      return;
    }
    const base = this.data.address || location.href.replace(/#.*/, "");
    this.link.value = `${base}${this.address()}`;
    this.link.hidden = false;
    let copied = true;
    try {
      await navigator.clipboard.writeText(this.link.value);
    } catch {
      copied = false;
      this.link.select();
    }
    const here = base.startsWith("file:") ? " It leads to this file on this computer only." : "";
    this.fill.textContent = `${copied ? "The link is copied." : "Copy the link from the field above."}${here}`;
  }
}

const loaded = new Promise((resolve) => {
  /** @type {any} */ (globalThis)[Symbol.for("pnet-paths engine")] = resolve;
  // By then it has run, if this browser can.
  addEventListener("load", () => resolve(null));
});
const at = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
try {
  new Page(takeData(at("data")), loaded, at("page"));
  // By an animation, which no copy that a browser saves has in it: a copy whose script does not run says so again.
  const hidden = { position: ["absolute", "absolute"], visibility: ["hidden", "hidden"] };
  at("needs").animate(hidden, { duration: 1, fill: "forwards" });
} catch (error) {
  at("page").replaceChildren();
  throw error;
}
