// A teaching case, scene by scene: its story beside the drawing, which moves from one to the next.
import { Pathway } from "../core/pathway.js";
import { changedStatuses, newFacts } from "../core/scenes.js";
import { capital, sections } from "../core/sentences.js";
import { drawingModel, hear, shared } from "../hosts/models.js";
import { turnPages } from "../hosts/presenter_keys.js";
import { glossary } from "./card.js";
import { DrawingView } from "./drawing_view.js";
import { button, make } from "./elements.js";
import { HostedView } from "./hosted_view.js";
import { SceneNumbers, sceneBeside } from "./scene_numbers.js";

/** @param {{model: any, el: HTMLElement}} host */
async function render({ model, el }) {
  const player = new Player(model, el, await shared(model, "document"));
  return () => player.remove();
}

export class Player extends HostedView {
  constructor(model, el, guide, keys = el) {
    super(model, el, guide, keys);
    this.build();
    this.view = new DrawingView(
      drawingModel(model, model.get("drawing")),
      this.place,
      guide,
      this.scene.codes,
    );
    const { signal } = this.ends;
    turnPages(this, (step) => this.turn(step));
    for (const name of ["case", "scene"]) hear(model, `change:${name}`, () => this.show(), signal);
    this.show();
  }

  build() {
    const key = (label, title, act) => button(label, act, { class: "pp-key", title });
    const options = this.guide.cases.map(({ id, label }) => make("option", { value: id }, label));
    this.cases = make("select", {}, ...options);
    this.cases.addEventListener("change", () => this.go(this.cases.value, 1));
    /** @type {SceneNumbers} */
    this.jumps = new SceneNumbers((scene) => this.go(this.case.id, scene), "", "pp-key");
    this.progress = make("p", { class: "pp-progress", role: "status" });
    const bar = make(
      "div",
      { class: "pp-bar" },
      make("label", {}, "Case ", this.cases),
      // Never disabled at the ends: a disabled button would lose the focus, and the keys with it.
      key("Back", "The scene before (arrow left)", () => this.turn("back")),
      key("Next", "The next scene (arrow right)", () => this.turn("next")),
      this.jumps.root,
      this.progress,
    );
    this.story = make("div", { class: "pp-story" });
    this.place = make("div");
    this.el.replaceChildren(bar, make("div", { class: "pp-page" }, this.story, this.place));
  }

  remove() {
    this.view.remove();
    super.remove();
  }

  get case() {
    return this.guide.cases.find(({ id }) => id === this.model.get("case"));
  }

  get scene() {
    return this.case.scenes[this.model.get("scene") - 1];
  }

  turn(step) {
    const at = this.model.get("scene");
    const last = this.case.scenes.length;
    if (step === "next" || step === "back") {
      const beside = sceneBeside(this.guide.cases, this.case.id, at, step === "next" ? 1 : -1);
      if (beside) this.go(beside.id, beside.scene);
    } else this.go(this.case.id, step === "last" ? last : 1);
  }

  go(id, scene) {
    this.going = true;
    this.model.set("case", id);
    this.model.set("scene", scene);
    this.going = false;
    this.model.save_changes();
    this.show();
  }

  show() {
    if (this.going || !this.scene) return; // on its way to another case
    const { scenes } = this.case;
    const number = this.model.get("scene");
    this.view.show(new Pathway(this.guide, this.scene.codes));
    this.cases.value = this.case.id;
    this.progress.textContent = `Scene ${number} of ${scenes.length}`;
    this.jumps.show(
      scenes.map(({ title }) => title),
      number,
    );
    this.story.replaceChildren(...this.told(scenes, number));
  }

  /** The scene in words: only what the audience may see. */
  told(scenes, number) {
    const terms = glossary(this.guide.cards.glossary, this.unique);
    const paragraph = (words, attributes = {}) => make("p", attributes, ...terms(words));
    const { title, story, question, codes, sections: cited } = scenes[number - 1];
    const parts = [make("h2", {}, title), paragraph(story)];
    if (number > 1) {
      const [before, after] = [scenes[number - 2].codes, codes].map((each) => new Pathway(this.guide, each));
      const changes = changedStatuses(before, after).map(([how, names]) =>
        make("li", {}, make("b", {}, `${capital(how)}:`), " ", ...terms(names)),
      );
      parts.push(make("h3", {}, "New since the last scene"));
      parts.push(...newFacts(before, after).map((fact) => paragraph(fact)));
      if (changes.length) parts.push(make("ul", {}, ...changes));
    }
    if (question) parts.push(make("h3", {}, "To discuss"), paragraph(question, { class: "pp-asked" }));
    const note = (this.model.get("notes")[this.case.id] ?? [])[number - 1];
    if (note)
      parts.push(make("aside", { class: "pp-note" }, make("h3", {}, "For the teacher"), ...terms(note)));
    const source = capital(sections([cited]));
    if (source) parts.push(make("p", { class: "pp-foot" }, source));
    return parts;
  }
}

export default { render };
