// What several guides say for the same facts, as values and in words: Python's sources/statements.py again.
import { settles } from "./next_facts.js";
import { fillPattern, joinWords, unique } from "./sentences.js";
import { SourceDifferences } from "./source_differences.js";
import { SourceReading } from "./source_reading.js";
import { translate } from "./translation.js";

/** @typedef {import("./guide").Guide} Guide */
/** @typedef {import("./pathway.js").Pathway} Pathway */
/** @typedef {import("./source_reading.js").Statement} Statement */
/** @typedef {"same" | "differ" | "open"} Agreement */
/** @typedef {{id: string, label: string, phrase: string, memberOf: string, statements: Statement[], statuses: import("./guide").Status[], agreement: Agreement, isSilent: boolean}} ComparedTreatment */
/** @typedef {import("./guide").SourceData} SourceData */

const SILENT = "not_named";
const SILENT_BIT = 1;

export class SourceStatements {
  /**
   * @param {Guide[]} guides
   * @param {SourceData} data
   * @param {number} first which guide the profile is of
   * @param {number[]} codes
   * @param {Map<number, number>[]} [answers] by guide further facts in its own words
   */
  constructor(guides, data, first, codes, answers = []) {
    this.data = data;
    /** The places of the guides, the first one first. */
    this.order = [first, ...guides.keys()].filter((at, i, all) => all.indexOf(at) === i);
    this.firstGuide = guides[first];
    /** @type {Map<number, SourceReading>} */
    this.readings = new Map();
    for (const at of this.order) {
      const made =
        at === first
          ? { codes, origins: new Map(), undecided: new Map(), conflicts: [], unused: [] }
          : translate(codes, guides[at], data.translations[first][at]);
      this.readings.set(at, new SourceReading(guides[at], made, answers[at] ?? new Map()));
    }
    this.treatments = [...inReadingOrder(this.gathered())];
    this.inWords = new SourceDifferences(this);
  }

  /** What a guide says. @param {number} at @returns {SourceReading} */
  reading(at) {
    return /** @type {SourceReading} */ (this.readings.get(at));
  }

  /** The pathway of a guide with the facts that are certain. @param {number} at @returns {Pathway} */
  of(at) {
    return this.reading(at).pathway;
  }

  /** All treatments by id, the first guide's first. @returns {Map<string, ComparedTreatment>} */
  gathered() {
    const found = new Map();
    for (const { guide } of this.readings.values()) {
      for (const treatment of guide.treatments) {
        if (!found.has(treatment.id)) found.set(treatment.id, this.compared(treatment));
      }
    }
    return found;
  }

  /** @param {import("./guide").Treatment} treatment @returns {ComparedTreatment} */
  compared({ id, label, phrase, memberOf }) {
    const said = this.order.map((at) => this.reading(at).statement(id, this.data.counterparts[at][id] ?? ""));
    const statements = said.map((each, i) => (each.bits === SILENT_BIT && this.instead(id, said, i)) || each);
    const statuses = statements.map(({ status }) => status);
    const isSilent = statuses.every((status) => status === SILENT);
    const bits = statements.filter((each) => !each.isOpposite).map((each) => each.bits);
    const isOpen = statements.some((each) => each.isOpposite && severalIn(each.bits));
    const agreed = isOpen ? "open" : agreement(bits);
    return { id, label, phrase, memberOf, statements, statuses, agreement: agreed, isSilent };
  }

  /**
   * What a source that is silent of a treatment says with others in different words, if it does.
   * @param {string} id
   * @param {Statement[]} said what each source says of it
   * @param {number} i the silent one
   * @returns {Statement | null}
   */
  instead(id, said, i) {
    const at = this.order[i];
    const others = said.filter((_, other) => other !== i);
    const silent = this.reading(at).statement("", this.data.silent[at][id] ?? "");
    if (silent.status !== SILENT && others.some(({ bits }) => bits === silent.bits)) return silent;
    const opposite = this.reading(at).statement("", this.data.opposite[at][id] ?? "");
    const sides = this.sides(opposite);
    return others.some((each) => sides.includes(-this.side(each))) ? { ...opposite, isOpposite: true } : null;
  }

  /** The sides on which what stands for an opposite is, or may be once more is known. @param {Statement} statement */
  sides({ bits }) {
    const statuses = this.firstGuide.ranks.filter((_, rank) => bits & (1 << rank));
    return [
      this.firstGuide.offered.some((each) => statuses.includes(each)) && 1,
      statuses.includes("against") && -1,
    ].filter(Boolean);
  }

