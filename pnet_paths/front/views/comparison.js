// Two profiles: what B has otherwise as switches, the one drawing with what both say, and what differs in
// words, with the facts that make each difference. Where there is room B has a drawing of its own.
import { NOTHING_ASSUMED, reconcile, stated, untouched } from "../core/assumptions.js";
import { besideStatus, compare, madeBy, sectionsOf } from "../core/compare.js";
import { UNKNOWN, withCode } from "../core/decision_diagrams.js";
import { Pathway } from "../core/pathway.js";
import { closed } from "../core/profile.js";
import { capital } from "../core/sentences.js";
import { drawingModel } from "../hosts/models.js";
import { DrawingView } from "./drawing_view.js";
import { button, make, whenSized } from "./elements.js";
import { headRow, shownStatus } from "./pathway_table.js";

/** @typedef {import("../core/assumptions.js").Assumed} Assumed */
/** @typedef {import("../core/compare.js").Difference} Difference */

const HEADS = ["What differs", "A", "B", "Facts behind it", "Sections of the guide"];
const KEY = { class: "pp-key" };
const DIFFERS = "\u2260";
const [LIST, PAIR] = [1240, 1960]; // pixels from which a list fits beside the drawing, and a second drawing

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
    this.pathway = new Pathway(explorer.guide, codes);
    /** Facts that a reader wants to turn though they do not differ. @type {Set<number>} */
    this.wanted = new Set();
    /** B's own drawing, where there is room. @type {DrawingView | null} */
    this.view = null;
    const swap = () => {
      const [first, those] = [explorer.pathway.codes, explorer.assumed];
      explorer.take(this.pathway.codes, this.assumed);
      this.take(first, those);
    };
    this.switches = make("div", { class: "pp-switches" });
    this.more = make("select", { "aria-label": "Another fact of B" });
    this.more.addEventListener("change", () => {
      const place = Number(this.more.value);
      this.wanted.add(place);
      this.show();
      this.switches.querySelector(`[data-turn="${place} ${this.pathway.level(place)}"]`)?.focus();
    });
    const bar = make(
      "div",
      { class: "pp-bar" },
      button("Copy A to B", () => this.take(explorer.pathway.codes, explorer.assumed), KEY),
      button("Copy B to A", () => explorer.take(this.pathway.codes, this.assumed), KEY),
      button("Swap A and B", swap, KEY),
    );
    this.words = make("div", { class: "pp-summary pp-differences" });
    this.root = make("div", { class: "pp-compared" }, this.switches, bar);
    this.place = make("div");
    this.side = make("div", { class: "pp-side-b" }, make("h2", {}, "Profile B"), this.place);
    whenSized(explorer.el, () => this.sized(), this.ends.signal);
    this.show();
  }

  /** The differences beside the drawing, and two drawings, only where all can be read. */
  sized() {
    const { guide, model, main } = this.explorer;
    const two = main.clientWidth >= PAIR;
    main.classList.toggle("pp-pair", two);
    main.classList.toggle("pp-listed", !two && main.clientWidth >= LIST);
    this.side.hidden = !two;
    if (two === Boolean(this.view)) return;
    this.view?.remove();
    const answer = (/** @type {number} */ place, /** @type {number} */ code) =>
      this.turn(place, this.pathway.codes[place] === code ? UNKNOWN : code);
    this.view = two
      ? new DrawingView(drawingModel(model), this.place, guide, this.pathway.codes, { answer })
      : null;
    this.show();
  }

  /** Other facts of profile B; what cannot occur is left alone. @param {number[]} codes @param {Assumed} assumed */
  take(codes, assumed = NOTHING_ASSUMED) {
    const pathway = new Pathway(this.explorer.guide, codes);
    if (!pathway.occurs) return;
    this.pathway = pathway;
    this.assumed = assumed;
    this.view?.show(this.pathway);
    this.show();
    this.explorer.told("other", codes);
  }

  /** Another level of one fact of B; assumed ones give way. @param {number} place @param {number} code */
  turn(place, code) {
    const { codes } = this.pathway;
    const chosen = withCode(codes, place, code);
    const assumed = untouched(this.assumed, codes, chosen);
    const facts = reconcile(this.explorer.guide, chosen, assumed);
    this.wanted.add(place);
    this.take(facts, untouched(assumed, chosen, facts));
  }

  /** What differs, now that one of both has changed. */
  show() {
    const { pathway: a, view } = this.explorer;
    const { factors, differences } = compare(a, this.pathway);
    const signs = Object.fromEntries(differences.map(({ id }) => [id, DIFFERS]));
    for (const each of [view, this.view]) each?.mark(signs);
    view.compareWith(this.view ? null : this.pathway);
    this.offer(a, factors);
    this.words.replaceChildren(...inWords(a, this.pathway, factors, differences));
  }

  /** The facts that B has otherwise, each with its levels to choose from. @param {Pathway} a @param {number[]} factors */
  offer(a, factors) {
    const { guide } = a;
    const turned = [...guide.factors.keys()].filter(
      (place) => factors.includes(place) || this.wanted.has(place),
    );
    const focused = /** @type {HTMLElement} */ (document.activeElement)?.dataset.turn;
    const others = [...guide.factors.entries()].filter(([place]) => !turned.includes(place));
    this.more.replaceChildren(
      make("option", {}, turned.length ? "another fact ..." : "what?"),
      ...others.map(([place, { label }]) => make("option", { value: place }, label)),
    );
    this.switches.replaceChildren(
      make("h2", {}, "What if B has otherwise:"),
      ...turned.map((place) => this.turnable(a, place)),
      this.more,
    );
    if (focused) this.switches.querySelector(`[data-turn="${focused}"]`)?.focus();
  }

  /** One fact of B beside A's. @param {Pathway} a @param {number} place */
  turnable(a, place) {
    const { guide, codes } = this.pathway;
    const { label, levels } = guide.factors[place];
    const clashes = closed(guide, stated(codes, this.assumed), place);
    const now = this.pathway.level(place);
    const choice = (/** @type {number} */ code, /** @type {string} */ words) => {
      const clash = clashes.get(code);
      if (clash) return make("s", { title: clash.reasons.join(" ") }, words);
      const shown = code === a.level(place) ? `${words} (A)` : words;
      const told = { "aria-pressed": code === now, "data-turn": `${place} ${code}` };
      return button(shown, () => this.turn(place, code), { ...KEY, ...told });
    };
    return make(
      "div",
      { class: "pp-switch", role: "group", "aria-label": `${capital(label)}, profile B` },
      make("b", {}, capital(label)),
      ...levels.map((/** @type {any} */ level, /** @type {number} */ code) => choice(code, level.label)),
      choice(UNKNOWN, a.said("not_known")),
    );
  }

  remove() {
    this.ends.abort();
    this.view?.remove();
    this.explorer.view.mark({});
    this.explorer.view.compareWith(null);
    this.explorer.main.classList.remove("pp-pair", "pp-listed");
    for (const part of [this.root, this.side, this.words]) part.remove();
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
