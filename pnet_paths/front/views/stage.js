// The stage: a scene of a case as large as the screen, presented with keys. All that is seen is made
// here, from the guide's document; the host hears which case, scene and boxes are shown.

import { Presentation } from "../core/presented_case.js";
import { swap } from "../drawing/glide.js";
import { picture } from "../drawing/picture.js";
import { board } from "../drawing/stage_board.js";
import { fullScreen } from "../hosts/full_screen.js";
import { keepPlainKeys } from "../hosts/jupyter_keys.js";
import { engineOf, hear, NO_BOARD, shared } from "../hosts/models.js";
import { bringIntoSight, ranJustNow, toNextCell } from "../hosts/notebook_cell.js";
import { hearKeys } from "../hosts/presenter_keys.js";
import { listen, make, makeBlock, whenSized } from "./elements.js";
import { HostedView } from "./hosted_view.js";
import { sceneBeside } from "./scene_numbers.js";
import { Bar } from "./stage_bar.js";
import { Boxes } from "./stage_focus.js";

const KEYS = {
  ArrowRight: "on",
  PageDown: "on",
  ArrowLeft: "back",
  PageUp: "back",
  Home: "first",
  End: "last",
  a: "all",
  r: "blank",
  c: "case",
};
const SHOWN = ["case", "scene", "opened"];
const ALONG = { ArrowDown: 1, ArrowUp: -1 };
const WANTED = 2500; // milliseconds that the bar stays after the mouse has moved

/** @param {{model: any, el: HTMLElement}} host */
async function render({ model, el }) {
  const guide = await shared(model, "document");
  const stage = new Stage(model, el, guide);
  stage.takeFocus();
  return () => stage.remove();
}

export class Stage extends HostedView {
  constructor(model, el, guide, keys = el) {
    super(model, el, guide, keys);
    this.presentation = new Presentation(guide, this.hosts(), model.get("predict"));
    this.presentation.keep();
    this.build();
    this.listen();
    this.show();
    engineOf(model).then((layout) => this.drawWith(layout));
  }

  /** What the host says is shown. */
  hosts() {
    return {
      case: this.model.get("case"),
      scene: this.model.get("scene"),
      opened: [...this.model.get("opened")],
    };
  }

  build() {
    /** @type {Bar} */
    this.bar = new Bar(this.guide.cases, (wish) => this.wish(wish));
    this.title = make("h2");
    this.progress = make("p", { class: "pp-hall-progress" });
    this.story = make("div");
    this.told = make("div", { class: "pp-hall-told" });
    this.left = make("p", { class: "pp-hall-left" });
    this.text = make(
      "div",
      { class: "pp-hall-story", tabindex: 0, role: "group", "aria-label": "Story" },
      this.progress,
      this.title,
      this.story,
      this.told,
      this.left,
      make(
        "p",
        { class: "pp-hall-hint" },
        make("b", {}, "F"),
        " full screen, ",
        make("b", {}, "H"),
        " all keys",
      ),
    );
    this.drawing = make("div", { class: "pp-drawing" });
    /** @type {Boxes} */
    this.boxes = new Boxes(this.drawing, this.presentation.groups);
    this.foot = make("p", { class: "pp-hall-foot" });
    this.said = make("div", { class: "pp-hall-said", role: "status" });
    this.root = make(
      "div",
      { class: "pp-hall", tabindex: 0, role: "region", "aria-label": "Stage" },
      make("div", { class: "pp-hall-page" }, this.text, this.drawing, this.foot),
      this.bar.root,
      this.said,
    );
    // Without a mouse and its keys the bar stays.
    if (matchMedia("(hover: none)").matches) this.root.classList.add("pp-pinned");
    this.el.replaceChildren(this.root);
  }

  listen() {
    const { signal } = this.ends;
    for (const name of SHOWN) hear(this.model, `change:${name}`, () => this.take(), signal);
    hearKeys(this, (event) => this.key(event));
    listen(this.root, "pointermove", { signal }, () => this.wanted());
    keepPlainKeys(this.root, signal);
    listen(this.drawing, "click", { signal }, ({ target }) => {
      const box = this.boxes.around(target);
      if (box) this.wish({ do: "open", box });
    });
    whenSized(this.root, () => this.fit(), signal);
    listen(document, "fullscreenchange", { signal }, () => {
      if (this.root.contains(document.activeElement)) bringIntoSight(this.root);
    });
  }

  remove() {
    clearTimeout(this.hiding);
    super.remove();
  }

  /** After its cell was run alone (or in a page of its own) the keys are the stage's at once. */
  takeFocus() {
    setTimeout(() => {
      if (!ranJustNow(this.el)) return;
      this.root.focus({ preventScroll: true });
      bringIntoSight(this.root);
    }, 0);
  }

  /** Leave the stage for the next cell of the notebook. */
  leave() {
    if (document.fullscreenElement) document.exitFullscreen();
    toNextCell(this.el);
  }

  /** The host shows another scene or box. */
  take() {
    if (this.saying) return;
    const shown = this.hosts();
    if (JSON.stringify(shown) === JSON.stringify(this.presentation.shown)) return;
    this.presentation.take(shown);
    this.show();
  }

