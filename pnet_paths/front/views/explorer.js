// The explorer: the questions of a guide, the drawing that follows the answers, and the same in words. It
// knows its host only by a model's get, set, on, off and save_changes, so it runs in a notebook and in a
// page alike. All that is seen follows from the guide's document and the facts.

import { NOTHING_ASSUMED, reconcile, statedFacts, unchangedAssumptions } from "../core/assumptions.js";
import { UNKNOWN, withCode } from "../core/decision_diagrams.js";
import { listOf } from "../core/factor_list.js";
import { Pathway } from "../core/pathway.js";
import { button } from "../elements/buttons.js";
import { make } from "../elements/elements.js";
import { whenSized } from "../elements/events.js";
import { openHelp } from "../elements/help.js";
import { dropdownWidgets, pageLists, widgetLists } from "../hosts/dropdowns.js";
import { documentModel, isConnected, onEvent, sharedValue } from "../hosts/models.js";
import { scrollToResult } from "../hosts/notebook_cell.js";
import { Controls } from "./controls.js";
import { DrawingView } from "./drawing_view.js";
import { viewsWith } from "./explorer_views.js";
import { KnownFacts } from "./known_facts.js";
import { QuestionCard } from "./question_card.js";

/** @typedef {import("../core/assumptions.js").Assumed} Assumed */

const [PHONE, WIDE, TWO] = [600, 1200, 1840]; // pixels; from the last on two drawings fit

/** @param {import("../hosts/models.js").Cell} cell */
async function render({ model, el }) {
  const explorer = new Explorer(
    model,
    el,
    await sharedValue(model, "document"),
    await documentModel(model),
    await dropdownWidgets(model),
  );
  scrollToResult(el);
  return () => explorer.remove();
}

export class Explorer {
  /**
   * @param {import("../hosts/models.js").Model} model holds `view`, `selected`, `codes`, which are `assumed`, `other` and the first `drawing`
   * @param {HTMLElement} el
   * @param {import("../core/guide").Guide} guide
   * @param {import("../hosts/models.js").JupyterModel | null} host the model by which Python hears, if there is one
   * @param {import("../hosts/dropdowns.js").Widget[]} widgets the host's lists of the facts, if it has some
   */
  constructor(model, el, guide, host = null, widgets = []) {
    this.model = model;
    this.el = el;
    this.guide = guide;
    this.host = host;
    this.ends = new AbortController();
    this.pathway = new Pathway(guide, model.get("codes"));
    this.assumed = this.toldAssumed;
    const choose = (/** @type {number} */ place, /** @type {number} */ code) => this.choose(place, code);
    const lists = widgets.length ? widgetLists(widgets, choose, this.ends.signal) : pageLists(guide, choose);
    this.controls = new Controls(guide, lists);
    const answer = (/** @type {number} */ place, /** @type {number} */ code) => this.answer(place, code);
    this.card = new QuestionCard(answer);
    this.head = new KnownFacts(this);
    this.beginnings = this.head.beginnings;
    /** What stands above the drawing before anything is stated; a page says its own. */
    this.opening = `What is known about ${guide.subject}?`;
    /** @type {import("./explorer_views.js").View | undefined} */
    this.shown = undefined;
    /** Profile B, while it is shown. @type {import("./comparison.js").Comparison | null} */
    this.compared = null;
    /** Made when it is first wanted. @type {import("./landscape.js").Landscape | null} */
    this.landscape = null;
    /** Likewise. @type {import("./sources_view.js").SourcesView | null} */
    this.sources = null;
    /** Whether more was known than what is assumed when the head was shown last. @type {boolean | undefined} */
    this.wasStated = undefined;
    this.build();
    const file = () => {
      const { id, file: own } = this.shown ?? {};
      return own && id ? { kind: id, svg: own(this) } : null;
    };
    const rested = () => this.controls.stepBack(this.pathway);
    this.view = new DrawingView(model, this.place, guide, this.pathway.codes, { rested, answer, file });
    this.bar.append(this.view.top);
    this.unfold(false);
    this.listen();
    this.follow();
    this.turn();
  }

