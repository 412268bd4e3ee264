// Decision diagrams as Python compiled them: what is possible for a profile, and what decides.
// A node is [factor, branches]; numbers below `byRanks.length` are sets of ranks, as bits (0: it cannot
// occur), and node i has the number that follows them by i. A node's branches stand before it.
import { once } from "./memo.js";

/** @typedef {[factor: number, branches: number[]]} Node */
/** @typedef {{nodes: number[], byRanks: string[], space: number, factors: any[]}} Diagrams */
/** @typedef {number[]} Codes for each factor the code of its level, or UNKNOWN */
/** @typedef {[place: number, code: number]} Change a factor, and the code that it is changed to */

export const UNKNOWN = -1;
/** What a condition's diagram answers where it is not met, where it is, and where that is not known. */
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
 * The nodes of a guide, in their order. Its document holds them one after the other, branches as how far
 * before a node they stand.
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

/**
 * The ranks possible at one node, as bits.
 * @param {Diagrams} guide
 * @param {number} root
 * @param {Codes} codes
 * @returns {number}
 */
export function possible(guide, root, codes) {
  /** @type {Map<number, number>} */
  const known = new Map();
  const first = guide.byRanks.length;
  const nodes = nodesOf(guide);
  /** @param {number} number @returns {number} */
  const below = (number) => {
    if (number < first) return number;
    return once(known, number, () => {
      const [factor, branches] = nodes[number - first];
      const code = codes[factor];
      return code === UNKNOWN
        ? branches.reduce((all, branch) => all | below(branch), 0)
        : below(branches[code]);
    });
  };
  return below(root);
}

/** What asks nothing: a set of ranks. @type {Node} */
export const NOTHING = [Infinity, []];

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
    this.first = guide.byRanks.length;
    this.nodes = nodesOf(guide);
    /** By number of a node, and factor. @type {Map<number, boolean>} */
    this.deciders = new Map();
    /** By the numbers of two nodes. @type {Map<number, boolean>} */
    this.differing = new Map();
  }

  /**
   * The unknown factors that can change the rank of a diagram alone.
   * @param {number} root
   * @returns {number[]}
   */
  deciding(root) {
    return this.codes.flatMap((code, factor) =>
      code === UNKNOWN && this.decides(root, factor) ? [factor] : [],
    );
  }

  /**
   * @param {number} number of a node
   * @param {number} factor
   * @returns {boolean}
   */
  decides(number, factor) {
    const [asked, branches] = this.node(number);
    if (asked > factor) return false;
    return once(this.deciders, number * this.codes.length + factor, () =>
      asked === factor
        ? pairs([...new Set(branches)]).some(([a, b]) => this.canDiffer(a, b))
        : this.open(asked, branches).some((branch) => this.decides(branch, factor)),
    );
  }

  /** @param {number} number @returns {Node} */
  node(number) {
    return number < this.first ? NOTHING : this.nodes[number - this.first];
  }

  /** @param {number} factor @param {number[]} branches */
  open(factor, branches) {
    const code = this.codes[factor];
    return code === UNKNOWN ? branches : [branches[code]];
  }

  /** @param {number} a @param {number} b @returns {boolean} */
  canDiffer(a, b) {
    if (a === b || a === 0 || b === 0) return false;
    return once(this.differing, Math.min(a, b) * MANY + Math.max(a, b), () => {
      const [[asksA, branchesA], [asksB, branchesB]] = [this.node(a), this.node(b)];
      const factor = Math.min(asksA, asksB);
      if (factor === Infinity) return true;
      const size = this.guide.factors[factor].levels.length;
      const code = this.codes[factor];
      const levels = code === UNKNOWN ? [...Array(size).keys()] : [code];
      return levels.some((level) =>
        this.canDiffer(asksA === factor ? branchesA[level] : a, asksB === factor ? branchesB[level] : b),
      );
    });
  }
}

/** More than there are nodes. */
export const MANY = 2 ** 26;

/**
 * @template T
 * @param {T[]} all
 * @returns {[T, T][]}
 */
export function pairs(all) {
  return all.flatMap((one, i) => all.slice(i + 1).map((other) => /** @type {[T, T]} */ ([one, other])));
}

/**
 * All sets of changes that lead to wanted answers and of which none can be spared, the smallest first.
 * @param {Diagrams} guide
 * @param {number[]} roots of the diagrams whose answers are looked at together
 * @param {number[][]} options for each factor its code as it is, then the codes it may be changed to
 * @param {(bits: number[]) => boolean} wanted whether sets of ranks are wanted, one for each root; 0 is what cannot occur
 * @returns {Change[][]}
 */
export function leastChanges(guide, roots, options, wanted) {
  const first = guide.byRanks.length;
  const nodes = nodesOf(guide);
  /** @type {Map<string, Change[][]>} */
  const known = new Map();
  const asks = (/** @type {number} */ number) => (number < first ? Infinity : nodes[number - first][0]);
  /** What is possible in any of some nodes, for each root: what is not known goes on with all branches. @param {number[][]} sides @returns {Change[][]} */
  const below = (sides) =>
    once(known, sides.join(";"), () => {
      const asked = Math.min(...sides.flat().map(asks));
      if (asked === Infinity) {
        return wanted(sides.map((ends) => ends.reduce((all, bits) => all | bits, 0))) ? [[]] : [];
      }
      const [asItIs, ...others] = options[asked];
      const kept = below(sides.map((numbers) => follow(numbers, asked, asItIs)));
      const changed = others.flatMap((code) =>
        below(sides.map((numbers) => follow(numbers, asked, code))).map(
          (changes) => /** @type {Change[]} */ ([[asked, code], ...changes]),
        ),
      );
      return [...kept, ...changed.filter((changes) => !kept.some((fewer) => holds(changes, fewer)))];
    });
  /** @param {number[]} numbers @param {number} factor @param {number} code */
  const follow = (numbers, factor, code) => {
    const next = numbers.flatMap((number) => {
      if (asks(number) !== factor) return [number];
      const branches = nodes[number - first][1];
      return code === UNKNOWN ? branches : [branches[code]];
    });
    return [...new Set(next)].sort((a, b) => a - b);
  };
  return below(roots.map((root) => [root])).sort((a, b) => a.length - b.length || compareChanges(a, b));
}

/** Whether some changes hold all of others. @param {Change[]} changes @param {Change[]} fewer */
function holds(changes, fewer) {
  return fewer.every(([place, code]) => changes.some(([p, c]) => p === place && c === code));
}

/** @param {Change[]} a @param {Change[]} b */
function compareChanges(a, b) {
  for (let i = 0; i < a.length; i += 1) {
    const order = a[i][0] - b[i][0] || a[i][1] - b[i][1];
    if (order) return order;
  }
  return 0;
}
