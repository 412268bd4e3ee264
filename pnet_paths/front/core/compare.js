// Two profiles side by side: what differs, and which facts make each difference. Python's
// explain/compare.py again.
import { leastChanges } from "./decision_diagrams.js";
import { listed, shared } from "./sentences.js";

/** @typedef {import("./pathway.js").Pathway} Pathway */
/** @typedef {{id: string, before: string, after: string, because: number[][]}} Difference */

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
  for (const { id, status } of guide.treatments) {
    const [before, after] = [a.status(id), b.status(id)];
    if (before === after) continue;
    const wanted = (/** @type {number} */ bits) => guide.byRanks[bits] === after;
    const because = leastChanges(guide, status, options, wanted).map((changes) =>
      changes.map(([place]) => place),
    );
    differences.push({ id, before, after, because });
  }
  const factors = [...guide.factors.keys()].filter((place) => a.level(place) !== b.level(place));
  return { factors, differences };
}

/** The factors that make a difference, in words. @param {Pathway} a @param {Difference} difference @returns {string} */
export const madeBy = (a, { because }) =>
  because.map((places) => listed(a.labels(places))).join(a.said("or_else"));

/** The words of a no, where a treatment has one. @param {Pathway} side @param {string} id @returns {string} */
export const noOf = (side, id) => (side.status(id) === "against" ? side.verdict(id).words : "");

/** Where the statuses of some treatments stand in two profiles. @param {Pathway[]} sides @param {string[]} ids @returns {string[]} */
export const sectionsOf = (sides, ids) =>
  shared(ids.flatMap((id) => sides.flatMap((side) => side.verdict(id).sections)));
