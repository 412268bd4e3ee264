// How the flowchart runs for one profile: which questions and arrows are on the way. Python's
// guide/route.py again.
import { UNKNOWN } from "./decision_diagrams.js";
import { withMark } from "./sentences.js";

/** @typedef {import("./guide").Step} Step */
/** @typedef {import("./pathway.js").Pathway} Pathway */
/** @typedef {"taken" | "open" | "off"} Way on the way for sure, perhaps (something is not known), or not */
/** @typedef {{id: string, place: number, question: string, answer: string | null, state: Way}} Decision a question, and the label of its answer */
/** @typedef {import("./guide").Arrow & {state: Way, label: string, inferred: boolean, answers: string[]}} Arrow all steps between two ends */

const WAYS = /** @type {Way[]} */ (["taken", "open", "off"]);
const surest = (/** @type {Way[]} */ ways) => WAYS[Math.min(...ways.map((way) => WAYS.indexOf(way)))];
const leastSure = (/** @type {Way[]} */ ways) => WAYS[Math.max(...ways.map((way) => WAYS.indexOf(way)))];

export class Route {
  /** @param {Pathway} pathway */
  constructor(pathway) {
    this.pathway = pathway;
    this.guide = pathway.guide;
    this.states = this.endStates();
    this.decisions = this.decisionsById();
    this.arrows = this.arrowsByEnds();
  }

  /** The factors that the flowchart asks for, with the profile's answers, by factor. @returns {Map<string, Decision>} */
  decisionsById() {
    const found = new Map();
    for (const id of this.guide.asked) {
      const place = this.guide.factors.findIndex((factor) => factor.id === id);
      const { question, levels } = this.guide.factors[place];
      const code = this.pathway.level(place);
      const answer = code === UNKNOWN ? null : levels[code].label;
      found.set(id, { id, place, question, answer, state: this.states.get(id) ?? "off" });
    }
    return found;
  }

  /** The steps of the guide, those between the same two ends as one arrow, by both. @returns {Map<string, Arrow>} */
  arrowsByEnds() {
    const found = new Map();
    for (const arrow of this.guide.arrows) {
      const { origin, target, steps } = arrow;
      const state = leastSure([this.wayOn(arrow, this.states), this.states.get(target) ?? "off"]);
      /** @type {Map<string, Way>} */
      const met = new Map(Object.entries(arrow.labels).map(([label, root]) => [label, this.way(root)]));
      const best = surest([...met.values()]);
      const shown = steps.filter(({ label }) => met.get(label) === best);
      const lasting = shown.filter(({ root }) => this.way(root) !== "off");
      const labelled = lasting.length ? lasting : shown;
      const inferred = labelled.every((step) => step.inferred);
      const answers = this.answers(origin, steps);
      found.set(`${origin}-${target}`, { ...arrow, state, label: arrowLabel(labelled), inferred, answers });
    }
    return found;
  }

  /** The answers to a question that lead on, as ids of levels: see Python's Route. @param {string} origin @param {Step[]} steps @returns {string[]} */
  answers(origin, steps) {
    const place = this.guide.factors.findIndex(({ id }) => id === origin);
    const best = surest(steps.map(({ root }) => this.way(root)));
    const asked = steps.filter(({ root }) => this.way(root) === best).map(({ answers }) => answers);
    if (place < 0 || best === "off" || asked.some(({ length }) => !length)) return [];
    const level = this.pathway.level(place);
    const possible = level === UNKNOWN ? (this.pathway.open.get(place) ?? []) : [level];
    const leading = possible.filter((code) => asked.some((codes) => codes.includes(code)));
    if (leading.length === possible.length && possible.length > 1) return [];
    return leading.map((code) => this.guide.factors[place].levels[code].id);
  }

  /** By treatment and decision whether it is on the path; see Python's Route. @returns {Map<string, Way>} */
  endStates() {
    const { arrows, asked, starts, treatments } = this.guide;
    /** @type {Map<string, Way>} */
    const states = new Map(asked.map((id) => [id, starts.includes(id) ? "taken" : "off"]));
    for (const { id } of treatments) {
      const depends = this.pathway.status(id) === "depends";
      states.set(id, this.pathway.isOffered(id) ? "taken" : depends ? "open" : "off");
    }
    for (let changed = true; changed; ) {
      changed = false;
      for (const arrow of arrows) {
        const state = this.wayOn(arrow, states);
        const before = states.get(arrow.target) ?? "off";
        if (asked.includes(arrow.target) && WAYS.indexOf(state) < WAYS.indexOf(before)) {
          states.set(arrow.target, state);
          changed = true;
        }
      }
    }
    return states;
  }

  /** Return how surely an arrow leads on from its origin. @param {import("./guide").Arrow} arrow @param {Map<string, Way>} states @returns {Way} */
  wayOn({ origin, root }, states) {
    return leastSure([this.way(root), states.get(origin) ?? "off"]);
  }

  /** Whether a condition is met. @param {number} root @returns {Way} */
  way(root) {
    const holds = this.pathway.isMet(root);
    return holds === null ? "open" : holds ? "taken" : "off";
  }
}

/** The labels of some steps, once each; one that a step states has no mark of an inference. @param {Step[]} steps */
function arrowLabel(steps) {
  const stated = new Set(steps.filter(({ inferred }) => !inferred).map(({ label }) => label));
  const labels = new Set(steps.map(({ label }) => label).filter(Boolean));
  return [...labels].map((label) => withMark(label, !stated.has(label))).join(" / ");
}
