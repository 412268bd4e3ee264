// The living drawing of a guide's pathways, with its card, its tools and what has changed. All that is
// seen follows from the guide's document and the facts; other views hold it and say which.

import { UNKNOWN, withCode } from "../core/decision_diagrams.js";
import { settles } from "../core/next_facts.js";
import { Pathway } from "../core/pathway.js";
import { changesSentence } from "../core/scenes.js";
import { Zoom } from "../drawing/closer_look.js";
import { column, dot } from "../drawing/flowchart.js";
import { chosenId } from "../drawing/focusable_parts.js";
import { swap } from "../drawing/glide.js";
import { ownName, picture } from "../drawing/picture.js";
import { Selection } from "../drawing/selection.js";
import { engineOf, hear, NO_ENGINE } from "../hosts/models.js";
import { tools } from "./drawing_tools.js";
import { button, make, whenSized } from "./elements.js";
import { Interaction } from "./pointer_and_keys.js";

const KEPT = 160; // drawings of paths
const REST = 250; // milliseconds without a change, after which it is said what is new

export class DrawingView {
  /**
   * @param {any} model holds `view`, `selected` and the first `drawing`
   * @param {HTMLElement} el
   * @param {import("../core/guide").Guide} guide
   * @param {number[]} codes
   * @param {{rested?: () => void, answer?: (place: number, code: number) => void}} acts what is done when nothing
   *   has changed for a moment (paths are laid out ahead then), and when an answer in the drawing is chosen
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
    this.said = this.pathway; // of what news were told last
    this.idle = 0;
    this.changedIds = [];
    /** @type {Pathway | null} */
    this.other = null;
    this.signs = {};
    this.drawings = new Map(); // the last drawings, by view and facts
    this.build();
    this.begin();
  }

  build() {
    this.drawing = make("div.pp-drawing");
    this.stage = make("div.pp-stage", this.drawing);
    this.aside = make("aside.pp-card", { "aria-label": "About what was chosen" });
    this.news = make("div.pp-said", { role: "status", "aria-live": "polite" });
    this.outline = make("pre.pp-outline", { tabindex: 0 });
    this.tip = make("div.pp-tip", { "aria-hidden": "true" });
    this.changed = make("p.pp-changed");
    this.missing = make("p.pp-waits", { role: "status" });
    this.lines = make("div.pp-lines");
    const legend = Object.values(this.guide.statuses).map(({ symbol, word, meaning }) =>
      make("li", { title: meaning }, `${symbol} ${word}`),
    );
    const inferred = make("li", `\u2020 ${this.pathway.said("our_inference")}`);
    this.legend = make("ul.pp-legend", ...legend, inferred);
    this.top = make("div.pp-top", tools(this));
    this.text = make("details.pp-text", make("summary", "The drawing as text"), this.outline);
    this.root = make(
      "div.pp-flow",
      this.missing,
      this.top,
      make("div.pp-side", this.stage, this.aside),
      this.changed,
      this.lines,
      make("div.pp-source", make("p", this.guide.footer), this.legend),
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
    on("change:view", () => {
      this.draw();
      this.inLines();
      this.begins();
    });
    on("change:selected", () => this.interaction.select());
    const first = this.model.get("drawing");
    if (first?.svg) this.keep(`path  ${first.codes}`, this.parsed(first.svg));
    whenSized(this.el, () => this.sized(), this.ends.signal);
    this.draw();
    this.follow();
    engineOf(this.model).then((layout) => {
      if (this.ends.signal.aborted) return;
      this.layout = layout;
      this.draw();
    });
  }

  remove() {
    for (const timer of [this.later, this.rest, this.interaction.later]) clearTimeout(timer);
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
    this.inLines();
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
    this.begins();
    if (!this.acts.rested) return;
    this.acts.rested();
    this.ahead();
  }

  /** What is not in the drawing: who runs at every stage, is not named, or is advised against; each name leads to its card. */
  inLines() {
    const selection = new Selection(this.pathway, this.onMap());
    this.isOverview = selection.isOverview;
    this.lines.replaceChildren(
      ...selection.lines.map((line) => {
        const names = line.groups.flatMap((group) => [
          ...group.map((id) => button(selection.named(line, id), () => this.interaction.choose(id))),
          make("small", selection.reason(line, group)),
        ]);
        return make(
          "p",
          make("span", this.pathway.said(line.words)),
          ...names.flatMap((each) => [" ", each]),
        );
      }),
    );
  }

  /** The names of the groups that have changed are underlined. */
  underline() {
    for (const node of this.svg?.querySelectorAll("g.node") ?? []) {
      node.classList.toggle("pp-new", this.changedIds.includes(chosenId(node)));
    }
  }

  /** Where nothing is offered yet: the question to begin with. */
  begins() {
    const [first] = this.isOverview ? settles(this.pathway).facts : [];
    const id = first && this.guide.factors[first.place].id;
    for (const node of this.svg?.querySelectorAll("g.decision") ?? []) {
      node.classList.toggle("pp-start", chosenId(node) === id);
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

  draw() {
    const drawn = this.drawn(this.pathway);
    const missing = !drawn && this.layout === null;
    this.missing.textContent = missing ? NO_ENGINE : "";
    if (missing) this.text.open = true;
    this.narrow = Boolean(drawn?.isColumn);
    this.root.classList.toggle("pp-narrow", this.narrow);
    if (drawn) this.mount(drawn);
    else if (missing) this.drawing.replaceChildren(); // the last drawing shows another profile
  }

  /** A drawing: one that was kept, or a new one; null where there is nothing to draw it with. @param {Pathway} pathway */
  drawn(pathway) {
    const everything = this.onMap();
    const { other } = this;
    const key = (/** @type {string} */ view) => `${view} ${other?.codes ?? ""}`;
    const view = everything ? "map" : "path";
    const wide = this.laidOut(key(view), pathway, () => dot(pathway, { everything, other }));
    if (everything || this.paper || !wide?.viewBox || !this.isSmall(wide)) return wide;
    const narrow = this.laidOut(key("column"), pathway, () => column(pathway, other));
    if (narrow) narrow.isColumn = true;
    return narrow;
  }

  /** Whether type would be too small on a page as narrow as this. @param {any} svg */
  isSmall(svg) {
    const width = this.width ?? this.el.clientWidth;
    const { small } = this.guide.drawing.sizes;
    return width > 0 && width < NARROW && (small * width) / svg.viewBox.baseVal.width < LEAST;
  }

  /** @param {string} view @param {Pathway} pathway @param {() => string} source */
  laidOut(view, pathway, source) {
    const key = `${view} ${pathway.codes}`;
    const kept = this.drawings.get(key);
    if (kept) return this.keep(key, kept);
    if (!this.layout) return null;
    return this.keep(key, this.parsed(this.layout(source(), pathway.sentence, "")));
  }

  /** The drawing as a file has it, with what stands around it; null where there is nothing to draw it with. */
  file() {
    const source = dot(this.pathway, { everything: this.onMap(), framed: true });
    return this.layout
      ? picture(this.layout(source, this.pathway.sentence, this.pathway.outline()), ownName())
      : this.svg;
  }

  /** While nothing else is to be done: the drawings that one more choice can lead to. */
  ahead() {
    if (!this.layout) return;
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

  /** A drawing as an element, no larger than its type needs, and no smaller for a low window. @param {string} text */
  parsed(text) {
    const svg = picture(text, this.unique);
    if (!svg.viewBox) return svg;
    const { width, height } = svg.viewBox.baseVal;
    svg.style.setProperty("--pp-most", `${Math.round(MOST * width)}px`);
    svg.style.setProperty("--pp-low", `${Math.round(LOW * height)}px`);
    return svg;
  }
}

const NARROW = 900; // pixels: on a wider page a path is never drawn in one column
const LEAST = 11; // pixels of the smallest type of a path before it is
const [LOW, MOST] = [0.88, 1.35]; // how many times its own size a drawing has at least, for its height, and at most

/** Safari has no idle callbacks. */
const whenIdle = (act) => (globalThis.requestIdleCallback ?? setTimeout)(act);
