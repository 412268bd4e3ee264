// Two profiles side by side: what differs in words, with the facts that make each difference, then both
// drawings with the differences marked. Profiles are copied and swapped here.
import { reconcile, untouched } from "../core/assumptions.js";
import { besideStatus, compare, madeBy, sectionsOf } from "../core/compare.js";
import { UNKNOWN } from "../core/decision_diagrams.js";
import { Pathway } from "../core/pathway.js";
import { Choices, pageFields } from "../hosts/dropdowns.js";
import { drawingModel } from "../hosts/models.js";
import { Controls } from "./controls.js";
import { DrawingView } from "./drawing_view.js";
import { button, make } from "./elements.js";
import { headRow, shownStatus } from "./pathway_table.js";

/** @typedef {import("../core/assumptions.js").Assumed} Assumed */
/** @typedef {import("../core/compare.js").Difference} Difference */
/** @typedef {import("../hosts/dropdowns.js").Origin} Origin */

const HEADS = ["What differs", "A", "B", "Facts behind it", "Sections of the guide"];
const KEY = { class: "pp-key" };
const DIFFERS = "\u2260";

export class Comparison {
  /**
   * @param {any} explorer holds profile A and its drawing
   * @param {number[]} codes profile B
   * @param {Assumed} assumed which of its facts are assumed
   */
  constructor(explorer, codes, assumed) {
    this.explorer = explorer;
    this.assumed = assumed;
    this.ends = new AbortController();
    const { guide, model } = explorer;
    this.pathway = new Pathway(guide, codes);
    const fields = pageFields(guide, codes);
    this.controls = new Controls(guide, fields);
    const lists = fields.map(({ list }) => list);
    const ask = (/** @type {[number[], Origin, Assumed?]} */ ...choice) => this.ask(...choice);
    this.choices = new Choices(lists, ask, this.ends.signal);
    this.words = make("div", { class: "pp-summary" });
    this.place = make("div");
    this.known = make("summary");
    /** @returns {[number[], Assumed]} */
    const a = () => [explorer.pathway.codes, explorer.assumed];
    /** @returns {[number[], Assumed]} */
    const b = () => [this.pathway.codes, this.assumed];
    const swap = () => {
      const [first, second] = [a(), b()];
      explorer.choices.take(...second);
      this.choices.take(...first);
    };
    const bar = make(
      "div",
      { class: "pp-bar" },
      button("Copy A to B", () => this.choices.take(...a()), KEY),
      button("Copy B to A", () => explorer.choices.take(...b()), KEY),
      button("Swap A and B", swap, KEY),
    );
    this.root = make("div", { class: "pp-compared" }, bar, this.words);
    this.side = make(
      "div",
      { class: "pp-side-b" },
      make("h2", {}, "Profile B"),
      make("details", { class: "pp-facts-b" }, this.known, this.controls.root),
      this.place,
    );
    this.view = new DrawingView(drawingModel(model), this.place, guide, codes, {
      rested: () => this.controls.stepBack(this.pathway),
      answer: (place, code) =>
        this.choices.answer(place, this.pathway.codes[place] === code ? UNKNOWN : code),
    });
    this.controls.show(this.pathway, assumed);
    this.controls.showRest(true);
    this.show();
  }

  /** Other facts of profile B; assumed ones give way to a choice. @param {number[]} codes @param {Origin} origin @param {Assumed} assumed */
  ask(codes, origin, assumed = untouched(this.assumed, this.pathway.codes, codes)) {
    const { guide } = this.explorer;
    const facts = origin === "hand" ? reconcile(guide, codes, assumed) : codes;
    const pathway = new Pathway(guide, facts);
    if (pathway.occurs) {
      this.pathway = pathway;
      this.assumed = untouched(assumed, codes, facts);
      this.view.show(pathway);
      this.show();
      this.explorer.told("other", facts);
    }
    this.controls.show(this.pathway, this.assumed);
  }

  /** What differs, now that one of both has changed. */
  show() {
    const a = this.explorer.pathway;
    const { factors, differences } = compare(a, this.pathway);
    const signs = Object.fromEntries(differences.map(({ id }) => [id, DIFFERS]));
    for (const view of [this.explorer.view, this.view]) view.mark(signs);
    this.known.textContent = `Change the facts of B: ${this.pathway.sentence}`;
    this.words.replaceChildren(...inWords(a, this.pathway, factors, differences));
  }

  remove() {
    this.ends.abort();
    this.view.remove();
    this.explorer.view.mark({});
    for (const part of [this.root, this.side]) part.remove();
  }
}

/** The differences as a table. @param {Pathway} a @param {Pathway} b @param {number[]} factors @param {Difference[]} differences */
function inWords(a, b, factors, differences) {
  const { guide } = a;
  const labels = a.labels(factors).join(", ");
  const facts = labels ? `The profiles differ in: ${labels}.` : "The profiles are alike.";
  if (!differences.length) return [make("p", {}, `${facts} ${a.said("no_difference")}`)];
  const shown = (/** @type {Pathway} */ side, /** @type {Pathway} */ other, /** @type {string} */ id) => {
    const words = besideStatus(side, other, id);
    return make("td", {}, shownStatus(guide, side.status(id)), ...(words ? [make("br"), words] : []));
  };
  const rows = together(a, b, differences).map((alike) => {
    const ids = alike.map(({ id }) => id);
    const [first, ...members] = ids.map((id) => a.treatment(id).label);
    return make(
      "tr",
      {},
      make("th", { scope: "row" }, members.length ? `${first} (${members.join(", ")})` : first),
      shown(a, b, ids[0]),
      shown(b, a, ids[0]),
      make("td", {}, madeBy(a, alike[0])),
      make("td", {}, sectionsOf([a, b], ids).join("; ")),
    );
  });
  const table = make("table", { class: "pp-table" }, make("caption", {}, facts), headRow(HEADS));
  table.append(make("tbody", {}, ...rows));
  return [table, make("p", { class: "pp-foot" }, guide.footer)];
}

/** The differences, those of members that differ just as their group does with the group's. @param {Pathway} a @param {Pathway} b @param {Difference[]} differences */
function together(a, b, differences) {
  /** @type {Map<string, Difference[]>} */
  const rows = new Map();
  const of = new Map();
  const told = (/** @type {Difference} */ { id, before, after, because }) =>
    [before, after, because, besideStatus(a, b, id), besideStatus(b, a, id)].join("; ");
  for (const each of differences) {
    let group = of.get(a.treatment(each.id).memberOf) ?? each.id;
    if (told((rows.get(group) ?? [each])[0]) !== told(each)) group = each.id;
    rows.set(group, [...(rows.get(group) ?? []), each]);
    of.set(each.id, group);
  }
  return [...rows.values()];
}
