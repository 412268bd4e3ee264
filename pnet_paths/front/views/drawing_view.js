// The living drawing of a guide's pathways, with its card, its tools and the same in words. It knows its
// host only by a model's get, set, on, off and save_changes, so it runs in a notebook, in a plain page
// and inside other views alike. All that is seen follows from the guide's document and the facts.

import { UNKNOWN } from "../core/diagrams.js";
import { nextFacts } from "../core/notes.js";
import { Pathway } from "../core/pathway.js";
import { changedStatuses } from "../core/scenes.js";
import { savePng, saveSvg, zoomable } from "../drawing/closer_look.js";
import { dot } from "../drawing/dot.js";
import { swap } from "../drawing/move.js";
import { entitle, paint } from "../drawing/paint.js";
import { chosenId } from "../drawing/parts.js";
import { ownName, picture } from "../drawing/picture.js";
import { codesOf, setLists, showOn } from "../hosts/dropdowns.js";
import { fullScreen } from "../hosts/full_screen.js";
import { engineOf, hear, listens, NO_ENGINE } from "../hosts/models.js";
import { make } from "./card.js";
import { Interaction } from "./interaction.js";
import { words } from "./table.js";

const KEPT = 160; // drawings of paths
const SPOKEN = 3; // changes that are read aloud in full
const LATEST = 2000; // milliseconds in which Python follows a choice of all facts, where it listens
const REST = 250; // milliseconds without a change, after which it is said what is new

export class View {
  constructor(model, el, guide, lists) {
    this.model = model;
    this.el = el;
    this.guide = guide;
    this.lists = lists;
    this.unique = ownName();
    this.ends = new AbortController();
    this.looks = guide.looks;
    this.cards = guide.cards;
    this.pathway = new Pathway(guide, lists.length ? codesOf(lists) : model.get("codes"));
    if (!this.pathway.occurs) this.pathway = new Pathway(guide, model.get("codes"));
    this.said = this.pathway; // of what news were told last
    this.changedIds = [];
    this.map = null; // parsed when it is first wanted
    this.drawings = new Map(); // the last paths drawn, by the facts they are for
    this.build();
  }

  build() {
    this.drawing = make("div", { class: "pp-drawing" });
    this.stage = make("div", { class: "pp-stage" }, this.drawing);
    this.aside = make("aside", { class: "pp-card", "aria-label": "About what was chosen" });
    this.news = make("div", { class: "pp-said", role: "status", "aria-live": "polite" });
    this.outline = make("pre", { class: "pp-outline", tabindex: 0 });
    this.tip = make("div", { class: "pp-tip", "aria-hidden": "true" });
    this.next = make("div", { class: "pp-next" });
    this.notes = make("ul", { class: "pp-notes" });
    this.changed = make("p", { class: "pp-changed" });
    this.waits = make("p", { class: "pp-waits", role: "status" });
    this.missing = make("p", { class: "pp-waits", role: "status" });
    this.summary = make("div", { class: "pp-summary" });
    this.root = make(
      "div",
      { class: "pp-flow" },
      this.notes,
      this.waits,
      this.missing,
      make("div", { class: "pp-top" }, this.next, this.tools()),
      this.changed,
      make("div", { class: "pp-side" }, this.stage, this.aside),
      this.tip,
      this.news,
      make("details", { class: "pp-text" }, make("summary", {}, "The drawing as text"), this.outline),
      this.summary,
    );
    this.el.replaceChildren(this.root);
    this.zoom = zoomable(this.stage, this.drawing, this.ends.signal);
    this.interaction = new Interaction(this);
  }

  tools() {
    const button = (label, sign, act) => {
      const made = make("button", { type: "button", "aria-label": label, title: label }, sign);
      made.addEventListener("click", () => act(made), { signal: this.ends.signal });
      return made;
    };
    return make(
      "div",
      { class: "pp-tools", role: "toolbar", "aria-label": "Drawing" },
      button("Zoom in", "+", () => this.zoom.by(1.3)),
      button("Zoom out", "\u2212", () => this.zoom.by(1 / 1.3)),
      button("Fit", "Fit", () => this.zoom.fit()),
      button("Larger type", "A+", (made) => {
        made.setAttribute("aria-pressed", this.root.classList.toggle("pp-large"));
        this.stage.scrollLeft = (this.stage.scrollWidth - this.stage.clientWidth) / 2;
      }),
      button("Facts", "Facts", (made) => {
        // on a full screen they are out of sight until wanted
        made.setAttribute("aria-pressed", this.whole().classList.toggle("pp-facts"));
      }),
      button("Full screen", "Full screen", () => fullScreen(this.whole())),
      button("Save as SVG", "SVG", () => saveSvg(this.svg)),
      button("Save as PNG", "PNG", () => savePng(this.svg)),
    );
  }