  listen() {
    const { el, host, model } = this;
    const { signal } = this.ends;
    const on = (/** @type {string} */ name, /** @type {() => void} */ act) =>
      onEvent(model, `change:${name}`, act, signal);
    on("view", () => this.turn());
    on("codes", () => {
      const codes = model.get("codes");
      this.know(codes, unchangedAssumptions(this.assumed, this.pathway.codes, codes));
    });
    on("assumed", () => this.know(model.get("codes"), this.toldAssumed));
    on("other", () => {
      const other = model.get("other");
      if (this.compared && `${other}` !== `${this.compared.pathway.codes}`) this.compared.take(other);
    });
    if (host) onEvent(host, "comm_live_update", () => this.wait(), signal);
    whenSized(el, () => this.sized(), signal);
  }

  /** The facts that are assumed, as the host says. @returns {Assumed} */
  get toldAssumed() {
    return new Set(this.model.get("assumed"));
  }

  remove() {
    clearTimeout(this.later);
    this.compared?.remove();
    this.sources?.remove();
    this.view.remove();
    this.ends.abort();
  }

  build() {
    /** @type {import("./explorer_views.js").View[]} */
    this.views = viewsWith(this.model.get("sources"));
    /** @type {HTMLElement[]} */
    this.segments = this.views.map(({ id, label, title }) =>
      button(label, () => this.save("view", id), { class: "pp-segment", title }),
    );
    const enter = () => this.view.interaction.enter();
    const skip = button("Skip to the drawing", enter, { class: "pp-skip" });
    const fold = () => this.unfold(!this.root.classList.contains("pp-unfolded"));
    /** @type {HTMLButtonElement} */
    this.fold = button("", fold, { class: "pp-key" });
    const next = () => {
      this.unfold(false);
      this.card.root.scrollIntoView({ block: "center" });
      this.card.focus();
    };
    /** @type {HTMLButtonElement} */
    this.next = button("", next, { class: "pp-key mod-primary pp-next-key" });
    /** @type {HTMLElement} */
    this.waits = make("p.pp-waits", { role: "status" });
    /** @type {HTMLElement} */
    this.place = make("div.pp-side-a");
    /** @type {HTMLElement} */
    this.heat = make("div.pp-land");
    /** @type {HTMLElement} */
    this.summary = make("div.pp-summary");
    const views = make("div.pp-views", { role: "group", "aria-label": "View" }, ...this.segments);
    /** @type {HTMLElement} */
    this.bar = make("div.pp-view-bar", views);
    const folds = make("div.pp-folds", this.next, this.fold);
    /** @type {HTMLElement} */
    this.panel = make("div.pp-panel", skip, this.card.root, folds, this.controls.root);
    /** @type {HTMLElement} */
    this.main = make("div.pp-main", this.place, this.heat, this.summary);
    const body = make("div.pp-body", this.panel, this.bar, this.head.root, this.main);
    /** @type {HTMLElement} */
    this.root = make("div.pp-explorer", this.waits, body);
    this.el.replaceChildren(this.root);
    this.panel.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !this.root.classList.contains("pp-unfolded")) return;
      if (openHelp(this.panel)) return;
      this.unfold(false);
      this.fold.focus();
    });
  }

  /** The facts stand beside the drawing where there is room, and come from below on a phone. */
  sized() {
    const width = this.el.clientWidth;
    const { classList } = this.root;
    classList.toggle("pp-phone", width < PHONE);
    classList.toggle("pp-wide", width >= WIDE);
    classList.toggle("pp-two", width >= TWO);
    // Where there is no room beside the drawing its card takes the place of the question.
    const besides = width >= TWO && this.shown?.id !== "compare";
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

  /** Have the host know what was chosen here. @template {keyof import("../hosts/models.js").Values} Name @param {Name} name @param {import("../hosts/models.js").Values[Name]} value */
  save(name, value) {
    this.model.set(name, value);
    this.model.save_changes();
  }

  // -- the facts ------------------------------------------------------------------------------

  /** Whether more is known than what is assumed. */
  get isStated() {
    return statedFacts(this.pathway.codes, this.assumed).some((code) => code !== UNKNOWN);
  }

  /** Set a fact as by a reader's hand, or take it back where it is known already. @param {number} place @param {number} code */
  answer(place, code) {
    this.choose(place, this.pathway.codes[place] === code ? UNKNOWN : code);
  }

  /** A reader chooses a fact: assumed ones give way to it, and what cannot occur is refused. @param {number} place @param {number} code */
  choose(place, code) {
    const codes = withCode(this.pathway.codes, place, code);
    const assumed = unchangedAssumptions(this.assumed, this.pathway.codes, codes);
    const facts = reconcile(this.guide, codes, assumed);
    if (!this.take(facts, unchangedAssumptions(assumed, codes, facts))) this.refuse(place);
  }

  /** Take all facts at once, and have the host know them. @param {number[]} codes @param {Assumed} assumed those of them that are assumed */
  take(codes, assumed = NOTHING_ASSUMED) {
    if (!this.know(codes, assumed)) return false;
    this.model.set("codes", codes);
    this.save("assumed", [...assumed]);
    return true;
  }

  /** Other facts are known: all that is seen follows. @param {number[]} codes @param {Assumed} assumed @returns {boolean} false where they cannot occur */
  know(codes, assumed) {
    const isNew = `${codes}` !== `${this.pathway.codes}`;
    if (!isNew && `${[...assumed]}` === `${[...this.assumed]}`) return true;
    const pathway = isNew ? new Pathway(this.guide, codes) : this.pathway;
    if (!pathway.occurs) return false;
    this.pathway = pathway;
    this.assumed = assumed;
    if (isNew) this.view.show(pathway);
    clearTimeout(this.later);
    this.later = setTimeout(() => this.follow(), 0);
    return true;
  }

  /** Say why a choice cannot occur; the lists show again what is known. @param {number} place */
  refuse(place) {
    this.controls.show(this.pathway, this.assumed);
    const { note } = listOf(this.pathway, place, this.assumed);
    this.waits.textContent = `${this.guide.factors[place].question} ${note}`;
  }

  // -- what is seen ---------------------------------------------------------------------------

  /** What may come a moment after the drawing: lists and words. */
  follow() {
    const { pathway } = this;
    this.controls.show(pathway, this.assumed);
    this.showHead();
    this.card.show(pathway, this.assumed);
    const { question } = this.card;
    this.next.hidden = !question;
    this.next.textContent = `Next: ${question}`;
    this.shown?.follow(this);
    this.wait();
  }

  showHead() {
    const { isStated } = this;
    this.head.show(isStated);
    this.root.classList.toggle("pp-begins", !isStated);
    if (isStated !== this.wasStated)
      this.controls.open(isStated || this.root.classList.contains("pp-unfolded"));
    this.wasStated = isStated;
  }

  /** Say that Python is not running, and how to reconnect. */
  wait() {
    const said = isConnected(this.host) ? "" : this.pathway.fill("kernel_gone");
    if (this.waits.textContent !== said) this.waits.textContent = said;
  }

  /** Show the view that the model names, and hide the last one. */
  turn() {
    const asked = this.model.get("view");
    const view = this.views.find(({ id }) => id === asked) ?? this.views[0];
    for (const [i, segment] of this.segments.entries()) {
      segment.setAttribute("aria-pressed", `${this.views[i] === view}`);
    }
    if (this.root.classList.contains("pp-phone")) this.unfold(false);
    this.shown?.hide(this);
    this.shown = view;
    this.root.dataset.view = view.id;
    this.sized();
    view.show(this);
    view.follow(this);
  }
}

export default { render };
