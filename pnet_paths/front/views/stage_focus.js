// The boxes of the stage's board: which one an element belongs to, and the focus that goes from one to the next.
import { make } from "./elements.js";

const NAME = "treatment-";

export class Boxes {
  /** @param {HTMLElement} drawing holds the board @param {string[]} groups ids of the treatments that have a box, in the order of the board */
  constructor(drawing, groups) {
    this.drawing = drawing;
    this.groups = groups;
  }

  /** Those that are drawn, from the top, from left to right. @returns {any[]} */
  all() {
    return this.groups.map((id) => this.box(id)).filter(Boolean);
  }

  /** @param {string} id @returns {any} null where it is not drawn */
  box(id) {
    return this.drawing.querySelector(`:is(svg:not(.pp-leaving), .pp-hall-list) [data-part="${NAME}${id}"]`);
  }

  /** The id of the box around an element; empty where there is none. @param {any} element */
  around(element) {
    const id = element.closest?.(".node")?.dataset.part?.replace(NAME, "");
    return this.groups.includes(id) ? id : "";
  }

  /** The boxes in words, where the board cannot be drawn. @param {Record<string, string>} names */
  list(names) {
    const items = this.groups.map((id) =>
      make("p", { "data-part": `${NAME}${id}`, class: "node" }, names[id]),
    );
    return make("div", { class: "pp-hall-list" }, ...items);
  }

  /** Focus the next box, or with -1 the one before. @param {number} step */
  along(step) {
    const boxes = this.all();
    const at = boxes.indexOf(document.activeElement);
    const next = at < 0 && step < 0 ? boxes.length - 1 : at + step;
    boxes[Math.min(boxes.length - 1, Math.max(0, next))]?.focus({ preventScroll: true });
  }

  /** Have screen readers say what they are; a blank one can be opened. @param {Record<string, string>} names @param {string[]} blank */
  name(names, blank) {
    for (const box of this.all()) {
      const id = this.around(box);
      box.setAttribute("tabindex", -1);
      box.setAttribute("role", blank.includes(id) ? "button" : "img");
      box.setAttribute("aria-label", names[id]);
    }
  }
}
