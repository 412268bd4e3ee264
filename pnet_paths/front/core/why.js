// Why a treatment has its status: Python's explain/why.py again.
import { basisPhrase } from "./sentences.js";

/** @typedef {import("./pathway.js").Pathway} Pathway */
/** @typedef {{place: number, wanted: number[], code: number, met: boolean | null}} Check */
/** @typedef {import("./guide").Row} Row */
/** @typedef {import("./guide").Status} Status */
/** @typedef {{row: Row, checks: Check[], through: string[], ours: number[]}} ExplainedRow */

/**
 * The rows that decide a treatment's status, or may decide it: stated ones first.
 * @param {Pathway} pathway
 * @param {string} id
 * @returns {ExplainedRow[]}
 */
export function explainedRows(pathway, id) {
  const rows = pathway.deciding(id).map(({ row }) => row);
  const ours = ourFacts(rows);
  return rows.map((row) => ({
    row,
    checks: conditionChecks(pathway, row),
    through: through(pathway, row, id),
    ours: row.ours.filter((place) => ours.includes(place)),
  }));
}

/** The factors of which some stated rows ask only by our own addition, and none as the source does. @param {Row[]} rows @returns {number[]} */
export function ourFacts(rows) {
  const stated = rows.filter(({ inferred }) => !inferred);
  const asked = stated.flatMap(({ places, ours }) => places.filter((place) => !ours.includes(place)));
  return stated.flatMap(({ ours }) => ours).filter((place) => !asked.includes(place));
}

/** The conditions of a row beside the profile's levels. @param {Pathway} pathway @param {Row} row @returns {Check[]} */
function conditionChecks(pathway, row) {
  return row.when.map(([place, wanted]) => {
    const possible = pathway.open.get(place) ?? [pathway.codes[place]];
    const fitting = possible.filter((code) => wanted.includes(code));
    const met = fitting.length === possible.length ? true : fitting.length ? null : false;
    return { place, wanted, code: pathway.level(place), met };
  });
}

/** Conditions as a clause of a sentence. @param {Pathway} pathway @param {Check[]} some @param {number[]} [ours] those that are marked */
const clauseOf = (pathway, some, ours) =>
  pathway.clause(new Map(some.map(({ place, wanted }) => [place, wanted])), ours);

/** The members through which a row decides a group that does not have it itself. @param {Pathway} pathway @param {Row} row @param {string} id @returns {string[]} */
function through(pathway, row, id) {
  const { own } = pathway.treatment(id);
  const { caveats, rows } = pathway.guide;
  if (caveats.includes(/** @type {Status} */ (row.status)) || own.includes(rows.indexOf(row))) return [];
  return pathway.members(id).flatMap((member) => {
    if (!pathway.deciding(member.id).some((other) => other.row === row)) return [];
    const below = through(pathway, row, member.id);
    return below.length ? below : [member.id];
  });
}

/** Return the conditions that we added and that alone keep stated rows from offering a treatment. @param {Pathway} pathway @param {string} id @returns {string[]} */
export function ourReading(pathway, id) {
  const { phrase: label } = pathway.treatment(id);
  return pathway.verdict(id).withheldOffers.map((row) => {
    const unmet = conditionChecks(pathway, row).filter(({ place, met }) => row.ours.includes(place) && !met);
    const [clause, would] = [clauseOf(pathway, unmet), pathway.fill(`would_${row.status}`)];
    return pathway.fill("but_for_ours", { clause, label, would, basis: basisPhrase([row]) });
  });
}

/** The labels of some treatments. @param {Pathway} pathway @param {string[]} ids @returns {string[]} */
export const labelsOf = (pathway, ids) => ids.map((id) => pathway.treatment(id).label);

/**
 * Where a treatment that is not named would get a no, with the words of each row.
 * @param {Pathway} pathway
 * @param {string} id
 * @returns {string[]}
 */
export function conditionalNo(pathway, id) {
  if (pathway.status(id) !== "not_named") return [];
  return explainedRows(pathway, id).map(({ row, checks: all, ours }) => {
    const unknown = all.filter(({ met }) => met === null);
    const open = clauseOf(pathway, unknown, ours);
    return pathway.fill(`where_${row.status}`, { open, words: row.words, basis: basisPhrase([row]) });
  });
}
