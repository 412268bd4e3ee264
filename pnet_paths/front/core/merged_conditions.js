// Sets of facts put together where they differ in one fact alone: Python's explain/merged_conditions.py again.
import { order } from "./collections.js";

/** @typedef {import("./sentences.js").Conditions} Conditions */

/**
 * Sets that differ in one level only as one set with several levels, the smallest first.
 * @param {import("./guide").Guide} guide
 * @param {Conditions[]} sets
 * @returns {Conditions[]}
 */
export function merge(guide, sets) {
  const name = (/** @type {number} */ place) => guide.factors[place].id;
  const places = [...new Set(sets.flatMap((found) => [...found.keys()]))].sort((a, b) =>
    order(name(a), name(b)),
  );
  let left = sets;
  for (const place of places) {
    /** @type {Map<string, Conditions>} */
    const groups = new Map();
    for (const found of left) {
      const rest = [...found]
        .filter(([other]) => other !== place)
        .map(([other, codes]) => `${other}:${codes}`);
      const key = `${found.has(place)} ${rest.sort().join(" ")}`;
      const before = groups.get(key);
      const codes = new Set([...(before?.get(place) ?? []), ...(found.get(place) ?? [])]);
      const both = [...codes].sort((a, b) => a - b);
      groups.set(key, before && found.has(place) ? new Map([...before, [place, both]]) : found);
    }
    left = [...groups.values()];
  }
  const names = (/** @type {Conditions} */ found) => [...found.keys()].map(name).sort(order);
  return [...left].sort((a, b) => a.size - b.size || order(names(a), names(b)));
}
