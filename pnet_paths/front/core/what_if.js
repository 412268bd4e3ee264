// What if: the facts, one or two, with which one treatment is offered, or no longer. Python's
// explain/what_if.py again, for one treatment.
import { possible, UNKNOWN, withCode } from "./decision_diagrams.js";
import { merged } from "./merged_conditions.js";
import { Pathway } from "./pathway.js";
import { conflict, knownPlaces } from "./profile.js";
import { OFFERED, offers } from "./reasons.js";
import { based, capital, forSuch, listed, sections, shared } from "./sentences.js";
import { ourFacts } from "./why.js";

/** @typedef {[place: number, code: number][]} Facts */
/** @typedef {{facts: Facts, along: Map<number, number>, after: Pathway, gained: boolean}} Change */

/**
 * The single changes, then the pairs, after which a treatment is offered that was not, or no longer. Three facts
 * at once where fewer that its rows ask for make no difference.
 * @param {Pathway} pathway
 * @param {string} id
 * @returns {Change[]}
 */
export function changes(pathway, id) {
  const every = singleChanges(pathway);
  const singles = every.filter(([[place, code]]) => pathway.level(place) !== code);
  const found = differing(pathway, id, [...singles, ...together(singles, 2)]);
  const asked = askedOf(pathway, id);
  const isDirect = (/** @type {Facts} */ facts) => facts.every(([place]) => asked.has(place));
  if (found.some(({ facts }) => isDirect(facts))) return found;
  // Rather three facts that the guide asks for than two that get there by a detour. What follows from a
  // fact that changes has to be said anew.
  return [...found, ...differing(pathway, id, together(every.filter(isDirect), 3))];
}

/** The factors that the rows which offer a treatment, or say no to it, ask for. @param {Pathway} pathway @param {string} id */
const askedOf = (pathway, id) => pathway.factorsOf(id, ({ status }) => status !== "waits");

/** So many changes of different factors at once. @param {Facts[]} singles @param {number} count @returns {Facts[]} */
function together(singles, count) {
  if (!count) return [[]];
  return singles.flatMap((one, i) =>
    together(singles.slice(i + 1), count - 1)
      .filter((others) => others.every(([place]) => place !== one[0][0]))
      .map((others) => [...one, ...others]),
  );
}

/** Those of some moves that make a difference which no part of them among the moves makes. @param {Pathway} pathway @param {string} id @param {Facts[]} moves @returns {Change[]} */
function differing(pathway, id, moves) {
  const { guide } = pathway;
  const root = pathway.treatment(id).status;
  const offered = (/** @type {number[]} */ codes) =>
    OFFERED.includes(guide.byRanks[possible(guide, root, codes)]);
  const before = offered(pathway.codes);
  /** @type {Map<string, boolean>} */
  const alone = new Map();
  /** @type {Change[]} */
  const found = [];
  for (const facts of moves) {
    const codes = applied(pathway, facts);
    if (!codes) continue;
    const now = offered(codes);
    if (facts.length === 1) alone.set(`${facts[0]}`, now);
    const parts =
      facts.length === 1 ? [] : facts.map((fact) => alone.get(`${fact}`)).filter((one) => one !== undefined);
    if (now === before || parts.some((one) => one === now)) continue;
    const after = new Pathway(guide, codes);
    const gone = knownPlaces(pathway.codes).filter((place) => codes[place] === UNKNOWN);
    const along = new Map(gone.map((place) => [place, after.level(place)]));
    found.push({ facts, along, after, gained: now });
  }
  return found;
}

/** @param {Pathway} pathway @returns {Facts[]} */
function singleChanges({ guide, codes }) {
  return guide.factors.flatMap((/** @type {any} */ { fixed, levels }, /** @type {number} */ place) =>
    fixed ? [] : [...levels.keys()].filter((code) => code !== codes[place]).map((code) => [[place, code]]),
  );
}

