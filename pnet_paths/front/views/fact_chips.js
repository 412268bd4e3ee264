// The known facts as chips, each of which takes its fact back.
import { button } from "../elements/buttons.js";
import { make } from "../elements/elements.js";

/** @typedef {import("../core/pathway.js").Pathway} Pathway */
/** @typedef {import("../core/assumptions.js").Assumed} Assumed */

/**
 * @param {Pathway} pathway
 * @param {Assumed} assumed
 * @param {(place: number, code: number) => void} takeBack
 * @returns {HTMLElement[]}
 */
export const factChips = (pathway, assumed, takeBack) =>
  [...pathway.known].map(([place, [code]]) => {
    const isAssumed = assumed.has(place);
    const chip = button(factPhrase(pathway, place, code), () => takeBack(place, code), {
      class: isAssumed ? "pp-fact pp-assumed" : "pp-fact",
      title: "Take this fact back",
    });
    if (isAssumed) chip.append(" ", make("small", "assumed"));
    chip.append(make("span", { "aria-hidden": "true" }, " \u00d7"));
    return make("li", chip);
  });

/** A fact in a few words: "grade 2", "has no liver metastases". @param {Pathway} pathway @param {number} place @param {number} code @returns {string} */
export const factPhrase = ({ guide }, place, code) =>
  guide.factors[place].levels[code].phrase.replace(/^(?:is|are|was|were) /, "");
