// What is seen, as the part of an address after "#", and back: so that it can be linked to.
import { canOccur, UNKNOWN } from "../core/diagrams.js";

/**
 * What a page shows: one of its parts, a profile and a view of the explorer, a scene of a case.
 * @typedef {{show: string, codes: number[], view: string, case: string, scene: number}} Shown
 */

export const PARTS = ["explore", "cases", "stage", "quiz"];
const VIEWS = ["path", "map", "compare", "landscape"];

/**
 * What an address asks for.
 * @param {any} guide
 * @param {string} hash begins with "#", or is empty
 * @param {string} start the part that is shown where the address names none
 * @returns {{shown: Shown, unclear: string[]}} with what was not understood, one sentence each
 */
export function read(guide, hash, start) {
  /** @type {Shown} */
  const shown = { show: start, codes: guide.factors.map(() => UNKNOWN), view: "path", case: "", scene: 1 };
  /** @type {string[]} */
  const unclear = [];
  let named = "";
  for (const [name, value] of new URLSearchParams(hash.replace(/^#/, ""))) {
    const said = `"${name}=${value}"`;
    const place = guide.factors.findIndex((/** @type {any} */ { id }) => id === name);
    if (place >= 0) {
      const { levels } = guide.factors[place];
      const code = levels.findIndex((/** @type {any} */ { id }) => id === value);
      const known = code < 0 ? null : shown.codes.with(place, code);
      if (!known) unclear.push(`${said} is not a level of ${name} (${levels.map(idOf).join(", ")}).`);
      else if (!canOccur(guide, known)) unclear.push(`${said} cannot occur with what stands before it.`);
      else shown.codes = known;
      named ||= "explore";
    } else if (name === "show" && PARTS.includes(value)) shown.show = named = value;
    else if (name === "view" && VIEWS.includes(value)) shown.view = value;
    else if (name === "case" && guide.cases.some((/** @type {any} */ { id }) => id === value)) {
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

/** @param {{id: string}} each */
const idOf = ({ id }) => id;

/**
 * The address of what is shown.
 * @param {any} guide
 * @param {Shown} shown
 * @returns {string} begins with "#"
 */
export function written(guide, { show, codes, view, case: id, scene }) {
  const words = new URLSearchParams();
  if (show === "explore") {
    for (const [place, code] of codes.entries()) {
      if (code !== UNKNOWN) words.set(guide.factors[place].id, guide.factors[place].levels[code].id);
    }
    if (view !== "path") words.set("view", view);
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
