// Decision diagrams as Python compiled them: what is possible for a profile, and what decides.
// A node is [factor, branches]; numbers below `byRanks.length` are sets of ranks, as bits (0: it cannot
// occur), and node i has the number that follows them by i. A node's branches stand before it.
import { once, order } from "./collections.js";

/** @typedef {[factor: number, branches: number[]]} Node */
/** @typedef {Pick<import("./guide").Guide, "nodes" | "byRanks" | "space" | "factors">} Diagrams */
/** @typedef {number[]} Codes for each factor the code of its level, or UNKNOWN */
/** @typedef {[place: number, code: number]} Change a factor, and the code that it is changed to */

export const UNKNOWN = -1;
/** The answers of a condition's diagram: it is not met, it is met, or unknown facts decide. */
export const UNMET = 0b1;
export const MET = 0b10;
export const MAYBE = 0b11;

/**
 * A profile with the code of one factor replaced; `Array.prototype.with` is newer than the oldest browsers.
 * @param {Codes} codes
 * @param {number} place
 * @param {number} code
 * @returns {Codes}
 */
export const withCode = (codes, place, code) => codes.map((each, i) => (i === place ? code : each));

/** @type {WeakMap<Diagrams, Node[]>} */
const unfolded = new WeakMap();

/**
 * Return the nodes of a guide, in their order. Its document lists them one after the other; a branch is the
 * distance to an earlier node.
 * @param {Diagrams} guide
 * @returns {Node[]}
 */
export function nodesOf(guide) {
  return once(unfolded, guide, () => {
    const { nodes, byRanks, factors } = guide;
    const first = byRanks.length;
    /** @type {Node[]} */
    const found = [];
    for (let at = 0; at < nodes.length; ) {
      const end = at + 1 + factors[nodes[at]].levels.length;
      const number = first + found.length;
      const branches = nodes.slice(at + 1, end).map((to) => (to < first ? to : first + number - to));
      found.push([nodes[at], branches]);
      at = end;
    }
    return found;
  });
}

/** Whether a set of ranks is one rank alone. @param {number} bits */
export const certain = (bits) => bits > 0 && !(bits & (bits - 1));

/**
 * For each node the ranks possible over all completions of a profile, as bits.
 * @param {Diagrams} guide
 * @param {Codes} codes
 * @returns {Uint8Array}
 */
export function sets(guide, codes) {
  const nodes = nodesOf(guide);
  const first = guide.byRanks.length;
  const found = new Uint8Array(first + nodes.length);
  for (let bits = 0; bits < first; bits += 1) found[bits] = bits;
  // Plain loops: this runs at every choice, seldom enough to stay uncompiled.
  for (let i = 0; i < nodes.length; i += 1) {
    const branches = nodes[i][1];
    const code = codes[nodes[i][0]];
    let bits = code === UNKNOWN ? 0 : found[branches[code]];
    if (code === UNKNOWN) for (let j = 0; j < branches.length; j += 1) bits |= found[branches[j]];
    found[first + i] = bits;
  }
  return found;
}

/** What asks nothing: a set of ranks. @type {Node} */
const NOTHING = [Infinity, []];

/**
 * How a guide's diagrams are followed: what a number stands for, and where a level of a factor leads from it;
 * what asks for another factor stays.
 * @param {Diagrams} guide
 */
export function walk(guide) {
  const nodes = nodesOf(guide);
  const first = guide.byRanks.length;
  const node = (/** @type {number} */ number) => (number < first ? NOTHING : nodes[number - first]);
  const to = (/** @type {number} */ number, /** @type {number} */ factor, /** @type {number} */ level) => {
    const [asked, branches] = node(number);
    return asked === factor ? branches[level] : number;
  };
  return { node, to };
}

/**
 * The ranks possible at one node, as bits.
 * @param {Diagrams} guide
 * @param {number} root
 * @param {Codes} codes
 * @returns {number}
 */
export function possible(guide, root, codes) {
  /** @type {Map<number, number>} */
  const memo = new Map();
  const { node } = walk(guide);
  /** @param {number} number @returns {number} */
  const below = (number) => {
    const [factor, branches] = node(number);
    if (factor === Infinity) return number;
    return once(memo, number, () => {
      const code = codes[factor];
      return code === UNKNOWN
        ? branches.reduce((all, branch) => all | below(branch), 0)
        : below(branches[code]);
    });
  };
  return below(root);
}

/**
 * Whether a profile can occur.
 * @param {Diagrams} guide
 * @param {Codes} codes
 */
