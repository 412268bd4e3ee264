// What is seen, as the part of an address after "#", and back: so that it can be linked to.
import { canOccur, UNKNOWN, withCode } from "../core/decision_diagrams.js";
import { VIEWS } from "../views/explorer.js";

/**
 * What a page shows: one of its parts, a profile and a view of the explorer, a scene of a case.
 * @typedef {{show: string, codes: number[], view: string, other: number[], case: string, scene: number}} Shown
 */

export const PARTS = ["explore", "cases", "stage", "quiz"];
const VIEW_IDS = VIEWS.map(([id]) => id);

/**
 * What an address asks for.
 * @param {any} guide
 * @param {string} hash begins with "#", or is empty
 * @param {string} start the part that is shown where the address names none
 * @returns {{shown: Shown, unclear: string[]}} with what was not understood, one sentence each
 */
export function read(guide, hash, start) {
  const nothing = guide.factors.map(() => UNKNOWN);
  /** @type {Shown} */
  const shown = { show: start, codes: nothing, view: "path", other: [], case: "", scene: 1 };
  /** @type {string[]} */
  const unclear = [];
  let named = "";
  for (const [name, value] of new URLSearchParams(hash.replace(/^#/, ""))) {
    const said = `"${name}=${value}"`;
    // The facts of the second profile have "b." before them.
    const second = name.startsWith(SECOND);
    const factor = second ? name.slice(SECOND.length) : name;
    // Where a factor has the name of one of these, its levels tell which is meant.
    if (name === "view" && VIEW_IDS.includes(value)) shown.view = value;
    else if (name === "show" && PARTS.includes(value)) shown.show = named = value;
    else if (guide.factors.some((/** @type {any} */ { id }) => id === factor)) {
      const before = second ? shown.other : shown.codes;
      const known = withFact(guide, before.length ? before : nothing, factor, value);
      if (typeof known === "string") unclear.push(`${said} ${known}`);
      else shown[second ? "other" : "codes"] = known;
      named ||= "explore";
    } else if (name === "case" && guide.cases.some((/** @type {any} */ { id }) => id === value)) {
      shown.case = value;
      named ||= "cases";
    } else if (name === "scene" && /^[1-9]\d?$/.test(value)) shown.scene = Number(value);
    else unclear.push(`${said} is not understood.`);
  }
  shown.show = named || start;
  const scenes = guide.cases.find((/** @type {any} */ { id }) => id === shown.case)?.scenes.length ?? 1;
  shown.scene = Math.min(shown.scene, scenes);
  return { shown, unclear };
}

const SECOND = "b.";

/** A profile with one more fact; why not, where it cannot have it. @param {any} guide @param {number[]} codes @param {string} factor @param {string} level @returns {number[] | string} */
function withFact(guide, codes, factor, level) {
  const place = guide.factors.findIndex((/** @type {any} */ { id }) => id === factor);
  /** @type {string[]} */
  const levels = guide.factors[place].levels.map((/** @type {any} */ { id }) => id);
  if (!levels.includes(level)) return `is not a level of ${factor} (${levels.join(", ")}).`;
  const known = withCode(codes, place, levels.indexOf(level));
  return canOccur(guide, known) ? known : "cannot occur with what stands before it.";
}

/**
 * The address of what is shown.
 * @param {any} guide
 * @param {Shown} shown
 * @returns {string} begins with "#"
 */
export function written(guide, { show, codes, view, other, case: id, scene }) {
  const words = new URLSearchParams();
  if (show === "explore") {
    const facts = (/** @type {string} */ before, /** @type {number[]} */ profile) => {
      for (const [place, code] of profile.entries()) {
        const { id, levels } = guide.factors[place];
        if (code !== UNKNOWN) words.set(`${before}${id}`, levels[code].id);
      }
    };
    facts("", codes);
    if (view !== "path") words.append("view", view);
    if (view === "compare") facts(SECOND, other);
    if (!words.size) words.set("show", show);
  } else {
    words.set("show", show);
    if (show !== "quiz") {
      words.set("case", id);
      words.set("scene", `${scene}`);
    }
  }
  return `#${words}`;
}