/** The known facts after a change: those that cannot stay are left out. Null: it cannot be. @param {Pathway} pathway @param {Facts} facts @returns {number[] | null} */
function applied({ guide, codes }, facts) {
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
  /** @type {Map<string, {change: Change, sets: Map<number, number[]>[]}>} */
  const alike = new Map();
  for (const change of withoutDetours(pathway, id)) {
    const gone = [...change.along].filter(([, code]) => code === UNKNOWN).map(([place]) => place);
    const places = change.facts.map(([place]) => place).sort((a, b) => a - b);
    const key = `${places}|${gone}|${effect(pathway, id, change)}`;
    const { sets } = alike.get(key) ?? { sets: [] };
    alike.set(key, { change, sets: [...sets, then(change)] });
  }
  return [...alike.values()].flatMap(({ change, sets }) =>
    merged(pathway.guide, sets).map((facts) => told(pathway, id, facts, change)),
  );
}

/** The changes worth telling: by facts that the treatment's rows ask for, and none that says more than another. @param {Pathway} pathway @param {string} id @returns {Change[]} */
function withoutDetours(pathway, id) {
  const all = changes(pathway, id);
  const asked = askedOf(pathway, id);
  const some = all.filter(({ facts }) => facts.every(([place]) => asked.has(place)));
  const telling = (some.length ? some : all).map((change) => ({
    change,
    effect: effect(pathway, id, change),
    facts: new Set([...then(change)].map(String)),
  }));
  return telling
    .filter(
      (one) =>
        !telling.some(
          (other) =>
            other.effect === one.effect &&
            other.facts.size < one.facts.size &&
            [...other.facts].every((fact) => one.facts.has(fact)),
        ),
    )
    .map(({ change }) => change);
}

/** The levels after a change: those that follow in place of others, and the new ones. @param {Change} change @returns {Map<number, number[]>} */
function then({ facts, along }) {
  const levels = new Map([...along, ...facts]);
  return new Map([...levels].filter(([, code]) => code !== UNKNOWN).map(([place, code]) => [place, [code]]));
}

/** @param {Pathway} pathway @param {string} id @param {Map<number, number[]>} facts @param {Change} change */
function told(pathway, id, facts, change) {
  const { subject, factors } = pathway.guide;
  const gone = [...change.along]
    .filter(([, code]) => code === UNKNOWN)
    .map(([place]) => factors[place].label);
  const unknown = gone.length ? pathway.said("with_unknown", { labels: listed(gone) }) : "";
  const offering = change.after
    .deciding(id)
    .map(({ row }) => row)
    .filter(offers);
  const ours = change.gained ? [...ourFacts(offering)] : [];
  const such = capital(forSuch(subject, factors, facts, ours));
  return pathway.said("then", { such, unknown, effect: effect(pathway, id, change) });
}

const NO_LONGER = new Map([
  ["depends", "would_depend"],
  ["not_named", "would_not_be_named"],
  ["against", "would_be_no"],
]);

/** What becomes of the treatment, with the words of a no, and where that stands. @param {Pathway} pathway @param {string} id @param {Change} change */
function effect(pathway, id, { after, gained }) {
  const status = after.status(id);
  const ours = status === "not_named" && after.butForOurs(id).length ? "_ours" : "";
  const would = gained ? "would_be_offered" : `${NO_LONGER.get(status)}${ours}`;
  const rows = after.deciding(id).map(({ row }) => row);
  const no = status === "against" ? shared(rows.map((row) => row.words)) : [];
  // Where an offer or a no after the change stands; where there is none, the offer before.
  const explained = gained || status === "against" ? rows : pathway.deciding(id).map(({ row }) => row);
  const { phrase, sections: own } = pathway.treatment(id);
  const inferred = (gained || status === "against") && after.inferred(id);
  const cited = inferred
    ? based(rows)
    : sections(explained.length ? explained.map((row) => row.sections) : [own]);
  const words = no.length ? `${no.join("; ")}; ` : "";
  return `${pathway.said(would, { labels: phrase })} (${words}${cited})`;
}
