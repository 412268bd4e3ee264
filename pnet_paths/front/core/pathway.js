// A guide seen with one profile: Python's guide/pathway.py and guide/evaluation.py again.
import { answerParts, answerText } from "./answer.js";
import { certain, MAYBE, MET, Sensitivity, sets, UNKNOWN, UNMET } from "./decision_diagrams.js";
import { openCodes, openLevels, relevantFactors } from "./profile.js";
import { decidingRows, statusAt, treatmentOf, treatmentsOf } from "./reasons.js";
import { Route } from "./route.js";
import { capitalize, clause, fillPattern, joinWords } from "./sentences.js";
import { Verdict } from "./verdict.js";

/** @typedef {import("./decision_diagrams.js").Codes} Codes */
/** @typedef {import("./guide").Row} Row */
/** @typedef {import("./guide").Status} Status */
/** @typedef {import("./guide").Treatment} Treatment */
/** @typedef {import("./reasons.js").DecidingRow} DecidingRow */

const SILENCES = ["some_no_here", "our_silence_here", "not_named_here"];

export class Pathway {
  /**
   * @param {import("./guide").Guide} guide the guide's document
   * @param {Codes} codes a profile that can occur
   */
  constructor(guide, codes) {
    this.guide = guide;
    this.codes = codes;
    this.sets = sets(guide, codes);
    this.occurs = this.sets[guide.space] !== 0;
    this.cache = new Map();
  }

  /** Return a value that is made once for a pathway. @template T @param {string} name @param {() => T} find @returns {T} */
  once(name, find) {
    if (!this.cache.has(name)) this.cache.set(name, find());
    return this.cache.get(name);
  }

  // -- the profile ------------------------------------------------------------------------------

  /** For each unknown factor the codes of the levels that can still occur. @returns {Map<number, number[]>} */
  get open() {
    return this.once("open", () => openLevels(this.guide, this.codes));
  }

  /** The code of a factor's level, known or implied; UNKNOWN where it is neither. @param {number} place */
  level(place) {
    if (this.codes[place] !== UNKNOWN) return this.codes[place];
    const open = this.once(`open ${place}`, () => openCodes(this.guide, this.codes, place));
    return open.length === 1 ? open[0] : UNKNOWN;
  }

  /** The known facts, as conditions. @returns {Map<number, number[]>} */
  get known() {
    const known = [...this.codes.entries()].filter(([, code]) => code !== UNKNOWN);
    return new Map(known.map(([place, code]) => [place, [code]]));
  }

  /** Facts as a clause of a sentence, those of ours marked. @param {Map<number, number[]>} conditions @param {number[]} ours */
  clause(conditions, ours = []) {
    return clause(this.guide.subject, this.guide.factors, conditions, ours);
  }

  /** The profile as a sentence. */
  get sentence() {
    const { subject } = this.guide;
    return this.known.size
      ? `${capitalize(this.clause(this.known))}.`
      : this.fill("nothing_known", { subject });
  }

  /** What is usual, an option, later and open, in a few words; services are left out. @returns {string} */
  get answer() {
    return this.once("answer", () => answerText(answerParts(this)));
  }

  /** A sentence of the guide's patterns. @param {string} name @param {Record<string, string | number>} words */
  fill(name, words = {}) {
    return fillPattern(this.guide.patterns[name], words);
  }

  /** The labels of some factors, in the order of the guide's factors. @param {number[]} places */
  labels(places) {
    return [...places].sort((a, b) => a - b).map((place) => this.guide.factors[place].label);
  }

  /** The labels of some treatments, one after the other. @param {string[]} ids */
  labelList(ids) {
    return ids.map((id) => this.treatment(id).label).join(", ");
  }

  /** The factors that can matter for what is shown. @returns {Set<number>} */
  get relevantFactors() {
    return this.once("relevant", () => relevantFactors(this.guide, this.codes));
  }

  // -- treatments -------------------------------------------------------------------------------

  /** Whether there is a treatment of that id. @param {string} id */
  isTreatment(id) {
    return treatmentsOf(this.guide).has(id);
  }

  /** @param {string} id */
  treatment(id) {
    return treatmentOf(this.guide, id);
  }

  /** The ranks possible for a treatment, as bits. @param {string} id @returns {number} */
  bits(id) {
    return this.sets[this.treatment(id).status];
  }

  /** @param {string} id @returns {Status} */
  status(id) {
    return statusAt(this.guide, this.bits(id));
  }

  /** Whether the guide speaks of a treatment and does not offer it. @param {string} id */
  isCaveat(id) {
    return this.guide.caveats.includes(this.status(id));
  }

  /** Whether a treatment is offered, or depends on what is not known. @param {string} id */
  mayBeOffered(id) {
    return this.isOffered(id) || this.status(id) === "depends";
  }

  /** The words of the caveats that are possible for some treatments. @param {string[]} ids */
  caveatWords(ids) {
    const possible = new Set(ids.flatMap((id) => this.possible(id)));
    const { caveats, statuses } = this.guide;
    return caveats
      .filter((status) => possible.has(status))
      .map((status) => statuses[status].word)
      .join(" or ");
  }

  /** Whether a treatment is offered. @param {string} id */
  isOffered(id) {
    return this.guide.offered.includes(this.status(id));
  }

  /** The statuses that a treatment has in some completion, the strongest first. @param {string} id @returns {Status[]} */
  possible(id) {
    const bits = this.bits(id);
    return [...this.guide.ranks.keys()]
      .filter((rank) => (bits >> rank) & 1)
      .reverse()
      .map((rank) => this.guide.ranks[rank]);
  }

  /** Whether the status rests, in some completion, on our inference alone. @param {string} id */
  inferred(id) {
    return this.status(id) !== "not_named" && this.sets[this.treatment(id).inferred] !== UNMET;
  }

