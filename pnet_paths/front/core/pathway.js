// A guide seen with one profile: Python's guide/pathway.py, guide/route.py and guide/evaluation.py again.
import { certain, MAYBE, MET, Sensitivity, sets, UNKNOWN, UNMET } from "./diagrams.js";
import { matters, openCodes, openLevels } from "./profile.js";
import { OFFERED, Verdict } from "./verdict.js";
import { capital, clause, filled, listed, marked, verbOf } from "./words.js";

/** @typedef {import("./diagrams.js").Codes} Codes */
/** @typedef {"taken" | "open" | "off"} Way on the way for sure, perhaps (something is not known), or not */

const WAYS = /** @type {Way[]} */ (["taken", "open", "off"]);
const surest = (/** @type {Way[]} */ ways) => WAYS[Math.min(...ways.map((way) => WAYS.indexOf(way)))];
const leastSure = (/** @type {Way[]} */ ways) => WAYS[Math.max(...ways.map((way) => WAYS.indexOf(way)))];

export class Pathway {
  /**
   * @param {any} guide the guide's document
   * @param {Codes} codes a profile that can occur
   */
  constructor(guide, codes) {
    this.guide = guide;
    this.codes = codes;
    this.sets = sets(guide, codes);
    this.occurs = this.sets[guide.space] !== 0;
    this.kept = new Map();
  }

  /** What is found once for a pathway. @template T @param {string} name @param {() => T} find @returns {T} */
  once(name, find) {
    if (!this.kept.has(name)) this.kept.set(name, find());
    return this.kept.get(name);
  }

  // -- the profile ------------------------------------------------------------------------------

  /** For each unknown factor the codes of the levels that can still occur. @returns {Map<number, number[]>} */
  get open() {
    return this.once("open", () => openLevels(this.guide, this.codes));
  }

  /** The code of a factor's level, known or implied; UNKNOWN where it is neither. @param {number} place */
  level(place) {
    if (this.codes[place] !== UNKNOWN) return this.codes[place];
    const open = this.once(`open ${place}`, () => openCodes(this.guide, this.codes, place));
    return open.length === 1 ? open[0] : UNKNOWN;
  }

  /** The known facts, as conditions. @returns {Map<number, number[]>} */
  get known() {
    const known = [...this.codes.entries()].filter(([, code]) => code !== UNKNOWN);
    return new Map(known.map(([place, code]) => [place, [code]]));
  }

  /** Facts as a clause of a sentence. @param {Map<number, number[]>} conditions */
  clause(conditions) {
    return clause(this.guide.subject, this.guide.factors, conditions);
  }

  /** The profile as a sentence. */
  get sentence() {
    const { subject } = this.guide;
    return this.known.size ? `${capital(this.clause(this.known))}.` : this.said("nothing_known", { subject });
  }

  /** A sentence of the guide's patterns. @param {string} name @param {Record<string, string | number>} words */
  said(name, words = {}) {
    return filled(this.guide.patterns[name], words);
  }

  /** The labels of some factors, in the order of the guide's factors. @param {number[]} places */
  labels(places) {
    return [...places].sort((a, b) => a - b).map((place) => this.guide.factors[place].label);
  }

  /** The factors that can matter for what is shown. @returns {Set<number>} */
  get matters() {
    return this.once("matters", () => matters(this.guide, this.codes));
  }

  // -- treatments -------------------------------------------------------------------------------

  /** @param {string} id */
  treatment(id) {
    return byId(this.guide).get(id);
  }

  /** The ranks possible for a treatment, as bits. @param {string} id @returns {number} */
  bits(id) {
    return this.sets[this.treatment(id).status];
  }

  /** @param {string} id @returns {string} */
  status(id) {
    return this.guide.byRanks[this.bits(id)];
  }

  /** The statuses that a treatment has in some completion, the strongest first. @param {string} id @returns {string[]} */
  possible(id) {
    const bits = this.bits(id);
    return [...this.guide.ranks.keys()]
      .filter((rank) => (bits >> rank) & 1)
      .reverse()
      .map((rank) => this.guide.ranks[rank]);
  }

  /** Whether the status rests, in some completion, on our inference alone. @param {string} id */
  inferred(id) {
    return this.status(id) !== "not_named" && this.sets[this.treatment(id).inferred] !== UNMET;
  }

