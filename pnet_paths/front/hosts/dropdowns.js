// Drop-down lists, one a factor: those of ipywidgets where a host has them, the page's own elsewhere.
// Both have a model with `index`, `_options_labels` and `disabled`, and an element that shows it.
import { NOTHING_ASSUMED } from "../core/assumptions.js";
import { UNKNOWN } from "../core/decision_diagrams.js";
import { make } from "../views/elements.js";
import { hear, localModel, modelOf } from "./models.js";

/** @typedef {{list: any, element: HTMLElement}} Field */
/** @typedef {import("../core/assumptions.js").Assumed} Assumed */
/** @typedef {"hand" | "page" | "host"} Origin who changed a list: a reader, the page itself, or Python */

/** The lists that a host's widgets show. @param {any} model @returns {Promise<Field[]>} */
export const widgetFields = (model) =>
  Promise.all(
    model.get("controls").map(async (/** @type {string} */ id) => {
      const list = await modelOf(model, id);
      return { list, element: (await model.widget_manager.create_view(list)).el };
    }),
  );

/** Lists of the page's own, which show a profile. @param {any} guide @param {number[]} codes @returns {Field[]} */
export const pageFields = (guide, codes) =>
  guide.factors.map((/** @type {any} */ { question }, /** @type {number} */ place) =>
    pageField(question, codes[place] - UNKNOWN),
  );

/** @param {string} question @param {number} index @returns {Field} */
function pageField(question, index) {
  const element = make("select", { "aria-label": question });
  const list = localModel({ index, _options_labels: [], disabled: false });
  const show = () => {
    element.selectedIndex = list.get("index");
    element.disabled = list.get("disabled");
  };
  const rename = () => {
    /** @type {string[]} */
    const labels = list.get("_options_labels");
    while (element.length < labels.length) element.append(make("option"));
    for (const [i, label] of labels.entries()) element.options[i].textContent = label;
    show();
  };
  list.on("change:_options_labels", rename);
  list.on("change:index", show);
  list.on("change:disabled", show);
  element.addEventListener("change", () => list.set("index", element.selectedIndex, { updated_view: true }));
  return { list, element };
}

/** The profile that some lists show, and what becomes of a choice. */
export class Choices {
  /**
   * @param {any[]} lists
   * @param {(codes: number[], origin: Origin, assumed?: Assumed) => void} act is told of each other profile
   * @param {AbortSignal} signal ends it
   */
  constructor(lists, act, signal) {
    this.lists = lists;
    this.act = act;
    /** Whether a reader chooses outside the list. */
    this.byHand = false;
    /** What Python will say, too, though it may still be at an older choice. @type {number[] | null} */
    this.expected = null;
    for (const [place, list] of lists.entries()) {
      const heard = (/** @type {any} */ _, /** @type {any} */ __, /** @type {any} */ options) =>
        this.chosen(place, this.byHand || Boolean(options?.updated_view));
      hear(list, "change:index", heard, signal);
    }
    signal.addEventListener("abort", () => clearTimeout(this.expiry));
  }

  /** The codes that are shown. @returns {number[]} */
  get codes() {
    return this.lists.map((list) => (list.get("index") ?? 0) + UNKNOWN);
  }

  /** Choose all facts at once. @param {number[]} codes @param {Assumed} assumed those of them that are assumed */
  take(codes, assumed = NOTHING_ASSUMED) {
    clearTimeout(this.expiry);
    this.expected = codes;
    this.expiry = setTimeout(() => {
      this.expected = null;
      this.act(this.codes, "host");
    }, LATEST);
    this.show(codes);
    this.act(codes, "page", assumed);
  }

  /** Choose one fact as a reader's hand does in its list. @param {number} place @param {number} code */
  answer(place, code) {
    const list = this.lists[place];
    this.byHand = true;
    list.set("index", code - UNKNOWN);
    this.byHand = false;
    list.save_changes();
  }

  /**
   * Have the lists show facts; nobody is told. A list of Jupyter that is set again while it tells of its
   * change would not show it, so the others alone are set.
   * @param {number[]} codes
   */
  show(codes) {
    this.taking = true;
    for (const [place, list] of this.lists.entries()) {
      const index = codes[place] - UNKNOWN;
      if (list.get("index") !== index) list.set("index", index);
    }
    this.taking = false;
  }

  /** A list shows another level. What Python says of a choice before the last one is put right. @param {number} place @param {boolean} byHand */
  chosen(place, byHand) {
    if (this.taking) return;
    if (byHand) this.expected = null;
    const index = this.expected && this.expected[place] - UNKNOWN;
    const list = this.lists[place];
    if (index !== null && list.get("index") !== index) list.set("index", index);
    else this.act(this.codes, byHand ? "hand" : "host");
  }
}

const LATEST = 2000; // milliseconds in which Python follows a choice of all facts, where it listens
