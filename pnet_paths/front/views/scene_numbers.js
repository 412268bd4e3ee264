// The scenes of a case as a row of numbers, the one that is shown pressed.
import { button } from "../elements/buttons.js";
import { make } from "../elements/elements.js";

/** Focus on a number stays on its place while another scene is shown. */
export class SceneNumbers {
  /** @param {(scene: number) => void} go */
  constructor(go) {
    this.go = go;
    this.root = make("span", { class: "pp-scenes", role: "group", "aria-label": "Scenes" });
  }

  /** @param {string[]} titles @param {number} scene */
  show(titles, scene) {
    const held = [...this.root.children].indexOf(/** @type {Element} */ (document.activeElement));
    const numbers = titles.map((title, i) =>
      button(`${i + 1}`, () => this.go(i + 1), { class: "pp-key", title, "aria-pressed": i + 1 === scene }),
    );
    this.root.replaceChildren(...numbers);
    if (held >= 0) numbers[Math.min(held, titles.length - 1)].focus();
  }
}
