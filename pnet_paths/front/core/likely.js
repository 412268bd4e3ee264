// The completions of a profile that a clinician would meet: Python's guide/likely.py again.

import { once } from "./collections.js";
import { MANY, MET, nodesOf, UNKNOWN, UNMET, walk } from "./decision_diagrams.js";

/** @typedef {import("./decision_diagrams.js").Diagrams} Diagrams */
/** @typedef {import("./decision_diagrams.js").Codes} Codes */

/**
 * The ranks possible at a node, as bits, over the completions of a profile that do not meet a condition.
 * @param {Diagrams} guide
 * @param {Codes} codes
 * @param {number} barred the root of the condition
 * @returns {(root: number) => number}
 */
export function possibleExcept(guide, codes, barred) {
  /** By the numbers of a node and of the condition's; what is found serves all roots. @type {Map<number, number>} */
  const memo = new Map();
  const first = guide.byRanks.length;
  const { node } = walk(guide);
  /** @param {number} number @param {number} condition @returns {number} */
  const below = (number, condition) => {
    if (!number || !condition || condition === MET) return 0;
    if (Math.max(number, condition) < first) return number;
    const key = number * MANY + condition;
    const found = memo.get(key);
    if (found !== undefined) return found;
    const [asks, branches] = node(number);
    const [asked, conditions] = node(condition);
    const factor = Math.min(asks, asked);
    const code = codes[factor];
    const levels = code === UNKNOWN ? guide.factors[factor].levels.length : code + 1;
    let bits = 0;
    for (let level = code === UNKNOWN ? 0 : code; level < levels; level += 1) {
      // Written out: of all that follows a choice this takes longest.
      const next = asks === factor ? branches[level] : number;
      bits |= below(next, asked === factor ? conditions[level] : condition);
    }
    memo.set(key, bits);
    return bits;
  };
  return (root) => below(root, barred);
}

/** @type {WeakMap<Diagrams, Map<string, number>>} */
const unions = new WeakMap();

/**
 * The root of a diagram that is met where any of some conditions are; it is made once.
 * @param {Diagrams} guide
 * @param {number[]} roots
 * @returns {number}
 */
export function anyRoot(guide, roots) {
  const diagrams = once(unions, guide, () => new Map());
  const { node, to } = walk(guide);
  const asks = (/** @type {number} */ number) => node(number)[0];
  /** @param {number[]} numbers @returns {number} */
  const below = (numbers) => {
    if (numbers.includes(0)) return 0;
    if (numbers.includes(MET)) return Math.min(...numbers.map(asks)) === Infinity ? MET : unite(numbers);
    const left = numbers.filter((number) => number !== UNMET);
    return left.length ? unite(left) : UNMET;
  };
  /** @param {number[]} numbers @returns {number} */
  const unite = (numbers) =>
    once(diagrams, numbers.join(), () => {
      const factor = Math.min(...numbers.map(asks));
      const levels = [...guide.factors[factor].levels.keys()];
      const branches = levels.map((level) => below(numbers.map((number) => to(number, factor, level))));
      if (branches.every((branch) => branch === branches[0])) return branches[0];
      return guide.byRanks.length + nodesOf(guide).push([factor, branches]) - 1;
    });
  return below(roots);
}
