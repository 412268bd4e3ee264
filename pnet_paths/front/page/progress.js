// The answers of a reader and the scenes seen, stored in the browser alone: nothing leaves the machine but as a
// file that the reader saves.
import { isAnswer } from "../core/question_round.js";
import { download } from "../drawing/closer_look.js";
import { button } from "../elements/buttons.js";
import { make } from "../elements/elements.js";
import { BrowserStorage, newId } from "./browser_storage.js";

/** @typedef {import("../core/question_round.js").SavedAnswer} SavedAnswer */
/** @typedef {{guide: string, case: string, scene: number}} Seen a scene that was seen */

const FORMAT = "pnet_paths answers";
const LONGEST_NAME = 80;

export class Progress {
  /** @param {import("../core/guide").PageData} page */
  constructor({ guide, document, questions }) {
    this.guide = guide;
    this.questions = new Set(questions.map((each) => each.id));
    this.cases = new Set(document.cases.map((each) => each.id));
    /** Called when answers were added or removed, here or in another tab. @type {() => void} */
    this.onChange = () => {};
    this.storage = new BrowserStorage(() => this.update());
    this.build();
    this.show();
  }

  build() {
    /** @type {HTMLElement} */
    this.words = make("span", { role: "status" });
    /** @type {HTMLInputElement} */
    this.name = make("input", { autocomplete: "off", maxlength: LONGEST_NAME });
    /** @type {HTMLElement} */
    this.others = make("span");
    /** @type {HTMLElement} */
    this.rest = make(
      "span",
      { class: "pp-kept-others" },
      this.others,
      " ",
      this.forgetButton("Forget those too", () => this.entries().others),
    );
    /** @type {HTMLElement} */
    this.root = make(
      "p",
      { class: "pp-kept" },
      this.words,
      " ",
      make("label", {}, "Name in the file (may stay empty) ", this.name),
      " ",
      button("Save my answers", () => this.save(), { class: "pp-key" }),
      " ",
      this.forgetButton("Forget them", () => [
        ...this.entries().answers.keys(),
        ...this.entries().scenes.keys(),
      ]),
      this.rest,
    );
  }

  /** The stored entries: for this guide of this page, in the order of time, and the names of all others. */
  entries() {
    /** @type {Map<string, SavedAnswer>} */
    const answers = new Map();
    /** @type {Map<string, Seen>} */
    const scenes = new Map();
    /** @type {string[]} */
    const others = [];
    for (const [name, value] of [...this.storage.entries()].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const scene = name.startsWith("scene ") ? value : null;
      if (name.startsWith("answer ") && isAnswer(value) && this.questions.has(value.question_id))
        answers.set(name, value);
      else if (scene?.guide === this.guide && this.cases.has(`${scene.case}`))
        scenes.set(name, /** @type {Seen} */ (scene));
      else others.push(name);
    }
    return { answers, scenes, others };
  }

  /** The answers to the questions of this page, the earliest first. @returns {SavedAnswer[]} */
  get answers() {
    return [...this.entries().answers.values()];
  }

  /** Store the answers that are new: they have no id yet. @param {SavedAnswer[]} answers */
  keep(answers) {
    const added = answers.filter(({ id }) => !id);
    for (const answer of added) {
      const id = newId();
      this.storage.add(`answer ${id}`, { id, ...answer });
    }
    if (added.length) this.update();
  }

  /** Store that a scene was seen. @param {string} id of a case @param {number} scene */
  addScene(id, scene) {
    this.storage.add(`scene ${this.guide} ${id} ${scene}`, { guide: this.guide, case: id, scene });
    this.show();
  }

  update() {
    this.show();
    this.onChange();
  }

  show() {
    const { answers, scenes, others } = this.entries();
    const where = this.storage.unsaved.size ? "until this page is closed" : "in this browser alone";
    this.words.textContent = `Kept ${where}: ${counted(answers.size, "answer")}, ${counted(scenes.size, "scene")} seen.`;
    const count = counted(others.length, "entry", "entries");
    this.others.textContent = `Kept here for another guide of this page, by another page, or by an older version: ${count}.`;
    this.rest.hidden = !others.length;
  }

  save() {
    const { answers, scenes } = this.entries();
    if (!answers.size && !scenes.size) {
      this.words.textContent = "There is nothing to save yet: no question answered, no scene seen.";
      return;
    }
    const name = this.name.value.trim();
    const [first] = answers.values();
    const saved = localTime();
    const content = {
      format: FORMAT,
      version: 2,
      id: first?.id ?? newId(), // the same for a file that is saved again later, and nothing more is kept for it
      name: name || undefined,
      saved,
      guide: this.guide,
      answers: [...answers.values()],
      scenes: [...scenes.values()].map((each) => `${each.case} ${each.scene}`),
    };
    const whose = name.replace(/[^\p{L}\p{M}\p{N}]+/gu, "-").replace(/^-|-$/g, "") || content.id;
    download(
      new Blob([JSON.stringify(content, null, 1)], { type: "application/json" }),
      `answers-${whose}-${saved.slice(0, 10)}.json`,
    );
  }

  /**
   * A button that asks before it removes entries; moving the focus away cancels.
   * @param {string} label
   * @param {() => string[]} names of the entries that are removed
   */
  forgetButton(label, names) {
    let isSure = false;
    const ask = (/** @type {boolean} */ really) => {
      isSure = really;
      element.textContent = really ? "Really forget them?" : label;
    };
    const act = () => {
      if (!isSure) return ask(true);
      ask(false);
      this.storage.forget(names());
      return this.update();
    };
    const element = button(label, act, { class: "pp-key" });
    element.addEventListener("blur", () => ask(false));
    return element;
  }
}

/** @param {number} count @param {string} one @param {string} [more] */
const counted = (count, one, more = `${one}s`) => `${count} ${count === 1 ? one : more}`;

/** Date and time on the clock of this machine, as 2026-11-30T14:05. */
function localTime() {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
