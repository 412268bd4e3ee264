// The views of the explorer. Each says how its button reads, shows what belongs to it, follows the facts, and hides it again.
import { comparison } from "./comparison.js";
import { landscape } from "./landscape.js";
import { words } from "./pathway_table.js";
import { sources } from "./sources_view.js";

/** @typedef {import("./explorer.js").Explorer} Explorer */
/** @typedef {{show: (explorer: Explorer) => void, follow: (explorer: Explorer) => void, hide: (explorer: Explorer) => void}} Turning */
/** @typedef {import("../drawing/picture.js").Drawing} Drawing */
/** @typedef {{id: string, label: string, title: string, needsSources?: boolean, file?: (explorer: Explorer) => Drawing | null} & Turning} View `file` where it saves another drawing than the pathway's */

/** The drawing, which turns by itself, and below it the same in words. @type {Turning} */
const drawing = {
  show() {},
  follow: ({ summary, pathway }) => summary.replaceChildren(...words(pathway)),
  hide: ({ summary }) => summary.replaceChildren(),
};

/** In the order of their buttons. @type {View[]} */
export const VIEWS = [
  { id: "path", label: "This pathway", title: "What the guide offers for this profile", ...drawing },
  { id: "map", label: "Everything", title: "All that the guide has", ...drawing },
  { id: "compare", label: "Compare", title: "What would be with another fact", ...comparison },
  { id: "landscape", label: "Landscape", title: "What one fact changes", ...landscape },
  {
    id: "sources",
    label: "Sources",
    title: "What other guides say for the same facts",
    needsSources: true,
    ...sources,
  },
];

/** The views of an explorer. @param {unknown} sources what guides are compared by, where there are several */
export const viewsWith = (sources) => VIEWS.filter(({ needsSources }) => sources || !needsSources);
