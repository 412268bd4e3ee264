// Why a treatment has its status: Python's explain/why.py again.
import { based, verbOf } from "./sentences.js";

/** @typedef {import("./pathway.js").Pathway} Pathway */
/** @typedef {{place: number, wanted: number[], code: number, met: boolean | null}} Check */
/** @typedef {{row: any, checks: Check[], met: boolean | null, sure: boolean, through: string[], ours: number[]}} Deciding */

/**
 * The rows that decide a treatment's status, or may decide it: stated ones first.
 * @param {Pathway} pathway
 * @param {string} id
 * @returns {Deciding[]}
 */
export function deciding(pathway, id) {
  const found = pathway.deciding(id);
  const ours = ourFacts(found.map(({ row }) => row));
  return found.map(({ row, sure }) => ({
    row,
    checks: row.when.map((/** @type {[number, number[]]} */ [place, wanted]) =>
      check(pathway, place, wanted),
    ),
    met: pathway.holds(row.root),
    sure,
    through: through(pathway, row, id),
    ours: row.ours.filter((/** @type {number} */ place) => ours.has(place)),
  }));
}

/** The factors of which some stated rows ask only by our own addition, and none as the source does. @param {any[]} rows @returns {Set<number>} */
export function ourFacts(rows) {
  const stated = rows.filter(({ inferred }) => !inferred);
  const asked = stated.flatMap(({ when, ours }) =>
    when
      .map((/** @type {[number, number[]]} */ [place]) => place)
      .filter((/** @type {number} */ place) => !ours.includes(place)),
  );
  return new Set(stated.flatMap(({ ours }) => ours).filter((place) => !asked.includes(place)));
}

/** A condition beside the profile's level. @param {Pathway} pathway @param {number} place @param {number[]} wanted @returns {Check} */
function check(pathway, place, wanted) {
  const possible = pathway.open.get(place) ?? [pathway.codes[place]];
  const fitting = possible.filter((code) => wanted.includes(code));
  const met = fitting.length === possible.length ? true : fitting.length ? null : false;
  return { place, wanted, code: pathway.level(place), met };
}

/** The members through which a row decides a group that does not have it itself. @param {Pathway} pathway @param {any} row @param {string} id @returns {string[]} */
function through(pathway, row, id) {
  const { own } = pathway.treatment(id);
  if (row.status === "against" || own.includes(pathway.guide.rows.indexOf(row))) return [];
  return pathway.members(id).flatMap((member) => {
    if (!pathway.deciding(member.id).some((other) => other.row === row)) return [];
    const below = through(pathway, row, member.id);
    return below.length ? below : [member.id];
  });
}

/** Whether the guide states a row or we infer it, and where. @param {any} row */
export const basis = (row) => based([row]);

/** Why a treatment is not offered that a stated row offers but for conditions of ours. @param {Pathway} pathway @param {string} id @returns {string[]} */
export function ourReading(pathway, id) {
  const { phrase } = pathway.treatment(id);
  return pathway.verdict(id).ours.map((row) => {
    const unmet = row.when
      .map((/** @type {[number, number[]]} */ [place, wanted]) => check(pathway, place, wanted))
      .filter((/** @type {Check} */ { place, met }) => row.ours.includes(place) && !met);
    return pathway.said("but_for_ours", {
      clause: pathway.clause(new Map(unmet.map((/** @type {Check} */ { place, wanted }) => [place, wanted]))),
      label: phrase,
      would: pathway.said(`would_${row.status}`),
      basis: basis(row),
    });
  });
}

/** The labels of some treatments. @param {Pathway} pathway @param {string[]} ids @returns {string[]} */
export const labelsOf = (pathway, ids) => ids.map((id) => pathway.treatment(id).label);

/** An offer as what a sentence says of a treatment. @param {Pathway} pathway @param {string} label @param {string} status @returns {string} */
export const named = (pathway, label, status) => pathway.said(`named_${status}`, verbOf(label));

/**
 * Where a treatment that is not named would get a no, with the words of each row.
 * @param {Pathway} pathway
 * @param {string} id
 * @returns {string[]}
 */
export function conditionalNo(pathway, id) {
  if (pathway.status(id) !== "not_named") return [];
  return deciding(pathway, id).map((found) =>
    pathway.said("rather_not_where", {
      open: openConditions(pathway, found),
      words: found.row.words,
      basis: basis(found.row),
    }),
  );
}

/** The conditions of which it is not known whether they are met. @param {Pathway} pathway @param {Deciding} found */
function openConditions(pathway, { checks, ours }) {
  const open = checks.filter(({ met }) => met === null);
  return pathway.clause(new Map(open.map(({ place, wanted }) => [place, wanted])), ours);
}
