// What is shown as the part of an address after "#", and back: so that it can be linked to.
import { sharedAssumptions } from "../core/assumptions.js";
import { canOccur, UNKNOWN, withCode } from "../core/decision_diagrams.js";
import { VIEWS } from "../views/explorer_views.js";
import { PARTS } from "./parts.js";

/** @typedef {import("../core/guide").Guide} Guide */

/**
 * What a page shows: one of its parts, a profile (and which of its facts are assumed) and a view of the
 * explorer, a scene of a case; in a link from a question also the treatment or question whose card is open.
 * @typedef {{show: string, codes: number[], assumed: number[], view: string, other: number[], case: string, scene: number, card?: string}} Shown
 */

/** @type {string[]} */
const PART_IDS = PARTS.map(({ id }) => id);
const VIEW_IDS = VIEWS.map(({ id }) => id);

/** Parameters that mails and other programs add to a link. */
const FOREIGN = /^(?:utm_?\w*|\w*clid|mc_\w+)$/;
/** Of an address that asks for much that is not understood, so much is told and so much of a value; more is not kept. */
const [TOLD, LONGEST, KEPT] = [3, 40, 500];

/** What ends a sentence after a link stands in no id. @param {string} value */
const trimmed = (value) => value.replace(/[^\p{L}\p{N}_]+$/u, "");

const GUIDE = "guide";

