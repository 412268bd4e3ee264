// What is new in a scene of a teaching case: facts, and statuses that they change. Python's
// teach/cases.py again.
import { UNKNOWN } from "./decision_diagrams.js";
import { knownPlaces } from "./profile.js";
import { capital, listed } from "./sentences.js";

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
  const sentences = changed.length ? [`${capital(after.clause(facts))}.`] : [];
  if (gone.length) sentences.push(after.said("not_known_any_more", { labels: listed(after.labels(gone)) }));
  return sentences.length ? sentences : [after.said("no_fact_changed")];
}

/**
 * The groups of which a scene changes what is told: each new status, and their labels.
 * @param {Pathway} before
 * @param {Pathway} after
 * @returns {[string, string][]}
 */
export function changedStatuses(before, after) {
  const changed = after.changedSince(before);
  return Object.keys(after.guide.statuses).flatMap((status) => {
    const labels = changed
      .filter(({ id }) => after.status(id) === status)
      .map(({ id, label }) =>
        before.status(id) === status ? after.said("another_reason", { label }) : label,
      );
    return labels.length ? [/** @type {[string, string]} */ ([status, labels.join(", ")])] : [];
  });
}
