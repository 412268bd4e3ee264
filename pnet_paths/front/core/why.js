// Why a treatment has its status: Python's explain/why.py again.
import { UNKNOWN } from "./decision_diagrams.js";
import { based, listed, sections, them, verbOf } from "./sentences.js";
import { OFFERED } from "./verdict.js";

/** @typedef {import("./pathway.js").Pathway} Pathway */
/** @typedef {{place: number, wanted: number[], code: number, met: boolean | null}} Check */
/** @typedef {{row: any, checks: Check[], met: boolean | null, sure: boolean, through: string[]}} Deciding */

/**
 * The rows that decide a treatment's status, or may decide it: stated ones first.
 * @param {Pathway} pathway
 * @param {string} id
 * @returns {Deciding[]}
 */
export function deciding(pathway, id) {
  return pathway.deciding(id).map(([row, sure]) => ({
    row,
    checks: row.when.map((/** @type {[number, number[]]} */ [place, wanted]) =>
      check(pathway, place, wanted),
    ),
    met: pathway.holds(row.root),
    sure,
    through: through(pathway, row, id),
  }));
}

/** A condition beside the profile's level. @param {Pathway} pathway @param {number} place @param {number[]} wanted @returns {Check} */
function check(pathway, place, wanted) {
  const possible = pathway.open.get(place) ?? [pathway.codes[place]];
  const fitting = possible.filter((code) => wanted.includes(code));
  const met = fitting.length === possible.length ? true : fitting.length ? null : false;
  return { place, wanted, code: pathway.level(place), met };
}

/** The members through which a row decides a group that it does not name. @param {Pathway} pathway @param {any} row @param {string} id @returns {string[]} */
function through(pathway, row, id) {
  if (!OFFERED.includes(row.status) || row.treatments.includes(id)) return [];
  return pathway.members(id).flatMap((member) => {
    if (!pathway.deciding(member.id).some(([other]) => other === row)) return [];
    const below = through(pathway, row, member.id);
    return below.length ? below : [member.id];
  });
}

/** Whether the guide states a row or we infer it, and where. @param {any} row */
export const basis = (row) => based([row]);

/** The labels of some treatments. @param {Pathway} pathway @param {string[]} ids @returns {string[]} */
export const labelsOf = (pathway, ids) => ids.map((id) => pathway.treatment(id).label);

/** An offer as what a sentence says of a treatment. @param {Pathway} pathway @param {string} label @param {string} status @returns {string} */
export const named = (pathway, label, status) => pathway.said(`named_${status}`, verbOf(label));

/**
 * One sentence for each row, with its section.
 * @param {Pathway} pathway
 * @param {string} id
 * @returns {string[]}
 */
export function whySentences(pathway, id) {
  const rows = deciding(pathway, id);
  const status = pathway.status(id);
  const sentences = rows.map((found) => sentence(pathway, id, found));
  if (status === "not_named") return [silent(pathway, id), ...sentences];
  const either = status !== "depends" && !rows.some(({ sure }) => sure);
  return either ? [eitherWay(pathway, id, rows), ...sentences] : sentences;
}

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

/** @param {Pathway} pathway @param {string} id */
function silent(pathway, id) {
  const { label, sections: cited } = pathway.treatment(id);
  return pathway.said("silent", { label, them: them(label), cited: sections([cited]) });
}

/** @param {Pathway} pathway @param {string} id @param {Deciding[]} rows */
function eitherWay(pathway, id, rows) {
  const { label } = pathway.treatment(id);
  const status = pathway.status(id);
  const cited = (/** @type {Deciding[]} */ some) => sections(some.map(({ row }) => row.sections));
  if (status === "against") return pathway.said("no_either_way", { label, cited: cited(rows) });
  const offering = rows.filter(({ row }) => OFFERED.includes(row.status));
  return pathway.said("either_way", { label, named: named(pathway, label, status), cited: cited(offering) });
}

/** What one of the rows says. @param {Pathway} pathway @param {string} id @param {Deciding} found */
function sentence(pathway, id, found) {
  const { row, met, sure } = found;
  const what = whatOf(pathway, id, found);
  const offers = OFFERED.includes(row.status);
  if (met) {
    const unless = sure ? "" : pathway.said("unless");
    const reason = reasonOf(pathway, id, found);
    return pathway.said(offers ? "met_offer" : "met_no", { what, reason, unless, basis: basis(row) });
  }
  const open = openConditions(pathway, found);
  return pathway.said(offers ? "open_offer" : "open_no", { what, open, basis: basis(row) });
}

/** The status that a row gives, and the members or the group through which it does. @param {Pathway} pathway @param {string} id @param {Deciding} found */
function whatOf(pathway, id, { row, through: members }) {
  const { label } = pathway.treatment(id);
  if (!OFFERED.includes(row.status)) {
    const groups = row.treatments.includes(id) ? [] : labelsOf(pathway, ruledOut(pathway, id, row));
    const like = groups.length ? pathway.said("like_all", { groups: listed(groups) }) : "";
    return pathway.said("no", { label, like, words: row.words });
  }
  const by = members.length ? pathway.said("through", { members: listed(labelsOf(pathway, members)) }) : "";
  return pathway.said("offer", { label, named: named(pathway, label, row.status), through: by });
}

/** The groups of a treatment that a row rules out. @param {Pathway} pathway @param {string} id @param {any} row @returns {string[]} */
function ruledOut(pathway, id, row) {
  const groups = new Set();
  for (let at = pathway.treatment(id).memberOf; at; at = pathway.treatment(at).memberOf) groups.add(at);
  return row.treatments.filter((/** @type {string} */ name) => groups.has(name));
}

/** @param {Pathway} pathway @param {string} id @param {Deciding} found */
function reasonOf(pathway, id, { row, checks, sure }) {
  if (checks.length) {
    // The conditions as the profile meets them: its levels in place of all that would do.
    const present = new Map(
      checks.map(({ place, code, wanted }) => [place, code === UNKNOWN ? wanted : [code]]),
    );
    return pathway.said("as", { clause: pathway.clause(present) });
  }
  const rank = (/** @type {string} */ status) => pathway.guide.ranks.indexOf(status);
  const all = pathway
    .treatment(id)
    .deciding.map((/** @type {[number, number]} */ [i]) => pathway.guide.rows[i]);
  if (all.every((/** @type {any} */ other) => rank(other.status) <= rank(row.status)))
    return pathway.said("whatever");
  return pathway.said(sure ? "no_stronger" : "in_general");
}

/** The conditions of which it is not known whether they are met. @param {Pathway} pathway @param {Deciding} found */
function openConditions(pathway, { checks }) {
  const open = checks.filter(({ met }) => met === null);
  return pathway.clause(new Map(open.map(({ place, wanted }) => [place, wanted])));
}
