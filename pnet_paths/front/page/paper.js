// Printing: what is shown becomes a document of its own while it is printed; blank, where the browser's own print is
// used, so that nothing is given away by chance.
import { button } from "../elements/buttons.js";
import { caseHandout, pathwayHandout, quizHandout } from "./handout.js";

export class Paper {
  /**
   * @param {any} guide
   * @param {Record<string, any>} models of the parts
   * @param {boolean} keys whether keys are printed too, as from the teacher's copy
   */
  constructor(guide, models, keys) {
    this.guide = guide;
    this.models = models;
    this.key = false;
    this.shown = "";
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

  /** A part of the page is shown: of the explorer there is no key. @param {string} part */
  turn(part) {
    this.shown = part;
    this.plain.hidden = part !== "explore";
    for (const each of this.handouts) each.hidden = part === "explore";
  }

  /** @param {boolean} key whether with the answers */
  print(key) {
    this.key = key;
    print();
  }

  /** Have the page show what is printed. */
  lay() {
    this.clear();
    this.handout = this.made();
    if (!this.handout) return;
    document.body.append(this.handout);
    document.body.classList.add("pp-on-paper");
  }

  made() {
    const { guide, layout, key } = this;
    const model = this.models[this.shown];
    if (this.shown === "quiz") return quizHandout(guide, model.get("questions"), key);
    if (this.shown === "explore") {
      const view = model.get("view");
      const isDrawing = ["path", "map"].includes(view);
      return isDrawing ? pathwayHandout(guide, model.get("codes"), view === "map", layout) : null;
    }
    const given = guide.cases.find((/** @type {any} */ each) => each.id === model.get("case"));
    return caseHandout(guide, given, layout, key);
  }

  /** Take it away again. */
  clear() {
    this.handout?.remove();
    this.handout = null;
    document.body.classList.remove("pp-on-paper");
  }
}
