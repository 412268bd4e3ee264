// The living drawing of a guide's pathways, with its card, its tools and what has changed. All that is
// seen follows from the guide's document and the facts; other views hold it and say which.

import { Pathway } from "../core/pathway.js";
import { changesSentence } from "../core/scenes.js";
import { Zoom } from "../drawing/closer_look.js";
import { Drawings } from "../drawing/drawings.js";
import { chosenId, touchable } from "../drawing/focusable_parts.js";
import { swap } from "../drawing/glide.js";
import { isDrawing, ownName } from "../drawing/picture.js";
import { Selection } from "../drawing/selection.js";
import { button } from "../elements/buttons.js";
import { make } from "../elements/elements.js";
import { whenSized } from "../elements/events.js";
import { loadLayout, NO_ENGINE, onEvent } from "../hosts/models.js";
import { tools } from "./drawing_tools.js";
import { Interaction } from "./pointer_and_keys.js";

/** @typedef {import("../core/guide").Guide} Guide */
/** @typedef {import("../drawing/focusable_parts.js").Part} Part */
/** @typedef {import("../drawing/picture.js").Drawing} Drawing */
/** @typedef {import("../hosts/models.js").Model} Model */
/** @typedef {{kind: string, svg: Drawing | null}} File what is drawn in a file, and the drawing */
/** @typedef {(id: string) => string} Names of boxes, by id */

/**
 * What a view does with its drawing.
 * @typedef {object} Acts
 * @property {() => void} [rested] when nothing has changed for a moment; then paths are laid out ahead
 * @property {(place: number, code: number) => void} [answer] when an answer in the drawing is chosen
 * @property {(id: string) => boolean} [choose] when anything is; true where it has no card
 * @property {Names | null} [blank] the names of boxes that are blank at first
 * @property {typeof import("../drawing/flowchart.js").dot} [source] another source
 * @property {() => File | null} [file] what is saved instead of the pathway
 * @property {() => boolean} [isWide] whether there is never one column
 */

const REST = 250; // milliseconds without a change, after which it is said what is new

export class DrawingView {
  /**
   * @param {Model} model holds `view`, `selected` and the first `drawing`
   * @param {HTMLElement} el
   * @param {Guide} guide
   * @param {number[]} codes
   * @param {Acts} acts
   */
  constructor(model, el, guide, codes, acts = {}) {
    this.model = model;
    this.el = el;
    this.guide = guide;
    this.acts = acts;
    this.unique = ownName();
    this.ends = new AbortController();
    this.cards = guide.cards;
    this.pathway = new Pathway(guide, codes);
    /** Names of boxes while they are blank: then nothing here tells what they will say. */
    this.blank = acts.blank ?? null;
    this.fill = this.pathway; // of what news were told last
    /** @type {string[]} */
    this.changedIds = [];
    /** @type {Pathway | null} */
    this.other = null;
    /** By treatment. @type {Record<string, string>} */
    this.signs = {};
    /** What is drawn, or a message instead. @type {Drawing | HTMLElement | undefined} */
    this.shown = undefined;
    /** The width of its element, in pixels. @type {number | undefined} */
    this.width = undefined;
    this.paper = false;
    this.drawings = new Drawings(guide, this.unique);
    this.build();
    this.begin();
  }

