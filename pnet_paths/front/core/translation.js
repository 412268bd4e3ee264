// A profile of one guide in the words of another: Python's sources/translation.py again.
import { canOccur, UNKNOWN, withCode } from "./decision_diagrams.js";

/** @typedef {import("./guide").Guide} Guide */
/** @typedef {import("./guide").Meaning} Meaning */
/** @typedef {{facts: [place: number, code: number][], inferred: boolean}} Origin the facts that a fact comes from */
/**
 * The facts there, where they come from, the levels that stay possible where several do, the factors whose facts
 * contradict each other, and the factors here that say nothing there.
 * @typedef {{codes: number[], origins: Map<number, Origin>, undecided: Map<number, number[]>, conflicts: number[], unused: number[]}} Translation
 */

/**
 * What a profile says in the words of another guide; what has no equivalent stays unknown.
 * @param {number[]} codes
 * @param {Guide} other
 * @param {Meaning[]} meanings of the first guide's facts
 * @returns {Translation}
 */
export function translate(codes, other, meanings) {
  /** @type {Map<number, number[]>} */
  const possible = new Map();
  /** @type {Map<number, Origin>} */
  const origins = new Map();
  for (const [place, code, there, levels, inferred] of meanings) {
    if (codes[place] !== code || !levels.length) continue;
    possible.set(
      there,
      (possible.get(there) ?? levels).filter((level) => levels.includes(level)),
    );
    const before = origins.get(there) ?? { facts: [], inferred: false };
    origins.set(there, {
      facts: [...before.facts, [place, code]],
      inferred: before.inferred || Boolean(inferred),
    });
  }
  let facts = other.factors.map(() => UNKNOWN);
  /** @type {number[]} */
  const conflicts = [];
  const inOrder = [...possible].sort(([a], [b]) => a - b);
  for (const [there, levels] of inOrder) {
    if (levels.length > 1) continue;
    const more = levels.length ? withCode(facts, there, levels[0]) : facts;
    if (levels.length && canOccur(other, more)) facts = more;
    else conflicts.push(there);
  }
  const undecided = new Map(inOrder.filter(([, levels]) => levels.length > 1));
  const used = new Set([...origins.values()].flatMap((each) => each.facts.map(([place]) => place)));
  const unused = [...codes.keys()].filter((place) => codes[place] !== UNKNOWN && !used.has(place));
  return { codes: facts, origins, undecided, conflicts, unused };
}

/**
 * The places of a profile's facts from which no fact of the other guide follows.
 * @param {number[]} codes
 * @param {Translation} made
 */
export function leftBehind(codes, { codes: facts, origins }) {
  const followed = [...origins].filter(([there]) => facts[there] !== UNKNOWN);
  const taken = new Set(followed.flatMap(([, { facts: from }]) => from.map(([place]) => place)));
  return [...codes.keys()].filter((place) => codes[place] !== UNKNOWN && !taken.has(place));
}
