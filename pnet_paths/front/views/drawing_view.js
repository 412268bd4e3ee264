// The living drawing of a guide's pathways, with its card, its tools and what has changed. All that is
// seen follows from the guide's document and the facts; other views hold it and say which.

import { UNKNOWN, withCode } from "../core/decision_diagrams.js";
import { Pathway } from "../core/pathway.js";
import { changesSentence } from "../core/scenes.js";
import { Zoom } from "../drawing/closer_look.js";
import { column, dot } from "../drawing/flowchart.js";
import { chosenId } from "../drawing/focusable_parts.js";
import { swap } from "../drawing/glide.js";
import { entitle, paint } from "../drawing/paint.js";
import { ownName, picture } from "../drawing/picture.js";
import { engineOf, hear, NO_ENGINE } from "../hosts/models.js";
import { tools } from "./drawing_tools.js";
import { make, whenSized } from "./elements.js";
import { Interaction } from "./pointer_and_keys.js";

const KEPT = 160; // drawings of paths
const REST = 250; // milliseconds without a change, after which it is said what is new

export class DrawingView {
  /**
   * @param {any} model holds `view`, `selected` and the first `drawing`
   * @param {HTMLElement} el
   * @param {any} guide
   * @param {number[]} codes
   * @param {() => void} [rested] called when nothing has changed for a moment; paths are laid out ahead then
   */
  constructor(model, el, guide, codes, rested) {
    this.model = model;
    this.el = el;
    this.guide = guide;
    this.rested = rested;
    this.unique = ownName();
    this.ends = new AbortController();
    this.cards = guide.cards;
    this.pathway = new Pathway(guide, codes);
    this.said = this.pathway; // of what news were told last
    this.titling = 0;
    this.idle = 0;
    this.changedIds = [];
    this.signs = {};
    this.map = null; // parsed when it is first wanted
    this.drawings = new Map(); // the last paths drawn, by the facts they are for
    this.build();
    this.begin();
  }

  build() {
    this.drawing = make("div", { class: "pp-drawing" });
    this.stage = make("div", { class: "pp-stage" }, this.drawing);
    this.aside = make("aside", { class: "pp-card", "aria-label": "About what was chosen" });
    this.news = make("div", { class: "pp-said", role: "status", "aria-live": "polite" });
    this.outline = make("pre", { class: "pp-outline", tabindex: 0 });
    this.tip = make("div", { class: "pp-tip", "aria-hidden": "true" });
    this.changed = make("p", { class: "pp-changed" });
    this.missing = make("p", { class: "pp-waits", role: "status" });
    // Seen where the drawing is one column, without a title and a legend of its own.
    this.title = make("p", { class: "pp-title" });
    const legend = Object.values(this.guide.statuses).map(({ symbol, word, meaning }) =>
      make("li", {}, make("b", {}, `${symbol} ${word}`), `: ${meaning}`),
    );
    const source = make("li", {}, this.guide.footer);
    this.legend = make("ul", { class: "pp-legend" }, ...legend, source);
    this.top = make("div", { class: "pp-top" }, tools(this));
    this.text = make(
      "details",
      { class: "pp-text" },
      make("summary", {}, "The drawing as text"),
      this.outline,
    );
    this.root = make(
      "div",
      { class: "pp-flow" },
      this.missing,
      this.top,
      this.changed,
      this.title,
      make("div", { class: "pp-side" }, this.stage, this.aside),
      this.legend,
      this.tip,
      this.news,
      this.text,
    );
    this.el.replaceChildren(this.root);
    this.zoom = new Zoom(this.stage, this.drawing, this.ends.signal);
    /** @type {Interaction} */
    this.interaction = new Interaction(this);
  }

  /** The explorer around the drawing, or the drawing where it stands alone. */
  whole() {
    return this.el.closest(".pnet-paths") ?? this.root;
  }

  begin() {
    const on = (event, act) => hear(this.model, event, act, this.ends.signal);
    on("change:view", () => this.draw());
    on("change:selected", () => this.interaction.select());
    const first = this.model.get("drawing");
    if (first?.svg) this.keep(`${first.codes}`, this.parsed(first.svg));
    whenSized(this.el, () => this.sized(), this.ends.signal);
    this.draw();
    this.follow();
    engineOf(this.model).then((layout) => {
      if (this.ends.signal.aborted) return;
      this.layout = layout;
      if (!this.onMap()) this.draw();
    });
  }

  remove() {
    for (const timer of [this.later, this.rest, this.interaction.later]) clearTimeout(timer);
    cancelAnimationFrame(this.titling);
    globalThis.cancelIdleCallback?.(this.idle);
    this.ends.abort();
    this.el.replaceChildren();
  }

  /** Draw a profile that can occur. @param {Pathway} pathway */
  show(pathway) {
    this.pathway = pathway;
    this.changedIds = [];
    this.draw();
    clearTimeout(this.later);
    this.later = setTimeout(() => this.follow(), 0);
  }

