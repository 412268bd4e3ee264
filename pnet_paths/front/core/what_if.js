// What if: the facts, one or two, with which one treatment is offered, or no longer. Python's
// explain/what_if.py again, for one treatment.

import { grouped } from "./collections.js";
import { possible, UNKNOWN, withCode } from "./decision_diagrams.js";
import { merge } from "./merged_conditions.js";
import { Pathway } from "./pathway.js";
import { conflict, knownPlaces } from "./profile.js";
import { statusAt } from "./reasons.js";
import { basisPhrase, capitalize, joinWords, scopePhrase, sectionPhrase, unique } from "./sentences.js";
import { ourFacts } from "./why.js";

/** @typedef {[place: number, code: number][]} Facts */
/** @typedef {{facts: Facts, levels: Map<number, number[]>, gone: number[], after: Pathway, gained: boolean}} Change the new facts; with them the levels that follow in place of others; the facts that are not known any more */

/**
 * The single changes, then the pairs, after which a treatment is offered that was not, or no longer. Three facts
 * at once where fewer that its rows ask for make no difference; those that they ask for alone where they make one.
 * @param {Pathway} pathway
 * @param {string} id
 * @returns {Change[]}
 */
function changes(pathway, id) {
  const asked = pathway.factorsOf(id, ({ status }) => status !== "waits");
  const isDirect = (/** @type {Facts} */ facts) => facts.every(([place]) => asked.has(place));
  const every = singleChanges(pathway);
  const singles = every.filter(([[place, code]]) => pathway.level(place) !== code);
  const effective = effectiveChanges(pathway, id, [...singles, ...combinedChanges(singles, 2)]);
  const direct = effective.filter(({ facts }) => isDirect(facts));
  if (direct.length) return direct;
  // Rather three facts that the guide asks for than two that get there by a detour. What follows from a
  // fact that changes has to be said anew.
  const three = effectiveChanges(pathway, id, combinedChanges(every.filter(isDirect), 3));
  return three.length ? three : effective;
}

/** So many changes of different factors at once. @param {Facts[]} singles @param {number} count @returns {Facts[]} */
function combinedChanges(singles, count) {
  if (!count) return [[]];
  return singles.flatMap((one, i) =>
    combinedChanges(singles.slice(i + 1), count - 1)
      .filter((others) => others.every(([place]) => place !== one[0][0]))
      .map((others) => [...one, ...others]),
  );
}

/** Those of some moves that make a difference which no part of them among the moves makes. @param {Pathway} pathway @param {string} id @param {Facts[]} moves @returns {Change[]} */
function effectiveChanges(pathway, id, moves) {
  const { guide } = pathway;
  const root = pathway.treatment(id).status;
  const offered = (/** @type {number[]} */ codes) =>
    guide.offered.includes(statusAt(guide, possible(guide, root, codes)));
  const before = offered(pathway.codes);
  /** @type {Map<string, boolean>} */
  const alone = new Map();
  /** @type {Change[]} */
  const effective = [];
  for (const facts of moves) {
    const codes = apply(pathway, facts);
    if (!codes) continue;
    const gained = offered(codes);
    const isSpared = facts.some((fact) => alone.get(`${fact}`) === gained);
    if (facts.length === 1) alone.set(`${facts[0]}`, gained);
    if (gained === before || isSpared) continue;
    const after = new Pathway(guide, codes);
    const lost = knownPlaces(pathway.codes).filter((place) => codes[place] === UNKNOWN);
    const gone = lost.filter((place) => after.level(place) === UNKNOWN);
    const places = [...lost, ...facts.map(([place]) => place)].filter((place) => !gone.includes(place));
    const levels = new Map(places.map((place) => [place, [after.level(place)]]));
    effective.push({ facts, levels, gone, after, gained });
  }
  return effective;
}

