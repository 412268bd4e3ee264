// Two profiles: what B has otherwise as switches, the one drawing with what both say, and what differs in
// words, with the facts that make each difference. Where there is room B has a drawing of its own.
import { NOTHING_ASSUMED, reconcile, statedFacts, unchangedAssumptions } from "../core/assumptions.js";
import { besideStatus, causePhrase, compare, sectionsOf } from "../core/compare.js";
import { UNKNOWN, withCode } from "../core/decision_diagrams.js";
import { foldRows } from "../core/folded_rows.js";
import { Pathway } from "../core/pathway.js";
import { closedLevels } from "../core/profile.js";
import { capitalize } from "../core/sentences.js";
import { button, choosing } from "../elements/buttons.js";
import { focusTurn, make, refill } from "../elements/elements.js";
import { whenSized } from "../elements/events.js";
import { drawingModel } from "../hosts/models.js";
import { DrawingView } from "./drawing_view.js";
import { shownStatus, table } from "./pathway_table.js";

/** @typedef {import("./explorer.js").Explorer} Explorer */
/** @typedef {import("../core/assumptions.js").Assumed} Assumed */
/** @typedef {import("../core/compare.js").Difference} Difference */

const HEADS = ["What differs", "A", "B", "Facts behind it", "Sections of the guide"];
const KEY = { class: "pp-key" };
const DIFFERS = "\u2260";
const [LIST, PAIR] = [1240, 1960]; // pixels from which a list fits beside the drawing, and a second drawing

export class Comparison {
  /**
   * @param {Explorer} explorer holds profile A and its drawing
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
    this.switches = make("div.pp-switches");
    this.more = choosing({ "aria-label": "Another fact of B" }, (chosen) => {
      const place = Number(chosen);
      this.wanted.add(place);
      this.show();
      focusTurn(this.switches, `${place} ${this.pathway.level(place)}`);
    });
    const bar = make(
      "div.pp-bar",
      button("Copy A to B", () => this.take(explorer.pathway.codes, explorer.assumed), KEY),
      button("Copy B to A", () => explorer.take(this.pathway.codes, this.assumed), KEY),
      button("Swap A and B", swap, KEY),
    );
    this.words = make("div.pp-summary.pp-differences");
    this.root = make("div.pp-compared", this.switches, bar);
    this.place = make("div");
    this.side = make("div.pp-side-b", make("h2", "Profile B"), this.place);
    whenSized(explorer.el, () => this.sized(), this.ends.signal);
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
    this.explorer.save("other", codes);
  }

  /** Another level of one fact of B; assumed ones give way. @param {number} place @param {number} code */
  turn(place, code) {
    const { codes } = this.pathway;
    const chosen = withCode(codes, place, code);
    const assumed = unchangedAssumptions(this.assumed, codes, chosen);
    const facts = reconcile(this.explorer.guide, chosen, assumed);
    this.wanted.add(place);
    this.take(facts, unchangedAssumptions(assumed, chosen, facts));
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
    const others = [...guide.factors.entries()].filter(([place]) => !turned.includes(place));
    this.more.replaceChildren(
      make("option", turned.length ? "another fact ..." : "what?"),
      ...others.map(([place, { label }]) => make("option", { value: place }, label)),
    );
    refill(
      this.switches,
      make("h2", "What if B has otherwise:"),
      ...turned.map((place) => this.turnable(a, place)),
      this.more,
    );
  }

  /** One fact of B beside A's. @param {Pathway} a @param {number} place */
  turnable(a, place) {
    const { guide, codes } = this.pathway;
    const { label, levels } = guide.factors[place];
    const clashes = closedLevels(guide, statedFacts(codes, this.assumed), place);
    const now = this.pathway.level(place);
    const choice = (/** @type {number} */ code, /** @type {string} */ words) => {
      const clash = clashes.get(code);
      if (clash) return make("s", { title: clash.reasons.join(" ") }, words);
      const shown = code === a.level(place) ? `${words} (A)` : words;
      const told = { "aria-pressed": code === now, "data-turn": `${place} ${code}` };
      return button(shown, () => this.turn(place, code), { ...KEY, ...told });
    };
    return make(
      "div.pp-switch",
      { role: "group", "aria-label": `${capitalize(label)}, profile B` },
      make("b", capitalize(label)),
      ...levels.map((level, code) => choice(code, level.label)),
      choice(UNKNOWN, a.fill("not_known")),
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

/** The view of the explorer that compares: profile B is what the model says, or what A is. */
export const comparison = {
  /** @param {Explorer} explorer */
  show(explorer) {
    const other = explorer.model.get("other");
    const codes = other.length ? other : explorer.pathway.codes;
    const compared = new Comparison(explorer, codes, other.length ? NOTHING_ASSUMED : explorer.assumed);
    explorer.compared = compared;
    explorer.main.prepend(compared.root);
    explorer.place.after(compared.side, compared.words);
    explorer.head.reset.textContent = "Reset A";
    if (!other.length) explorer.save("other", codes);
  },
  /** @param {Explorer} explorer */
  follow: ({ compared }) => compared?.show(),
  /** @param {Explorer} explorer */
  hide(explorer) {
    explorer.compared?.remove();
    explorer.compared = null;
    explorer.head.reset.textContent = "Reset";
  },
};

/** The differences as a table. @param {Pathway} a @param {Pathway} b @param {number[]} factors @param {Difference[]} differences */
function inWords(a, b, factors, differences) {
  const { guide } = a;
  const labels = a.labels(factors).join(", ");
  const facts = labels ? `The profiles differ in: ${labels}.` : "The profiles are alike.";
  if (!differences.length) return [make("p", `${facts} ${a.fill("no_difference")}`)];
  const found = new Map(differences.map((each) => [each.id, each]));
  const said = (/** @type {string} */ id) => {
    const { before, after, because } = found.get(id) ?? {};
    return before ? [before, after, because, besideStatus(a, b, id), besideStatus(b, a, id)].join("; ") : "";
  };
  const shown = (/** @type {Pathway} */ side, /** @type {Pathway} */ other, /** @type {string} */ id) => {
    const words = besideStatus(side, other, id);
    return make("td", shownStatus(guide, side.status(id)), words && [make("br"), words]);
  };
  const rows = foldRows(a, a.members(""), said).rows.filter(({ ids: [id] }) => found.has(id));
  const told = rows.map(({ ids: [id, ...others], alike }) =>
    make(
      "tr",
      make(
        "th",
        { scope: "row" },
        a.labelList([id, ...others]),
        alike.length > 0 && ` (${a.labelList(alike)})`,
      ),
      shown(a, b, id),
      shown(b, a, id),
      make("td", causePhrase(a, /** @type {Difference} */ (found.get(id)))),
      make("td", sectionsOf([a, b], [id, ...others, ...alike]).join("; ")),
    ),
  );
  return [table("pp-table", facts, HEADS, told), make("p.pp-foot", guide.footer)];
}
