// Assumed facts: they belong to a profile until a stated fact rules them out. Python's guide/assumptions.py again.
import { canOccur, UNKNOWN, withCode } from "./decision_diagrams.js";

/** @typedef {import("./decision_diagrams.js").Codes} Codes */
/** @typedef {ReadonlySet<number>} Assumed the places of the factors whose facts are assumed, in their order */

/** @type {Assumed} */
export const NOTHING_ASSUMED = new Set();

/** The facts that are not assumed. @param {Codes} codes @param {Assumed} assumed @returns {number[]} */
export const statedFacts = (codes, assumed) =>
  codes.map((code, place) => (assumed.has(place) ? UNKNOWN : code));

/**
 * The facts without the assumed ones that cannot occur with the others.
 * @param {import("./guide").Guide} guide
 * @param {Codes} codes
 * @param {Assumed} assumed
 * @returns {number[]}
 */
export function reconcile(guide, codes, assumed) {
  let remaining = statedFacts(codes, assumed);
  for (const place of assumed) {
    const more = withCode(remaining, place, codes[place]);
    if (canOccur(guide, more)) remaining = more;
  }
  return remaining;
}

/** The assumed facts that are in both profiles with the same level. @param {Assumed} assumed @param {Codes} before @param {Codes} after @returns {Assumed} */
export const unchangedAssumptions = (assumed, before, after) =>
  new Set([...assumed].filter((place) => before[place] === after[place] && after[place] !== UNKNOWN));

/** The facts of a profile that the guide assumes too. @param {import("./guide").Guide} guide @param {Codes} codes @returns {Assumed} */
export const sharedAssumptions = (guide, codes) =>
  unchangedAssumptions(new Set([...guide.factors.keys()]), guide.assumed, codes);
