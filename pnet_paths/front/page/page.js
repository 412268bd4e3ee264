// A page that needs nothing else: the parts of a guide in one file. Its data are in the page, Graphviz in a script of
// its own, and the state in the address.
import { sharedAssumptions } from "../core/assumptions.js";
import { button, menu } from "../elements/buttons.js";
import { make } from "../elements/elements.js";
import { loadLayout, localModel, onEvent } from "../hosts/models.js";
import { viewsWith } from "../views/explorer_views.js";
import { formatAddress, guideAt, parseAddress } from "./address.js";
import { ClassView } from "./class_view.js";
import { guideList } from "./guide_list.js";
import { LinkField } from "./link_field.js";
import { Paper } from "./paper.js";
import { PARTS } from "./parts.js";
import { Progress } from "./progress.js";
import { frameNotice, takeData, unpack } from "./surroundings.js";

const NEVER = new AbortController().signal; // nothing here ends before the page does

/** @typedef {import("../hosts/models.js").Model} Model */
/** @typedef {import("../core/guide").GuidePart} GuidePart */
/** @typedef {import("../core/guide").PageData} PageData */
/** @typedef {PageData & {at: number, parts: GuidePart[]}} Data of the guide that is shown, and of all guides with its place among them */

export class Page {
  /** @param {Data} data @param {Promise<import("../drawing/graphviz.js").Packed>} engine @param {HTMLElement} root */
  constructor(data, engine, root) {
    this.root = root;
    this.data = data;
    this.guide = data.document;
    this.progress = new Progress(data);
    this.parts = PARTS.filter((part) => part.isThere(data));
    const { shown, unclear, rest } = this.readAddress();
    /** Parameters of the address that are not understood: they stay in it. */
    this.rest = rest;
    const common = { document: this.guide, engine, selected: "", drawing: {} };
    /** The models of the parts, as widgets have them in a notebook. @type {Record<string, Model>} */
    this.models = Object.fromEntries(
      PARTS.map((part) => [part.id, localModel({ ...common, ...part.values(this, shown) })]),
    );
    this.paper = new Paper(this.guide, this.models, data.keys);
    this.class = new ClassView(data);
    /** The part that is shown. */
    this.shown = this.parts[0];
    /** The parts that have been shown. @type {import("./parts.js").Views} */
    this.views = {};
    this.build();
    this.listen();
    this.showPart(shown.show);
    this.showUnclear(unclear);
    this.message.textContent ||= history.state?.said ?? "";
  }

  /** The address of a profile in the explorer, with a card that is open. @param {number[]} codes @param {string} card */
  linkTo = (codes, card) => formatAddress(this.guide, { show: "explore", codes, card }, [], this.guideName);

  /** What an address calls the guide, where it is not the page's first. @returns {string} */
  get guideName() {
    return this.data.at ? this.data.name : "";
  }

  /** What the address asks for. Assumed facts are in the history alone: in a link they are facts. */
  readAddress() {
    const names = this.data.parts.map(({ name }) => name);
    const views = viewsWith(this.data.sources).map(({ id }) => id);
    const asked = parseAddress(this.guide, location.hash, this.data.start, names, views);
    const before = new Set(history.state?.assumed);
    if (before.size) {
      const places = sharedAssumptions(this.guide, asked.shown.codes);
      asked.shown.assumed = [...places].filter((place) => before.has(place));
    }
    return asked;
  }

