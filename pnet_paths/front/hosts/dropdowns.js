// The drop-down lists of ipywidgets follow a profile in the page: what is closed, what is implied,
// what steps back. They do so whether or not Python listens.
import { UNKNOWN } from "../core/diagrams.js";
import { closed } from "../core/profile.js";
import { capital, clause, shared } from "../core/words.js";
import { hear, listens } from "./models.js";

/** @typedef {import("../core/pathway.js").Pathway} Pathway */

/** The codes that some lists show. @param {any[]} lists their models, in the order of the factors */
export const codesOf = (lists) => lists.map((list) => (list.get("index") ?? 0) + UNKNOWN);

/** Choose levels on some lists, without a word to Python. @param {any[]} lists @param {number[]} codes */
export function setLists(lists, codes) {
  for (const [place, list] of lists.entries()) list.set("index", codes[place] - UNKNOWN, { silent: true });
  for (const list of lists) list.trigger("change:index change", list, list.get("index"), {});
}

/** Say which view is on: ipywidgets says it by colour alone. @param {HTMLElement} root @param {number} index */
function pressed(root, index) {
  const buttons = root.closest(".pnet-paths")?.querySelectorAll(".pp-views button") ?? [];
  for (const [i, button] of [...buttons].entries()) button.setAttribute("aria-pressed", String(i === index));
}

/**
 * The explorer's bar answers in the page: examples, reset, and the two views that a drawing has.
 * @param {any} view the drawing's view
 * @param {any[]} bar the models of the examples and of the buttons of the view; none where there is no bar
 */
export function followBar(view, [examples, views]) {
  const {
    model,
    guide,
    lists,
    root,
    interaction,
    ends: { signal },
  } = view;
  if (!examples) return;
  const focus = () =>
    interaction.parts?.find((/** @type {SVGElement} */ { tabIndex }) => tabIndex === 0)?.focus();
  const start = (/** @type {any} */ _, /** @type {number} */ index, /** @type {any} */ options) => {
    if (options?.updated_view && index > 0) view.take(guide.presets[index - 1].codes);
  };
  const turn = (/** @type {any} */ _, /** @type {number} */ index) => {
    pressed(root, index);
    if (index < 2) model.set("view", index === 1 ? "map" : "path");
    else if (!lists.every(listens)) {
      // The other views are opened by Python: the one that is shown stays on.
      view.wait();
      views.set("index", model.get("view") === "map" ? 1 : 0);
    }
  };
  const click = (/** @type {Event} */ { target }) => {
    if (!(target instanceof Element) || !target.closest(".pnet-paths")?.contains(root)) return;
    if (target.closest(".pp-reset")) view.take(lists.map(() => UNKNOWN));
    // Also where there are two drawings: to that of the lists that are skipped.
    const side = root.closest(".pp-half") ?? root;
    if (target.closest(".pp-skip") && side.contains(target)) focus();
  };
  pressed(root, views.get("index"));
  hear(examples, "change:index", start, signal);
  hear(views, "change:index", turn, signal);
  document.addEventListener("click", click, { signal });
}

/**
 * Show a profile on the lists.
 * @param {any[]} lists
 * @param {Pathway} pathway
 * @returns {{question: string, words: string}[]} why levels are closed, by the question of their factor
 */
export function showOn(lists, pathway) {
  /** @type {{question: string, words: string}[]} */
  const notes = [];
  lists.forEach((list, place) => {
    const { question, levels } = pathway.guide.factors[place];
    const clashes = closed(pathway.guide, pathway.codes, place);
    const implied = pathway.codes[place] === UNKNOWN && pathway.level(place) !== UNKNOWN;
    const unknown = implied
      ? pathway.said("follows", { label: levels[pathway.level(place)].label })
      : capital(pathway.said("not_known"));
    const labels = levels.map((/** @type {any} */ { label }, /** @type {number} */ code) =>
      clashes.has(code) ? pathway.said("is_closed", { label }) : label,
    );
    const options = [unknown, ...labels];
    if (`${list.get("_options_labels")}` !== `${options}`) list.set("_options_labels", options);
    if (list.get("disabled") !== implied) list.set("disabled", implied);
    const index = pathway.codes[place] - UNKNOWN;
    if (list.get("index") !== index) list.set("index", index);
    if (clashes.size) notes.push({ question, words: whyClosed(pathway, place, clashes) });
  });
  return notes;
}

/** What other facts leave of a factor's levels, which facts do, and why. @param {Pathway} pathway @param {number} place @param {Map<number, import("../core/profile.js").Conflict>} clashes */
function whyClosed(pathway, place, clashes) {
  const { guide } = pathway;
  const { subject, levels } = guide.factors[place];
  const left = [...levels.keys()].filter((code) => !clashes.has(code));
  const facts = new Map();
  for (const { facts: clashing } of clashes.values()) {
    for (const [other, code] of clashing) if (other !== place) facts.set(other, [code]);
  }
  return pathway.said("closed", {
    left: capital(pathway.clause(new Map([[place, left]]))),
    because: clause(subject ? guide.subject : "it", guide.factors, facts),
    reasons: shared([...clashes.values()].flatMap(({ reasons }) => reasons)).join(" "),
  });
}
