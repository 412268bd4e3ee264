// What the guide says of one treatment for one profile: Python's guide/verdict.py again.
import { possible, withCode } from "./decision_diagrams.js";
import { listed, marked, shared } from "./sentences.js";

/** @typedef {import("./pathway.js").Pathway} Pathway */

export const OFFERED = ["usual", "option", "later"];

export class Verdict {
  /**
   * @param {Pathway} pathway
   * @param {string} id of a treatment
   */
  constructor(pathway, id) {
    this.pathway = pathway;
    this.id = id;
    this.status = pathway.status(id);
    this.possible = pathway.possible(id);
    this.dependsOn = pathway.dependsOn(id);
    this.inferred = pathway.inferred(id);
    const deciding = pathway.deciding(id).filter(([row]) => row.status === this.status);
    const sure = deciding.filter(([, isSure]) => isSure);
    /** Whether the reasons decide however the rest turns out. */
    this.certain = sure.length > 0;
    /** The rows behind the status, stated ones first. @type {any[]} */
    this.reasons = (sure.length ? sure : deciding).map(([row]) => row);
  }

  /** What the reasons say, in a few words: of a group its own rows, or else its members'. */
  get words() {
    return this.told((row) => row.words);
  }

  /** @param {(row: any) => string} say */
  told(say) {
    const { own } = this.pathway.treatment(this.id);
    const naming = this.reasons.filter((row) => own.includes(this.pathway.guide.rows.indexOf(row)));
    const words = shared((naming.length ? naming : this.reasons).map(say));
    return this.certain || !words.length ? words.join("; ") : listed(words, "or", true);
  }

  /** A few words on why it has its status; empty where the guide gives none. @returns {string} */
  get line() {
    return this.pathway.once(`line ${this.id}`, () => this.reason());
  }

  reason() {
    const { pathway } = this;
    const labels = pathway.labels(this.dependsOn);
    const unknown = labels.length ? pathway.said("unknown", { labels: listed(labels) }) : "";
    if (this.status === "depends") return unknown;
    if (this.status === "not_named")
      return this.possible.length > 1 ? pathway.said("some_no", { unknown }) : "";
    const words = this.told((row) => marked(row.words, row.inferred && !this.inferred));
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
    const stronger = Object.keys(guide.statuses).filter(
      (s) => this.possible.includes(s) && s !== this.status,
    );
    const words = stronger.map((status) => guide.statuses[status].word);
    const [place, ...others] = this.dependsOn;
    if (others.length || stronger.length > 1) {
      return [this.pathway.said("or_status", { statuses: words.join(" or ") }), unknown];
    }
    const factor = guide.factors[place];
    const { status: root } = this.pathway.treatment(this.id);
    const leading = (open.get(place) ?? []).filter(
      (code) => guide.byRanks[possible(guide, root, withCode(codes, place, code))] === stronger[0],
    );
    const levels = listed(
      leading.map((code) => factor.levels[code].label),
      "or",
    );
    return [this.pathway.said("leading", { status: words[0], factor: factor.label, levels })];
  }

  /** What is told beside the treatment's own name: "most common regimen". @returns {string[]} */
  get marks() {
    return shared(
      this.reasons.filter((row) => row.treatments.includes(this.id) && row.mark).map((row) => row.mark),
    );
  }

  /** What it is for here. @returns {string[]} */
  get aims() {
    return shared(this.reasons.map((row) => row.aim).filter(Boolean));
  }

  /** The headings of the sections that the status comes from; without a reason, the treatment itself. @returns {string[]} */
  get sections() {
    if (!this.reasons.length) return this.pathway.treatment(this.id).sections;
    return shared(this.reasons.flatMap((row) => row.sections));
  }

  /** What the guide names together with it here, where another part is offered too. @returns {any[]} */
  get combined() {
    if (!OFFERED.includes(this.status)) return [];
    return this.pathway.guide.combinations.filter(
      (/** @type {any} */ { treatments, root }) =>
        treatments.includes(this.id) &&
        this.pathway.holds(root) &&
        treatments.some(
          (/** @type {string} */ other) => other !== this.id && OFFERED.includes(this.pathway.status(other)),
        ),
    );
  }
}
