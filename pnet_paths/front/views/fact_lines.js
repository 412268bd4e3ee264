// The facts in a line each: what is known, and what to find out next.
import { nextFacts } from "../core/card_notes.js";
import { button, make } from "./elements.js";

/** @typedef {import("../core/pathway.js").Pathway} Pathway */

/**
 * The known facts, one element each.
 * @param {Pathway} pathway
 * @param {import("../core/assumptions.js").Assumed} assumed
 * @returns {(Node | string)[]}
 */
export function knownFacts(pathway, assumed) {
  const facts = [...pathway.known].map(([place, [code]]) => {
    const { label, levels } = pathway.guide.factors[place];
    const level = levels[code].label;
    const shown = assumed.has(place) ? pathway.said("is_assumed", { label: level }) : level;
    return make("span", {}, make("small", {}, `${label}: `), shown);
  });
  return facts.length ? facts : ["Nothing is known yet."];
}

/**
 * What to find out next: the facts that settle most, each a way to its control.
 * @param {Pathway} pathway
 * @param {(factor: string) => void} jump to the control of a factor
 * @returns {Node[]}
 */
export function factsToFindOut(pathway, jump) {
  const { facts, open } = nextFacts(pathway);
  if (!facts.length) {
    return [make("span", {}, open ? "Only several facts together settle more." : "Nothing is open.")];
  }
  const fact = (/** @type {any} */ { factor, label, count, sentence }) => {
    const told = { title: sentence, "aria-description": sentence };
    return make(
      "span",
      {},
      button(label, () => jump(factor), told),
      ` settles ${count}`,
    );
  };
  return [make("b", {}, `What to find out next (${open} open):`), ...facts.map(fact)];
}