/** @param {Pathway} pathway @returns {Facts[]} */
function singleChanges({ guide, codes }) {
  return guide.factors.flatMap(({ fixed, levels }, place) =>
    [...levels.keys()]
      .filter((code) => !fixed && code !== codes[place])
      .map((code) => /** @type {Facts} */ ([[place, code]])),
  );
}

/** The known facts after a change: those that cannot stay are left out. Null: it cannot be. @param {Pathway} pathway @param {Facts} facts @returns {number[] | null} */
function apply({ guide, codes }, facts) {
  let after = codes;
  for (const [place, code] of facts) after = withCode(after, place, code);
  const changed = facts.map(([place]) => place);
  const order = [...new Set([...knownPlaces(codes), ...changed])];
  for (;;) {
    const clash = conflict(
      guide,
      after,
      order.filter((place) => after[place] !== UNKNOWN),
    );
    if (!clash) return after;
    const gone = [...clash.facts.keys()].filter(
      (place) => !changed.includes(place) && !guide.factors[place].fixed,
    );
    if (!gone.length) return null;
    for (const place of gone) after = withCode(after, place, UNKNOWN);
  }
}

/**
 * What is offered then and the sections it rests on; changes with one effect together.
 * @param {Pathway} pathway
 * @param {string} id
 * @returns {string[]} none where no change makes a difference
 */
export function whatIfSentences(pathway, id) {
  const all = changes(pathway, id).map((change) => ({ ...change, effect: effect(pathway, id, change) }));
  // "Grade 3 and poorly differentiated" says nothing beside "grade 3" with the same effect.
  const shown = all.filter(
    (one) => !all.some((other) => one.effect === other.effect && saysMore(one, other)),
  );
  const alike = grouped(shown, ({ facts, gone, effect: becomes }) => {
    const places = facts.map(([place]) => place).sort((a, b) => a - b);
    return `${places}|${gone}|${becomes}`;
  });
  return [...alike.values()].flatMap((same) => {
    const sets = same.map(({ levels }) => levels);
    return merge(pathway.guide, sets).map((facts) => sentence(pathway, id, facts, same[same.length - 1]));
  });
}

/** Whether one change has all facts of another, and more. @param {Change} one @param {Change} other */
const saysMore = ({ levels }, { levels: fewer }) =>
  fewer.size < levels.size && [...fewer].every(([place, codes]) => `${levels.get(place)}` === `${codes}`);

/** @param {Pathway} pathway @param {string} id @param {Map<number, number[]>} facts @param {Change & {effect: string}} change */
function sentence(pathway, id, facts, { gone, after, gained, effect: becomes }) {
  const { subject, factors } = pathway.guide;
  const unknown = gone.length
    ? pathway.fill("with_unknown", { labels: joinWords(pathway.labels(gone)) })
    : "";
  const rows = after.deciding(id).map(({ row }) => row);
  const ours = gained ? ourFacts(rows.filter(({ offers }) => offers)) : [];
  const such = capitalize(scopePhrase(subject, factors, facts, ours));
  return pathway.fill("then", { such, unknown, effect: becomes });
}

/** What becomes of the treatment, with the words of a no, and where that stands. @param {Pathway} pathway @param {string} id @param {Change} change */
function effect(pathway, id, { after, gained }) {
  const { phrase, sections: own } = pathway.treatment(id);
  const status = after.status(id);
  const isNo = after.isCaveat(id);
  const ours = status === "not_named" && after.withheldOffers(id).length ? "_ours" : "";
  const would = gained ? "would_be_offered" : `would_be_${status}${ours}`;
  // Where an offer or a no after the change stands; where there is none, the offer before.
  const rows = (gained || isNo ? after : pathway).deciding(id).map(({ row }) => row);
  const no = isNo ? `${unique(rows.map((row) => row.words)).join("; ")}; ` : "";
  const isInferred = (gained || isNo) && after.inferred(id);
  const cited = isInferred
    ? basisPhrase(rows)
    : sectionPhrase(rows.length ? rows.map((row) => row.sections) : [own]);
  return `${pathway.fill(would, { labels: phrase })} (${no}${cited})`;
}