  /** The unknown factors that can decide among the possible statuses. @param {string} id @returns {number[]} */
  dependsOn(id) {
    const { status, deciding } = this.treatment(id);
    if (certain(this.sets[status])) return [];
    const found = this.once(`depends ${status}`, () => this.sensitivity.deciding(status));
    if (found.length) return found;
    // Impossible combinations leave no two completions that differ in one fact alone.
    const named = new Set(
      deciding.flatMap((/** @type {[number, number]} */ [row]) =>
        this.guide.rows[row].when.map((/** @type {[number, number[]]} */ [place]) => place),
      ),
    );
    return [...this.open]
      .filter(([place, levels]) => named.has(place) && levels.length > 1)
      .map(([place]) => place);
  }

  get sensitivity() {
    return this.once("sensitivity", () => new Sensitivity(this.guide, this.codes));
  }

  /** Whether a condition's diagram says yes: surely, never, or (null) maybe. @param {number} root */
  holds(root) {
    return this.sets[root] === MAYBE ? null : this.sets[root] === MET;
  }

  /** The rows that decide a treatment in some completion, and whether they do so in all; stated ones first. @param {string} id @returns {[any, boolean][]} */
  deciding(id) {
    return this.once(`deciding ${id}`, () =>
      this.treatment(id)
        .deciding.filter((/** @type {[number, number]} */ [, root]) => this.sets[root] !== UNMET)
        .map((/** @type {[number, number]} */ [row, root]) => [
          this.guide.rows[row],
          this.sets[root] === MET,
        ]),
    );
  }

  /** What the guide says of one treatment here. @param {string} id @returns {Verdict} */
  verdict(id) {
    return this.once(`verdict ${id}`, () => new Verdict(this, id));
  }

  /** The direct members of a group, in their places. @param {string} id @returns {any[]} */
  members(id) {
    return this.guide.treatments.filter((/** @type {any} */ { memberOf }) => memberOf === id);
  }

  /** The treatments below a group, in reading order. @param {string} id @returns {any[]} */
  below(id) {
    return this.members(id).flatMap((member) => [member, ...this.below(member.id)]);
  }

  /** Whether a member has a no that its group has not, or one in other words. @param {string} member @param {string} group */
  hasOwnNo(member, group) {
    return this.status(member) === "against" && this.verdict(member).words !== this.verdict(group).words;
  }

  /** Whether the guide says anything of a treatment here, or of a member of it. @param {string} id @returns {boolean} */
  isSpokenOf(id) {
    return this.status(id) !== "not_named" || this.members(id).some((member) => this.isSpokenOf(member.id));
  }

  /** The groups whose status was another in `before`. @param {Pathway} before */
  changedSince(before) {
    return this.members("").filter(({ id }) => this.status(id) !== before.status(id));
  }

  // -- in words ---------------------------------------------------------------------------------

  /** The pathway as plain text, in reading order: the same facts as the drawing. */
  outline() {
    const { considerations, footer, treatments } = this.guide;
    const lines = [this.sentence, ""];
    for (const decision of this.decisions.values()) {
      if (decision.state !== "off") {
        lines.push(`? ${decision.question} ${decision.answer ?? this.said("not_known")}`);
      }
    }
    for (const { id, label, depth } of treatments) {
      if (this.isSpokenOf(id)) lines.push(`${"  ".repeat(depth)}- ${label}: ${this.outlined(id)}`);
    }
    const silent = this.members("").filter(({ id }) => !this.isSpokenOf(id));
    const labels = silent.map(({ label }) => label);
    if (labels.length) lines.push(this.said("not_named_here", { labels: listed(labels) }));
    const besides = listed(considerations.map((/** @type {any} */ { label }) => label));
    if (besides) lines.push(this.said("no_rule", { labels: besides }));
    return [...lines, "", footer].join("\n");
  }

  /** A status in words: "option (may be used here, inferred; most common regimen)". @param {string} id */
  outlined(id) {
    const verdict = this.verdict(id);
    const inferred = verdict.inferred ? [this.said("inferred")] : [];
    const parts = [[verdict.line, ...inferred].filter(Boolean).join(", "), ...verdict.marks];
    const inside = parts.filter(Boolean).join("; ");
    return `${this.guide.statuses[verdict.status].word}${inside ? ` (${inside})` : ""}`;
  }

  /** What changed since another pathway, in sentences, groups only. @param {Pathway} before */
  news(before) {
    return this.changedSince(before)
      .map(({ id, label }) => {
        const { line } = this.verdict(id);
        const now = this.said(`now_${this.status(id)}`, { label, ...verbOf(label) });
        return `${now}${line ? ` (${line})` : ""}.`;
      })
      .join(" ");
  }

