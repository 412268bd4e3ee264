// Printing: what is shown becomes a document of its own while it is printed; blank, where the browser's own print is
// used, so that nothing is given away by chance.
import { button } from "../elements/buttons.js";

export class Paper {
  /**
   * @param {import("../core/guide").Guide} guide
   * @param {Record<string, import("../hosts/models.js").Model>} models of the parts
   * @param {boolean} keys whether keys are printed too, as from the teacher's copy
   */
  constructor(guide, models, keys) {
    this.guide = guide;
    this.models = models;
    this.key = false;
    /** @type {import("./parts.js").Part | null} */
    this.part = null;
    /** @type {HTMLElement | null} */
    this.handout = null;
    /** @type {import("./handout.js").Layout} */
    this.layout = null;
    const print = (/** @type {string} */ label, /** @type {boolean} */ key) =>
      button(label, () => this.print(key));
    /** @type {HTMLElement} */
    this.plain = print("Print", false);
    /** @type {HTMLElement[]} */
    this.handouts = [print("Print, blank", false), ...(keys ? [print("Print, with key", true)] : [])];
  }

  /** A part of the page is shown. @param {import("./parts.js").Part} part */
  turn(part) {
    this.part = part;
    this.plain.hidden = part.isAsking;
    for (const each of this.handouts) each.hidden = !part.isAsking;
  }

  /** @param {boolean} key whether with the answers */
  print(key) {
    this.key = key;
    print();
  }

  /** Have the page show what is printed. */
  lay() {
    this.clear();
    const { guide, layout, key, models, part } = this;
    this.handout = part?.handout(guide, models[part.id], layout, key) ?? null;
    if (!this.handout) return;
    document.body.append(this.handout);
    document.body.classList.add("pp-on-paper");
  }

  /** Take it away again. */
  clear() {
    this.handout?.remove();
    this.handout = null;
    document.body.classList.remove("pp-on-paper");
  }
}