export const canOccur = (guide, codes) => possible(guide, guide.space, codes) !== 0;

/** Looks, for one profile, for two completions that differ in one factor alone and in rank. */
export class Sensitivity {
  /**
   * @param {Diagrams} guide
   * @param {Codes} codes
   */
  constructor(guide, codes) {
    this.guide = guide;
    this.codes = codes;
    this.walk = walk(guide);
    /** By number of a node, and factor. @type {Map<number, boolean>} */
    this.decidingMemo = new Map();
    /** By the numbers of two nodes. @type {Map<number, boolean>} */
    this.differMemo = new Map();
  }

  /**
   * The unknown factors that can change the rank of a diagram alone.
   * @param {number} root
   * @returns {number[]}
   */
  decidingFactors(root) {
    return this.codes.flatMap((code, factor) =>
      code === UNKNOWN && this.canDecide(root, factor) ? [factor] : [],
    );
  }

  /**
   * @param {number} number of a node
   * @param {number} factor
   * @returns {boolean}
   */
  canDecide(number, factor) {
    const [asked, branches] = this.walk.node(number);
    if (asked > factor) return false;
    return once(this.decidingMemo, number * this.codes.length + factor, () => {
      if (asked === factor)
        return branches.some((a, i) => branches.slice(i).some((b) => this.canDiffer(a, b)));
      return this.open(asked).some((level) => this.canDecide(branches[level], factor));
    });
  }

  /** The codes of a factor's levels that are looked at. @param {number} factor */
  open(factor) {
    const code = this.codes[factor];
    return code === UNKNOWN ? [...this.guide.factors[factor].levels.keys()] : [code];
  }

  /** @param {number} a @param {number} b @returns {boolean} */
  canDiffer(a, b) {
    if (a === b || a === 0 || b === 0) return false;
    return once(this.differMemo, Math.min(a, b) * MANY + Math.max(a, b), () => {
      const { node, to } = this.walk;
      const factor = Math.min(node(a)[0], node(b)[0]);
      if (factor === Infinity) return true;
      return this.open(factor).some((level) => this.canDiffer(to(a, factor, level), to(b, factor, level)));
    });
  }
}

/** More than there are nodes. */
export const MANY = 2 ** 26;

/**
 * Return all minimal sets of changes that lead to the wanted answers, the smallest first.
 * @param {Diagrams} guide
 * @param {number[]} roots of the diagrams whose answers are looked at together
 * @param {number[][]} options for each factor its code as it is, then the codes it may be changed to
 * @param {(bits: number[]) => boolean} wanted whether sets of ranks are wanted, one for each root; 0 is what cannot occur
 * @returns {Change[][]}
 */
export function leastChanges(guide, roots, options, wanted) {
  const { node } = walk(guide);
  /** @type {Map<string, Change[][]>} */
  const memo = new Map();
  /** Return the sets of changes below nodes, several for each root where unknown facts keep all branches. @param {number[][]} sides @returns {Change[][]} */
  const below = (sides) =>
    once(memo, sides.join(";"), () => {
      const asked = Math.min(...sides.flat().map((number) => node(number)[0]));
      if (asked === Infinity) {
        return wanted(sides.map((ends) => ends.reduce((all, bits) => all | bits, 0))) ? [[]] : [];
      }
      const [asItIs, ...others] = options[asked];
      const unchanged = below(sides.map((numbers) => follow(numbers, asked, asItIs)));
      const changed = others.flatMap((code) =>
        below(sides.map((numbers) => follow(numbers, asked, code))).map(
          (changes) => /** @type {Change[]} */ ([[asked, code], ...changes]),
        ),
      );
      return [
        ...unchanged,
        ...changed.filter((changes) => !unchanged.some((fewer) => includesAll(changes, fewer))),
      ];
    });
  /** @param {number[]} numbers @param {number} factor @param {number} code */
  const follow = (numbers, factor, code) => {
    const next = numbers.flatMap((number) => {
      const [asks, branches] = node(number);
      if (asks !== factor) return [number];
      return code === UNKNOWN ? branches : [branches[code]];
    });
    return [...new Set(next)].sort((a, b) => a - b);
  };
  return below(roots.map((root) => [root])).sort((a, b) => a.length - b.length || order(a.flat(), b.flat()));
}

/** Return true if some changes include all of others. @param {Change[]} changes @param {Change[]} fewer */
function includesAll(changes, fewer) {
  return fewer.every(([place, code]) => changes.some(([p, c]) => p === place && c === code));
}
