// One fact turned: what each of its levels would change, the other facts staying as they are.
import { reconcile, statedFacts } from "./assumptions.js";
import { UNKNOWN, withCode } from "./decision_diagrams.js";
import { foldRows } from "./folded_rows.js";
import { settles } from "./next_facts.js";
import { Pathway } from "./pathway.js";
import { closedLevels } from "./profile.js";
import { joinWords, unique } from "./sentences.js";

/** @typedef {import("./assumptions.js").Assumed} Assumed */
/** @typedef {{code: number, pathway: Pathway | null, note: string}} Column a level; no pathway where it cannot occur; what else it would change, or why it cannot */
/** @typedef {{status: import("./guide").Status, inferred: boolean} | null} Cell */
/** @typedef {import("./folded_rows.js").Row & {cells: Cell[], differs: boolean}} Row treatments and their members with the same cells */

/** The fact to turn first: the one that settles most, or else one that makes a difference. @param {Pathway} pathway @returns {number} */
export function firstFact(pathway) {
  const [fact] = settles(pathway).facts;
  return fact?.place ?? [...pathway.relevantFactors].sort((a, b) => a - b)[0] ?? 0;
}

/** Whether nothing else is stated than the fact that is turned. @param {Pathway} pathway @param {number} place @param {Assumed} assumed */
export const alone = ({ codes }, place, assumed) =>
  withCode(statedFacts(codes, assumed), place, UNKNOWN).every((code) => code === UNKNOWN);

/**
 * The levels of a fact, each with the facts that a reader who chooses it gets.
 * @param {Pathway} pathway
 * @param {number} place
 * @param {Assumed} assumed
 * @returns {Column[]}
 */
export function columns(pathway, place, assumed) {
  const { guide, codes } = pathway;
  const others = new Set([...assumed].filter((other) => other !== place));
  const clashes = closedLevels(guide, statedFacts(codes, others), place);
  return guide.factors[place].levels.map((_, code) => {
    const clash = clashes.get(code);
    if (clash) return { code, pathway: null, note: clash.reasons.join(" ") };
    const facts = reconcile(guide, withCode(codes, place, code), others);
    const gone = [...others].filter((other) => facts[other] !== codes[other]);
    const labels = joinWords(pathway.labels(gone));
    const note = gone.length ? pathway.fill("with_unknown", { labels }).trim() : "";
    return { code, pathway: code === codes[place] ? pathway : new Pathway(guide, facts), note };
  });
}

/**
 * What each level makes of the treatments, in reading order; members only where they differ from their group.
 * @param {Pathway} pathway
 * @param {Column[]} levels
 * @returns {Row[]}
 */
export function rows(pathway, levels) {
  const cells = (/** @type {string} */ id) =>
    levels.map(({ pathway: then }) => then && { status: then.status(id), inferred: then.inferred(id) });
  const content = (/** @type {string} */ id) => JSON.stringify(cells(id));
  return foldRows(pathway, pathway.members(""), content).rows.map((row) => {
    const own = cells(row.ids[0]);
    return {
      ...row,
      cells: own,
      differs: unique(own.filter(Boolean).map((cell) => JSON.stringify(cell))).length > 1,
    };
  });
}
