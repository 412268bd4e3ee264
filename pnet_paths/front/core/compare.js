// Two profiles side by side: what differs, and which facts make each difference. Python's
// explain/compare.py again.
import { leastChanges } from "./decision_diagrams.js";
import { listed, sections } from "./sentences.js";

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

/**
 * One sentence for each difference, with the section it rests on.
 * @param {Pathway} a
 * @param {Pathway} b
 * @returns {string[]}
 */
export function compareSentences(a, b) {
  const { differences } = compare(a, b);
  if (!differences.length) return [a.said("no_difference")];
  return differences.map((difference) =>
    a.said("difference", {
      label: a.treatment(difference.id).label,
      a: inWords(a, difference.id),
      b: inWords(b, difference.id),
      factors: madeBy(a, difference),
      cited: sections([a, b].map((side) => side.verdict(difference.id).sections)),
    }),
  );
}

/** A status in words, a no with its own. @param {Pathway} side @param {string} id */
function inWords(side, id) {
  const status = side.status(id);
  if (status === "not_named") return side.said("not_named");
  const no = status === "against" ? ` (${side.verdict(id).words})` : "";
  return `${side.guide.statuses[status].word}${no}`;
}
