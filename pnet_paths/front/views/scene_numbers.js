// The scenes of a case as a row of numbers, the one that is shown pressed.
import { button, make } from "./elements.js";

/**
 * The scene after one (step 1) or before it (-1): from a case's last scene on to the next case, and back.
 * @param {{id: string, scenes: any[]}[]} cases
 * @param {string} id of the case
 * @param {number} scene
 * @param {number} step
 * @returns {{id: string, scene: number} | null} null at either end
 */
export function sceneBeside(cases, id, scene, step) {
  const at = cases.findIndex((each) => each.id === id);
  const goal = scene + step;
  if (goal >= 1 && goal <= cases[at].scenes.length) return { id, scene: goal };
  const beside = cases[at + step];
  return beside ? { id: beside.id, scene: step > 0 ? 1 : beside.scenes.length } : null;
}

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