  build() {
    /** @type {HTMLElement} */
    this.drawing = make("div.pp-drawing");
    /** @type {HTMLElement} */
    this.stage = make("div.pp-stage", this.drawing);
    /** @type {HTMLElement} */
    this.aside = make("aside.pp-card", { "aria-label": "About what was chosen" });
    /** @type {HTMLElement} */
    this.side = make("div.pp-side", this.stage, this.aside);
    /** @type {HTMLElement} */
    this.news = make("div.pp-said", { role: "status", "aria-live": "polite" });
    /** @type {HTMLElement} */
    this.outline = make("pre.pp-outline", { tabindex: 0 });
    /** @type {HTMLElement} */
    this.tip = make("div.pp-tip", { "aria-hidden": "true" });
    /** @type {HTMLElement} */
    this.changed = make("p.pp-changed");
    /** @type {HTMLElement} */
    this.missing = make("p.pp-waits", { role: "status" });
    /** @type {HTMLElement} */
    this.lines = make("div.pp-lines");
    const legend = Object.entries(this.guide.statuses).map(([status, { symbol, word, meaning }]) =>
      make(`li.pp-${status}`, { title: meaning }, `${symbol} ${word}`),
    );
    const inferred = make("li", `\u2020 ${this.pathway.fill("our_inference")}`);
    /** @type {HTMLElement} */
    this.legend = make("ul.pp-legend", ...legend, inferred);
    /** @type {HTMLElement} */
    this.source = make("div.pp-source", make("p", this.guide.footer));
    /** @type {HTMLElement} */
    this.top = make("div.pp-top", tools(this));
    /** @type {HTMLDetailsElement} */
    this.text = make("details.pp-text", make("summary", "The drawing as text"), this.outline);
    /** @type {HTMLElement} */
    this.root = make(
      "div.pp-flow",
      this.missing,
      this.top,
      this.side,
      this.changed,
      this.lines,
      this.source,
      this.tip,
      this.news,
      this.text,
    );
    this.el.replaceChildren(this.root);
    /** @type {Zoom} */
    this.zoom = new Zoom(this.stage, this.drawing, this.ends.signal);
    /** @type {Interaction} */
    this.interaction = new Interaction(this);
  }

  /** The explorer around the drawing, or the drawing where it stands alone. */
  whole() {
    return this.el.closest(".pnet-paths") ?? this.root;
  }

  begin() {
    const on = (/** @type {string} */ event, /** @type {() => void} */ act) =>
      onEvent(this.model, event, act, this.ends.signal);
    on("change:view", () => {
      this.draw();
      this.inLines();
      // What is wider than a phone begins with its middle.
      this.stage.scrollLeft = (this.stage.scrollWidth - this.stage.clientWidth) / 2;
    });
    on("change:selected", () => this.interaction.select());
    const first = this.model.get("drawing");
    if (first?.svg) this.drawings.take(first.codes, first.svg, first.view);
    whenSized(this.el, () => this.sized(), this.ends.signal);
    this.draw();
    this.follow();
    loadLayout(this.model).then((layout) => {
      if (this.ends.signal.aborted) return;
      this.drawings.layout = layout;
      this.draw();
    });
  }

  remove() {
    for (const timer of [this.later, this.rest, this.interaction.later]) clearTimeout(timer);
    this.drawings.rest();
    this.ends.abort();
    this.el.replaceChildren();
  }

  /** Draw a profile that can occur. @param {Pathway} pathway @param {Names | null} blank names of boxes that are to be blank */
  show(pathway, blank = null) {
    this.pathway = pathway;
    this.blank = blank;
    if (blank) this.model.set("selected", ""); // an open card would tell
    this.changedIds = [];
    this.drawings.rest();
    this.draw();
    clearTimeout(this.later);
    this.later = setTimeout(() => this.follow(), 0);
  }

  /** What may come a moment after the drawing: names and words; then what is new. */
  follow() {
    this.interaction.name();
    this.inLines();
    clearTimeout(this.rest);
    this.root.classList.toggle("pp-blank", Boolean(this.blank));
    for (const told of [this.outline, this.changed, this.news]) if (this.blank) told.replaceChildren();
    if (this.blank) return this.legend.remove();
    this.source.prepend(this.legend);
    this.outline.textContent = this.pathway.outline();
    const description = this.shown?.querySelector("desc");
    if (description) description.textContent = this.outline.textContent;
    this.rest = setTimeout(() => this.tell(), REST);
  }

