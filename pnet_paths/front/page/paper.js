// Printing: while the page is printed, a hand-out takes the place of what is shown. It is blank when the browser's
// own print is used, so that no answer is given away by chance.
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
    this.printButton = print("Print", false);
    /** @type {HTMLElement[]} */
    this.handoutButtons = [print("Print, blank", false), ...(keys ? [print("Print, with key", true)] : [])];
  }

  /** Take the part that is printed from now on. @param {import("./parts.js").Part} part */
  setPart(part) {
    this.part = part;
    this.printButton.hidden = part.isAsking;
    for (const each of this.handoutButtons) each.hidden = !part.isAsking;
  }

  /** @param {boolean} key whether with the answers */
  print(key) {
    this.key = key;
    print();
  }

  /** Show the hand-out instead of the page. */
  showHandout() {
    this.removeHandout();
    const { guide, layout, key, models, part } = this;
    this.handout = part?.handout(guide, models[part.id], layout, key) ?? null;
    if (!this.handout) return;
    document.body.append(this.handout);
    document.body.classList.add("pp-on-paper");
  }

  /** Show the page again. */
  removeHandout() {
    this.handout?.remove();
    this.handout = null;
    document.body.classList.remove("pp-on-paper");
  }
}
