// Teaching cases: the story beside the drawing, with the notes for the teacher where there are any.

import { button } from "../elements/buttons.js";
import { make } from "../elements/elements.js";
import { sharedValue } from "../hosts/models.js";
import { turnPages } from "../hosts/presenter_keys.js";
import { CaseView } from "./case_view.js";

const WAYS = /** @type {Record<string, string>} */ ({ next: "on" });

/** @param {import("../hosts/models.js").Cell} cell */
async function render({ model, el }) {
  const player = new Player(model, el, await sharedValue(model, "document"));
  return () => player.remove();
}

export class Player extends CaseView {
  build() {
    super.build();
    this.cases.addEventListener("change", () => this.wish({ do: "case", id: this.cases.value }));
    turnPages(this, (step) => this.wish({ do: WAYS[step] ?? step }));
    /** @type {HTMLButtonElement} */
    this.atOnce = button("Show at once", () => this.stopGuessing(), {
      class: "pp-quiet",
      title: "Without guessing",
    });
    const bar = make(
      "div",
      { class: "pp-bar" },
      make("label", {}, "Case ", this.cases),
      button("Back", () => this.wish({ do: "back" }), {
        class: "pp-key",
        title: "The scene before (arrow left)",
      }),
      this.jumps.root,
      this.progress,
      this.atOnce,
    );
    this.el.replaceChildren(bar, make("div", { class: "pp-page" }, this.text, this.place));
  }

  /** Show every scene with its answer, or blank first. */
  stopGuessing() {
    const { presented } = this;
    presented.predict = !presented.predict;
    if (presented.predict) presented.states.clear();
    this.goTo(presented.id, presented.number);
  }

  show() {
    const page = super.show();
    this.atOnce.setAttribute("aria-pressed", `${!this.presented.predict}`);
    // A note tells what the boxes will say.
    const note = page.revealed && this.model.get("notes")[this.presented.id]?.[this.presented.number - 1];
    const told = note
      ? [make("aside", { class: "pp-note" }, make("h3", {}, "For the teacher"), ...this.terms()(note))]
      : [];
    this.more.replaceChildren(...told);
    return page;
  }
}

export default { render };
