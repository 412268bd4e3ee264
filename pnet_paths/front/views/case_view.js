// A teaching case on the screen, scene by scene: guess which boxes of the drawing are offered, have the answer shown, read
// why, go on. Cases and stage show it in frames of their own; the host hears of what is shown.
import { PresentedCase } from "../core/presented_case.js";
import { dot } from "../drawing/flowchart.js";
import { chosenId, rove } from "../drawing/focusable_parts.js";
import { button } from "../elements/buttons.js";
import { make, makeBlock } from "../elements/elements.js";
import { drawingModel, onEvent } from "../hosts/models.js";
import { glossary } from "./card.js";
import { DrawingView } from "./drawing_view.js";
import { HostedView } from "./hosted_view.js";
import { SceneNumbers } from "./scene_numbers.js";

/** @typedef {import("../core/pathway.js").Pathway} Pathway */
/** @typedef {import("../core/block.js").Block} Block */
/** @typedef {import("./card.js").Explain} Explain */
/** @typedef {Parameters<typeof dot>[1]} How */

const SHOWN = /** @type {const} */ (["case", "scene", "guess", "revealed"]);

export class CaseView extends HostedView {
  /** @param {import("../hosts/models.js").Model} model @param {HTMLElement} el @param {import("../core/guide").Guide} guide @param {EventTarget} keys */
  constructor(model, el, guide, keys = el) {
    super(model, el, guide, keys);
    this.presented = new PresentedCase(guide, this.hosts(), model.get("predict"));
    /** The scene that is shown, and whether with its answer. */
    this.scene = "";
    this.build();
    const { pathway } = this.presented;
    this.view = new DrawingView(drawingModel(model, this.first()), this.place, guide, pathway.codes, {
      blank: this.presented.state.revealed ? null : this.blankName,
      choose: (id) => this.choose(id),
      source: (pathway, how) => this.source(pathway, how),
      isWide: () => this.isHall,
    });
    for (const name of SHOWN) onEvent(model, `change:${name}`, () => this.take(), this.ends.signal);
    this.show();
  }

  remove() {
    this.view.remove();
    super.remove();
  }

  /** What the host says is shown. */
  hosts() {
    const { model } = this;
    const guess = [...model.get("guess")];
    return { case: model.get("case"), scene: model.get("scene"), guess, revealed: model.get("revealed") };
  }

  get blankName() {
    return (/** @type {string} */ id) => this.presented.blankName(id);
  }

  /** Text with words of the glossary that explain themselves. @returns {Explain} */
  terms() {
    return glossary(this.guide.cards.glossary, this.unique);
  }

  /** Whether it fills a large screen. */
  get isHall() {
    return false;
  }

  /** The drawing that the host has made, to be seen before the page can make its own. */
  first() {
    return this.model.get("drawing");
  }

  /** The source of the drawing. @param {Pathway} pathway @param {How} [how] @returns {string} */
  source(pathway, how) {
    return dot(pathway, how);
  }

  /** The parts of a scene, for a frame to be put into. */
  build() {
    const { cases } = this.guide;
    const options = cases.map(({ id, label }) => make("option", { value: id }, label));
    /** @type {HTMLSelectElement} */
    this.cases = make("select", { "aria-label": "Case" }, ...options);
    /** @type {SceneNumbers} */
    this.jumps = new SceneNumbers((scene) => this.wish({ do: "scene", scene }));
    /** @type {HTMLElement} */
    this.progress = make("p", { class: "pp-progress", role: "status" });
    /** @type {HTMLElement} */
    this.title = make("h2");
    /** @type {HTMLElement} */
    this.story = make("div", { class: "pp-story-text" });
    /** @type {HTMLElement} */
    this.hint = make("p", { class: "pp-hint" });
    // One button for both: where one takes the other's place, the focus stays.
    /** @type {HTMLButtonElement} */
    this.on = button("", () => this.wish({ do: "on" }), { class: "pp-key mod-primary pp-on" });
    /** @type {HTMLElement} */
    this.explained = make("div", { class: "pp-explained", role: "status" });
    /** @type {HTMLElement} */
    this.more = make("div");
    /** @type {HTMLElement} */
    this.text = make(
      "div",
      { class: "pp-story", role: "group", "aria-label": "Story" },
      this.title,
      this.story,
      this.hint,
      this.explained,
      this.more,
      make("div", { class: "pp-onward" }, this.on),
    );
    /** @type {HTMLElement} */
    this.place = make("div", { class: "pp-scene-drawing" });
  }

