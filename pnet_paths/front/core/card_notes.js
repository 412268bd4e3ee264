// What a card says of a treatment for one profile, and what to find out next.
import { UNKNOWN } from "./decision_diagrams.js";
import { countOf, settles, settlesSentence } from "./next_facts.js";
import { basisPhrase, joinWords, withMark } from "./sentences.js";
import { whatIfSentences } from "./what_if.js";
import { conditionalNo, explainedRows, labelsOf } from "./why.js";
import { whyNotSentences } from "./why_not.js";

/** @typedef {import("./pathway.js").Pathway} Pathway */

/**
 * What decides a treatment's status, in a few words.
 * @param {Pathway} pathway
 * @param {string} id
 */
export function note(pathway, id) {
  const { line, marks, aims, combined, sections } = pathway.verdict(id);
  return {
    line,
    marks,
    aims,
    combined: combined.map((each) => `${joinWords(parts(pathway, each, id))}: ${each.label}`),
    refused: refusedMembers(pathway, id),
    section: sections.join("; "),
  };
}

/** What else of a combination is offered here; of what goes along with all, that alone. @param {Pathway} pathway @param {import("./guide").Combination} combination @param {string} id */
function parts(pathway, { treatments, how }, id) {
  const names = how === "together" && id !== treatments[0] ? treatments.slice(0, 1) : treatments;
  const others = names.filter((name) => name !== id && pathway.isOffered(name));
  return labelsOf(pathway, others);
}

/** The members that have a no which their group has not, each with its words. @param {Pathway} pathway @param {string} id */
function refusedMembers(pathway, id) {
  return pathway
    .below(id)
    .filter((member) => pathway.hasOwnNo(member.id, id))
    .map((member) => {
      const { words, inferred } = pathway.verdict(member.id);
      return `${member.label}: ${withMark(words, inferred)}`;
    });
}

/**
 * Why a treatment has its status, why it is not offered, and what would change that.
 * @param {Pathway} pathway
 * @param {string} id
 */
export function explanation(pathway, id) {
  const { guide } = pathway;
  const offered = pathway.isOffered(id);
  return {
    why: explainedRows(pathway, id).map(({ row, checks, through, ours }) => ({
      reason: [through.length && joinWords(labelsOf(pathway, through)), row.why].filter(Boolean).join(": "),
      basis: basisPhrase([row]),
      checks: checks.map(({ place, wanted, code, met }) => {
        const { label, levels } = guide.factors[place];
        const labels = levels.filter((_, i) => wanted.includes(i));
        return {
          label,
          wanted: withMark(labels.map((level) => level.label).join(" or "), ours.includes(place)),
          here: code === UNKNOWN ? pathway.fill("not_known") : levels[code].label,
          met,
        };
      }),
    })),
    why_not: offered ? [] : [...conditionalNo(pathway, id), ...whyNotSentences(pathway, id)],
    changes: whatIfSentences(pathway, id),
  };
}

/**
 * What to find out next: the facts that settle most, with what each answer settles.
 * @param {Pathway} pathway
 */
export function nextFacts(pathway) {
  const { open, facts } = settles(pathway);
  return {
    open: open.length,
    facts: facts.map((fact) => ({
      place: fact.place,
      count: countOf(pathway, fact, open.length),
      sentence: settlesSentence(pathway, fact),
    })),
  };
}
