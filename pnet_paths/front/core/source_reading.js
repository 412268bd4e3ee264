// What one source says with facts that come from another: Python's sources/source_reading.py again.

import { grouped } from "./collections.js";
import { UNKNOWN, withCode } from "./decision_diagrams.js";
import { Pathway } from "./pathway.js";
import { capitalize, unique } from "./sentences.js";

/** @typedef {import("./guide").Guide} Guide */
/** @typedef {import("./guide").Status} Status */
/** @typedef {import("./translation.js").Translation} Translation */
/**
 * What a source says of a treatment: its status, as bits the ranks that it can have, whether it rests on our inference,
 * the words of a no, the sections, the label and the id of what stands for it, whether the source has it at all, whether
 * what stands for it says the opposite of it.
 * @typedef {{status: Status, bits: number, inferred: boolean, words: string, cited: string, counterpart: string, standsFor: string, isThere: boolean, isOpposite: boolean}} Statement
 */

const MOST_COMPLETIONS = 100;
const SILENT = 1; // the bit of the weakest rank: not named
/** @type {Statement} */
const ABSENT = {
  status: "not_named",
  bits: SILENT,
  inferred: false,
  words: "",
  cited: "",
  counterpart: "",
  standsFor: "",
  isThere: false,
  isOpposite: false,
};

export class SourceReading {
  /**
   * @param {Guide} guide
   * @param {Translation} translation
   * @param {Map<number, number>} answers further facts in the guide's own words
   */
  constructor(guide, translation, answers) {
    this.guide = guide;
    this.translation = translation;
    this.answers = answers;
    this.pathway = new Pathway(guide, this.known(translation.codes));
    /** The places of the facts that follow by our inference. @type {number[]} */
    this.inferredFacts = [...translation.origins]
      .filter(
        ([place, { inferred }]) => inferred && translation.codes[place] !== UNKNOWN && !answers.has(place),
      )
      .map(([place]) => place);
    this.pathways = this.completions(translation.codes);
    const { length } = this.inferredFacts;
    const stated = translation.codes.map((code, place) =>
      this.inferredFacts.includes(place) ? UNKNOWN : code,
    );
    this.withoutOurs = length ? this.completions(stated) : this.pathways;
  }

  /** @param {number[]} codes */
  known(codes) {
    return codes.map((code, place) => this.answers.get(place) ?? code);
  }

  /** The pathways of all levels that stay possible, as far as they can occur. @param {number[]} codes @returns {Pathway[]} */
  completions(codes) {
    const known = this.known(codes);
    const open = [...this.translation.undecided]
      .filter(([place]) => !this.answers.has(place))
      .sort(([a], [b]) => a - b);
    while (open.reduce((all, [, levels]) => all * levels.length, 1) > MOST_COMPLETIONS) {
      const most = Math.max(...open.map(([, levels]) => levels.length));
      open.splice(
        open.findIndex(([, levels]) => levels.length === most),
        1,
      );
    }
    let profiles = [known];
    for (const [place, levels] of open) {
      profiles = profiles.flatMap((each) => levels.map((level) => withCode(each, place, level)));
    }
    const pathways = profiles.map((each) => new Pathway(this.guide, each)).filter(({ occurs }) => occurs);
    return pathways.length ? pathways : [new Pathway(this.guide, known)];
  }

  /** The places of the factors of which the facts leave several levels, of which not all say the same. */
  get undecided() {
    const left = [...this.translation.undecided.keys()].filter((place) => !this.answers.has(place));
    return left.filter((place) => {
      const levels = grouped(this.pathways, (each) => each.codes[place]);
      const said = [...levels.values()].map(
        (some) => `${this.guide.treatments.map(({ id }) => union(some, id))}`,
      );
      return new Set(said).size > 1;
    });
  }

  /** The facts as a sentence; those that we infer are marked. */
  get sentence() {
    const { pathway } = this;
    if (!pathway.known.size) return pathway.sentence;
    return `${capitalize(pathway.clause(pathway.known, this.inferredFacts))}.`;
  }

  /** What the source says of a treatment. @param {string} id @param {string} counterpart what stands for it where the guide does not have it @returns {Statement} */
  statement(id, counterpart) {
    const has = (/** @type {string} */ name) => this.guide.treatments.some((each) => each.id === name);
    const name = has(id) ? id : counterpart;
    if (!has(name)) return ABSENT;
    const bits = union(this.pathways, name);
    const status = /** @type {Status} */ (this.guide.byRanks[bits]);
    const named = this.pathways.filter((each) => each.bits(name) !== SILENT);
    const naming = named.find((each) => each.status(name) === status) ?? named[0];
    const verdict = status === "not_named" ? null : naming?.verdict(name);
    const order = unique([naming, ...named]);
    const isInferred =
      this.pathways.some((each) => each.inferred(name)) || bits !== union(this.withoutOurs, name);
    const isCaveat = this.guide.caveats.includes(status);
    return {
      status,
      bits,
      inferred: Boolean(verdict) && isInferred,
      words: verdict && isCaveat ? verdict.words : "",
      /** Looked up where it is told: most statements are of what does not differ. */
      get cited() {
        return verdict ? shared(order.map((each) => each?.verdict(name).sections ?? [])).join("; ") : "";
      },
      counterpart: name === id ? "" : this.pathway.treatment(name).label,
      standsFor: name === id ? "" : name,
      isThere: true,
      isOpposite: false,
    };
  }
}

/** @param {Pathway[]} pathways @param {string} id */
const union = (pathways, id) => pathways.reduce((bits, each) => bits | each.bits(id), 0);

/** The sections that all have, or all of them where there is none. @param {string[][]} sections */
function shared(sections) {
  const every = unique(sections.flat());
  const inAll = every.filter((each) => sections.every((some) => some.includes(each)));
  return inAll.length ? inAll : every;
}
