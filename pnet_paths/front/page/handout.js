// A case on paper: its scenes one after the other, made when the page is printed and gone afterwards.
import { Pathway } from "../core/pathway.js";
import { dot } from "../drawing/flowchart.js";
import { ownName, picture } from "../drawing/picture.js";
import { NO_ENGINE } from "../hosts/models.js";
import { make } from "../views/elements.js";

/**
 * @param {any} guide
 * @param {any} given the case
 * @param {import("../drawing/graphviz.js").Layout | null} layout
 */
export const handout = (guide, given, layout) =>
  make(
    "div",
    { class: "pp-handout" },
    make("h2", {}, given.label),
    ...(layout ? [] : [make("p", {}, NO_ENGINE)]),
    ...given.scenes.map((/** @type {any} */ { title, story, question, codes }, /** @type {number} */ i) => {
      const pathway = new Pathway(guide, codes);
      return make(
        "section",
        {},
        make("h3", {}, `${i + 1}. ${title}`),
        make("p", {}, story),
        ...(question ? [make("p", { class: "pp-asked" }, question)] : []),
        ...(layout
          ? [picture(layout(dot(pathway, { framed: true }), pathway.sentence, ""), ownName())]
          : [make("pre", {}, pathway.outline())]),
      );
    }),
  );
