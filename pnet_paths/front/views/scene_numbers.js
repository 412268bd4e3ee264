// The scenes of a case as a row of numbers, the one that is shown pressed.
import { button, make } from "./elements.js";

/** Focus on a number stays on its place while another scene is shown. */
export class SceneNumbers {
  /** @param {(scene: number) => void} go @param {string} kind the class of the row @param {string} key that of a number */
  constructor(go, kind, key) {
    this.go = go;
    this.key = key;
    this.root = make("span", { class: kind, role: "group", "aria-label": "Scenes" });
  }

  /** @param {string[]} titles @param {number} scene */
  show(titles, scene) {
    const held = [...this.root.children].indexOf(document.activeElement);
    const numbers = titles.map((title, i) => {
      const told = { class: this.key, title, "aria-pressed": i + 1 === scene };
      return button(`${i + 1}`, () => this.go(i + 1), told);
    });
    this.root.replaceChildren(...numbers);
    if (held >= 0) numbers[Math.min(held, titles.length - 1)].focus();
  }
}
