// The stage: a case as large as the screen, presented with keys or a remote.

import { dot } from "../drawing/flowchart.js";
import { levelHeights } from "../drawing/level_boxes.js";
import { button } from "../elements/buttons.js";
import { make } from "../elements/elements.js";
import { listen, whenSized } from "../elements/events.js";
import { toggleFullScreen } from "../hosts/full_screen.js";
import { keepPlainKeys } from "../hosts/jupyter_keys.js";
import { sharedValue } from "../hosts/models.js";
import { focusNextCell, scrollToFocus, wasJustRun } from "../hosts/notebook_cell.js";
import { onKeys } from "../hosts/presenter_keys.js";
import { CaseView } from "./case_view.js";
import { NotesWindow } from "./notes_window.js";

const KEYS = /** @type {Record<string, string>} */ ({
  ArrowRight: "on",
  PageDown: "on",
  ArrowLeft: "back",
  PageUp: "back",
  Home: "first",
  End: "last",
  a: "reveal",
  r: "blank",
  c: "case",
});
const ALONG = /** @type {Record<string, number>} */ ({ ArrowDown: 1, ArrowUp: -1 });
const TIGHT = ["pp-tight", "pp-tighter", "pp-tightest", "pp-scrolls"];
const WANTED = 2500; // milliseconds that the bar stays after the mouse has moved
const BLANK = 13; // characters in a line of a name while nothing else stands in the boxes
const PHONE = "(max-width: 900px)"; // as in stage.css: there it is a column
const HINT =
  "\u2192 reveal, then on \u00b7 \u2190 back \u00b7 \u2191 \u2193 choose a box, Enter expects it or tells why \u00b7 R blank again " +
  "\u00b7 1, 2, 3 scene \u00b7 C next case \u00b7 N notes \u00b7 F full screen \u00b7 B black \u00b7 H this bar";
const NEXT_CELL = " \u00b7 Shift + Enter to the next cell";

/** @param {import("../hosts/models.js").Cell} cell */
async function render({ model, el }) {
  const stage = new Stage(model, el, await sharedValue(model, "document"));
  stage.takeFocus();
  return () => stage.remove();
}

export class Stage extends CaseView {
  /** Nothing covers the drawing: terms are not explained. @returns {import("./card.js").Explain} */
  terms() {
    return (words) => [words];
  }

  build() {
    super.build();
    /** @type {NotesWindow} */
    this.notes = new NotesWindow(this);
    this.text.prepend(this.progress);
    this.more.replaceChildren(
      make(
        "p",
        { class: "pp-hall-hint" },
        make("b", {}, "F"),
        " full screen, ",
        make("b", {}, "H"),
        " all keys",
      ),
    );
    /** @type {HTMLElement} */
    this.root = make(
      "div",
      { class: "pp-hall", tabindex: 0, role: "region", "aria-label": "Stage" },
      make("div", { class: "pp-hall-page" }, this.text, this.place),
      this.bar(),
    );
    // Without a mouse and its keys the bar stays.
    if (matchMedia("(hover: none)").matches) this.root.classList.add("pp-pinned");
    this.el.replaceChildren(this.root);
    this.listen();
  }

  /** The teacher's: cases, scenes, and keys as buttons. */
  bar() {
    // By keyboard the class sees no other case before Enter.
    const choose = () => this.wish({ do: "case", id: this.cases.value });
    this.cases.addEventListener("change", () => this.byKey || choose());
    this.cases.addEventListener("pointerdown", () => {
      this.byKey = false;
    });
    this.cases.addEventListener("blur", () => {
      this.cases.value = this.presented.id;
    });
    this.cases.addEventListener("keydown", ({ key }) => {
      this.byKey = key !== "Enter";
      if (!this.byKey) choose();
    });
    const key = (/** @type {string} */ label, /** @type {() => void} */ act) =>
      button(label, act, { class: "pp-key" });
    return make(
      "div",
      { class: "pp-hall-bar", role: "toolbar", "aria-label": "Stage" },
      this.cases,
      key("Back", () => this.wish({ do: "back" })),
      key("On", () => this.wish({ do: "on" })),
      this.jumps.root,
      key("Blank again", () => this.wish({ do: "blank" })),
      key("Notes window", () => this.notes.open()),
      key("Full screen", () => this.fullScreen()),
      make("small", {}, `${HINT}${document.querySelector(".jp-Notebook") ? NEXT_CELL : ""}`),
    );
  }