  build() {
    const { title, note, code } = this.data;
    const tab = (/** @type {string} */ id) => ({ id: `pp-tab-${id}`, role: "tab", class: "pp-tab" });
    /** @type {HTMLElement[]} */
    this.tabs = this.parts.map(({ id, label }) => button(label, () => this.enter(id), tab(id)));
    /** @type {LinkField} */
    this.link = new LinkField(this.data.address, () => this.address());
    /** @type {HTMLElement} */
    this.message = make("p", { class: "pp-page-said", role: "status" });
    /** @type {HTMLElement[]} */
    this.panels = this.parts.map(({ id }) =>
      make(
        "section",
        { role: "tabpanel", tabindex: -1, "aria-labelledby": `pp-tab-${id}` },
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
    tabs.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => this.moveFocus(event));
    const head = make(
      "header",
      { class: "pp-page-head" },
      make("h1", {}, title),
      ...guideList(this),
      tabs,
      copy("pp-key pp-copy"),
      menu(
        "\u22ef",
        more,
        copy("pp-copy-too"),
        this.paper.printButton,
        ...this.paper.handoutButtons,
        ...(this.data.questions.length ? [button("Class results", () => this.class.choose())] : []),
        ...qr,
      ),
    );
    const notes = [note, frameNotice()].filter(Boolean);
    const noteElements = notes.map((words) => make("p", { class: "pp-page-note" }, words));
    const { files, root } = this.class;
    const main = make("main", this.link.root, this.message, noteElements, files, root, ...this.panels);
    this.root.replaceChildren(head, main);
  }

  /** Move the focus among the tabs by arrow keys. @param {KeyboardEvent} event */
  moveFocus({ key }) {
    const way = key === "ArrowRight" ? 1 : key === "ArrowLeft" ? -1 : 0;
    const { length } = this.tabs;
    const at = this.tabs.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    if (way) this.tabs[(at + way + length) % length].focus();
  }

  /** Show a part of the page and focus it, unless the part has moved the focus itself. @param {string} id */
  enter(id) {
    const panel = this.showPart(id);
    if (!panel.contains(document.activeElement)) panel.focus({ preventScroll: true });
  }

  listen() {
    const { cases, explore, quiz, stage } = this.models;
    const on = (/** @type {Model} */ model, /** @type {string} */ name, /** @type {() => void} */ act) =>
      onEvent(model, `change:${name}`, act, NEVER);
    for (const { id, inAddress } of this.parts) {
      for (const name of inAddress) on(this.models[id], name, () => this.updateAddress());
    }
    on(explore, "assumed", () => this.updateAddress());
    for (const model of [cases, stage]) {
      for (const name of ["case", "scene"]) {
        on(model, name, () => this.progress.addScene(model.get("case"), model.get("scene")));
      }
    }
    on(quiz, "answers", () => this.progress.keep(quiz.get("answers")));
    this.progress.onChange = () => quiz.set("answers", this.progress.answers);
    addEventListener("hashchange", () => {
      // Another guide is another page: all that is seen follows from it.
      if (guideAt(this.data.parts, location.hash) !== this.data.at) location.reload();
      else this.followAddress();
    });
    const dark = matchMedia("(prefers-color-scheme: dark)");
    const theme = () => light(!dark.matches);
    const light = (/** @type {boolean} */ on) => document.body.setAttribute("data-jp-theme-light", `${on}`);
    dark.addEventListener("change", theme);
    theme();
    addEventListener("beforeprint", () => {
      light(true);
      this.views.explore?.view.onPaper(true);
      this.paper.showHandout();
    });
    addEventListener("afterprint", () => {
      theme();
      this.views.explore?.view.onPaper(false);
      this.paper.removeHandout();
      this.paper.key = false;
    });
    loadLayout(explore).then((layout) => {
      this.paper.layout = layout;
    });
  }

  /** Show a part of the page, the first where there is none of this id; its place. @param {string} id @returns {HTMLElement} */
  showPart(id) {
    this.shown = this.parts.find((part) => part.id === id) ?? this.parts[0];
    for (const [i, panel] of this.panels.entries()) {
      panel.hidden = this.parts[i] !== this.shown;
      this.tabs[i].setAttribute("aria-selected", `${!panel.hidden}`);
      this.tabs[i].tabIndex = panel.hidden ? -1 : 0;
    }
    this.paper.setPart(this.shown);
    const panel = this.panels[this.parts.indexOf(this.shown)];
    const el = /** @type {HTMLElement} */ (panel.querySelector(".pnet-paths"));
    const shown = this.shown.id;
    if (!this.views[shown]) {
      Object.assign(this.views, { [shown]: this.shown.open(this, this.models[shown], el) });
    }
    this.shown.show(this, panel);
    this.showUnclear([]);
    this.updateAddress();
    return panel;
  }

  // -- the address ----------------------------------------------------------------------------

  /** The address of what is shown. @param {[name: string, value: string][]} [rest] */
  address(rest) {
    const { id, inAddress } = this.shown;
    const values = inAddress.map((name) => [name, this.models[id].get(name)]);
    const shown = { show: id, ...Object.fromEntries(values) };
    return formatAddress(this.guide, shown, rest, this.guideName);
  }

  /** Set the address to what is shown; Back leads to what was shown before. */
  updateAddress() {
    this.link.hide();
    if (this.isAddressPending) return;
    this.isAddressPending = true;
    // Changes at the same time are one step: a case and its scene, two profiles that are swapped.
    queueMicrotask(() => {
      this.isAddressPending = false;
      const address = this.address(this.rest);
      const state = { assumed: this.models.explore.get("assumed") };
      // What the address asked for, and what is shown first, is not a new step.
      const same = this.isFollowing || !location.hash || address === location.hash;
      this.isFollowing = false;
      try {
        if (same) history.replaceState(state, "", address);
        else history.pushState(state, "", address);
      } catch {
        // A restricted frame, or Safari after a hundred steps: the address stays as it is.
      }
    });
  }

  /** Show what a changed address asks for: Back, Forward, or a link. */
  followAddress() {
    const { shown, unclear, rest } = this.readAddress();
    this.rest = rest;
    this.isFollowing = true;
    this.parts.find(({ id }) => id === shown.show)?.goTo(this, shown);
    this.showPart(shown.show);
    this.showUnclear(unclear);
  }

  /** @param {string[]} unclear */
  showUnclear(unclear) {
    this.message.textContent = unclear.length ? `In the address ${unclear.join(" ")} The rest is shown.` : "";
  }

  async copy() {
    this.message.textContent = await this.link.copy();
  }
}

/** The data of the guide that the address asks for, and of all guides. @param {PageData} data @param {GuidePart[]} others @returns {Data} */
function dataOfGuide(data, others) {
  const parts = [data, ...others];
  const at = guideAt(parts, location.hash);
  const { sources } = data;
  return { ...data, ...parts[at], at, parts, sources: others.length ? sources : null };
}

/** Open the page. @param {HTMLElement} root @param {HTMLElement} script holds the data */
async function openPage(root, script) {
  const data = takeData(script);
  /** @type {[Promise<GuidePart[]>, Promise<import("../core/guide").Evidence[]>]} */
  const packed = [unpack(data.others), unpack(data.evidence)];
  const [others, [evidence]] = await Promise.all(packed);
  if (evidence) data.document.evidence = evidence;
  new Page(dataOfGuide(data, others), engine, root);
}

/** @type {Promise<import("../drawing/graphviz.js").Packed>} */
const engine = new Promise((resolve) => {
  Object.assign(globalThis, { [Symbol.for("pnet-paths engine")]: resolve });
  // By then the engine has run, if this browser can run it.
  addEventListener("load", () => resolve(null));
});
const byId = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
try {
  await openPage(byId("page"), byId("data"));
  // An animation hides the notice: a copy that a browser saves has it again, in case its script does not run.
  const hidden = { position: ["absolute", "absolute"], visibility: ["hidden", "hidden"] };
  byId("needs").animate(hidden, { duration: 1, fill: "forwards" });
} catch (error) {
  byId("page").replaceChildren();
  throw error;
}
