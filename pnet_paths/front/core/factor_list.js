// What the lists of the factors show: labels, what is closed and why, what follows.
import { NOTHING_ASSUMED, statedFacts } from "./assumptions.js";
import { UNKNOWN } from "./decision_diagrams.js";
import { closedLevels, openCodes } from "./profile.js";
import { capitalize, clause, unique } from "./sentences.js";

/** @typedef {import("./pathway.js").Pathway} Pathway */

/**
 * What the list of one factor shows; places never change from profile to profile. What is assumed closes
 * no level: it gives way where one is chosen that it rules out.
 * @param {Pathway} pathway
 * @param {number} place of the factor
 * @param {import("./assumptions.js").Assumed} assumed
 * @returns {{labels: string[], index: number, disabled: boolean, note: string}} with why levels are closed
 */
export function listOf(pathway, place, assumed = NOTHING_ASSUMED) {
  const { levels } = pathway.guide.factors[place];
  const facts = statedFacts(pathway.codes, assumed);
  const clashes = closedLevels(pathway.guide, facts, place);
  const implied = pathway.codes[place] === UNKNOWN && pathway.level(place) !== UNKNOWN;
  const unknown = implied
    ? pathway.fill("follows", { label: levels[pathway.level(place)].label })
    : capitalize(pathway.fill("not_known"));
  const labels = levels.map(({ label }, code) =>
    clashes.has(code)
      ? pathway.fill("is_closed", { label })
      : assumed.has(place) && code === pathway.codes[place]
        ? pathway.fill("is_assumed", { label })
        : label,
  );
  return {
    labels: [unknown, ...labels],
    index: pathway.codes[place] - UNKNOWN,
    disabled: implied && openCodes(pathway.guide, facts, place).length === 1,
    note: clashes.size ? whyClosed(pathway, place, clashes) : "",
  };
}

/** What other facts leave of a factor's levels, which facts do, and why. @param {Pathway} pathway @param {number} place @param {Map<number, import("./profile.js").Conflict>} clashes */
function whyClosed(pathway, place, clashes) {
  const { guide } = pathway;
  const { subject, levels } = guide.factors[place];
  const left = [...levels.keys()].filter((code) => !clashes.has(code));
  const facts = new Map();
  for (const { facts: clashing } of clashes.values()) {
    for (const [other, code] of clashing) if (other !== place) facts.set(other, [code]);
  }
  return pathway.fill("closed", {
    left: capitalize(pathway.clause(new Map([[place, left]]))),
    because: clause(subject ? guide.subject : "it", guide.factors, facts),
    reasons: unique([...clashes.values()].flatMap(({ reasons }) => reasons)).join(" "),
  });
}
