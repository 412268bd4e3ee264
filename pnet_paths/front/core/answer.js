// The answer of a pathway in a few sentences: Python's guide/answer.py again.
import { settles } from "./next_facts.js";
import { fillPattern, withMark } from "./sentences.js";

/** @typedef {import("./guide").Status} Status */
/** @typedef {import("./guide").Treatment} Treatment */
/** @typedef {import("./pathway.js").Pathway} Pathway */
/** @typedef {{id: string, name: string}} Named */
/** @typedef {{status: Status, pattern: string, groups: Named[]}} AnswerPart a sentence with `{labels}` where its groups stand */

const MAX_GROUPS = 4; // open groups that are named if nothing is offered yet
const MAX_FACTS = 2; // facts that are named

/**
 * What is offered, by status, then what is open and the facts that matter most for it; without services.
 * @param {Pathway} pathway
 * @returns {AnswerPart[]}
 */
export function answerParts(pathway) {
  const groups = pathway.members("").filter(({ isService }) => !isService);
  const of = (/** @type {Status} */ status) => groups.filter(({ id }) => pathway.status(id) === status);
  const part = (
    /** @type {Status} */ status,
    /** @type {string} */ pattern,
    /** @type {Treatment[]} */ some,
  ) => ({
    status,
    pattern,
    groups: some.map(({ id, phrase }) => ({ id, name: withMark(phrase, pathway.inferred(id)) })),
  });
  const { caveats, offered: offers, patterns } = pathway.guide;
  const sure = (/** @type {Treatment} */ { id }) => pathway.possible(id).length === 1;
  const offered = offers.flatMap((status) => [
    part(status, patterns[`answer_${status}`], of(status).filter(sure)),
    part(
      status,
      patterns[`answer_least_${status}`],
      of(status).filter((group) => !sure(group)),
    ),
  ]);
  const held = caveats.map((status) => part(status, patterns[`answer_${status}`], of(status)));
  const parts = offered.filter((each) => each.groups.length);
  const open = of("depends");
  if (open.length) return [...parts, part("depends", openPattern(pathway, open, !parts.length), open)];
  if (parts.length) return parts;
  return [...held.filter((each) => each.groups.length), part("not_named", patterns.answer_nothing, [])];
}

/** Return the pattern that says what is open; of many groups alone only the first question. @param {Pathway} pathway @param {Treatment[]} groups @param {boolean} alone */
function openPattern(pathway, groups, alone) {
  const { factors, patterns } = pathway.guide;
  const ranked = rankedFacts(pathway, groups);
  if (alone && groups.length > MAX_GROUPS) {
    return pathway.fill("answer_depends", { count: groups.length, question: factors[ranked[0]].question });
  }
  const labels = ranked
    .slice(0, MAX_FACTS)
    .map((place) => factors[place].label)
    .join(", ");
  const count = ranked.length - MAX_FACTS;
  const facts = count > 0 ? pathway.fill("and_more", { labels, count }) : labels;
  return fillPattern(patterns.answer_open, { facts, labels: "{labels}" });
}

/** Return the places of the factors that groups depend on, those that settle most groups first. @param {Pathway} pathway @param {Treatment[]} groups @returns {number[]} */
function rankedFacts(pathway, groups) {
  const counts = pathway.codes.map(() => 0);
  for (const { id } of groups) for (const place of pathway.dependsOn(id)) counts[place] += 1;
  const byCount = [...counts.keys()].sort((a, b) => counts[b] - counts[a]);
  const settling = settles(pathway).facts.map(({ place }) => place);
  return [...new Set([...settling, ...byCount])].filter((place) => counts[place]);
}

/** The sentences as text. @param {AnswerPart[]} parts */
export const answerText = (parts) =>
  parts
    .map(({ pattern, groups }) =>
      pattern.replace("{labels}", () => groups.map(({ name }) => name).join(", ")),
    )
    .join(" ");
