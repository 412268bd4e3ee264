// What several guides say for the same facts, as values and in words: Python's sources/statements.py again.
import { grouped } from "./collections.js";
import { settles } from "./next_facts.js";
import { Pathway } from "./pathway.js";
import { fillPattern, joinWords, withMark } from "./sentences.js";
import { translate } from "./translation.js";

/** @typedef {import("./guide").Guide} Guide */
/** @typedef {import("./verdict.js").Verdict} Verdict */
/** @typedef {import("./translation.js").Translation} Translation */
/** @typedef {"same" | "differ" | "open"} Agreement */
/** @typedef {{id: string, label: string, memberOf: string, verdicts: (Verdict | null)[], statuses: import("./guide").Status[], agreement: Agreement, isSilent: boolean}} ComparedTreatment */
/** @typedef {import("./guide").SourceData} SourceData */

const SILENT = "not_named";

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
    /** @type {Map<number, Translation>} */
    this.translations = new Map();
    /** @type {Map<number, Pathway>} */
    this.pathways = new Map();
    for (const at of this.order) {
      const made =
        at === first
          ? { codes, origins: new Map(), conflicts: [] }
          : translate(codes, guides[at], data.translations[first][at]);
      this.translations.set(at, made);
      const known = made.codes.map((code, place) => answers[at]?.get(place) ?? code);
      this.pathways.set(at, new Pathway(guides[at], known));
    }
    this.treatments = [...inReadingOrder(this.gathered())];
  }

  /** The pathway of a guide. @param {number} at @returns {Pathway} */
  of(at) {
    return /** @type {Pathway} */ (this.pathways.get(at));
  }

  /** All treatments by id, the first guide's first. @returns {Map<string, ComparedTreatment>} */
  gathered() {
    const found = new Map();
    for (const pathway of this.pathways.values()) {
      for (const { id, label, memberOf } of pathway.guide.treatments) {
        if (!found.has(id)) found.set(id, this.compared(id, label, memberOf));
      }
    }
    return found;
  }

  /** @param {string} id @param {string} label @param {string} memberOf @returns {ComparedTreatment} */
  compared(id, label, memberOf) {
    const pathways = [...this.pathways.values()];
    const has = pathways.map(({ guide }) => guide.treatments.some((each) => each.id === id));
    const verdicts = pathways.map((pathway, i) => (has[i] ? pathway.verdict(id) : null));
    const possible = pathways.map((pathway, i) => (has[i] ? pathway.possible(id) : [SILENT]));
    const statuses = verdicts.map((verdict) => verdict?.status ?? SILENT);
    const isSilent = statuses.every((status) => status === SILENT);
    return { id, label, memberOf, verdicts, statuses, agreement: agreement(possible), isSilent };
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
      this.fill("facts", { source: this.data.titles[at], sentence: this.of(at).sentence }),
    );
  }

  /** A sentence for each difference, then what has to be asked and what was left out. @returns {string[]} */
  get sentences() {
    const told = this.alike.map((treatments) => this.sentence(treatments));
    return [
      ...(told.length ? told : [this.fill("no_difference")]),
      ...this.questionsInWords,
      ...this.leftOut,
    ];
  }

  /** The differences, those together of which the same is said in the same sections; a member adds to what its group says. */
  get alike() {
    const { differences } = this;
    const told = new Map(
      differences.map(({ id, verdicts }) => [id, verdicts.map((each) => this.status(each))]),
    );
    const more = differences.filter(({ id, memberOf }) => `${told.get(memberOf)}` !== `${told.get(id)}`);
    const alike = (/** @type {ComparedTreatment} */ each) =>
      [each.memberOf, this.cited(each), ...(told.get(each.id) ?? [])].join("\n");
    return [...grouped(more, alike).values()];
  }

  /** The sections of each source that speaks of a treatment. @param {ComparedTreatment} treatment */
  cited({ verdicts }) {
    const parts = verdicts.flatMap((verdict, i) =>
      verdict && verdict.status !== SILENT
        ? [this.fill("cited", { source: this.titles[i], cited: verdict.sections.join("; ") })]
        : [],
    );
    return parts.join("; ");
  }

  /** What the sources say of treatments of which they say the same. @param {ComparedTreatment[]} treatments */
  sentence(treatments) {
    const [{ verdicts, statuses }] = treatments;
    const { titles } = this;
    const cited = this.cited(treatments[0]);
    const shown = verdicts.map((verdict) => this.status(verdict));
    const naming = verdicts.findIndex((verdict) => verdict?.pathway.isOffered(verdict.id));
    const silent = statuses.indexOf(SILENT);
    if (statuses.length === 2 && naming >= 0 && silent >= 0) {
      const named = this.of(this.order[naming]);
      const label = joinWords(treatments.map(({ id }) => named.treatment(id).phrase));
      const status = shown[naming];
      return this.fill("one_names", { source: titles[naming], label, status, other: titles[silent], cited });
    }
    const parts = shown.map((status, i) => this.fill("part", { status, source: titles[i] }));
    const label = joinWords(treatments.map((each) => each.label));
    return this.fill("says", { label, parts: parts.join(", "), cited });
  }

  /** A status in words, with what is said beside a no. @param {Verdict | null} verdict */
  status(verdict) {
    if (!verdict || verdict.status === SILENT) return this.fill("not_named");
    const { word } = verdict.pathway.guide.statuses[verdict.status];
    const { words } = verdict;
    const isNo = verdict.status === "against" && words;
    return withMark(isNo ? this.fill("against", { word, words }) : word, verdict.inferred);
  }

  /** The places of the facts that would settle something, by guide. @returns {Map<number, number[]>} */
  get asked() {
    return new Map(this.order.map((at) => [at, settles(this.of(at)).facts.map(({ place }) => place)]));
  }

  get questionsInWords() {
    return [...this.asked].flatMap(([at, places]) => {
      const questions = places.map((place) => this.of(at).guide.factors[place].question).join(" ");
      return questions ? [this.fill("asks", { source: this.data.titles[at], questions })] : [];
    });
  }

  get leftOut() {
    return [...this.translations].flatMap(([at, { conflicts }]) => {
      const labels = joinWords(conflicts.map((place) => this.of(at).guide.factors[place].label));
      return labels ? [this.fill("left_out", { source: this.data.titles[at], labels })] : [];
    });
  }
}

/** Whether all say the same, surely differ, or may do either. @param {string[][]} possible @returns {Agreement} */
function agreement(possible) {
  const [first, ...others] = possible;
  if (possible.every(({ length }) => length === 1)) {
    return others.every(([status]) => status === first[0]) ? "same" : "differ";
  }
  return first.some((status) => others.every((each) => each.includes(status))) ? "open" : "differ";
}

/** @param {Map<string, ComparedTreatment>} found @param {string} [group] @returns {Generator<ComparedTreatment>} */
function* inReadingOrder(found, group = "") {
  for (const each of found.values()) {
    if (each.memberOf !== group) continue;
    yield each;
    yield* inReadingOrder(found, each.id);
  }
}
