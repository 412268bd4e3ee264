// For each treatment the share of the profiles in which it is offered: Python's explain/landscape.py
// again, where the sentences are, too.
import { nodesOf, Sensitivity, UNKNOWN, withCode } from "./decision_diagrams.js";
import { OFFERED } from "./reasons.js";

/** @typedef {{id: string, dependsOn: number[], overall: number, byLevel: number[][]}} Share of the profiles, from 0 to 1 */

/**
 * The treatments, in reading order.
 * @param {any} guide
 * @returns {Share[]}
 */
export function landscape(guide) {
  /** @type {number[]} */
  const nothing = guide.factors.map(() => UNKNOWN);
  const offered = (/** @type {number} */ bits) => OFFERED.includes(guide.byRanks[bits]);
  const open = new Sensitivity(guide, nothing);
  const at = (/** @type {number[]} */ codes) => {
    const all = counts(guide, codes, Boolean);
    const some = counts(guide, codes, offered);
    return (/** @type {number} */ root) => (all(guide.space) ? some(root) / all(guide.space) : 0);
  };
  const overall = at(nothing);
  const each = guide.factors.map((/** @type {any} */ { levels }, /** @type {number} */ place) =>
    levels.map((/** @type {any} */ _, /** @type {number} */ code) => at(withCode(nothing, place, code))),
  );
  return guide.treatments.map((/** @type {any} */ { id, status }) => ({
    id,
    dependsOn: open.deciding(status),
    overall: overall(status),
    byLevel: each.map((/** @type {any[]} */ levels) => levels.map((share) => share(status))),
  }));
}

/**
 * How many completions of a profile end at a wanted set of ranks, by root.
 * @param {any} guide
 * @param {number[]} codes
 * @param {(bits: number) => boolean} wanted
 * @returns {(root: number) => number}
 */
function counts(guide, codes, wanted) {
  const { byRanks, factors } = guide;
  const nodes = nodesOf(guide);
  const first = byRanks.length;
  /** How many combinations the factors from each place on have. @type {number[]} */
  const from = [1];
  for (let place = factors.length - 1; place >= 0; place -= 1) {
    from.unshift(from[0] * (codes[place] === UNKNOWN ? factors[place].levels.length : 1));
  }
  const place = (/** @type {number} */ number) =>
    number < first ? factors.length : nodes[number - first][0];
  /** @type {number[]} */
  const below = [];
  /** Those from a place on that end well below a node. @param {number} start @param {number} number */
  const count = (start, number) => (from[start] / from[place(number)]) * below[number];
  for (let bits = 0; bits < first; bits += 1) below[bits] = Number(wanted(bits));
  for (let i = 0; i < nodes.length; i += 1) {
    const [asked, branches] = nodes[i];
    const open = codes[asked] === UNKNOWN ? branches : [branches[codes[asked]]];
    below[first + i] = open.reduce((sum, to) => sum + count(asked + 1, to), 0);
  }
  return (root) => count(0, root);
}

/** A share in percent; 0 and 100 only where it is none or all. @param {number} share */
export function percent(share) {
  if (share > 0 && share < 0.01) return "<1";
  if (share > 0.99 && share < 1) return ">99";
  return `${even(100 * share)}`;
}

/** As Python rounds: halves to the even number. @param {number} value */
export function even(value) {
  const below = Math.floor(value);
  return value - below === 0.5 ? below + (below % 2) : Math.round(value);
}
