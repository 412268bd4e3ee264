// The stage's bar, which is the teacher's: cases, scenes, and every key as a button.
import { button, make } from "./elements.js";
import { SceneNumbers } from "./scene_numbers.js";

const HINT =
  "\u2192 on \u00b7 \u2190 back \u00b7 Enter opens one box \u00b7 A all \u00b7 R blank again " +
  "\u00b7 \u2191 \u2193 choose a box \u00b7 1, 2, 3 scene \u00b7 C next case \u00b7 F full screen \u00b7 B black " +
  "\u00b7 H this bar";
const NEXT_CELL = " \u00b7 Shift + Enter to the next cell";

export class Bar {
  /**
   * @param {{id: string, label: string}[]} cases
   * @param {(wish: any) => void} wish what is asked for
   */
  constructor(cases, wish) {
    this.wish = wish;
    const options = cases.map(({ id, label }) => make("option", { value: id }, label));
    this.cases = make("select", { "aria-label": "Case" }, ...options);
    this.scenes = new SceneNumbers((scene) => wish({ do: "scene", scene }), "pp-hall-scenes", "");
    // By keyboard the class sees no other case before Enter.
    this.cases.addEventListener("change", () => {
      if (!this.byKey) wish({ do: "case", case: this.cases.value });
    });
    this.cases.addEventListener("pointerdown", () => {
      this.byKey = false;
    });
    this.cases.addEventListener("blur", () => {
      this.cases.value = this.shown;
    });
    this.root = make(
      "div",
      { class: "pp-hall-bar", role: "toolbar", "aria-label": "Stage" },
      this.cases,
      button("Back", () => wish({ do: "back" })),
      button("On", () => wish({ do: "on" })),
      this.scenes.root,
      button("Open one", () => wish({ do: "open" })),
      button("Open all", () => wish({ do: "all" })),
      button("Blank again", () => wish({ do: "blank" })),
      button("Full screen", () => wish({ do: "full" })),
      make("small", {}, `${HINT}${document.querySelector(".jp-Notebook") ? NEXT_CELL : ""}`),
    );
  }

  /** Whether a key is the bar's own; a case that was chosen by keyboard is shown at Enter. @param {KeyboardEvent} event */
  takes({ key, target }) {
    const own = target === this.cases && !["PageDown", "PageUp", "h", "f"].includes(key);
    if (own) this.byKey = key !== "Enter";
    if (own && key === "Enter") this.wish({ do: "case", case: this.cases.value });
    return own || (target instanceof Node && this.root.contains(target) && ["Enter", " "].includes(key));
  }

  /** @param {string} shown the case @param {string[]} titles of its scenes @param {number} scene */
  show(shown, titles, scene) {
    this.shown = shown;
    this.cases.value = shown;
    this.scenes.show(titles, scene);
  }
}
