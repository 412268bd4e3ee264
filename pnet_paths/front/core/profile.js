// What can occur, what follows from what is known, and which facts clash: Python's guide/profile.py again.
import { canOccur, Sensitivity, sets, UNKNOWN, withCode } from "./decision_diagrams.js";
import { Reasons } from "./reasons.js";

/** @typedef {import("./guide").Guide} Guide */
/** @typedef {import("./guide").Impossible} Impossible */
/** @typedef {import("./guide").Treatment} Treatment */
/** @typedef {import("./decision_diagrams.js").Codes} Codes */
/** @typedef {{facts: Map<number, number>, reasons: string[]}} Conflict facts of which no profile holds all, and why */

/** The factors that are known. @param {Codes} codes @returns {number[]} */
export const knownPlaces = (codes) => [...codes.keys()].filter((place) => codes[place] !== UNKNOWN);

/**
 * The codes of a factor's levels that can still occur.
 * @param {Guide} guide
 * @param {Codes} codes
 * @param {number} place
 * @returns {number[]}
 */
export const openCodes = (guide, codes, place) =>
  [...guide.factors[place].levels.keys()].filter((level) => canOccur(guide, withCode(codes, place, level)));

/**
 * For each factor that is not known the codes of the levels that can still occur.
 * @param {Guide} guide
 * @param {Codes} codes
 * @returns {Map<number, number[]>}
 */
export function openLevels(guide, codes) {
  const unknown = [...codes.keys()].filter((place) => codes[place] === UNKNOWN);
  return new Map(unknown.map((place) => [place, openCodes(guide, codes, place)]));
}

/**
 * Return a minimal set of facts that clash, with the reasons; null if all can occur.
 * @param {Guide} guide
 * @param {Codes} codes
 * @param {number[]} order the known factors, those to be spared first before the others
 * @returns {Conflict | null}
 */
export function conflict(guide, codes, order) {
  if (canOccur(guide, codes)) return null;
  const row = guide.impossible.find(({ when }) => fits(when, codes));
  if (row) {
    return { facts: new Map(row.when.map(([place]) => [place, codes[place]])), reasons: [row.reason] };
  }
  let core = codes;
  for (const place of order) {
    const fewer = withCode(core, place, UNKNOWN);
    if (!canOccur(guide, fewer)) core = fewer;
  }
  let rows = guide.impossible;
  for (const each of guide.impossible) {
    const fewer = rows.filter((other) => other !== each);
    if (!avoidable(guide, fewer, core)) rows = fewer;
  }
  return {
    facts: new Map(knownPlaces(core).map((place) => [place, core[place]])),
    reasons: [...new Set(rows.map(({ reason }) => reason))].map(String),
  };
}

/** Whether known facts meet all of some conditions. @param {Impossible["when"]} when @param {Codes} codes */
const fits = (when, codes) => when.every(([place, levels]) => levels.includes(codes[place]));

/** Whether some completion of a profile meets none of some conditions. @param {Guide} guide @param {Impossible[]} rows @param {Codes} codes @returns {boolean} */
function avoidable(guide, rows, codes) {
  if (rows.some(({ when }) => fits(when, codes))) return false;
  const open = rows
    .filter(({ when }) => when.every(([p, levels]) => codes[p] === UNKNOWN || levels.includes(codes[p])))
    .flatMap(({ when }) => when.map(([place]) => place))
    .find((place) => codes[place] === UNKNOWN);
  if (open === undefined) return true;
  const levels = [...guide.factors[open].levels.keys()];
  return levels.some((level) => avoidable(guide, rows, withCode(codes, open, level)));
}

/**
 * The levels of a factor that the rest of the profile rules out, by code, and why.
 * @param {Guide} guide
 * @param {Codes} codes
 * @param {number} place
 * @returns {Map<number, Conflict>}
 */
export function closedLevels(guide, codes, place) {
  const found = new Map();
  const others = knownPlaces(codes).filter((other) => other !== place);
  for (const level of guide.factors[place].levels.keys()) {
    const clash = conflict(guide, withCode(codes, place, level), [...others, place]);
    if (clash) found.set(level, clash);
  }
  return found;
}

/**
 * Return the factors that can change a statement, or rule out a level of one that can.
 * @param {Guide} guide
 * @param {Codes} codes
 * @returns {Set<number>}
 */
export function relevantFactors(guide, codes) {
  const places = [...codes.keys()];
  const deciding = new Set(places.filter((place) => makesDifference(guide, codes, place)));
  const narrowing = places.filter((place) => !deciding.has(place) && narrows(guide, codes, place, deciding));
  return new Set([...deciding, ...narrowing]);
}

/** @param {Guide} guide @param {Codes} codes @param {number} place */
function makesDifference(guide, codes, place) {
  const open = new Sensitivity(guide, withCode(codes, place, UNKNOWN));
  const { treatments } = guide;
  const roots = new Set(
    treatments.flatMap(({ status, inferred, remarkRoots }) => [status, inferred, ...remarkRoots]),
  );
  if ([...roots].some((root) => open.canDecide(root, place))) return true;
  const found = new Set();
  for (const code of [UNKNOWN, ...guide.factors[place].levels.keys()]) {
    const bits = sets(guide, withCode(codes, place, code));
    const statement = (/** @type {Treatment} */ { id }) =>
      new Reasons(guide, id, (root) => bits[root]).statement;
    if (bits[guide.space]) found.add(treatments.map(statement).join());
  }
  return found.size > 1;
}

/** @param {Guide} guide @param {Codes} codes @param {number} place @param {Set<number>} deciding */
function narrows(guide, codes, place, deciding) {
  const rest = openLevels(guide, withCode(codes, place, UNKNOWN));
  return (rest.get(place) ?? []).some((level) => {
    const narrowed = openLevels(guide, withCode(codes, place, level));
    return [...deciding].some((other) => `${narrowed.get(other)}` !== `${rest.get(other)}`);
  });
}
