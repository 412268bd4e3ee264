// What to find out next: the unknown facts that settle most open groups. Python's
// guide/next_facts.py and explain/next_facts.py again.

import { grouped } from "./collections.js";
import { MET, possible, UNMET, withCode } from "./decision_diagrams.js";
import { anyRoot, possibleExcept } from "./likely.js";
import { treatmentOf } from "./reasons.js";
import { joinWords } from "./sentences.js";

/** @typedef {import("./guide").Treatment} Treatment */
/** @typedef {import("./pathway.js").Pathway} Pathway */
/** @typedef {{place: number, settled: Map<number, string[]>, worst: number, best: number, average: number, cited: string[][]}} Fact cited: of the rows by which it decides */

/**
 * The groups that depend on what is not known, but for services, and the unknown facts that would settle
 * something, the most useful first.
 * @param {Pathway} pathway
 * @returns {{open: string[], facts: Fact[]}}
 */
export const settles = (pathway) => pathway.once("settles", () => openAndFacts(pathway));

/** @param {Pathway} pathway */
function openAndFacts(pathway) {
  const { guide, codes } = pathway;
  const depends =
    (/** @type {(root: number) => number} */ ranks) =>
    (/** @type {Treatment} */ { status }) =>
      guide.byRanks[ranks(status)] === "depends";
  const likely = possibleExcept(guide, codes, unlikelyRoot(pathway));
  const all = pathway
    .members("")
    .filter(({ id, isService }) => !isService && pathway.status(id) === "depends");
  const open = all.filter(depends(likely));
  /** @type {Fact[]} */
  const facts = [];
  for (const [place, levels] of pathway.open) {
    if (levels.length < 2 || !guide.factors[place].proposed) continue;
    const barred = unlikelyRoot(pathway, place);
    /** @type {Map<number, string[]>} */
    const settled = new Map();
    for (const level of levels) {
      const then = possibleExcept(guide, withCode(codes, place, level), barred);
      if (!then(guide.space)) continue;
      const still = open.filter(depends(then));
      const now = open.filter((group) => !still.includes(group));
      settled.set(
        level,
        now.map(({ id }) => id),
      );
    }
    const counted = open.filter(({ id }) => [...settled.values()].some((ids) => ids.includes(id)));
    const asking = counted.flatMap(({ id }) => decidingThere(guide, place, id, likely));
    if (settled.size < 2 || !asking.length) continue;
    const counts = [...settled.values()].map((ids) => ids.length);
    const sum = counts.reduce((a, b) => a + b, 0);
    facts.push({
      place,
      settled,
      worst: Math.min(...counts),
      best: Math.max(...counts),
      average: sum / counts.length,
      cited: asking.map(({ sections }) => sections.slice(0, 1)),
    });
  }
  const useful = facts.filter(({ best }) => best).sort((a, b) => b.worst - a.worst || b.average - a.average);
  return { open: all.map(({ id }) => id), facts: useful };
}

/** The rows that ask for a fact and may decide a group: a fact settles nothing of which none asks. @param {import("./guide").Guide} guide @param {number} place @param {string} id @param {(root: number) => number} likely */
function decidingThere(guide, place, id, likely) {
  return treatmentOf(guide, id)
    .deciding.filter(([row, decides]) => guide.rows[row].places.includes(place) && likely(decides) !== UNMET)
    .map(([row]) => guide.rows[row]);
}

/**
 * Return the root of what a clinician would hardly meet, without combinations that are met already or speak of the
 * fact that is asked for; of nothing, if all completions are unlikely.
 * @param {Pathway} pathway
 * @param {number} asked
 * @returns {number}
 */
function unlikelyRoot({ guide, codes, sets }, asked = -1) {
  const rows = guide.unlikely.filter(({ root, places }) => sets[root] !== MET && !places.includes(asked));
  const roots = rows.map(({ root }) => root);
  const unlikely = anyRoot(guide, roots);
  return possible(guide, unlikely, codes) === MET ? UNMET : unlikely;
}

/** How many of the open groups a fact settles. @param {Pathway} pathway @param {Fact} fact @param {number} open @returns {string} */
export function countOf(pathway, { worst, best }, open) {
  const how = worst === best ? "of" : worst ? "to" : "up_to";
  return pathway.fill(how, { least: worst, most: best, open });
}

/** What each answer settles, in a sentence; answers that settle the same together. @param {Pathway} pathway @param {Fact} fact @returns {string} */
export function settlesSentence(pathway, { place, settled }) {
  const { levels } = pathway.guide.factors[place];
  const groups = (/** @type {string[]} */ ids) =>
    ids.length ? joinWords(ids.map((id) => pathway.treatment(id).label)) : pathway.fill("nothing");
  const alike = [...grouped(settled, ([, ids]) => `${ids}`).values()];
  if (alike.length === 1) return pathway.fill("settles_all", { groups: groups(alike[0][0][1]) });
  const parts = alike.map((same) => {
    const answers = same.map(([code]) => `"${levels[code].label}"`);
    return pathway.fill("settles", { answers: joinWords(answers, "or"), groups: groups(same[0][1]) });
  });
  return pathway.fill("settles_by", { parts: parts.join("; ") });
}