  /** What is new. */
  tell() {
    const before = this.fill;
    this.fill = this.pathway;
    const changed = this.pathway.changedSince(before);
    this.changed.textContent = changed.length ? changesSentence(before, this.pathway) : "";
    if (changed.length) this.news.textContent = this.changed.textContent;
    this.changedIds = changed.map(({ id }) => id);
    this.underline();
    if (!this.acts.rested) return;
    this.acts.rested();
    this.drawings.ahead(this.pathway, this.how);
  }

  /** What is not in the drawing: who runs at every stage, is not named, or is advised against; each name leads to its card. */
  inLines() {
    const selection = new Selection(this.pathway, this.onMap(), this.other, Boolean(this.blank));
    const lines = selection.lines.map((line) => {
      const names = line.groups.flatMap((group) => [
        ...group.flatMap((id) => [
          button(selection.named(line, id) + this.sign(id), () => this.interaction.choose(id)),
          make("small.pp-otherwise", this.otherwise(id)),
        ]),
        make("small", selection.reason(line, group)),
      ]);
      return make(
        "p",
        make("span", this.pathway.fill(line.words)),
        names.flatMap((each) => [" ", each]),
      );
    });
    this.lines.replaceChildren(...lines);
  }

  /** What a treatment is marked with. @param {string} id */
  sign(id) {
    return Object.hasOwn(this.signs, id) ? ` ${this.signs[id]}` : "";
  }

  /** What the pathway that it is compared with says of a treatment, where that differs. @param {string} id */
  otherwise(id) {
    if (!this.other || !this.pathway.differs(this.other, id)) return "";
    const { symbol, word } = this.guide.statuses[this.other.status(id)];
    return `\u2260 B: ${symbol} ${word}`;
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

  /** Show in each card what another pathway says, too, where it differs. @param {Pathway | null} other */
  compareWith(other) {
    this.other = other;
    this.draw();
    this.inLines();
  }

  // -- what is drawn --------------------------------------------------------------------------

  onMap() {
    return this.model.get("view") === "map";
  }

  /** The page became narrow or wide: where type would be too small a path is drawn in one column. */
  sized() {
    const width = this.el.clientWidth;
    if (!width || width === this.width) return;
    this.width = width;
    this.draw();
  }

  /** Printed, also from a phone, the path has the width of the paper. @param {boolean} paper */
  onPaper(paper) {
    this.paper = paper;
    this.draw();
  }

  /** In which way it is drawn. */
  get how() {
    const { blank, other } = this;
    const isWide = this.paper || this.acts.isWide?.();
    const width = isWide ? 0 : (this.width ?? this.el.clientWidth);
    return { everything: this.onMap(), other, width, blank: Boolean(blank), source: this.acts.source };
  }

  /** The drawing; none where a message stands instead. @returns {Drawing | null} */
  get svg() {
    return isDrawing(this.shown) ? this.shown : null;
  }

  /** What can be touched in it. @returns {Part[]} */
  get parts() {
    return this.svg ? touchable(this.svg) : [];
  }

  draw() {
    const drawn = this.drawings.drawn(this.pathway, this.how);
    const missing = !drawn && this.drawings.layout === null;
    this.missing.textContent = missing ? NO_ENGINE : "";
    if (missing) this.text.open = true;
    this.narrow = isDrawing(drawn) && Boolean(drawn.isColumn);
    this.root.classList.toggle("pp-narrow", this.narrow);
    if (drawn) this.mount(drawn);
    else if (missing) this.drawing.replaceChildren(); // the last drawing shows another profile
  }

  /** The drawing as a file has it. @returns {File} */
  file() {
    const other = this.acts.file?.();
    if (other) return other;
    const file = this.blank ? null : this.drawings.file(this.pathway, this.onMap());
    return { kind: "pathway", svg: isDrawing(file) ? file : this.svg };
  }

  /** @param {Drawing | HTMLElement} shown */
  mount(shown) {
    if (shown === this.shown) return;
    const held = this.interaction.held();
    this.shown = shown;
    swap(this.drawing, shown);
    this.interaction.take(held);
  }
}
