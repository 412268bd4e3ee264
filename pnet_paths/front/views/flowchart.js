// The living drawing. It meets its host only through `render({ model, el })` and the model's get,
// set, on, off and save_changes, so the same module runs in a notebook and in a plain page.

import { evaluate, sentence, UNKNOWN } from "../core/evaluate.js";
import { savePng, saveSvg, zoomable } from "../drawing/closer_look.js";
import { swap } from "../drawing/move.js";
import { entitle, paint } from "../drawing/paint.js";
import { ownName, picture } from "../drawing/picture.js";
import { fullScreen } from "../hosts/full_screen.js";
import { make } from "./card.js";
import { Interaction } from "./interaction.js";

const PATIENCE = 400; // milliseconds that an answer to an older question waits for a newer one
const KEPT = 160; // drawings, those made ahead among them

/** @param {{model: object, el: HTMLElement}} host */
async function render({ model, el }) {
  const view = new View(model, el);
  await view.listen();
  view.show();
  return () => view.remove();
}

class View {
  constructor(model, el) {
    this.model = model;
    this.el = el;
    this.unique = ownName();
    this.ends = new AbortController();
    this.guide = model.get("guide");
    this.looks = model.get("looks");
    this.cards = model.get("cards");
    this.codes = model.get("codes");
    this.drawings = new Map(); // the last paths drawn, by the facts they are for
    this.build();
  }

  build() {
    this.drawing = make("div", { class: "pp-drawing" });
    this.stage = make("div", { class: "pp-stage" }, this.drawing);
    this.aside = make("aside", { class: "pp-card", "aria-label": "About what was chosen" });
    this.said = make("div", { class: "pp-said", role: "status", "aria-live": "polite" });
    this.outline = make("pre", { class: "pp-outline", tabindex: 0 });
    this.tip = make("div", { class: "pp-tip", "aria-hidden": "true" });
    this.next = make("div", { class: "pp-next" });
    this.root = make(
      "div",
      { class: "pp-flow" },
      make("div", { class: "pp-top" }, this.next, this.tools()),
      make("div", { class: "pp-side" }, this.stage, this.aside),
      this.tip,
      this.said,
      make("details", { class: "pp-text" }, make("summary", {}, "The drawing as text"), this.outline),
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

  async listen() {
    const changes = {
      drawing: () => this.answered(),
      view: () => this.show(),
      selected: () => this.interaction.select(),
      notes: () => this.interaction.name(),
      explanation: () => this.interaction.select(),
      signs: () => this.interaction.differ(),
      next: () => this.findOut(),
      said: () => {
        this.said.textContent = this.model.get("said");
      },
      outline: () => {
        this.outline.textContent = this.model.get("outline");
      },
    };
    for (const [name, act] of Object.entries(changes)) this.on(this.model, `change:${name}`, act);
    this.on(this.model, "msg:custom", ({ codes }, [packed]) => this.ahead(codes, packed));
    changes.outline();
    changes.next();
    const controls = await this.controls();
    if (!controls) this.on(this.model, "change:codes", () => this.ask(this.model.get("codes")));
    const read = () => this.ask(controls.map((control) => (control.get("index") ?? 0) + UNKNOWN));
    for (const control of controls ?? []) this.on(control, "change:index", read);
  }

  /** The controls' own models, where there is a manager that knows them. */
  async controls() {
    const manager = this.model.widget_manager;
    const ids = this.model.get("controls");
    if (!manager || !ids.length) return null;
    return Promise.all(ids.map((id) => manager.get_model(id.replace("IPY_MODEL_", ""))));
  }

  on(model, event, act) {
    model.on(event, act);
    this.ends.signal.addEventListener("abort", () => model.off(event, act));
  }

  remove() {
    for (const timer of [this.late, this.naming, this.interaction.later, this.interaction.waiting])
      clearTimeout(timer);
    cancelAnimationFrame(this.titling);
    this.ends.abort();
  }

  /** What to find out next: facts that settle most, each a way to its control. */
  findOut() {
    this.next.hidden = !this.model.get("controls").length; // nobody could tell what was found out
    const { facts = [], open } = this.model.get("next") ?? {};
    const button = ({ factor, label, count, told }) => {
      const made = make("button", { type: "button", title: told }, label);
      made.addEventListener("click", () => this.jump(factor), { signal: this.ends.signal });
      return make("span", {}, made, ` settles ${count}`);
    };
    this.next.replaceChildren(
      ...(facts.length
        ? [make("b", {}, `What to find out next (${open} open):`), ...facts.map(button)]
        : [make("span", {}, open ? "Only several facts together settle more." : "Nothing is open.")]),
    );
  }

  jump(factor) {
    const side = this.el.closest(".pp-half") ?? this.whole();
    const select = side.querySelector(`.pp-for-${factor} select`);
    if (!select) return;
    if (document.fullscreenElement) this.whole().classList.add("pp-facts");
    select.focus();
    select.scrollIntoView({ block: "nearest" });
  }

  // -- what is drawn --------------------------------------------------------------------------

  /** Other facts are known: the map answers at once, the path when the kernel does. */
  ask(codes) {
    if (codes.every((code, i) => code === this.codes[i])) return;
    const result = evaluate(this.guide, codes);
    if (!result) return;
    this.codes = codes;
    if (this.model.get("view") === "map") return this.paint(result);
    const drawn = this.drawings.get(`${codes}`);
    if (drawn)
      this.mount(drawn); // seen before: no need to wait for the kernel
    else this.answered();
    return undefined;
  }

  answered() {
    clearTimeout(this.late);
    if (this.model.get("view") !== "path") return;
    const { svg, codes } = this.model.get("drawing");
    this.keep(`${codes}`, svg);
    if (`${codes}` === `${this.codes}`) this.mount(svg);
    else this.late = setTimeout(() => this.mount(svg), PATIENCE);
  }

  /** What one more choice can lead to was drawn ahead. */
  async ahead(codes, packed) {
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate"));
    this.keep(`${codes}`, await new Response(stream).text());
  }

  keep(key, svg) {
    this.drawings.delete(key);
    this.drawings.set(key, svg);
    if (this.drawings.size > KEPT) this.drawings.delete(this.drawings.keys().next().value);
  }

  show() {
    clearTimeout(this.late);
    if (this.model.get("view") === "map") {
      this.mount(this.model.get("map"));
      this.paint(evaluate(this.guide, this.codes));
    } else this.mount(this.model.get("drawing").svg);
  }

  mount(text) {
    if (text === this.shown) return;
    this.shown = text;
    const held = this.interaction.held();
    this.svg = this.parsed(text);
    swap(this.drawing, this.svg, matchMedia("(prefers-reduced-motion: reduce)").matches);
    this.result = evaluate(this.guide, this.codes);
    this.interaction.take(held);
  }

  parsed(text) {
    const svg = picture(text, this.unique);
    if (!svg.viewBox) return svg;
    const share = Math.min(1, svg.viewBox.baseVal.width / this.looks.fullWidth);
    svg.style.setProperty("--pp-share", `${(100 * share).toFixed(1)}%`);
    return svg;
  }

  paint(result) {
    if (!this.svg.viewBox) return; // no drawing, but the reason why there is none
    paint(this.svg, this.looks, result);
    this.result = result;
    clearTimeout(this.naming);
    cancelAnimationFrame(this.titling);
    this.titling = requestAnimationFrame(() => {
      // still before anything is seen
      if (this.svg.parts) entitle(this.svg, this.looks, sentence(this.guide, this.codes));
    });
    this.naming = setTimeout(() => this.interaction.name(), 0);
  }
}

export default { render };
