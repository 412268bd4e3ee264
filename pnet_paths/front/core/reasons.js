// The rows behind a treatment's status, and all that a reader sees of it: Python's guide/reasons.py again.

import { once } from "./collections.js";
import { MET, UNMET } from "./decision_diagrams.js";

/** @typedef {import("./guide").Guide} Guide */
/** @typedef {import("./guide").Row} Row */
/** @typedef {import("./guide").Status} Status */
/** @typedef {import("./guide").Treatment} Treatment */
/** @typedef {{row: Row, sure: boolean, waits: boolean}} DecidingRow a row that decides in some completion; sure: in all; waits: in some of them the treatment comes later */
/** @typedef {(root: number) => number} Answers what is possible for a root, as bits */

/** @type {WeakMap<Guide, Map<string, Treatment>>} */
const treatments = new WeakMap();

/** The treatments of a guide by id. @param {Guide} guide */
export const treatmentsOf = (guide) =>
  once(treatments, guide, () => new Map(guide.treatments.map((each) => [each.id, each])));

/** A treatment of a guide. @param {Guide} guide @param {string} id */
export const treatmentOf = (guide, id) => /** @type {Treatment} */ (treatmentsOf(guide).get(id));

/** The status that stands for the ranks possible for a treatment. @param {Guide} guide @param {number} bits */
export const statusAt = (guide, bits) => /** @type {Status} */ (guide.byRanks[bits]);

/**
 * The rows that decide a treatment in some completion, stated ones first.
 * @param {Guide} guide
 * @param {string} id
 * @param {Answers} answers
 * @returns {DecidingRow[]}
 */
export function decidingRows(guide, id, answers) {
  return treatmentOf(guide, id)
    .deciding.filter(([, decides]) => answers(decides) !== UNMET)
    .map(([row, decides, waits]) => ({
      row: guide.rows[row],
      sure: answers(decides) === MET,
      waits: answers(waits) !== UNMET,
    }));
}

/** A status over all completions of a profile, and the rows behind it. */
export class Reasons {
  /**
   * @param {Guide} guide
   * @param {string} id of a treatment
   * @param {Answers} answers
   */
  constructor(guide, id, answers) {
    this.guide = guide;
    this.treatment = treatmentOf(guide, id);
    this.status = statusAt(guide, answers(this.treatment.status));
    const silent = this.status === "not_named";
    this.inferred = !silent && answers(this.treatment.inferred) !== UNMET;
    const deciding = decidingRows(guide, id, answers);
    const giving = deciding.filter((each) => gives(each, this.status));
    const sure = giving.filter((each) => each.sure);
    /** Whether the rows decide in all completions. */
    this.certain = sure.length > 0;
    /** Those that give the status for sure, or else all that may; stated ones first. @type {Row[]} */
    this.rows = (sure.length ? sure : giving).map(({ row }) => row);
    /** Those that say no in some completions of what is otherwise not named. @type {Row[]} */
    this.conditional = silent ? deciding.map(({ row }) => row) : [];
  }

  /** The rows whose words are shown: the treatment's own offers, or else its members'; those that have it wait always. @returns {Row[]} */
  get shown() {
    const waits = this.rows.filter((row) => row.status === "waits");
    const others = this.rows.filter((row) => row.status !== "waits");
    const own = others.filter((row) => this.treatment.own.includes(this.guide.rows.indexOf(row)));
    return [...(own.length ? own : others), ...waits];
  }

  /** What is told beside the treatment's own name: "most common regimen". @returns {string[]} */
  get marks() {
    const naming = this.rows.filter((row) => row.treatments.includes(this.treatment.id));
    return [...new Set(naming.map((row) => row.mark).filter(Boolean))];
  }

  /** What it is for here. @returns {string[]} */
  get aims() {
    return [...new Set(this.rows.flatMap((row) => row.aims))];
  }

  /** What stands beside the status: words, marks and aims, once each. @returns {string[]} */
  get remarks() {
    const words = [...this.shown, ...this.conditional].map((row) => row.tells);
    return [...new Set([...words, ...this.marks, ...this.aims])].filter(Boolean);
  }

  /** All that a reader sees: two profiles with equal statements do not differ. @returns {string} */
  get statement() {
    const words = [...this.shown, ...this.conditional].map((row) => row.tells).filter(Boolean);
    const sorted = [new Set(words), this.marks, this.aims].map((texts) => [...texts].sort());
    return JSON.stringify([this.status, this.inferred, ...sorted]);
  }
}

/** Whether a row may give the status that stands for all completions. @param {DecidingRow} deciding @param {Status} status */
function gives({ row, waits }, status) {
  return row.status === status || (status === "later" && (waits || row.status === "waits"));
}
