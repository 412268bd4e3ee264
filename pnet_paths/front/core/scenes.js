// What is new in a scene of a teaching case: facts, and statuses that they change. Python's
// teach/cases.py again.
import { UNKNOWN } from "./decision_diagrams.js";
import { knownPlaces } from "./profile.js";
import { capitalize, joinWords, withMark } from "./sentences.js";

/** @typedef {import("./pathway.js").Pathway} Pathway */

/**
 * The facts that a scene adds, changes or takes back, as sentences.
 * @param {Pathway} before
 * @param {Pathway} after
 * @returns {string[]}
 */
export function newFacts(before, after) {
  const changed = knownPlaces(after.codes).filter((place) => before.level(place) !== after.codes[place]);
  const gone = knownPlaces(before.codes).filter((place) => after.level(place) === UNKNOWN);
  const facts = new Map(changed.map((place) => [place, [after.codes[place]]]));
  const sentences = changed.length ? [`${capitalize(after.clause(facts))}.`] : [];
  if (gone.length)
    sentences.push(after.fill("not_known_any_more", { labels: joinWords(after.labels(gone)) }));
  return sentences.length ? sentences : [after.fill("no_fact_changed")];
}

/**
 * What the groups gain and lose: in which way, and the names of those that do. Where no status changes,
 * those of which something else is told.
 * @param {Pathway} before
 * @param {Pathway} after
 * @returns {[string, string][]}
 */
export function changedStatuses(before, after) {
  /** @type {Map<string, string[]>} */
  const names = new Map();
  for (const { id, phrase } of after.changedSince(before)) {
    const way = wayOf(before, after, id);
    names.set(way, [...(names.get(way) ?? []), withMark(phrase, after.inferred(id))]);
  }
  const gained = Object.keys(after.guide.statuses).map((status) => `gained_${status}`);
  const lost = ["offer", "depends", ...after.guide.caveats].map((what) => `lost_${what}`);
  const ways = [...gained, ...lost].filter((way) => names.has(way));
  return (ways.length ? ways : [...names.keys()]).map((way) => [
    after.fill(way),
    (names.get(way) ?? []).join(", "),
  ]);
}

/** How one group changes: the pattern that says it. @param {Pathway} before @param {Pathway} after @param {string} id */
function wayOf(before, after, id) {
  if (before.status(id) === after.status(id)) return "other_reasons";
  if (after.status(id) !== "not_named") return `gained_${after.status(id)}`;
  return before.isOffered(id) ? "lost_offer" : `lost_${before.status(id)}`;
}

/** The same as a sentence: "Now usual: surgery; no longer offered: active surveillance." @param {Pathway} before @param {Pathway} after */
export function changesSentence(before, after) {
  const parts = changedStatuses(before, after).map(([how, labels]) => `${how}: ${labels}`);
  return parts.length ? `${capitalize(parts.join("; "))}.` : "";
}
