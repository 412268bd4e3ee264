// The tools of a drawing: looking closely at it, and taking it along.
import { UNKNOWN } from "../core/decision_diagrams.js";
import { savePng, saveSvg } from "../drawing/closer_look.js";
import { fullScreen } from "../hosts/full_screen.js";
import { button, make } from "./elements.js";

/** @param {any} view the drawing's view @returns {HTMLElement} */
export function tools(view) {
  const tool = (
    /** @type {string} */ label,
    /** @type {string} */ sign,
    /** @type {(made: any) => void} */ act,
  ) => button(sign, act, { "aria-label": label, title: label });
  return make(
    "div",
    { class: "pp-tools", role: "toolbar", "aria-label": "Drawing" },
    tool("Zoom in", "+", () => view.zoom.by(1.3)),
    tool("Zoom out", "\u2212", () => view.zoom.by(1 / 1.3)),
    tool("Fit", "Fit", () => view.zoom.fit()),
    tool("Larger type", "A+", (made) => {
      made.setAttribute("aria-pressed", view.root.classList.toggle("pp-large"));
      view.stage.scrollLeft = (view.stage.scrollWidth - view.stage.clientWidth) / 2;
    }),
    tool("Facts", "Facts", (made) => {
      // on a full screen they are out of sight until wanted
      made.setAttribute("aria-pressed", view.whole().classList.toggle("pp-facts"));
    }),
    tool("Full screen", "Full screen", () => fullScreen(view.whole())),
    tool("Save as SVG", "SVG", () => saveSvg(view.file(), named(view.pathway))),
    tool("Save as PNG", "PNG", () => savePng(view.file(), named(view.pathway))),
  );
}

/** What a file of a drawing is called: its facts. @param {import("../core/pathway.js").Pathway} pathway */
function named({ codes, guide }) {
  const known = codes.flatMap((code, place) => {
    const { id, levels } = guide.factors[place];
    return code === UNKNOWN ? [] : [`${id}-${levels[code].id}`];
  });
  return ["pathway", ...known].join("_").slice(0, 120);
}
