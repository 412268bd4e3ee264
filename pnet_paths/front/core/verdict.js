// What the guide says of one treatment for one profile: Python's guide/verdict.py again.
import { possible, withCode } from "./decision_diagrams.js";
import { Reasons } from "./reasons.js";
import { joinWords, unique, withMark } from "./sentences.js";

/** @typedef {import("./guide").Combination} Combination */
/** @typedef {import("./guide").Row} Row */
/** @typedef {import("./guide").Status} Status */
/** @typedef {import("./pathway.js").Pathway} Pathway */

export class Verdict extends Reasons {
  /**
   * @param {Pathway} pathway
   * @param {string} id of a treatment
   */
  constructor(pathway, id) {
    super(pathway.guide, id, (root) => pathway.sets[root]);
    this.pathway = pathway;
    this.id = id;
    this.possible = pathway.possible(id);
  }

  /** The unknown factors that can decide among the possible statuses. @returns {number[]} */
  get dependsOn() {
    return this.pathway.dependsOn(this.id);
  }

  /** What the reasons say, in a few words: of a group its own rows, or else its members'. */
  get words() {
    return this.inWords((row) => row.words);
  }

  /** @param {(row: Row) => string} say */
  inWords(say) {
    const words = unique(this.shown.map(say));
    return this.certain || !words.length ? words.join("; ") : joinWords(words, "or", true);
  }

  /** All that a reader sees of the treatment. @returns {string} */
  get statement() {
    return this.pathway.once(`telling ${this.id}`, () => super.statement);
  }

  /** Where it is not offered, the stated rows that would offer it but for conditions that we add. @returns {Row[]} */
  get withheldOffers() {
    return this.pathway.mayBeOffered(this.id) ? [] : this.pathway.withheldOffers(this.id);
  }

  /** A few words on why it has its status; empty where the guide gives none. @returns {string} */
  get line() {
    return this.pathway.once(`line ${this.id}`, () => this.reason());
  }

  reason() {
    const { pathway } = this;
    const labels = pathway.labels(this.dependsOn);
    const unknown = labels.length ? pathway.fill("unknown", { labels: joinWords(labels) }) : "";
    if (this.status === "depends") return unknown;
    if (this.status === "not_named") {
      const no =
        this.possible.length > 1
          ? pathway.fill("some_no", { no: pathway.caveatWords([this.id]), unknown })
          : "";
      return [no, this.withheldOffers.length ? pathway.fill("our_reading") : ""].filter(Boolean).join("; ");
    }
    // What a stated reason says has no mark, though one of ours says the same.
    const plain = this.shown.filter((row) => !row.inferred || this.inferred).map((row) => row.words);
    const words = this.inWords((row) => withMark(row.words, !plain.includes(row.words)));
    if (this.possible.length === 1) return words;
    // What is not known decides among them: a reason holds for all only if it surely does.
    return [...(this.certain ? [words] : []), ...this.stronger(unknown)].join("; ");
  }

  /**
   * Which statuses it may have instead, with the answer if one fact decides.
   * @param {string} unknown
   * @returns {string[]}
   */
  stronger(unknown) {
    const { guide, open, codes } = this.pathway;
    const stronger = /** @type {Status[]} */ (Object.keys(guide.statuses)).filter(
      (s) => this.possible.includes(s) && s !== this.status,
    );
    const words = stronger.map((status) => guide.statuses[status].word);
    const [place, ...others] = this.dependsOn;
    if (others.length || stronger.length > 1) {
      return [this.pathway.fill("or_status", { statuses: words.join(" or ") }), unknown];
    }
    const factor = guide.factors[place];
    const { status: root } = this.pathway.treatment(this.id);
    const leading = (open.get(place) ?? []).filter(
      (code) => guide.byRanks[possible(guide, root, withCode(codes, place, code))] === stronger[0],
    );
    const levels = joinWords(
      leading.map((code) => factor.levels[code].label),
      "or",
    );
    return [
      this.pathway.fill("leading", { status: words[0], factor: factor.label.replace(/^if /, ""), levels }),
    ];
  }

  /** The headings of the sections that the status comes from; without a reason, the treatment itself. @returns {string[]} */
  get sections() {
    if (!this.rows.length) return this.pathway.treatment(this.id).sections;
    return unique(this.rows.flatMap((row) => row.sections));
  }

  /** What the guide names together with it here, where another part is offered too. @returns {Combination[]} */
  get combined() {
    if (!this.pathway.isOffered(this.id)) return [];
    return this.pathway.guide.combinations.filter(
      ({ treatments, root }) =>
        treatments.includes(this.id) &&
        this.pathway.isMet(root) &&
        treatments.some((other) => other !== this.id && this.pathway.isOffered(other)),
    );
  }
}