  /** 1 for what is surely offered, -1 for what is surely advised against, else 0. @param {Statement} statement */
  side({ status, bits }) {
    if (severalIn(bits)) return 0;
    return this.firstGuide.offered.includes(status) ? 1 : status === "against" ? -1 : 0;
  }

  /** The treatments of which the sources surely say different things. */
  get differences() {
    return this.treatments.filter((each) => each.agreement === "differ");
  }

  /** The members of a group, at any depth, of which some source speaks. @param {string} group @returns {ComparedTreatment[]} */
  members(group) {
    return this.treatments
      .filter(({ memberOf }) => memberOf === group)
      .flatMap((each) => [...(each.isSilent ? [] : [each]), ...this.members(each.id)]);
  }

  /** The labels of the groups of which, and of whose members, no source speaks. */
  get silentLabels() {
    const silent = this.treatments.filter(
      ({ id, isSilent, memberOf }) => isSilent && !memberOf && !this.members(id).length,
    );
    return silent.map(({ label }) => label).join(", ");
  }

  // -- in words ---------------------------------------------------------------------------------

  /** @param {string} name @param {Record<string, string>} [words] */
  fill(name, words = {}) {
    return fillPattern(this.data.patterns[name], words);
  }

  /** What the guides are called, in their order. */
  get titles() {
    return this.order.map((at) => this.data.titles[at]);
  }

  /** A line a source: the facts that it was asked with. @returns {string[]} */
  get factsInWords() {
    return this.order.map((at) =>
      this.fill("facts", { source: this.data.titles[at], sentence: this.reading(at).sentence }),
    );
  }

  /** A sentence for each difference, then what has to be asked and what was left out. @returns {string[]} */
  get sentences() {
    return [
      ...this.inWords.sentences,
      ...this.questionsInWords,
      ...this.order.map((at) => this.unused(at)).filter(Boolean),
      ...this.leftOut,
    ];
  }

  /** A status in words; all that it can be, where a treatment is surely offered. @param {import("./guide").Status} status @param {number} bits */
  word(status, bits) {
    const { ranks, offered, statuses } = this.firstGuide;
    const all = offered.includes(status) ? ranks.filter((_, rank) => bits & (1 << rank)) : [status];
    return joinWords(
      all.map((each) => statuses[each].word),
      "or",
    );
  }

  /** The places of the facts that would settle something, by guide. @returns {Map<number, number[]>} */
  get asked() {
    return new Map(
      this.order.map((at, i) => {
        const isOpen = this.treatments.some(({ statuses }) => statuses[i] === "depends");
        const facts = isOpen ? settles(this.of(at)).facts.map(({ place }) => place) : [];
        return [at, unique([...this.reading(at).undecided, ...facts])];
      }),
    );
  }

  get questionsInWords() {
    return [...this.asked].flatMap(([at, places]) => {
      const questions = places.map((place) => this.of(at).guide.factors[place].question).join(" ");
      return questions ? [this.fill("asks", { source: this.data.titles[at], questions })] : [];
    });
  }

  /** Which facts have no equivalent in a source, as a sentence; blank where all have. @param {number} at */
  unused(at) {
    const { codes } = this.of(this.order[0]);
    const labels = joinWords(
      this.reading(at).translation.unused.map((place) => {
        const { label, levels } = this.firstGuide.factors[place];
        return `${label} (${levels[codes[place]].label.split(" (")[0]})`;
      }),
    );
    return labels && this.fill("unused", { source: this.data.titles[at], labels });
  }

  get leftOut() {
    return [...this.readings].flatMap(([at, { guide, translation }]) => {
      const labels = joinWords(translation.conflicts.map((place) => guide.factors[place].label));
      return labels ? [this.fill("left_out", { source: this.data.titles[at], labels })] : [];
    });
  }
}

/** Whether more than one bit is set. @param {number} bits */
const severalIn = (bits) => (bits & (bits - 1)) !== 0;

/** Whether all say the same, surely differ, or may do either: by the ranks that each can have. @param {number[]} bits @returns {Agreement} */
function agreement(bits) {
  if (!bits.some(severalIn)) {
    return bits.every((each) => each === bits[0]) ? "same" : "differ";
  }
  return bits.reduce((common, each) => common & each) ? "open" : "differ";
}

/** @param {Map<string, ComparedTreatment>} found @param {string} [group] @returns {Generator<ComparedTreatment>} */
function* inReadingOrder(found, group = "") {
  for (const each of found.values()) {
    if (each.memberOf !== group) continue;
    yield each;
    yield* inReadingOrder(found, each.id);
  }
}
