// The explorer: the questions of a guide, the drawing that follows the answers, and the same in words. It
// knows its host only by a model's get, set, on, off and save_changes, so it runs in a notebook and in a
// page alike. All that is seen follows from the guide's document and the facts.

import { assumable, NOTHING_ASSUMED, reconcile, stated, untouched } from "../core/assumptions.js";
import { UNKNOWN } from "../core/decision_diagrams.js";
import { listOf } from "../core/factor_list.js";
import { Pathway } from "../core/pathway.js";
import { capital } from "../core/sentences.js";
import { Choices, pageFields, widgetFields } from "../hosts/dropdowns.js";
import { hear, listens, shared } from "../hosts/models.js";
import { comeIntoSight } from "../hosts/notebook_cell.js";
import { answerLine } from "./answer_line.js";
import { Comparison } from "./comparison.js";
import { Controls } from "./controls.js";
import { DrawingView } from "./drawing_view.js";
import { button, make, openHelp, whenSized } from "./elements.js";
import { factChips } from "./fact_chips.js";
import { Landscape } from "./landscape.js";
import { words } from "./pathway_table.js";
import { QuestionCard } from "./question_card.js";

/** @typedef {import("../core/assumptions.js").Assumed} Assumed */
/** @typedef {import("../hosts/dropdowns.js").Origin} Origin */

export const VIEWS = [
  ["path", "This pathway", "What the guide offers for this profile"],
  ["map", "Everything", "All that the guide has"],
  ["compare", "Compare", "What would be with another fact"],
  ["landscape", "Landscape", "What one fact changes"],
];

const [PHONE, WIDE, TWO] = [600, 1200, 1840]; // pixels; from the last on two drawings fit
const EXAMPLES = 2; // that are offered in words

/** @param {{model: any, el: HTMLElement}} host */
async function render({ model, el }) {
  const guide = await shared(model, "document");
  const explorer = new Explorer(model, el, guide, await widgetFields(model));
  comeIntoSight(el);
  return () => explorer.remove();
}

export class Explorer {
  /**
   * @param {any} model holds `view`, `selected`, `codes`, which are `assumed`, `other` and the first `drawing`
   * @param {HTMLElement} el
   * @param {any} guide
   * @param {import("../hosts/dropdowns.js").Field[]} [fields] the lists of the host's widgets, if it has some
   */
  constructor(model, el, guide, fields = []) {
    this.model = model;
    this.el = el;
    this.guide = guide;
    this.ends = new AbortController();
    const own = fields.length ? fields : pageFields(guide, model.get("codes"));
    const lists = own.map(({ list }) => list);
    /** The lists that are widgets. @type {any[]} */
    this.widgets = fields.length ? lists : [];
    const ask = (/** @type {[number[], Origin, Assumed?]} */ ...choice) => this.ask(...choice);
    this.choices = new Choices(lists, ask, this.ends.signal);
    this.pathway = new Pathway(guide, this.choices.codes);
    if (!this.pathway.occurs) this.pathway = new Pathway(guide, model.get("codes"));
    this.assumed = this.toldAssumed;
    this.controls = new Controls(guide, own);
    const answer = (/** @type {number} */ place, /** @type {number} */ code) => this.answer(place, code);
    this.card = new QuestionCard(answer);
    /** Made when it is first wanted. @type {Landscape | undefined} */
    this.landscape = undefined;
    this.build();
    const rested = () => this.controls.stepBack(this.pathway);
    this.view = new DrawingView(model, this.place, guide, this.pathway.codes, { rested, answer });
    this.bar.append(this.view.top);
    whenSized(el, () => this.sized(), this.ends.signal);
    this.unfold(false); // and find out how much room there is
    const on = (/** @type {string} */ event, /** @type {() => void} */ act) =>
      hear(model, event, act, this.ends.signal);
    on("change:view", () => this.turn());
    on("change:assumed", () => this.ask(this.pathway.codes, "host", this.toldAssumed));
    for (const list of this.widgets) hear(list, "comm_live_update", () => this.wait(), this.ends.signal);
    on("change:other", () => {
      const other = model.get("other");
      if (this.compared && `${other}` !== `${this.compared.pathway.codes}`) this.compared.take(other);
    });
    if (!fields.length) {
      on("change:codes", () => {
        const codes = model.get("codes");
        const { pathway, assumed } = this;
        if (`${codes}` === `${pathway.codes}`) return;
        this.choices.take(codes, untouched(assumed, pathway.codes, codes));
      });
    }
    this.follow();
    this.turn();
  }