  /** What may come a moment after the drawing: names and words; then what is new. */
  follow() {
    this.interaction.name();
    this.title.textContent = this.pathway.sentence;
    this.outline.textContent = this.pathway.outline();
    const description = this.svg?.querySelector("desc");
    if (description) description.textContent = this.outline.textContent;
    clearTimeout(this.rest);
    this.rest = setTimeout(() => this.tell(), REST);
  }

  /** What is new. */
  tell() {
    const before = this.said;
    this.said = this.pathway;
    const changed = this.pathway.changedSince(before);
    if (changed.length) {
      const sentence = changesSentence(before, this.pathway);
      this.changed.replaceChildren(sentence);
      this.news.textContent = sentence;
    } else this.changed.replaceChildren();
    this.changedIds = changed.map(({ id }) => id);
    this.underline();
    if (!this.rested) return;
    this.rested();
    this.ahead();
  }

  /** The names of the groups that have changed are underlined. */
  underline() {
    for (const node of this.svg?.querySelectorAll("g.node") ?? []) {
      node.classList.toggle("pp-new", this.changedIds.includes(chosenId(node)));
    }
  }

  /** Put signs beside what is marked. @param {Record<string, string>} signs by id */
  mark(signs) {
    this.signs = signs;
    this.interaction.differ();
  }

  // -- what is drawn --------------------------------------------------------------------------

  onMap() {
    return this.model.get("view") === "map";
  }

  /** The page became narrow or wide: a narrow one has its path in one column. */
  sized() {
    const width = this.el.clientWidth;
    const narrow = width > 0 && width < NARROW;
    if (narrow === Boolean(this.narrow)) return;
    this.narrow = narrow;
    this.root.classList.toggle("pp-narrow", narrow);
    this.draw();
  }

  /** Printed, also from a phone, the path has the width of the paper. @param {boolean} paper */
  onPaper(paper) {
    if (!paper) return this.sized();
    if (!this.narrow) return null;
    this.narrow = false;
    this.root.classList.remove("pp-narrow");
    return this.draw();
  }

  draw() {
    const path = !this.onMap();
    const drawn = path ? this.drawn(this.pathway) : null;
    const missing = path && !drawn && this.layout === null;
    this.missing.textContent = missing ? NO_ENGINE : "";
    if (missing) this.text.open = true; // what the map does not say of this profile
    if (drawn) this.mount(drawn);
    else if (!path || missing || !this.svg) {
      // Where the engine is on its way, the map needs none.
      this.map ??= this.parsed(this.guide.map);
      this.mount(this.map);
      this.paint();
    }
  }

  /** The drawing of a path: one that was kept, or a new one; null where there is nothing to draw it with. */
  drawn(pathway) {
    const key = `${this.narrow ? "column " : ""}${pathway.codes}`;
    const kept = this.drawings.get(key);
    if (kept) return this.keep(key, kept);
    if (!this.layout) return null;
    const source = this.narrow ? column(pathway) : dot(pathway);
    return this.keep(key, this.parsed(this.layout(source, pathway.sentence, "")));
  }

  /** While nothing else is to be done: the paths that one more choice can lead to. */
  ahead() {
    if (!this.layout || this.onMap()) return;
    const { codes } = this.pathway;
    const near = codes.flatMap((code, place) =>
      [UNKNOWN, ...this.guide.factors[place].levels.keys()]
        .filter((level) => level !== code)
        .map((level) => withCode(codes, place, level)),
    );
    const next = () => {
      if (this.pathway.codes !== codes || this.ends.signal.aborted) return;
      const codesThen = near.shift();
      if (!codesThen) return;
      const pathway = new Pathway(this.guide, codesThen);
      if (pathway.occurs) this.drawn(pathway);
      this.idle = whenIdle(next);
    };
    this.idle = whenIdle(next);
  }

  keep(key, svg) {
    this.drawings.delete(key);
    this.drawings.set(key, svg);
    if (this.drawings.size > KEPT) this.drawings.delete(this.drawings.keys().next().value);
    return svg;
  }

  mount(svg) {
    if (svg === this.svg) return;
    const held = this.interaction.held();
    this.svg = svg;
    swap(this.drawing, svg);
    this.interaction.take(held);
  }

  /** A drawing as an element, no larger than its type needs. */
  parsed(text) {
    const svg = picture(text, this.unique);
    if (!svg.viewBox) return svg;
    const share = Math.min(1, svg.viewBox.baseVal.width / this.guide.looks.fullWidth);
    svg.style.setProperty("--pp-share", `${(100 * share).toFixed(1)}%`);
    return svg;
  }

  paint() {
    if (!this.svg.viewBox) return; // no drawing, but the reason why there is none
    paint(this.svg, this.pathway);
    cancelAnimationFrame(this.titling);
    this.titling = requestAnimationFrame(() => {
      // still before anything is seen
      if (this.svg.parts) entitle(this.svg, this.pathway);
    });
  }
}

const NARROW = 760; // pixels: below that the usual drawing would have type of 6 pixels

/** Safari has no idle callbacks. */
const whenIdle = (act) => (globalThis.requestIdleCallback ?? setTimeout)(act);
