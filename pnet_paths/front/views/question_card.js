// One question at a time: the one that settles most of what is open, with its answers as buttons.
import { statedFacts } from "../core/assumptions.js";
import { nextFacts } from "../core/card_notes.js";
import { listOf } from "../core/factor_list.js";
import { closedLevels } from "../core/profile.js";
import { button } from "../elements/buttons.js";
import { make } from "../elements/elements.js";
import { asking, meanings } from "../elements/help.js";

/** @typedef {import("../core/pathway.js").Pathway} Pathway */
/** @typedef {import("../core/assumptions.js").Assumed} Assumed */

export class QuestionCard {
  /** @param {(place: number, code: number) => void} answer */
  constructor(answer) {
    this.answer = answer;
    /** The places of the questions that were skipped. @type {Set<number>} */
    this.skipped = new Set();
    /** What is asked; empty where no question is. */
    this.question = "";
    this.root = make("section.pp-question", { "aria-label": "Next question" });
  }

  /** @param {Pathway} pathway @param {Assumed} assumed */
  show(pathway, assumed) {
    const hadFocus = this.root.contains(document.activeElement);
    const { open, facts } = nextFacts(pathway);
    if (facts.every(({ place }) => this.skipped.has(place))) this.skipped.clear();
    const fact = facts.find(({ place }) => !this.skipped.has(place));
    this.question = fact ? pathway.guide.factors[fact.place].question : "";
    if (fact) {
      const begins = statedFacts(pathway.codes, assumed).every((code) => code < 0)
        ? "Start here"
        : "Find out next";
      const skip = () => {
        this.skipped.add(fact.place);
        this.show(pathway, assumed);
      };
      const more = facts.length > 1 ? [button("Skip", skip, { class: "pp-ask" })] : [];
      this.root.replaceChildren(
        make("p.pp-eyebrow", `${begins}: decides ${fact.count} open treatments`),
        ...this.ask(pathway, assumed, fact, more),
      );
    } else {
      const words = open
        ? "Only several facts together settle more."
        : "Every group of treatments is settled.";
      this.root.replaceChildren(make("p.pp-eyebrow", words));
    }
    if (hadFocus) this.focus();
  }

  /** @param {Pathway} pathway @param {Assumed} assumed @param {{place: number, sentence: string}} fact @param {HTMLElement[]} more */
  ask(pathway, assumed, { place, sentence }, more) {
    const { question, help, levels } = pathway.guide.factors[place];
    const clashes = closedLevels(pathway.guide, statedFacts(pathway.codes, assumed), place);
    const { note } = listOf(pathway, place, assumed);
    const answers = levels.map(({ label, definition }, code) =>
      button(label, () => this.answer(place, code), {
        class: "pp-answer",
        ...(clashes.has(code) ? { disabled: "", title: note } : { title: definition }),
      }),
    );
    const about = [make("p", help), meanings(levels), make("p", sentence)];
    return [
      make("h2", question),
      make("div.pp-answers", ...answers),
      ...(note ? [make("p.pp-eyebrow", note)] : []),
      make("p.pp-asides", ...asking("What does this mean?", "span", ...about), ...more),
    ];
  }

  /** To the first answer. */
  focus() {
    /** @type {HTMLElement | null} */ (this.root.querySelector("button:enabled"))?.focus();
  }
}
