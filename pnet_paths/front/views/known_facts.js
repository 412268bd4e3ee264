// What is known, above the drawing: a sentence, a chip for each fact, examples to begin with, and the answer in a line.
import { sharedAssumptions } from "../core/assumptions.js";
import { capitalize } from "../core/sentences.js";
import { button } from "../elements/buttons.js";
import { make } from "../elements/elements.js";
import { answerLine } from "./answer_line.js";
import { factChips } from "./fact_chips.js";

const EXAMPLES = 2; // that are offered in words

export class KnownFacts {
  /** @param {import("./explorer.js").Explorer} explorer holds the facts, and takes others */
  constructor(explorer) {
    this.explorer = explorer;
    const { guide } = explorer;
    this.sentence = make("h2.pp-sentence");
    this.beginnings = make("span.pp-beginnings");
    this.chips = make("ul.pp-chips", { "aria-label": "Known facts" });
    this.answer = make("p.pp-answer-line");
    const options = guide.presets.map(({ label }) => make("option", label));
    const named = { "aria-label": "Start from an example", class: "pp-presets" };
    this.presets = make("select", named, make("option"), ...options);
    this.presets.addEventListener("change", () => {
      const preset = guide.presets[this.presets.selectedIndex - 1];
      if (preset) explorer.take(preset.codes);
    });
    const examples = guide.presets
      .slice(0, EXAMPLES)
      .map(({ label, codes }) => button(label, () => explorer.take(codes), { class: "pp-name" }));
    this.hint = make("p.pp-hint", "Examples: ", ...examples);
    const first = sharedAssumptions(guide, guide.assumed);
    this.reset = button("Reset", () => explorer.take(guide.assumed, first), {
      class: "pp-quiet-key",
      title: `Take back all facts${first.size ? " but those that are assumed at first" : ""}`,
    });
    const lead = make("div.pp-lead", this.sentence, this.beginnings);
    const facts = make("div.pp-known", this.chips, this.reset, this.hint, this.presets);
    this.root = make("div.pp-head", lead, facts, this.answer);
  }

  /** @param {boolean} isStated whether more is known than what is assumed */
  show(isStated) {
    const { assumed, guide, opening, pathway } = this.explorer;
    const at = [...this.chips.children].findIndex((chip) => chip.contains(document.activeElement));
    const facts = new Map([...pathway.known].filter(([place]) => !assumed.has(place)));
    this.sentence.textContent = isStated ? `${capitalize(pathway.clause(facts))}.` : opening;
    this.hint.hidden = isStated || !guide.presets.length;
    this.presets.hidden = !guide.presets.length;
    this.presets.options[0].textContent = isStated ? "Examples" : "More";
    this.presets.selectedIndex =
      1 + guide.presets.findIndex(({ codes }) => `${codes}` === `${pathway.codes}`);
    this.chips.replaceChildren(...factChips(pathway, assumed, (...fact) => this.explorer.answer(...fact)));
    this.reset.hidden = `${pathway.codes}` === `${guide.assumed}`;
    const choose = (/** @type {string} */ id) => this.explorer.view.interaction.choose(id);
    this.answer.replaceChildren(...(isStated ? answerLine(pathway, choose) : []));
    if (at >= 0) (this.chips.querySelectorAll("button")[at] ?? this.reset).focus();
  }
}