/** Which of a page's guides an address names; the first where it names none of them. @param {{name: string}[]} parts @param {string} hash */
export function guideAt(parts, hash) {
  const words = new URLSearchParams(hash.replace(/^#/, "").replaceAll("&amp;", "&"));
  const named = trimmed(words.get(GUIDE) ?? "");
  return Math.max(
    0,
    parts.findIndex(({ name }) => name && name === named),
  );
}

/** The address of a part of another guide. @param {{name: string}[]} parts @param {number} at @param {string} show */
export const guideAddress = (parts, at, show) =>
  `#${new URLSearchParams([...(at ? [[GUIDE, parts[at].name]] : []), ["show", show]])}`;

/**
 * What an address asks for. It states all facts: what it does not name is not known. Only where it names
 * no fact at all, the facts that the guide assumes are there, unless it says to assume nothing.
 * @param {Guide} guide
 * @param {string} hash begins with "#", or is empty
 * @param {string} start the part that is shown where the address names none
 * @param {string[]} [names] of the guides that the page has
 * @param {string[]} [views] of its explorer, by id
 * @returns {{shown: Shown, unclear: string[], rest: [name: string, value: string][]}} with what was not understood: one
 *   sentence each, and as it stands there
 */
export function parseAddress(guide, hash, start, names = [], views = VIEW_IDS) {
  const nothing = guide.factors.map(() => UNKNOWN);
  /** @type {Shown} */
  const shown = {
    show: start,
    codes: nothing,
    assumed: [],
    view: "path",
    other: [],
    case: "",
    scene: 1,
    card: "",
  };
  /** @type {string[]} */
  const unclear = [];
  let named = "";
  let states = false;
  /** @type {[name: string, value: string][]} */
  const rest = [];
  // A mail may write "&" as markup, and another program add its own after a "?".
  const plain = hash.replace(/^#/, "").replaceAll("&amp;", "&").replaceAll("?", "&");
  for (const [name, given] of new URLSearchParams(plain)) {
    const value = trimmed(given);
    const refuse = (/** @type {string} */ why) => {
      rest.push([name, given]);
      if (!FOREIGN.test(name)) unclear.push(`"${shorten([name, given].join("="))}" ${why}`);
    };
    // The facts of the second profile have "b." before them.
    const second = name.startsWith(SECOND);
    const factor = second ? name.slice(SECOND.length) : name;
    // Where a factor has the name of one of these, its levels tell which is meant.
    if (name === GUIDE && names.includes(value)) continue; // `guideAt` finds it
    if (name === "view" && views.includes(value)) shown.view = value;
    else if (name === "show" && (PART_IDS.includes(value) || views.includes(value)))
      shown.show = named = value;
    else if (guide.factors.some(({ id }) => id === factor)) {
      const before = second ? shown.other : shown.codes;
      const known = withFact(guide, before.length ? before : nothing, factor, value);
      if (typeof known === "string") refuse(known);
      else shown[second ? "other" : "codes"] = known;
      states ||= !second;
      named ||= "explore";
    } else if (name === ASSUME && value === NOTHING) {
      states = true;
      named ||= "explore";
    } else if (name === "case" && guide.cases.some(({ id }) => id === value)) {
      shown.case = value;
      named ||= "cases";
    } else if (name === "card" && hasCard(guide, value)) shown.card = value;
    else if (name === "scene" && /^[1-9]\d?$/.test(value)) shown.scene = Number(value);
    else refuse("is not understood.");
  }
  shown.show = named || start;
  if (views.includes(shown.show)) [shown.show, shown.view] = ["explore", shown.show]; // a page may start with one
  if (!states) {
    shown.codes = [...guide.assumed];
    shown.assumed = [...sharedAssumptions(guide, shown.codes)];
  }
  const scenes = guide.cases.find(({ id }) => id === shown.case)?.scenes.length ?? 1;
  shown.scene = Math.min(shown.scene, scenes);
  const more = unclear.length - TOLD;
  if (more > 0) unclear.splice(TOLD, more, `And ${more} more.`);
  return { shown, unclear, rest: `${new URLSearchParams(rest)}`.length > KEPT ? [] : rest };
}

/** @param {string} words */
const shorten = (words) => (words.length > LONGEST ? `${words.slice(0, LONGEST)}...` : words);

/** @param {Guide} guide @param {string} id */
const hasCard = ({ asked, treatments }, id) =>
  asked.includes(id) || treatments.some((each) => each.id === id);

const SECOND = "b.";
const [ASSUME, NOTHING] = ["assume", "nothing"];

/** A profile with one more fact; why not, where it cannot have it. @param {Guide} guide @param {number[]} codes @param {string} factor @param {string} level @returns {number[] | string} */
function withFact(guide, codes, factor, level) {
  const place = guide.factors.findIndex(({ id }) => id === factor);
  const levels = guide.factors[place].levels.map(({ id }) => id);
  if (!levels.includes(level)) return `is not a level of ${factor} (${levels.join(", ")}).`;
  const known = withCode(codes, place, levels.indexOf(level));
  return canOccur(guide, known) ? known : "cannot occur with what stands before it.";
}

/**
 * The address of what is shown. Assumed facts are facts in it, so that it means the same to everybody.
 * @param {Guide} guide
 * @param {{show: string} & Partial<Shown>} shown of the explorer the profile with its view, of a case the scene
 * @param {[name: string, value: string][]} [rest] what stands in it besides
 * @param {string} [name] of the guide, where it is not the first of the page
 * @returns {string} begins with "#"
 */
export function formatAddress(
  guide,
  { show, codes, view = "path", other = [], case: id, scene = 1, card },
  rest = [],
  name = "",
) {
  const words = new URLSearchParams(name && { [GUIDE]: name });
  const plain = `${words}`;
  if (codes) {
    if (show !== "explore") words.set("show", show);
    const facts = (/** @type {string} */ before, /** @type {number[]} */ profile) => {
      for (const [place, code] of profile.entries()) {
        const { id, levels } = guide.factors[place];
        if (code !== UNKNOWN) words.set(`${before}${id}`, levels[code].id);
      }
    };
    facts("", codes);
    const isStated = codes.some((code) => code !== UNKNOWN);
    if (!isStated && sharedAssumptions(guide, guide.assumed).size) words.set(ASSUME, NOTHING);
    if (view !== "path") words.append("view", view);
    if (view === "compare") facts(SECOND, other);
    if (card && hasCard(guide, card)) words.append("card", card);
    if (`${words}` === plain) words.set("show", show);
  } else {
    words.set("show", show);
    if (id) {
      words.set("case", id);
      words.set("scene", `${scene}`);
    }
  }
  for (const [name, value] of rest) if (!words.has(name)) words.append(name, value);
  return `#${words}`;
}
