// The landscape as a table: treatments down, levels across, darker the larger the share, and the levels
// of the profile at hand marked.
import { even, landscape, percent } from "../core/landscape.js";
import { make } from "./elements.js";

/** @typedef {import("../core/pathway.js").Pathway} Pathway */

const HUE = [16, 84, 140];
const STEPS = 10;

/** The landscape, worked out once for a guide: it is the same for every profile. */
export class Heatmap {
  /** @param {any} guide */
  constructor(guide) {
    const { factors, treatments, footer, patterns } = guide;
    const groups = factors.map(({ label, levels }) =>
      head(label, { colspan: levels.length, scope: "colgroup" }),
    );
    const levels = factors.flatMap(({ levels }, place) =>
      levels.map(({ label }, code) => head(label, ofLevel(place, code))),
    );
    const rows = landscape(guide).map(({ overall, byLevel, dependsOn }, row) => {
      const { label, memberOf } = treatments[row];
      const cells = byLevel.flatMap((shares, place) =>
        shares.map((share, code) => cell(share, ofLevel(place, code, dependsOn.includes(place)))),
      );
      const name = make("th", { scope: "row", class: `pp-depth-${memberOf ? 1 : 0}` }, label);
      return make("tr", {}, name, cell(overall), ...cells);
    });
    const corner = [make("td", { rowspan: 2 }), head("all", { rowspan: 2 })];
    const heads = [make("tr", {}, ...corner, ...groups), make("tr", {}, ...levels)];
    this.root = make(
      "div",
      { class: "pp-heat", tabindex: 0, role: "region", "aria-label": "Landscape" },
      make("p", {}, patterns.landscape),
      make("p", {}, ...key()),
      make("table", {}, make("thead", {}, ...heads), make("tbody", {}, ...rows)),
      make("p", { class: "pp-foot" }, footer),
    );
  }

  /** Mark the levels of a profile. @param {Pathway} pathway */
  show(pathway) {
    for (const each of this.root.querySelectorAll("[data-level]")) {
      const [place, code] = each.dataset.level.split(" ").map(Number);
      each.classList.toggle("pp-here", pathway.level(place) === code);
    }
  }
}

/** @param {string} words @param {Record<string, any>} attributes */
const head = (words, attributes) => make("th", { scope: "col", ...attributes }, make("span", {}, words));

/** The attributes of a cell that belongs to a level. @param {number} place of its factor @param {number} code @param {boolean} [decides] */
function ofLevel(place, code, decides) {
  const kinds = [decides && "pp-decides", !code && "pp-first"].filter(Boolean);
  return { class: kinds.join(" "), "data-level": `${place} ${code}` };
}

/** @param {number} share @param {Record<string, any>} [attributes] */
function cell(share, attributes) {
  const made = make("td", attributes, percent(share));
  shade(made, share);
  return made;
}

/** From white to a dark blue, in steps that the eye tells apart. @param {HTMLElement} element @param {number} share */
function shade({ style }, share) {
  const depth = share ? Math.max(1, even(share * STEPS)) / STEPS : 0;
  style.background = `rgb(${HUE.map((tone) => Math.round(255 + (tone - 255) * depth)).join(" ")})`;
  style.color = depth > 0.55 ? "#ffffff" : "#1f2328";
}

/** What the shades mean. */
function key() {
  const shades = ["Offered in ", 0, " no profile, ", 0.3, " some, ", 1, " all of them. "].map((each) => {
    if (typeof each === "string") return each;
    const made = make("span", { class: "pp-shade" }, percent(each));
    shade(made, each);
    return made;
  });
  return [...shades, make("span", { class: "pp-here-key" }, "Facts of the profile at hand")];
}