  // -- what is wanted -------------------------------------------------------------------------

  /** The host shows another scene, or another guess. */
  take() {
    if (this.saying) return;
    const shown = this.hosts();
    if (JSON.stringify(shown) === JSON.stringify(this.presented.shown)) return;
    this.presented.take(shown);
    this.tell();
  }

  /** Do what a key or a button asks for; the host hears of it. @param {{do: string, id?: string, scene?: number}} wanted */
  wish({ do: what, id = "", scene }) {
    const { presented } = this;
    if (what === "on") presented.goOn();
    else if (what === "back") presented.step(-1);
    else if (what === "choose") presented.choose(id);
    else if (what === "reveal") presented.reveal();
    else if (what === "blank") presented.blank();
    else if (what === "case") presented.goToCase(id);
    else {
      /** @type {Record<string, number>} */
      const goals = { scene: scene ?? 1, first: 1, last: presented.scenes.length };
      presented.enter(presented.id, goals[what]);
    }
    this.tell();
    // On a phone what is new would be out of sight.
    if (!this.view.narrow || (what === "choose" && !presented.state.revealed)) return;
    (presented.state.revealed ? this.explained : this.title).scrollIntoView({ block: "start" });
  }

  /** A box was chosen, by pointer or key: before the answer is shown that is a guess. @param {string} id @returns {boolean} whether it has no card here */
  choose(id) {
    const { pathway, state } = this.presented;
    const group = this.groupOf(id);
    if (group) this.wish({ do: "choose", id: group });
    // The card of a question tells what it means, and no answer.
    const asked = pathway.decisions.has(id) || id.startsWith("answer-");
    return Boolean(group) || !(state.revealed || asked);
  }

  /** The group that a part of the drawing belongs to. @param {string} id @returns {string} */
  groupOf(id) {
    const { pathway } = this.presented;
    const memberOf = pathway.isTreatment(id) && pathway.treatment(id).memberOf;
    if (memberOf) return this.groupOf(memberOf);
    return this.presented.groups.includes(id) ? id : "";
  }

  /** A scene of a case, as it was left. @param {string} id @param {number} scene */
  goTo(id, scene) {
    this.presented.enter(id, scene);
    this.tell();
  }

  /** Have the host hear of what is shown, and show it. */
  tell() {
    const { shown } = this.presented;
    this.saying = true; // what is half set is no wish of the host
    for (const name of SHOWN) {
      const same = JSON.stringify(this.model.get(name)) === JSON.stringify(shown[name]);
      if (!same) this.model.set(name, shown[name]);
    }
    this.saying = false;
    this.model.save_changes();
    this.show();
  }

  /** Focus the next box of the drawing, or with -1 the one before. @param {number} step */
  along(step) {
    const { parts } = this.view.interaction;
    const boxes = parts.filter((part) => this.presented.groups.includes(chosenId(part)));
    const at = boxes.indexOf(/** @type {SVGGraphicsElement} */ (document.activeElement));
    const next = at < 0 && step < 0 ? boxes.length - 1 : at + step;
    const box = boxes[Math.min(boxes.length - 1, Math.max(0, next))];
    if (box) rove(parts, box).focus();
  }

  takeFocusBack() {
    this.on.focus({ preventScroll: true });
  }

  // -- what is seen ---------------------------------------------------------------------------

  show() {
    const page = this.presented.page();
    const block = (/** @type {Block} */ told) => makeBlock(told, this.terms());
    this.view.signs = page.signs;
    const scene = `${this.presented.id} ${this.presented.number} ${page.revealed}`;
    if (scene !== this.scene) {
      // The focus would go with the drawing, and a notebook would no longer hear of keys.
      if (this.place.contains(document.activeElement)) this.takeFocusBack();
      this.view.show(page.pathway, page.revealed ? null : this.blankName);
    }
    this.scene = scene;
    this.view.mark(page.signs);
    this.view.interaction.name();
    this.cases.value = this.presented.id;
    this.progress.textContent = page.progress;
    this.title.textContent = page.title;
    this.story.replaceChildren(...page.story.map(block));
    this.hint.textContent = page.hint;
    this.hint.hidden = page.revealed;
    this.explained.replaceChildren(...page.explained.map(block));
    this.on.textContent = page.onward;
    this.jumps.show(page.titles, this.presented.number);
    return page;
  }
}
