// Two profiles side by side: what differs, and which facts make each difference. Python's
// explain/compare.py again.
import { leastChanges } from "./decision_diagrams.js";
import { Reasons } from "./reasons.js";
import { joinWords, unique } from "./sentences.js";

/** @typedef {import("./pathway.js").Pathway} Pathway */
/** @typedef {import("./guide").Status} Status */
/** @typedef {{id: string, before: Status, after: Status, because: number[][]}} Difference by its status, or else by what is told of it */

/**
 * The factors and the treatments that differ, those in reading order.
 * @param {Pathway} a
 * @param {Pathway} b
 * @returns {{factors: number[], differences: Difference[]}}
 */
export function compare(a, b) {
  const { guide } = a;
  const options = a.codes.map((code, place) => (code === b.codes[place] ? [code] : [code, b.codes[place]]));
  /** @type {Difference[]} */
  const differences = [];
  for (const { id } of guide.treatments) {
    if (!a.differs(b, id)) continue;
    const [before, after] = [a.status(id), b.status(id)];
    const find = before === after ? withStatement : withStatus;
    const because = find(b, id, options).map((changes) => changes.map(([place]) => place));
    differences.push({ id, before, after, because });
  }
  const factors = [...guide.factors.keys()].filter((place) => a.level(place) !== b.level(place));
  return { factors, differences };
}

/** @typedef {import("./decision_diagrams.js").Change} Change */

/** The least changes after which a treatment has the status of a profile. @param {Pathway} side @param {string} id @param {number[][]} options @returns {Change[][]} */
function withStatus(side, id, options) {
  const { guide } = side;
  const roots = [side.treatment(id).status];
  return leastChanges(guide, roots, options, ([bits]) => guide.byRanks[bits] === side.status(id));
}

/** Return the least changes after which a treatment has the statement of a profile. @param {Pathway} side @param {string} id @param {number[][]} options @returns {Change[][]} */
function withStatement(side, id, options) {
  const { guide } = side;
  const { status, inferred, deciding } = side.treatment(id);
  /** @type {number[]} */
  const roots = [status, inferred, ...deciding.flatMap(([, ...each]) => each)];
  const { statement } = side.verdict(id);
  return leastChanges(guide, roots, options, (bits) => {
    const answers = new Map(roots.map((root, i) => [root, bits[i]]));
    return (
      !bits.includes(0) && new Reasons(guide, id, (root) => answers.get(root) ?? 0).statement === statement
    );
  });
}

/** Return the remarks on a treatment, and its basis, that only one of two profiles has. @param {Pathway} one @param {Pathway} other @param {string} id @returns {string} */
export function extraRemarks(one, other, id) {
  const [mine, others] = [one.verdict(id), other.verdict(id)];
  const parts = mine.remarks.filter((text) => !others.remarks.includes(text)).map((text) => `"${text}"`);
  const basis = (/** @type {Reasons} */ { status, inferred }) =>
    status === "not_named" ? "" : inferred ? "inferred" : "stated";
  if (basis(mine) && basis(mine) !== basis(others)) parts.push(one.fill(basis(mine)));
  return parts.length ? joinWords(parts) : one.fill("nothing_more");
}

/** The factors that make a difference, in words. @param {Pathway} a @param {Difference} difference @returns {string} */
export const causePhrase = (a, { because }) =>
  because.map((places) => joinWords(a.labels(places))).join(a.fill("or_else"));

/** The words of a no, where a treatment has one. @param {Pathway} side @param {string} id @returns {string} */
export const noOf = (side, id) => (side.isCaveat(id) ? side.verdict(id).words : "");

/** What stands beside a status: the words of a no, or what else is told where the other status is the same. @param {Pathway} side @param {Pathway} other @param {string} id @returns {string} */
export const besideStatus = (side, other, id) =>
  side.status(id) === other.status(id) ? extraRemarks(side, other, id) : noOf(side, id);

/** Where the statuses of some treatments stand in two profiles. @param {Pathway[]} sides @param {string[]} ids @returns {string[]} */
export const sectionsOf = (sides, ids) =>
  unique(ids.flatMap((id) => sides.flatMap((side) => side.verdict(id).sections)));
