// What of a pathway stands in its drawing, and what is told below it: Python's drawing/selection.py again.
import { grouped } from "../core/collections.js";
import { settles } from "../core/next_facts.js";
import { withMark } from "../core/sentences.js";
import { spotsOf } from "./source.js";

/** @typedef {import("../core/guide").Treatment} Treatment */
/** @typedef {import("../core/pathway.js").Pathway} Pathway */
/** @typedef {import("../core/guide").Status} Status */
/** @typedef {import("../core/route.js").Arrow} Arrow */
/** @typedef {{words: string, groups: string[][]}} Line what is said of treatments in one line; those of a group share a reason */

/** On an arrow to either: one to a question may run beside a rank, where there is less room. */
const MOST_WORDS = { question: 3, card: 5 };

export class Selection {
  /**
   * @param {Pathway} pathway
   * @param {boolean} everything whether all that the guide has is drawn
   * @param {Pathway | null} [other] one that it is compared with: what is on either of both is drawn
   * @param {boolean} [blank] whether whatever could stand in a path is drawn: nothing in it depends on the answers
   */
  constructor(pathway, everything, other = null, blank = false) {
    this.pathway = pathway;
    this.guide = pathway.guide;
    this.everything = everything;
    this.other = other;
    this.blank = blank;
    const both = other ? [pathway, other] : [pathway];
    const groups = pathway.members("").map(({ id }) => id);
    /** @type {string[]} */
    this.beside = groups.filter((id) => pathway.treatment(id).isService);
    const drawn = (/** @type {string} */ id) =>
      !this.beside.includes(id) && (blank || both.some((side) => isDrawn(side, id)));
    /** @type {string[]} */
    this.groups = groups.filter((id) => everything || drawn(id));
    const asked = [...pathway.decisions.keys()].filter(
      (id) => everything || blank || both.some((side) => side.decisions.get(id)?.state !== "off"),
    );
    this.nodes = new Set([...asked, ...this.groups]);
    /** @type {string[][]} */
    const ranks = this.guide.drawing.ranks[everything ? "map" : "path"];
    this.ranks = ranks.map((rank) => rank.filter((id) => this.nodes.has(id))).filter((rank) => rank.length);
    this.places = spotsOf(this.ranks);
    /** Whether all that is drawn depends: then groups are told by name and size. */
    this.isOverview =
      !blank && !this.groups.some((id) => both.some((side) => side.isOffered(id) || side.isCaveat(id)));
  }

  /** The question to begin with in an overview: the one that settles most. */
  get start() {
    const [first] = this.isOverview ? settles(this.pathway).facts : [];
    return first && this.guide.factors[first.place].id;
  }

  /** The members that a card lists: of what is offered, and those that say more than their group. @param {string} group @returns {Treatment[]} */
  rows(group) {
    const lists = (/** @type {Pathway} */ side, /** @type {Treatment} */ { id, depth, memberOf }) => {
      const [status, above] = [side.status(id), side.status(memberOf)];
      const more = depth > 1 || !side.isOffered(memberOf) ? status !== above : true;
      return side.mayBeOffered(id) && more;
    };
    const { pathway, other } = this;
    return pathway
      .below(group)
      .filter((each) => this.everything || lists(pathway, each) || (other && lists(other, each)));
  }

  /** The arrows between what is drawn; in a path few: see Python's Selection. @returns {Arrow[]} */
  get arrows() {
    const { across } = this.guide.drawing;
    const found = [...this.pathway.arrows.values()]
      .map((arrow) => (this.blank ? blankArrow(arrow) : arrow))
      .filter(({ ends, throughout }) => !throughout && ends.every((end) => this.nodes.has(end)))
      .sort((a, b) => across.indexOf(a.ends[1]) - across.indexOf(b.ends[1]));
    if (this.everything) return found;
    const drawn = found.filter(({ state }) => state !== "off");
    const stated = drawn.filter(({ inferred }) => !inferred).map(({ ends }) => ends[1]);
    return drawn.filter(
      ({ ends, inferred, state }) => state === "taken" || !inferred || !stated.includes(ends[1]),
    );
  }

