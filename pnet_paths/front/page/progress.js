// What a reader has answered and seen, kept in the browser alone: nothing leaves the machine but as a file
// that the reader saves.
import { download } from "../drawing/closer_look.js";
import { button, make } from "../views/elements.js";

const FORMAT = "pnet_paths answers";

export class Progress {
  /** @param {any} page the page's data: `id` of its guide, `guide` its name */
  constructor({ id, guide }) {
    this.key = `pnet-paths ${id}`;
    this.guide = guide;
    /** Called when everything is forgotten. @type {() => void} */
    this.forgotten = () => {};
    /** @type {{answers: any[], scenes: string[]}} */
    this.kept = { answers: [], scenes: [], ...this.stored() };
    this.words = make("span", { role: "status" });
    this.forgetting = button("Forget them", () => this.forget(), { class: "pp-key" });
    this.forgetting.addEventListener("blur", () => this.ask(false));
    this.root = make(
      "p",
      { class: "pp-kept" },
      this.words,
      " ",
      button("Save my answers", () => this.save(), { class: "pp-key" }),
      " ",
      this.forgetting,
    );
    this.show();
  }

  /** What an earlier visit left; a browser may not allow it. */
  stored() {
    try {
      const { answers, scenes } = JSON.parse(localStorage.getItem(this.key) ?? "{}");
      const whole = Array.isArray(scenes) && Array.isArray(answers) && answers.every((one) => one?.question);
      return whole ? { answers, scenes } : {};
    } catch {
      return {};
    }
  }

  /** @param {Partial<{answers: any[], scenes: string[]}>} more */
  keep(more) {
    Object.assign(this.kept, more);
    try {
      localStorage.setItem(this.key, JSON.stringify(this.kept));
    } catch {
      this.refused = true;
    }
    this.show();
  }

  /** @param {string} id of a case @param {number} scene */
  see(id, scene) {
    this.keep({ scenes: [...new Set([...this.kept.scenes, `${id} ${scene}`])] });
  }

  show() {
    const { answers, scenes } = this.kept;
    const where = this.refused ? "until this page is closed" : "in this browser alone";
    const many = (/** @type {any[]} */ some, /** @type {string} */ one) =>
      `${some.length} ${one}${some.length === 1 ? "" : "s"}`;
    this.words.textContent = `Kept ${where}: ${many(answers, "answer")}, ${many(scenes, "scene")} seen.`;
  }

  save() {
    if (!this.kept.answers.length) {
      this.words.textContent = "There is nothing to save yet: no question has been answered.";
      return;
    }
    const content = { format: FORMAT, version: 1, guide: this.guide, ...this.kept };
    download(
      new Blob([JSON.stringify(content, null, 1)], { type: "application/json" }),
      `answers-${new Date().toISOString().slice(0, 10)}.json`,
    );
  }

  /** Ask before anything is lost; whoever goes elsewhere has not meant it. @param {boolean} really */
  ask(really) {
    this.sure = really;
    this.forgetting.textContent = really ? "Really forget them?" : "Forget them";
  }

  forget() {
    if (!this.sure) return this.ask(true);
    this.ask(false);
    this.keep({ answers: [], scenes: [] });
    return this.forgotten();
  }
}
