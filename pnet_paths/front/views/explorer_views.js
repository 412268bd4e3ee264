// The views of the explorer. Each says how its button reads, shows what belongs to it, follows the facts, and hides it again.
import { comparison } from "./comparison.js";
import { landscape } from "./landscape.js";
import { words } from "./pathway_table.js";

/** @typedef {import("./explorer.js").Explorer} Explorer */
/** @typedef {{show: (explorer: Explorer) => void, follow: (explorer: Explorer) => void, hide: (explorer: Explorer) => void}} Turning */
/** @typedef {{id: string, label: string, title: string} & Turning} View */

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
];