  /** Whether a treatment is offered, or depends on what is not known. @param {string} id */
  mayBeOffered(id) {
    return this.pathway.mayBeOffered(id);
  }

  /** A few words on an arrow from a card, but for those that several arrows of a card share; answers and cards tell the rest. @param {Arrow} arrow */
  arrowWords({ label, origin, state, target }) {
    const { arrows, decisions } = this.pathway;
    const hasNone = state === "off" || this.everything || this.isOverview;
    if (hasNone || decisions.has(origin)) return "";
    const alike = [...arrows.values()].filter((each) => each.origin === origin && each.label === label);
    if (!decisions.has(target) && alike.length > 1) return "";
    return label.split(" ").length <= MOST_WORDS[decisions.has(target) ? "question" : "card"] ? label : "";
  }

  /** What runs at every stage, what is not named, and the no's that are not drawn. @returns {Line[]} */
  get lines() {
    if (this.everything || this.blank) return [];
    const { pathway } = this;
    const silent = pathway
      .members("")
      .map(({ id }) => id)
      .filter((id) => pathway.status(id) === "not_named" && !this.nodes.has(id));
    const beside = this.beside.filter((id) => !silent.includes(id));
    const lines = [
      { words: "at_every_stage", groups: [beside] },
      { words: "silent_here", groups: [silent] },
      ...this.guide.caveats.map((status) => ({ words: `line_${status}`, groups: this.held(status) })),
    ];
    return lines.filter(({ groups }) => groups.flat().length);
  }

  /** Those with the same words together; a member whose group has a caveat is left out. @param {Status} status @returns {string[][]} */
  held(status) {
    const { pathway } = this;
    const told = this.guide.treatments
      .map(({ id }) => id)
      .filter((id) => pathway.status(id) === status && !this.nodes.has(id) && !this.isHeldAbove(id));
    return [...grouped(told, (id) => pathway.verdict(id).words).values()];
  }

  /** Whether a group that it belongs to has a caveat. @param {string} id @returns {boolean} */
  isHeldAbove(id) {
    const { memberOf } = this.pathway.treatment(id);
    return Boolean(memberOf) && (this.pathway.isCaveat(memberOf) || this.isHeldAbove(memberOf));
  }

  /** What a line says of one treatment. @param {Line} line @param {string} id */
  named({ words }, id) {
    const { status, inferred, withheldOffers } = this.pathway.verdict(id);
    const { label } = this.pathway.treatment(id);
    if (words === "silent_here") return withMark(label, withheldOffers.length > 0);
    const symbol = words === "at_every_stage" ? `${this.guide.statuses[status].symbol}\u00a0` : "";
    return withMark(symbol + label, inferred);
  }

  /** Why not, behind the treatments that share a reason. @param {Line} line @param {string[]} group */
  reason({ words }, [first]) {
    const said = words.startsWith("line_") ? this.pathway.verdict(first).words : "";
    return said && ` (${said})`;
  }

  /** A line as text. @param {Line} line */
  text(line) {
    const groups = line.groups.map(
      (group) => group.map((id) => this.named(line, id)).join(", ") + this.reason(line, group),
    );
    return `${this.pathway.fill(line.words)}: ${groups.join("; ")}`;
  }
}

/** An arrow as it is for any profile. @param {Arrow} arrow @returns {Arrow} */
const blankArrow = (arrow) => ({
  ...arrow,
  state: "open",
  label: "",
  inferred: arrow.blankInferred,
  answers: arrow.blankAnswers,
});

/** Whether a path shows a group: what is offered or depends, and a no in words of its own. @param {Pathway} pathway @param {string} group */
function isDrawn(pathway, group) {
  const status = pathway.status(group);
  if (!pathway.isCaveat(group)) {
    const says = (/** @type {Treatment} */ { id }) => pathway.mayBeOffered(id);
    return status !== "not_named" || pathway.below(group).some(says);
  }
  const { words } = pathway.verdict(group);
  return !pathway
    .members("")
    .some(({ id }) => id !== group && pathway.status(id) === status && pathway.verdict(id).words === words);
}
