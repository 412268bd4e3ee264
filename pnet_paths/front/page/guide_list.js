// The guides of a page to choose from. Another guide is another page: what is shown goes along by its address.
import { fillPattern, joinWords } from "../core/sentences.js";
import { leftBehind, translate } from "../core/translation.js";
import { choosing } from "../elements/buttons.js";
import { make } from "../elements/elements.js";
import { formatAddress, guideAddress } from "./address.js";

/** @typedef {import("./page.js").Page} Page */

/** A list of the guides; none where there is one alone. @param {Page} page */
export function guideList(page) {
  const { at, parts } = page.data;
  if (parts.length < 2) return [];
  const options = parts.map(({ short }, i) =>
    make("option", { value: i, ...(i === at ? { selected: "" } : {}) }, short),
  );
  const choose = (/** @type {string} */ chosen) => {
    const { address, said } = inGuide(page, Number(chosen));
    location.hash = address;
    history.replaceState({ said }, ""); // the page begins anew, and then says it
  };
  return [choosing({ "aria-label": "Guide", class: "pp-guides" }, choose, options)];
}

/** The address of what is shown, in another guide, and what has to be said of it. The explorer's facts go along in the other guide's words. @param {Page} page @param {number} at */
function inGuide({ data, guide, models, shown }, at) {
  const { at: own, parts, sources } = data;
  const { explore } = models;
  const codes = explore.get("codes");
  if (shown.id !== "explore") return { address: guideAddress(parts, at, shown.id), said: "" };
  const view = explore.get("view") === "compare" ? "path" : explore.get("view");
  if (!sources || `${codes}` === `${guide.assumed}`) {
    return { address: guideAddress(parts, at, view), said: "" };
  }
  const { document: other, name, short: source } = parts[at];
  const made = translate(codes, other, sources.translations[own][at]);
  const address = { show: "explore", codes: made.codes, view };
  const assumed = explore.get("assumed");
  const left = leftBehind(codes, made).filter((place) => !assumed.includes(place));
  const labels = joinWords(left.map((place) => guide.factors[place].label));
  const said = labels && fillPattern(sources.patterns.left_behind, { source, labels });
  return { address: formatAddress(other, address, [], at ? name : ""), said };
}
