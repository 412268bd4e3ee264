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
    const head = (/** @type {string} */ words, /** @type {any} */ more = {}) =>
      make("th", { scope: "col", ...more }, make("span", {}, words));
    /** The cells of each level, by place and code. @type {HTMLElement[][][]} */
    this.columns = factors.map(({ levels }) => levels.map(() => []));
    const levels = factors.flatMap(({ levels }, place) =>
      levels.map(({ label }, code) => {
        const made = head(label, code ? {} : { class: "pp-first" });
        this.columns[place][code].push(made);
        return made;
      }),
    );
    const rows = landscape(guide).map(({ overall, byLevel, dependsOn }, row) => {
      const { label, memberOf } = treatments[row];
      const name = make("th", { scope: "row", class: `pp-depth-${Number(Boolean(memberOf))}` }, label);
      const cells = byLevel.flatMap((shares, place) =>
        shares.map((share, code) => {
          const made = cell(share, dependsOn.includes(place), !code);
          this.columns[place][code].push(made);
          return made;
        }),
      );
      return make("tr", {}, name, cell(overall), ...cells);
    });
    this.root = make(
      "div",
      { class: "pp-heat", tabindex: 0, role: "region", "aria-label": "Landscape" },
      make("p", {}, patterns.landscape),
      make("p", {}, ...key()),
      make(
        "table",
        {},
        make(
          "thead",
          {},
          make(
            "tr",
            {},
            make("td", { rowspan: 2 }),
            head("all", { rowspan: 2 }),
            ...factors.map(({ label, levels }) => head(label, { colspan: levels.length, scope: "colgroup" })),
          ),
          make("tr", {}, ...levels),
        ),
        make("tbody", {}, ...rows),
      ),
      make("p", { class: "pp-foot" }, footer),
    );
  }

  /** Mark the levels of a profile. @param {Pathway} pathway */
  show(pathway) {
    for (const [place, levels] of this.columns.entries()) {
      const here = pathway.level(place);
      for (const [code, cells] of levels.entries()) {
        for (const each of cells) each.classList.toggle("pp-here", here === code);
      }
    }
  }
}

/** @param {number} share @param {boolean} [decides] @param {boolean} [first] */
function cell(share, decides, first) {
  const kind = [decides && "pp-decides", first && "pp-first"].filter(Boolean).join(" ");
  const made = make("td", { class: kind }, percent(share));
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