  /** Do what a key or a button asks for; the host hears of it. @param {{do: string, box?: string, scene?: number, case?: string}} wanted */
  wish({ do: what, box, scene, case: id }) {
    const { presentation } = this;
    if (what === "full") return this.fullScreen();
    if (what === "on" && presentation.blank.length) presentation.openAll();
    else if (what === "on") this.step(1);
    else if (what === "back") this.step(-1);
    else if (what === "open") presentation.openBox(box);
    else if (what === "all") presentation.openAll();
    else if (what === "blank") presentation.open([]);
    else if (what === "case") presentation.goToCase(id);
    else {
      const goals = { scene, first: 1, last: presentation.scenes.length };
      presentation.goTo(goals[what]);
    }
    return this.have();
  }

  /** To the next scene or the one before, over the end of a case as well. @param {number} by */
  step(by) {
    const { shown } = this.presentation;
    const beside = sceneBeside(this.guide.cases, shown.case, shown.scene, by);
    if (beside) this.presentation.enter(beside.id, beside.scene);
  }

  /** A scene of a case, as open as it was left. @param {string} id @param {number} scene */
  goTo(id, scene) {
    const { shown } = this.presentation;
    if (shown.case === id && shown.scene === scene) return;
    this.presentation.enter(id, scene);
    this.have();
  }

  /** Have the host hear of what is shown, and show it. */
  have() {
    this.saying = true; // what is half set is no wish of the host
    for (const name of SHOWN) this.model.set(name, this.presentation.shown[name]);
    this.saying = false;
    this.model.save_changes();
    this.show();
  }

  wanted() {
    this.root.classList.add("pp-wanted");
    clearTimeout(this.hiding);
    this.hiding = setTimeout(() => this.root.classList.remove("pp-wanted"), WANTED);
  }

  key(event) {
    if (this.bar.takes(event)) return;
    if (event.shiftKey && event.key === "Enter") this.leave();
    else if (!this.answer(event)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Do what a key asks for; false where it is none of ours. */
  answer({ key, target }) {
    const black = key.toLowerCase() === "b" || key === ".";
    // On a black screen nothing goes on unseen: any key brings the picture back.
    if (this.root.classList.contains("pp-black") && !black) {
      this.root.classList.remove("pp-black");
      return true;
    }
    const wish = KEYS[key] ?? KEYS[key.toLowerCase()];
    if (wish) this.wish({ do: wish });
    else if (key === "Enter" || key === " ") this.wish({ do: "open", box: this.chosen(target) });
    else if (key in ALONG) this.boxes.along(ALONG[key]);
    else if (key >= "1" && key <= `${Math.min(9, this.presentation.scenes.length)}`) {
      this.wish({ do: "scene", scene: Number(key) });
    } else if (key.toLowerCase() === "f") this.fullScreen();
    else if (black) this.root.classList.toggle("pp-black");
    else if (key.toLowerCase() === "h" || key === "?") {
      this.root.classList.toggle("pp-pinned");
      this.fit();
      this.root.focus({ preventScroll: true });
    } else return false;
    return true;
  }

  fullScreen() {
    fullScreen(this.root);
    this.root.focus({ preventScroll: true });
  }

  /** The box that Enter opens or tells of; none where that of the last one is told already. */
  chosen(element) {
    const box = this.boxes.around(element);
    const { blank, last } = this.presentation;
    return box === last && !blank.includes(box) ? "" : box;
  }

  // -- what is seen ---------------------------------------------------------------------------

  show() {
    const page = this.presentation.page();
    this.draw(page);
    this.progress.textContent = page.progress;
    this.title.textContent = page.title;
    this.story.replaceChildren(...page.story.map(makeBlock));
    this.told.replaceChildren(...page.explained.map(makeBlock));
    this.left.textContent = page.left;
    this.foot.textContent = page.foot;
    this.fit();
    const said = page.last ? page.names[page.last] : `${page.progress}. ${page.title}. ${page.left}`;
    if (this.said.textContent !== said) this.said.textContent = said;
    this.bar.show(this.presentation.shown.case, page.titles, page.scene);
  }

  /** The engine is there, or it is known that there is none (null). */
  drawWith(layout) {
    this.layout = layout;
    if (!this.ends.signal.aborted) this.draw(this.presentation.page());
  }

  /** The board of what is shown, or the one that the host has drawn of it. */
  drawn(page) {
    const first = this.model.get("drawing");
    if (JSON.stringify(first.shown) === JSON.stringify(this.presentation.shown)) return first.svg;
    if (!this.layout) return "";
    const opened = page.opened.map((id) => `${page.names[id]}.`).join(" ");
    const source = board(page.pathway, page.opened, page.changed);
    return this.layout(source, page.pathway.sentence, opened || "Nothing is open yet.");
  }

  draw(page) {
    const { names, blank, last } = page;
    const at = document.activeElement;
    const held = this.drawing.contains(at) || at === this.root;
    const text = this.drawn(page);
    const fresh =
      text || this.layout !== null
        ? picture(text, this.unique)
        : make("div", {}, make("p", {}, NO_BOARD), this.boxes.list(names));
    swap(this.drawing, fresh);
    this.boxes.name(names, blank);
    // The frame is where the reason is told; it goes with the scene.
    if (held) ((last && this.boxes.box(last)) || this.root).focus({ preventScroll: true });
  }

  /** A long reason takes the room of what the class has read before: new facts, then the story. */
  fit() {
    const steps = this.told.hasChildNodes() ? ["pp-tight", "pp-tighter"] : ["pp-tight"];
    this.text.classList.remove("pp-tight", "pp-tighter");
    for (const step of steps) {
      if (this.text.scrollHeight > this.text.clientHeight) this.text.classList.add(step);
    }
    this.text.scrollTop = 0;
  }
}

export default { render };
