// Where several sources surely say different things, in words: Python's sources/differences.py again.
import { grouped } from "./collections.js";
import { UNKNOWN } from "./decision_diagrams.js";
import { Pathway } from "./pathway.js";
import { joinWords, withMark } from "./sentences.js";

/** @typedef {import("./source_reading.js").Statement} Statement */
/** @typedef {import("./source_statements.js").ComparedTreatment} ComparedTreatment */

const SILENT = "not_named";

export class SourceDifferences {
  /** @param {import("./source_statements.js").SourceStatements} compared what the sources say */
  constructor(compared) {
    this.compared = compared;
    this.withLess = this.pathwaysWithLess();
  }

  /** A sentence for each difference, or that there is none. @returns {string[]} */
  get sentences() {
    const told = this.alike.map((treatments) => this.sentence(treatments));
    return told.length ? told : [this.compared.fill("no_difference")];
  }

  /** The differences, those together of which the same is said in the same sections. A member adds to what its group says, and another name to what is said of the treatment of that name. */
  get alike() {
    const { differences } = this.compared;
    const told = this.told(differences, true);
    const unnamed = this.told(differences, false);
    const more = differences.filter(
      ({ id, memberOf, statements }) =>
        told.get(memberOf) !== told.get(id) &&
        !statements.some(({ standsFor }) => unnamed.get(standsFor) === unnamed.get(id)),
    );
    const alike = (/** @type {ComparedTreatment} */ each) =>
      [each.memberOf, this.cited(each), this.untold(each), told.get(each.id)].join("\n");
    return [...grouped(more, alike).values()];
  }

  /** What is said of treatments, by id. @param {ComparedTreatment[]} treatments @param {boolean} names with those that another source has them under */
  told(treatments, names) {
    return new Map(
      treatments.map(({ id, statements }) => [
        id,
        statements.map((each) => this.status(each, names)).join("\n"),
      ]),
    );
  }

  /** The first guide with those facts alone that another was told too, by the place of the other. @returns {[number, Pathway][]} */
  pathwaysWithLess() {
    const { guide, codes } = this.compared.of(this.compared.order[0]);
    return this.compared.order.slice(1).flatMap((at) => {
      const { unused } = this.compared.reading(at).translation;
      if (!unused.length) return [];
      const left = codes.map((code, place) => (unused.includes(place) ? UNKNOWN : code));
      return [/** @type {[number, Pathway]} */ ([at, new Pathway(guide, left)])];
    });
  }

  /** Which source was not told a fact that may make the difference, as sentences. @param {ComparedTreatment} treatment */
  untold({ id, statements }) {
    const name = statements[0].standsFor || id;
    return this.withLess
      .filter(([at, pathway]) => {
        const has = pathway.guide.treatments.some((each) => each.id === name);
        const said = statements[this.compared.order.indexOf(at)];
        return has && said.isThere && pathway.bits(name) & said.bits;
      })
      .map(([at]) => this.compared.fill("untold", { source: this.compared.data.titles[at] }))
      .join(" ");
  }

  /** The sections of each source that speaks of a treatment. @param {ComparedTreatment} treatment */
  cited({ statements }) {
    const parts = statements.flatMap(({ cited }, i) =>
      cited ? [this.compared.fill("cited", { source: this.compared.titles[i], cited })] : [],
    );
    return parts.join("; ");
  }

  /** What the sources say of treatments of which they say the same, and what may decide it. @param {ComparedTreatment[]} treatments */
  sentence(treatments) {
    return [this.difference(treatments), this.untold(treatments[0])].filter(Boolean).join(" ");
  }

  /** @param {ComparedTreatment[]} treatments */
  difference(treatments) {
    const [{ statements, statuses }] = treatments;
    const { titles } = this.compared;
    const cited = this.cited(treatments[0]);
    const shown = statements.map((each) => this.status(each));
    const naming = statuses.findIndex((status) => this.compared.firstGuide.offered.includes(status));
    const silent = statuses.indexOf(SILENT);
    if (statuses.length === 2 && naming >= 0 && silent >= 0) {
      const label = joinWords(treatments.map(({ phrase }) => phrase));
      const status = shown[naming];
      const name = statements[silent].isThere ? "one_names" : "one_has";
      return this.compared.fill(name, {
        source: titles[naming],
        label,
        status,
        other: titles[silent],
        cited,
      });
    }
    const parts = shown.map((status, i) => this.compared.fill("part", { status, source: titles[i] }));
    const label = joinWords(treatments.map((each) => each.label));
    return this.compared.fill("says", { label, parts: parts.join(", "), cited });
  }

  /** A status in words, with what is said beside a no. @param {Statement} statement @param {boolean} [names] with the name of what stands for it */
  status({ status, bits, isThere, words, counterpart, inferred }, names = true) {
    if (status === SILENT) return this.compared.fill(isThere ? "not_named" : "no_rule");
    const word = this.compared.word(status, bits);
    const told = words ? this.compared.fill("against", { word, words }) : word;
    return withMark(
      counterpart && names ? this.compared.fill("as", { status: told, label: counterpart }) : told,
      inferred,
    );
  }
}
