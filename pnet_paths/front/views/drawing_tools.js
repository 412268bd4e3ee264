// The tools of a drawing: looking closely at it, and taking it along.
import { UNKNOWN } from "../core/decision_diagrams.js";
import { savePng, saveSvg } from "../drawing/closer_look.js";
import { button, menu } from "../elements/buttons.js";
import { icon, make } from "../elements/elements.js";
import { toggleFullScreen } from "../hosts/full_screen.js";

const SIGNS = {
  in: "M8 3v10M3 8h10",
  out: "M3 8h10",
  fit: "M2 8h12M5 5 2 8l3 3M11 5l3 3-3 3",
  type: "M1.5 13 5.5 3l4 10M3 9.5h5M12.5 4v6M9.5 7h6",
  facts: "M3 4h10M3 8h10M3 12h10",
  full: "M3 6V3h3M10 3h3v3M13 10v3h-3M6 13H3v-3",
};

/** @param {import("./drawing_view.js").DrawingView} view @returns {HTMLElement} */
export function tools(view) {
  const tool = (
    /** @type {string} */ label,
    /** @type {string} */ sign,
    /** @type {(made: HTMLButtonElement) => void} */ act,
  ) => button(icon(sign), act, { "aria-label": label, title: label });
  const save = (/** @type {string} */ kind, /** @type {typeof saveSvg | typeof savePng} */ act) => {
    const take = () => {
      const { kind, svg } = view.file();
      if (svg) act(svg, named(kind, view.pathway));
    };
    return button(kind, take, { "aria-label": `Save as ${kind}` });
  };
  return make(
    "div.pp-tools",
    { role: "toolbar", "aria-label": "Drawing" },
    tool("Zoom out", SIGNS.out, () => view.zoom.by(1 / 1.3)),
    tool("Zoom in", SIGNS.in, () => view.zoom.by(1.3)),
    tool("Fit", SIGNS.fit, () => view.zoom.fit()),
    tool("Larger type", SIGNS.type, (made) => {
      const isLarge = view.root.classList.toggle("pp-large");
      view.aside.toggleAttribute("data-large", isLarge); // its class says a status
      made.setAttribute("aria-pressed", `${isLarge}`);
      view.stage.scrollLeft = (view.stage.scrollWidth - view.stage.clientWidth) / 2;
    }),
    tool("Facts", SIGNS.facts, (made) => {
      // on a full screen they are out of sight until wanted
      made.setAttribute("aria-pressed", `${view.whole().classList.toggle("pp-facts")}`);
    }),
    tool("Full screen", SIGNS.full, () => toggleFullScreen(view.whole())),
    menu(
      "Save",
      {},
      save("SVG", saveSvg),
      save("PNG", savePng),
      button("Print", () => print(), { class: "pp-print" }),
    ),
  );
}

/** What a file of a drawing is called: what it shows, and its facts. @param {string} kind @param {import("../core/pathway.js").Pathway} pathway */
function named(kind, { codes, guide }) {
  const known = codes.flatMap((code, place) => {
    const { id, levels } = guide.factors[place];
    return code === UNKNOWN ? [] : [`${id}-${levels[code].id}`];
  });
  return [kind, ...known].join("_").slice(0, 120);
}