  listen() {
    const { signal } = this.ends;
    onKeys(this, (event) => this.key(event));
    listen(this.root, "pointermove", { signal }, () => this.wanted());
    keepPlainKeys(this.root, signal);
    whenSized(this.root, () => this.fit(), signal);
    listen(document, "fullscreenchange", { signal }, () => {
      if (this.root.contains(document.activeElement)) scrollToFocus(this.root);
    });
  }

  remove() {
    clearTimeout(this.hiding);
    this.notes.close();
    super.remove();
  }

  get isHall() {
    return !matchMedia(PHONE).matches;
  }

  /** The host's has small type. */
  first() {
    return null;
  }

  /** Large type, and boxes of one rank that share their top. @param {import("../core/pathway.js").Pathway} pathway @param {import("./case_view.js").How} how */
  source(pathway, how) {
    const { hall, ranks } = this.guide.drawing;
    if (!this.isHall) return dot(pathway, how);
    const large = { ...how, widths: how?.blank ? { ...hall, card: BLANK } : hall };
    const drawn = this.view.drawings.layout?.(dot(pathway, large), "", "") ?? "";
    return dot(pathway, { ...large, heights: levelHeights(drawn, ranks.path) });
  }

  /** Nothing covers the drawing. @param {string} id */
  choose(id) {
    super.choose(id);
    return true;
  }

  /** After its cell was run alone (or in a page of its own) the keys are the stage's at once. */
  takeFocus() {
    setTimeout(() => {
      if (!wasJustRun(this.el)) return;
      this.root.focus({ preventScroll: true });
      scrollToFocus(this.root);
    }, 0);
  }

  takeFocusBack() {
    this.root.focus({ preventScroll: true });
  }

  /** Leave the stage for the next cell of the notebook. */
  leave() {
    if (document.fullscreenElement) document.exitFullscreen();
    focusNextCell(this.el);
  }

  wanted() {
    this.root.classList.add("pp-wanted");
    clearTimeout(this.hiding);
    this.hiding = setTimeout(() => this.root.classList.remove("pp-wanted"), WANTED);
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const { key, shiftKey, target } = event;
    const pressed = ["Enter", " "].includes(key) && target instanceof Element && target.closest("button");
    if (pressed || (target === this.cases && !["PageDown", "PageUp"].includes(key))) return;
    if (shiftKey && key === "Enter") this.leave();
    else if (!this.answer(event)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Do what a key asks for; false where it is none of ours. @param {KeyboardEvent} event */
  answer({ key, target }) {
    const letter = key.toLowerCase();
    const black = letter === "b" || key === ".";
    // On a black screen nothing goes on unseen: any key brings the picture back.
    if (this.root.classList.contains("pp-black") && !black) {
      this.root.classList.remove("pp-black");
      return true;
    }
    const wish = KEYS[key] ?? KEYS[letter];
    const box = target instanceof Element && target.closest("[data-part]");
    if (wish === "on" && this.readOn()) return true;
    if (wish) this.wish({ do: wish });
    else if (key === "Enter" || key === " ") {
      if (box) return false;
      this.wish({ do: "reveal" });
    } else if (key in ALONG) this.along(ALONG[key]);
    else if (key >= "1" && key <= `${Math.min(9, this.presented.scenes.length)}`) {
      this.wish({ do: "scene", scene: Number(key) });
    } else if (letter === "f") this.fullScreen();
    else if (letter === "n") this.notes.open();
    else if (black) this.root.classList.toggle("pp-black");
    else if (letter === "h" || key === "?") {
      this.root.classList.toggle("pp-pinned");
      this.root.focus({ preventScroll: true });
    } else return false;
    return true;
  }

  fullScreen() {
    toggleFullScreen(this.root);
    this.root.focus({ preventScroll: true });
  }

  show() {
    const page = super.show();
    this.fit();
    this.notes.show();
    return page;
  }

  /** Scroll to what is told below the fold, and stay there at the very end; false where it goes on. */
  readOn() {
    const { scrollHeight, clientHeight, scrollTop } = this.text;
    if (!this.isHall || !this.presented.state.revealed) return false;
    if (scrollTop + clientHeight > scrollHeight - 2) return !this.presented.beside(1);
    this.text.scrollTop += clientHeight * 0.8;
    return true;
  }

  /** A long reason takes the room of what the class has read before: new facts, then the story; then its type is that of the lines. Where that is not enough it scrolls, and says all. */
  fit() {
    const { text } = this;
    text.classList.remove(...TIGHT);
    if (!this.isHall) return;
    for (const step of TIGHT) {
      if (text.scrollHeight > text.clientHeight) text.classList.add(step);
    }
    text.scrollTop = 0;
  }
}

export default { render };
