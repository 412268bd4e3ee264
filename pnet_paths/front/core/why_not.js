// Why a treatment is not offered: the smallest sets of conditions that are not met. Python's
// explain/why_not.py again.
import { order } from "./collections.js";
import { leastChanges, UNKNOWN, withCode } from "./decision_diagrams.js";
import { merge } from "./merged_conditions.js";
import { Pathway } from "./pathway.js";
import { statusAt } from "./reasons.js";
import { basisPhrase, capitalize, clause, joinAlternatives, sectionPhrase, unique } from "./sentences.js";
import { ourFacts, ourReading } from "./why.js";

/** @typedef {import("./guide").Row} Row */
/** @typedef {import("./guide").Status} Status */
/** @typedef {import("./sentences.js").Conditions} Conditions */
/** @typedef {{conditions: Conditions, statuses: Status[], rows: Row[]}} Unmet */

/**
 * All smallest sets of conditions that keep a treatment from being offered.
 * @param {Pathway} pathway
 * @param {string} id
 * @returns {Unmet[]}
 */
export function unmetSets(pathway, id) {
  const { guide, codes } = pathway;
  if (pathway.isOffered(id)) return [];
  const options = codes.map((code, place) => [
    code,
    ...[...guide.factors[place].levels.keys()].filter((level) => level !== code),
  ]);
  const offered = (/** @type {number[]} */ [bits]) => guide.offered.includes(statusAt(guide, bits));
  const sets = leastChanges(guide, [pathway.treatment(id).status], options, offered);
  const changes = sets.map((changed) => new Map(changed.map(([place, code]) => [place, [code]])));
  return merge(guide, changes).map((conditions) => unmet(pathway, id, conditions));
}

/** What the treatment is, and by which rows, once conditions are met. @param {Pathway} pathway @param {string} id @param {Conditions} conditions @returns {Unmet} */
function unmet(pathway, id, conditions) {
  const { guide } = pathway;
  /** @type {Set<Status>} */
  const statuses = new Set();
  /** @type {Set<Row>} */
  const rows = new Set();
  for (const codes of choices(pathway, conditions)) {
    const changed = new Pathway(guide, codes);
    statuses.add(changed.status(id));
    const offering = changed.deciding(id).filter(({ row }) => row.offers);
    const sure = offering.filter((each) => each.sure);
    for (const { row } of sure.length ? sure : offering) rows.add(row);
  }
  const strongest = [...guide.ranks].reverse().filter((status) => statuses.has(status));
  return { conditions, statuses: strongest, rows: [...rows] };
}

/** The profile with each choice of levels. @param {Pathway} pathway @param {Conditions} conditions @returns {number[][]} */
function choices({ guide, codes }, conditions) {
  let all = [codes];
  for (const [place, levels] of conditions) {
    const id = (/** @type {number} */ code) => guide.factors[place].levels[code].id;
    const sorted = [...levels].sort((a, b) => order(id(a), id(b)));
    all = all.flatMap((choice) => sorted.map((code) => withCode(choice, place, code)));
  }
  return all;
}

/**
 * What stands in the way of a treatment that is not offered, then one sentence for each set; each with its section.
 * @param {Pathway} pathway
 * @param {string} id
 * @returns {string[]}
 */
export function whyNotSentences(pathway, id) {
  const { verb, sections: own } = pathway.treatment(id);
  const cited = sectionPhrase([own]);
  const all = unmetSets(pathway, id);
  if (!all.length)
    return [capitalize(pathway.fill("never", { status: statusOf(pathway, id), cited, ...verb }))];
  const sets = directSets(pathway, id, all);
  const [known, unknown] = knownAndUnknown(pathway, sets);
  const cases = sets.map((set) => ({ sentence: wouldBe(pathway, id, set), cited: basisPhrase(set.rows) }));
  if (cases.length === 1) {
    const parts = [cases[0].sentence, known, unknown && pathway.fill("not_known_here", { labels: unknown })];
    cases[0].sentence = parts.filter(Boolean).join("; ");
  } else {
    cases.unshift({ sentence: intro(pathway, id, known, unknown), cited });
  }
  return [...cases.map((each) => capitalize(pathway.fill("cited", each))), ...ourReading(pathway, id)];
}

/** Return the sets without detours, or all sets if each is one. @param {Pathway} pathway @param {string} id @param {Unmet[]} sets */
function directSets(pathway, id, sets) {
  const asked = pathway.factorsOf(id, ({ offers }) => offers);
  const direct = sets.filter(({ conditions }) => [...conditions.keys()].every((place) => asked.has(place)));
  const learnt = direct.filter(({ conditions }) =>
    [...conditions.keys()].every((place) => pathway.level(place) === UNKNOWN),
  );
  return learnt.length ? learnt : direct.length ? direct : sets;
}

/** The status, and what it rests on here. @param {Pathway} pathway @param {string} id @param {string} known @param {string} unknown */
function intro(pathway, id, known, unknown) {
  const status = statusOf(pathway, id);
  const present = known.replace(pathway.fill("here", { clause: "" }), "");
  if (pathway.status(id) === "depends") return [`${status}: ${unknown}`, present].filter(Boolean).join("; ");
  const more = [present, unknown && pathway.fill("unknown", { labels: unknown })].filter(Boolean).join("; ");
  return `${status}${pathway.status(id) === "not_named" ? ":" : ";"} ${more}`;
}

/** @param {Pathway} pathway @param {string} id */
function statusOf(pathway, id) {
  const { phrase: label, verb } = pathway.treatment(id);
  const status = pathway.status(id);
  if (status === "depends") return pathway.fill("depends", { label, ...verb });
  if (status === "not_named")
    return pathway.fill(pathway.withheldOffers(id).length ? "unnamed_ours" : "unnamed", { label });
  const rows = pathway.deciding(id);
  const sure = rows.filter((each) => each.sure);
  const words = unique((sure.length ? sure : rows).map(({ row }) => row.words)).join("; ");
  const what = pathway.fill(`here_${status}`, { label, like: "" });
  return pathway.fill("with_words", { what, words });
}

/** @param {Pathway} pathway @param {string} id @param {Unmet} set */
function wouldBe(pathway, id, { conditions, statuses, rows }) {
  const { phrase: label, verb } = pathway.treatment(id);
  const words = joinAlternatives(statuses.map((status) => pathway.fill(`named_${status}`, verb)));
  const clause = pathway.clause(conditions, ourFacts(rows));
  return pathway.fill("would", { label, statuses: words, clause });
}

/** What is known here of the conditions of some sets, and what is not. @param {Pathway} pathway @param {Unmet[]} sets @returns {[string, string]} */
function knownAndUnknown(pathway, sets) {
  const { guide } = pathway;
  const asking = (/** @type {number} */ place) => sets.filter(({ conditions }) => conditions.has(place));
  // A fact may be as it should be only because another one is that must change.
  const onlyImplied = (/** @type {number} */ place) =>
    pathway.codes[place] === UNKNOWN &&
    asking(place).every(({ conditions }) => conditions.get(place)?.includes(pathway.level(place)));
  const places = [...guide.factors.keys()].filter((place) => asking(place).length && !onlyImplied(place));
  const known = places.filter((place) => pathway.level(place) !== UNKNOWN);
  const unknown = places.filter((place) => pathway.level(place) === UNKNOWN);
  const facts = new Map(known.map((place) => [place, [pathway.level(place)]]));
  const subject = sets.length === 1 ? "it" : guide.subject;
  const present = known.length ? pathway.fill("here", { clause: clause(subject, guide.factors, facts) }) : "";
  return [present, pathway.labels(unknown).join(", ")];
}
