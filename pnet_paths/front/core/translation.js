// A profile of one guide in the words of another: Python's sources/translation.py again.
import { canOccur, UNKNOWN, withCode } from "./decision_diagrams.js";

/** @typedef {import("./guide").Guide} Guide */
/** @typedef {import("./guide").Meaning} Meaning */
/** @typedef {{facts: [place: number, code: number][], inferred: boolean}} Origin the facts that a fact comes from */
/** @typedef {{codes: number[], origins: Map<number, Origin>, conflicts: number[]}} Translation conflicts: factors there */

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
  for (const [there, levels] of [...possible].sort(([a], [b]) => a - b)) {
    if (levels.length > 1) continue;
    const more = levels.length ? withCode(facts, there, levels[0]) : facts;
    if (levels.length && canOccur(other, more)) facts = more;
    else conflicts.push(there);
  }
  return { codes: facts, origins, conflicts };
}