  // -- the way ----------------------------------------------------------------------------------

  /** The factors that the flowchart asks for, with the profile's answers, by factor. */
  get decisions() {
    return this.once("decisions", () => {
      const found = new Map();
      for (const id of this.guide.asked) {
        const place = this.guide.factors.findIndex((/** @type {any} */ factor) => factor.id === id);
        const { question, levels } = this.guide.factors[place];
        const code = this.level(place);
        const answer = code === UNKNOWN ? null : levels[code].label;
        found.set(id, { id, place, question, answer, state: this.states.get(id) });
      }
      return found;
    });
  }

  /** The steps of the guide, those between the same two ends as one arrow. @returns {any[]} */
  get arrows() {
    return this.once("arrows", () =>
      this.guide.arrows.map((/** @type {any} */ arrow) => {
        const { origin, target, steps } = arrow;
        const state = leastSure([this.reach(arrow, this.states), this.states.get(target) ?? "off"]);
        /** @type {Map<string, Way>} */
        const met = new Map(Object.entries(arrow.labels).map(([label, root]) => [label, this.met(root)]));
        const best = surest([...met.values()]);
        const shown = steps.filter((/** @type {any} */ { label }) => met.get(label) === best);
        const lasting = shown.filter((/** @type {any} */ { root }) => this.met(root) !== "off");
        const told = lasting.length ? lasting : shown;
        return { origin, target, state, kind: told[0].kind, label: joined(told), everyLabel: joined(steps) };
      }),
    );
  }

  /** Whether each end of an arrow is on the way; see the same in Python's Route. @returns {Map<string, Way>} */
  get states() {
    return this.once("states", () => {
      const { arrows, asked, starts, treatments } = this.guide;
      /** @type {Map<string, Way>} */
      const states = new Map(
        asked.map((/** @type {string} */ id) => [id, starts.includes(id) ? "taken" : "off"]),
      );
      for (const { id } of treatments) {
        const status = this.status(id);
        states.set(id, OFFERED.includes(status) ? "taken" : status === "depends" ? "open" : "off");
      }
      for (let changed = true; changed; ) {
        changed = false;
        for (const arrow of arrows) {
          const state = this.reach(arrow, states);
          const before = states.get(arrow.target) ?? "off";
          if (asked.includes(arrow.target) && WAYS.indexOf(state) < WAYS.indexOf(before)) {
            states.set(arrow.target, state);
            changed = true;
          }
        }
      }
      return states;
    });
  }

  /** What a drawing shows of a profile, as plain values. */
  answers() {
    const ids = this.guide.treatments.map((/** @type {any} */ { id }) => id);
    const each = (/** @type {(id: string) => any} */ of) =>
      Object.fromEntries(ids.map((/** @type {string} */ id) => [id, of(id)]));
    return {
      statuses: each((id) => this.status(id)),
      inferred: each((id) => this.inferred(id)),
      decisions: Object.fromEntries(
        [...this.decisions].map(([id, { state, answer }]) => [id, { state, answer }]),
      ),
      arrows: Object.fromEntries(
        this.arrows.map(({ origin, target, state }) => [`${origin}-${target}`, state]),
      ),
    };
  }

  /** How surely an arrow leads on from where it begins. @param {any} arrow @param {Map<string, Way>} states @returns {Way} */
  reach({ origin, root }, states) {
    return leastSure([this.met(root), states.get(origin) ?? "off"]);
  }

  /** Whether a condition is met. @param {number} root @returns {Way} */
  met(root) {
    const holds = this.holds(root);
    return holds === null ? "open" : holds ? "taken" : "off";
  }
}

/** The labels of some steps, once each; one that a step states has no mark of an inference. @param {any[]} steps */
function joined(steps) {
  const stated = new Set(steps.filter(({ inferred }) => !inferred).map(({ label }) => label));
  const labels = new Set(steps.map(({ label }) => label).filter(Boolean));
  return [...labels].map((label) => marked(label, !stated.has(label))).join(" / ");
}

/** @type {WeakMap<any, Map<string, any>>} */
const treatments = new WeakMap();

/** The treatments of a guide by id. @param {any} guide @returns {Map<string, any>} */
function byId(guide) {
  let found = treatments.get(guide);
  if (!found) {
    found = new Map(guide.treatments.map((/** @type {any} */ treatment) => [treatment.id, treatment]));
    treatments.set(guide, found);
  }
  return found;
}