  /** The explorer around the drawing, or the drawing where it stands alone. */
  whole() {
    return this.el.closest(".pnet-paths") ?? this.root;
  }

  // -- what the host says ---------------------------------------------------------------------

  begin() {
    const on = (model, event, act) => hear(model, event, act, this.ends.signal);
    on(this.model, "change:view", () => this.draw());
    on(this.model, "change:selected", () => this.interaction.select());
    on(this.model, "change:signs", () => this.interaction.differ());
    on(this.model, "change:words", () => this.inWords());
    for (const list of this.lists) {
      on(list, "change:index", (_, __, options) => this.chosen(list, Boolean(options?.updated_view)));
      on(list, "comm_live_update", () => this.wait());
    }
    if (!this.lists.length) on(this.model, "change:codes", () => this.ask(this.model.get("codes"), false));
    const first = this.model.get("drawing");
    if (first.svg) this.keep(`${first.codes}`, this.parsed(first.svg));
    this.draw();
    this.follow();
    engineOf(this.model).then((layout) => {
      if (this.ends.signal.aborted) return;
      this.layout = layout;
      if (this.model.get("view") === "path") this.draw();
    });
  }

  remove() {
    for (const timer of [this.later, this.rest, this.expiry, this.interaction.later]) clearTimeout(timer);
    cancelAnimationFrame(this.titling);
    globalThis.cancelIdleCallback?.(this.idle);
    this.ends.abort();
  }

  /** Where Python does not listen any more: what waits for it, and how to bring it back. */
  wait() {
    const words = this.lists.every(listens) ? "" : this.pathway.said("waits");
    if (this.waits.textContent !== words) this.waits.textContent = words;
  }

  /** Choose all facts at once. Python does the same, but may still be at an older choice. */
  take(codes) {
    clearTimeout(this.expiry);
    this.expected = codes;
    this.expiry = setTimeout(() => {
      this.expected = null;
      this.ask(codesOf(this.lists), false);
    }, LATEST);
    setLists(this.lists, codes);
  }

  /** A list shows another level. What Python says of a choice before the last one is put right. */
  chosen(list, byHand) {
    if (byHand) this.expected = null;
    const codes = codesOf(this.lists);
    const place = this.lists.indexOf(list);
    if (this.expected && codes[place] !== this.expected[place])
      list.set("index", this.expected[place] - UNKNOWN);
    else this.ask(codes, byHand);
  }

  /** Other facts are known: all that is seen follows. What cannot occur is refused where a reader chose it. */
  ask(codes, chosen) {
    if (codes.every((code, i) => code === this.pathway.codes[i])) return;
    const pathway = new Pathway(this.guide, codes);
    if (!pathway.occurs) {
      if (chosen) this.showLists();
      return;
    }
    this.pathway = pathway;
    this.changedIds = [];
    this.draw();
    clearTimeout(this.later);
    this.later = setTimeout(() => this.follow(), 0);
  }

  /** What may come a moment after the drawing: lists, words, names; then what is new. */
  follow() {
    if (this.lists.length) this.showLists();
    this.findOut();
    this.interaction.name();
    this.outline.textContent = this.pathway.outline();
    const description = this.svg?.querySelector("desc");
    if (description) description.textContent = this.outline.textContent;
    this.inWords();
    this.wait();
    clearTimeout(this.rest);
    this.rest = setTimeout(() => this.tell(), REST);
  }

  inWords() {
    this.summary.replaceChildren(...(this.model.get("words") ? words(this.pathway) : []));
  }

  /** What is new, and which facts can matter. */
  tell() {
    const before = this.said;
    this.said = this.pathway;
    const changed = this.pathway.changedSince(before);
    if (changed.length) {
      const parts = changedStatuses(before, this.pathway).map(
        ([status, labels]) => `${this.guide.statuses[status].word}: ${labels}`,
      );
      this.changed.replaceChildren(make("b", {}, "Changed (underlined): "), `${parts.join("; ")}.`);
      this.news.textContent = few(changed, this.pathway.news(before));
    } else this.changed.replaceChildren();
    this.changedIds = changed.map(({ id }) => id);
    this.underline();
    if (!this.lists.length) return;
    this.stepBack();
    this.ahead();
  }