  /** The facts that are assumed, as the host says. @returns {Assumed} */
  get toldAssumed() {
    return new Set(this.model.get("assumed"));
  }

  remove() {
    clearTimeout(this.later);
    this.compared?.remove();
    this.view.remove();
    this.ends.abort();
  }

  /** Whether more is known than what is assumed. */
  get isStated() {
    return stated(this.pathway.codes, this.assumed).some((code) => code !== UNKNOWN);
  }

  build() {
    const { guide } = this;
    this.sentence = make("h2", { class: "pp-sentence" });
    this.chips = make("ul", { class: "pp-chips", "aria-label": "Known facts" });
    this.answerLine = make("p", { class: "pp-answer-line" });
    /** What stands above the drawing before anything is stated; a page says its own. */
    this.opening = `What is known about ${guide.subject}?`;
    this.beginnings = make("span", { class: "pp-beginnings" });
    this.presets = make(
      "select",
      { "aria-label": "Start from an example", class: "pp-presets" },
      make("option"),
      ...guide.presets.map((/** @type {any} */ { label }) => make("option", {}, label)),
    );
    this.presets.addEventListener("change", () => {
      const preset = guide.presets[this.presets.selectedIndex - 1];
      if (preset) this.choices.take(preset.codes);
    });
    const examples = guide.presets
      .slice(0, EXAMPLES)
      .map((/** @type {any} */ { label, codes }) =>
        button(label, () => this.choices.take(codes), { class: "pp-name" }),
      );
    this.hint = make("p", { class: "pp-hint" }, "Examples: ", ...examples);
    const first = assumable(guide, guide.assumed);
    this.reset = button("Reset", () => this.choices.take(guide.assumed, first), {
      class: "pp-quiet-key",
      title: `Take back all facts${first.size ? " but those that are assumed at first" : ""}`,
    });
    /** @type {HTMLElement[]} */
    this.views = VIEWS.map(([view, label, title]) =>
      button(label, () => this.told("view", view), { class: "pp-segment", title }),
    );
    const enter = () => this.view.interaction.enter();
    const skip = button("Skip to the drawing", enter, { class: "pp-skip" });
    const fold = () => this.unfold(!this.root.classList.contains("pp-unfolded"));
    this.fold = button("", fold, { class: "pp-key" });
    const next = () => {
      this.unfold(false);
      this.card.root.scrollIntoView({ block: "center" });
      this.card.focus();
    };
    this.next = button("", next, { class: "pp-key mod-primary pp-next-key" });
    this.waits = make("p", { class: "pp-waits", role: "status" });
    this.place = make("div", { class: "pp-side-a" });
    this.heat = make("div", { class: "pp-land" });
    this.summary = make("div", { class: "pp-summary" });
    this.bar = make(
      "div",
      { class: "pp-view-bar" },
      make("div", { class: "pp-views", role: "group", "aria-label": "View" }, ...this.views),
    );
    const folds = make("div", { class: "pp-folds" }, this.next, this.fold);
    this.panel = make("div", { class: "pp-panel" }, skip, this.card.root, folds, this.controls.root);
    const facts = make("div", { class: "pp-known" }, this.chips, this.reset, this.hint, this.presets);
    const head = make(
      "div",
      { class: "pp-head" },
      make("div", { class: "pp-lead" }, this.sentence, this.beginnings),
      facts,
      this.answerLine,
    );
    this.main = make("div", { class: "pp-main" }, this.place, this.heat, this.summary);
    const body = make("div", { class: "pp-body" }, this.panel, this.bar, head, this.main);
    this.root = make("div", { class: "pp-explorer" }, this.waits, body);
    this.el.replaceChildren(this.root);
    this.panel.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
      if (event.key !== "Escape" || !this.root.classList.contains("pp-unfolded")) return;
      if (openHelp(this.panel)) return;
      this.unfold(false);
      this.fold.focus();
    });
  }

  /** Set a fact as by a reader's hand, or take it back where it is known already. @param {number} place @param {number} code */
  answer(place, code) {
    this.choices.answer(place, this.pathway.codes[place] === code ? UNKNOWN : code);
  }

  /** The facts stand beside the drawing where there is room, and come from below on a phone. */
  sized() {
    const width = this.el.clientWidth;
    const { classList } = this.root;
    classList.toggle("pp-phone", width < PHONE);
    classList.toggle("pp-wide", width >= WIDE);
    classList.toggle("pp-two", width >= TWO);
    // Where there is no room beside the drawing its card takes the place of the question.
    const besides = width >= TWO && !classList.contains("pp-comparing");
    const docks = width >= WIDE && !besides && !document.fullscreenElement;
    const { aside, side } = this.view;
    const home = docks ? this.panel : side;
    if (aside.parentNode !== home) home[docks ? "prepend" : "append"](aside);
  }

  /** Where there is little room the lists are out of sight until they are wanted. @param {boolean} wanted */
  unfold(wanted) {
    const { classList } = this.root;
    classList.toggle("pp-unfolded", wanted);
    this.fold.setAttribute("aria-expanded", `${wanted}`);
    this.fold.textContent = wanted ? "Close the facts" : "All facts";
    this.sized();
    if (!wanted) return;
    this.controls.open(true);
    // Over a phone's sheet the drawing is seen, and what changes in it.
    if (classList.contains("pp-phone")) this.view.root.scrollIntoView({ block: "start" });
  }

  /** Have the host know what was chosen here. @param {string} name @param {any} value */
  told(name, value) {
    this.model.set(name, value);
    this.model.save_changes();
  }

  /**
   * Other facts are known: all that is seen follows. Where a reader chose one, assumed facts give way to it,
   * and what cannot occur is refused.
   * @param {number[]} codes
   * @param {Origin} origin
   * @param {Assumed} assumed
   */
  ask(codes, origin, assumed = untouched(this.assumed, this.pathway.codes, codes)) {
    const facts = origin === "hand" ? reconcile(this.guide, codes, assumed) : codes;
    const isNew = `${facts}` !== `${this.pathway.codes}`;
    if (!isNew && `${[...assumed]}` === `${[...this.assumed]}`) return;
    const pathway = isNew ? new Pathway(this.guide, facts) : this.pathway;
    if (!pathway.occurs) {
      if (origin === "hand") this.refuse(codes);
      return;
    }
    this.pathway = pathway;
    this.assumed = untouched(assumed, codes, facts);
    if (isNew) this.view.show(pathway);
    if (`${facts}` !== `${codes}`) this.choices.show(facts);
    clearTimeout(this.later);
    this.later = setTimeout(() => this.follow(), 0);
    // Lists of widgets tell Python of a choice themselves.
    if (origin === "page" || !this.widgets.length) {
      this.model.set("assumed", [...this.assumed]);
      this.told("codes", facts);
    }
  }

  /** Say why a choice cannot occur; the lists show again what is known. @param {number[]} codes */
  refuse(codes) {
    this.controls.show(this.pathway, this.assumed);
    const place = codes.findIndex((code, i) => code !== this.pathway.codes[i]);
    const { note } = listOf(this.pathway, place, this.assumed);
    this.waits.textContent = `${this.guide.factors[place].question} ${note}`;
    // One of Jupyter shows what the reader chose until it hears of a change afterwards.
    const list = this.widgets[place];
    setTimeout(() => list?.trigger("change", list, {}), 0);
  }

  /** What may come a moment after the drawing: lists and words. */
  follow() {
    const { pathway } = this;
    this.controls.show(pathway, this.assumed);
    const example = this.guide.presets.findIndex(
      (/** @type {any} */ { codes }) => `${codes}` === `${pathway.codes}`,
    );
    this.presets.selectedIndex = example + 1;
    this.showHead();
    this.card.show(pathway, this.assumed);
    const { question } = this.card;
    this.next.hidden = !question;
    this.next.textContent = `Next: ${question}`;
    this.compared?.show();
    this.overlook();
    this.inWords();
    this.wait();
  }

  /** What is known, and what follows from it in a line. */
  showHead() {
    const { pathway, isStated } = this;
    const at = [...this.chips.children].findIndex((chip) => chip.contains(document.activeElement));
    const facts = new Map([...pathway.known].filter(([place]) => !this.assumed.has(place)));
    this.sentence.textContent = isStated ? `${capital(pathway.clause(facts))}.` : this.opening;
    this.hint.hidden = isStated || !this.guide.presets.length;
    this.root.classList.toggle("pp-begins", !isStated);
    this.presets.hidden = !this.guide.presets.length;
    this.presets.options[0].textContent = isStated ? "Examples" : "More";
    this.chips.replaceChildren(
      ...factChips(pathway, this.assumed, (place, code) => this.answer(place, code)),
    );
    this.reset.hidden = `${pathway.codes}` === `${this.guide.assumed}`;
    const choose = (/** @type {string} */ id) => this.view.interaction.choose(id);
    this.answerLine.replaceChildren(...(isStated ? answerLine(pathway, choose) : []));
    if (at >= 0) (this.chips.querySelectorAll("button")[at] ?? this.reset).focus();
    if (isStated !== this.wasStated)
      this.controls.open(isStated || this.root.classList.contains("pp-unfolded"));
    this.wasStated = isStated;
  }

  /** Where Python does not listen any more: what waits for it, and how to bring it back. */
  wait() {
    const said = this.widgets.every(listens) ? "" : this.pathway.said("kernel_gone");
    if (this.waits.textContent !== said) this.waits.textContent = said;
  }

  inWords() {
    const alone = ["path", "map"].includes(this.model.get("view"));
    this.summary.replaceChildren(...(alone ? words(this.pathway) : []));
  }

  /** Show what belongs to a view. */
  turn() {
    const view = this.model.get("view");
    for (const [i, button] of this.views.entries()) {
      button.setAttribute("aria-pressed", `${VIEWS[i][0] === view}`);
    }
    if (this.root.classList.contains("pp-phone")) this.unfold(false);
    const comparing = view === "compare";
    this.reset.textContent = comparing ? "Reset A" : "Reset";
    this.root.classList.toggle("pp-comparing", comparing);
    this.root.classList.toggle("pp-turning", view === "landscape");
    this.sized();
    this.place.hidden = view === "landscape";
    this.heat.replaceChildren();
    this.overlook();
    if (comparing && !this.compared) this.compare();
    if (!comparing) {
      this.compared?.remove();
      this.compared = null;
    }
    this.inWords();
  }

  /** The landscape, where it is shown, with the profile at hand. */
  overlook() {
    if (this.model.get("view") !== "landscape") return;
    this.landscape ??= new Landscape((codes) =>
      this.choices.take(codes, untouched(this.assumed, this.pathway.codes, codes)),
    );
    this.landscape.show(this.pathway, this.assumed);
    if (!this.landscape.root.isConnected) this.heat.replaceChildren(this.landscape.root);
  }

  compare() {
    const other = this.model.get("other");
    const codes = other.length ? other : this.pathway.codes;
    this.compared = new Comparison(this, codes, other.length ? NOTHING_ASSUMED : this.assumed);
    this.main.prepend(this.compared.root);
    this.place.after(this.compared.side, this.compared.words);
    if (!other.length) this.told("other", codes);
  }
}

export default { render };