  /** The unknown factors that can decide among the possible statuses. @param {string} id @returns {number[]} */
  dependsOn(id) {
    const { status } = this.treatment(id);
    if (certain(this.sets[status])) return [];
    const found = this.once(`depends ${status}`, () => this.sensitivity.decidingFactors(status));
    if (found.length) return found;
    // Impossible combinations leave no two completions that differ in one fact alone.
    const named = this.factorsOf(id);
    return [...this.open]
      .filter(([place, levels]) => named.has(place) && levels.length > 1)
      .map(([place]) => place);
  }

  get sensitivity() {
    return this.once("sensitivity", () => new Sensitivity(this.guide, this.codes));
  }

  /** The factors that a treatment's rows ask for, or some of these rows. @param {string} id @param {(row: Row) => boolean} [which] @returns {Set<number>} */
  factorsOf(id, which = () => true) {
    const rows = this.treatment(id).deciding.map(([row]) => this.guide.rows[row]);
    return new Set(rows.filter(which).flatMap(({ places }) => places));
  }

  /** Return true if a condition is surely met, false if never, null if maybe. @param {number} root */
  isMet(root) {
    return this.sets[root] === MAYBE ? null : this.sets[root] === MET;
  }

  /** The rows that decide a treatment in some completion, stated ones first. @param {string} id @returns {DecidingRow[]} */
  deciding(id) {
    return this.once(`deciding ${id}`, () => decidingRows(this.guide, id, (root) => this.sets[root]));
  }

  /** Return the stated rows that would offer a treatment but for conditions that we added. @param {string} id @returns {Row[]} */
  withheldOffers(id) {
    return this.treatment(id)
      .ours.filter(([, root]) => this.sets[root] !== UNMET)
      .map(([row]) => this.guide.rows[row]);
  }

  /** Return true if status, basis, words, marks or aims of a treatment differ. @param {Pathway} other @param {string} id */
  differs(other, id) {
    return this.verdict(id).statement !== other.verdict(id).statement;
  }

  /** What the guide says of one treatment here. @param {string} id @returns {Verdict} */
  verdict(id) {
    return this.once(`verdict ${id}`, () => new Verdict(this, id));
  }

  /** The direct members of a group, in their places. @param {string} id @returns {Treatment[]} */
  members(id) {
    return this.guide.treatments.filter(({ memberOf }) => memberOf === id);
  }

  /** The treatments below a group, in reading order. @param {string} id @returns {Treatment[]} */
  below(id) {
    return this.members(id).flatMap((member) => [member, ...this.below(member.id)]);
  }

  /** Whether a member has a no that its group has not, or one in other words. @param {string} member @param {string} group */
  hasOwnNo(member, group) {
    return this.isCaveat(member) && this.verdict(member).words !== this.verdict(group).words;
  }

  /** Whether the guide says anything of a treatment here, or of a member of it. @param {string} id @returns {boolean} */
  isMentioned(id) {
    return this.status(id) !== "not_named" || this.members(id).some((member) => this.isMentioned(member.id));
  }

  /** Return the groups that differ from those of another pathway. @param {Pathway} before */
  changedSince(before) {
    return this.members("").filter(({ id }) => this.differs(before, id));
  }

  // -- in words ---------------------------------------------------------------------------------

  /** The pathway as plain text, in reading order: the same facts as the drawing. */
  outline() {
    const { considerations, footer, treatments } = this.guide;
    const lines = [this.sentence, this.answer, ""];
    for (const decision of this.decisions.values()) {
      if (decision.state !== "off") {
        lines.push(`? ${decision.question} ${decision.answer ?? this.fill("not_known")}`);
      }
    }
    for (const { id, label, depth } of treatments) {
      if (this.isMentioned(id)) lines.push(`${"  ".repeat(depth)}- ${label}: ${this.outlined(id)}`);
    }
    lines.push(...this.silences);
    const besides = joinWords(considerations.map(({ label }) => label));
    if (besides) lines.push(this.fill("no_rule", { labels: besides }));
    return [...lines, "", footer].join("\n");
  }

  /** Which groups are not named, a sentence for each way. @returns {string[]} */
  get silences() {
    const silent = this.members("").filter(({ id }) => !this.isMentioned(id));
    return SILENCES.flatMap((how) => {
      const groups = silent.filter(({ id }) => this.silence(id) === how);
      const no = capitalize(this.caveatWords(groups.map(({ id }) => id)));
      return groups.length
        ? [this.fill(how, { no, labels: joinWords(groups.map(({ label }) => label)) })]
        : [];
    });
  }

  /** Return the name of the pattern that says how a treatment is not named. @param {string} id */
  silence(id) {
    const [someNo, ours, nothing] = SILENCES;
    if (this.possible(id).length > 1) return someNo;
    return this.verdict(id).withheldOffers.length ? ours : nothing;
  }

  /** A status in words: "option (may be used here, inferred; most common regimen)". @param {string} id */
  outlined(id) {
    const verdict = this.verdict(id);
    const inferred = verdict.inferred ? [this.fill("inferred")] : [];
    const parts = [[verdict.line, ...inferred].filter(Boolean).join(", "), ...verdict.marks];
    const inside = parts.filter(Boolean).join("; ");
    const { word } = this.guide.statuses[verdict.status];
    return inside ? `${word} (${inside})` : word;
  }

  // -- the way ----------------------------------------------------------------------------------

  get route() {
    return this.once("route", () => new Route(this));
  }

  /** The factors that the flowchart asks for, with the profile's answers, by factor. */
  get decisions() {
    return this.route.decisions;
  }

  /** The steps of the guide, those between the same two ends as one arrow, by both. */
  get arrows() {
    return this.route.arrows;
  }
}