  /** The controls of facts that can change nothing step back. */
  stepBack() {
    for (const [place, { id }] of this.guide.factors.entries()) {
      const quiet = !this.pathway.matters.has(place) && this.pathway.level(place) === UNKNOWN;
      for (const control of this.side().querySelectorAll(`.pp-control:has(.pp-for-${id})`)) {
        control.classList.toggle("pp-quiet", quiet);
        if (quiet) control.title = this.pathway.said("quiet");
        else control.removeAttribute("title");
      }
    }
  }

  /** The names of the groups that have changed are underlined. */
  underline() {
    for (const node of this.svg?.querySelectorAll("g.node") ?? []) {
      node.classList.toggle("pp-new", this.changedIds.includes(chosenId(node)));
    }
  }

  showLists() {
    const notes = showOn(this.lists, this.pathway);
    this.notes.replaceChildren(
      ...notes.map(({ question, words }) => make("li", {}, make("b", {}, question), ` ${words}`)),
    );
  }

  /** What to find out next: facts that settle most, each a way to its control. */
  findOut() {
    this.next.hidden = !this.lists.length; // nobody could tell what was found out
    if (this.next.hidden) return;
    const { facts, open } = nextFacts(this.pathway);
    const button = ({ factor, label, count, sentence }) => {
      const made = make("button", { type: "button", title: sentence, "aria-description": sentence }, label);
      made.addEventListener("click", () => this.jump(factor), { signal: this.ends.signal });
      return make("span", {}, made, ` settles ${count}`);
    };
    this.next.replaceChildren(
      ...(facts.length
        ? [make("b", {}, `What to find out next (${open} open):`), ...facts.map(button)]
        : [make("span", {}, open ? "Only several facts together settle more." : "Nothing is open.")]),
    );
  }

  /** What holds the controls of this drawing, and of no other. */
  side() {
    return this.el.closest(".pp-half") ?? this.whole();
  }

  jump(factor) {
    const select = this.side().querySelector(`.pp-for-${factor} select`);
    if (!select) return;
    if (document.fullscreenElement) this.whole().classList.add("pp-facts");
    select.focus();
    select.scrollIntoView({ block: "nearest" });
  }

  // -- what is drawn --------------------------------------------------------------------------

  draw() {
    const path = this.model.get("view") === "path";
    const drawn = path ? this.drawn(this.pathway) : null;
    const missing = path && !drawn && this.layout === null;
    this.missing.textContent = missing ? NO_ENGINE : "";
    if (drawn) this.mount(drawn);
    else if (!path || missing) {
      this.map ??= this.parsed(this.guide.map);
      this.mount(this.map);
      this.paint();
    } // else the engine is on its way
  }

  /** The drawing of a path: one that was kept, or a new one; null where there is nothing to draw it with. */
  drawn(pathway) {
    const key = `${pathway.codes}`;
    const kept = this.drawings.get(key);
    if (kept) return this.keep(key, kept);
    if (!this.layout) return null;
    return this.keep(key, this.parsed(this.layout(dot(pathway), pathway.sentence, "")));
  }

  /** While nothing else is to be done: the paths that one more choice can lead to. */
  ahead() {
    if (!this.layout || this.model.get("view") !== "path") return;
    const { codes } = this.pathway;
    const near = codes.flatMap((code, place) =>
      [UNKNOWN, ...this.guide.factors[place].levels.keys()]
        .filter((level) => level !== code)
        .map((level) => codes.with(place, level)),
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
    this.result = this.pathway.answers();
    if (svg === this.svg) return;
    const held = this.interaction.held();
    this.svg = svg;
    swap(this.drawing, svg, matchMedia("(prefers-reduced-motion: reduce)").matches);
    this.interaction.take(held);
  }

  /** A drawing as an element, no larger than its type needs. */
  parsed(text) {
    const svg = picture(text, this.unique);
    if (!svg.viewBox) return svg;
    const share = Math.min(1, svg.viewBox.baseVal.width / this.looks.fullWidth);
    svg.style.setProperty("--pp-share", `${(100 * share).toFixed(1)}%`);
    return svg;
  }

  paint() {
    if (!this.svg.viewBox) return; // no drawing, but the reason why there is none
    paint(this.svg, this.looks, this.result);
    cancelAnimationFrame(this.titling);
    this.titling = requestAnimationFrame(() => {
      // still before anything is seen
      if (this.svg.parts) entitle(this.svg, this.looks, this.pathway.sentence);
    });
  }
}

/** What is read aloud of many changes: how many there are, and no more than the drawing shows at once. */
function few(changed, news) {
  if (changed.length <= SPOKEN) return news;
  return `${changed.length} groups have changed: ${changed.map(({ label }) => label).join(", ")}.`;
}

/** Safari has no idle callbacks. */
const whenIdle = (act) => (globalThis.requestIdleCallback ?? setTimeout)(act);
