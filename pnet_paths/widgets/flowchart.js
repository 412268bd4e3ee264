// The living drawing. It meets its host only through `render({ model, el })` and the model's get,
// set, on, off and save_changes, so the same module runs in a notebook and in a plain page.
import { UNKNOWN, evaluate, sentence } from "./evaluate.js";
import { entitle, paint } from "./paint.js";
import { swap } from "./move.js";
import { chosenId, goal, makeTouchable, ring, rove, touchable } from "./touch.js";
import { card, make } from "./card.js";
import { savePng, saveSvg, zoomable } from "./zoom.js";

const PATIENCE = 400; // milliseconds that an answer to an older question waits for a newer one
const KEPT = 60;

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
    // Hosts load the module once for each widget, so that a counter would not tell them apart.
    this.unique = `pp-view-${Math.random().toString(36).slice(2, 10)}`;
    this.ends = new AbortController();
    this.guide = model.get("guide");
    this.looks = model.get("looks");
    this.about = model.get("about");
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
    this.root = make("div", { class: "pp-flow" },
      this.tools(), make("div", { class: "pp-side" }, this.stage, this.aside), this.tip, this.said,
      make("details", { class: "pp-text" }, make("summary", {}, "The drawing as text"), this.outline));
    this.el.replaceChildren(this.root);
    this.zoom = zoomable(this.stage, this.drawing, this.ends.signal);
    this.attend();
  }

  tools() {
    const button = (label, sign, act) => {
      const made = make("button", { type: "button", "aria-label": label, title: label }, sign);
      made.addEventListener("click", () => act(made), { signal: this.ends.signal });
      return made;
    };
    return make("div", { class: "pp-tools", role: "toolbar", "aria-label": "Drawing" },
      button("Zoom in", "+", () => this.zoom.by(1.3)),
      button("Zoom out", "\u2212", () => this.zoom.by(1 / 1.3)),
      button("Fit", "Fit", () => this.zoom.fit()),
      button("Larger type", "A+", (made) => {
        made.setAttribute("aria-pressed", this.root.classList.toggle("pp-large"));
      }),
      button("Full screen", "Full screen", () => this.fullScreen()),
      button("Save as SVG", "SVG", () => saveSvg(this.svg)),
      button("Save as PNG", "PNG", () => savePng(this.svg)));
  }

  fullScreen() {
    if (document.fullscreenElement) document.exitFullscreen();
    else this.root.requestFullscreen?.();
  }

  // -- what the host says ---------------------------------------------------------------------

  async listen() {
    const changes = {
      drawing: () => this.answered(),
      view: () => this.show(),
      selected: () => this.select(),
      notes: () => this.name(),
      said: () => { this.said.textContent = this.model.get("said"); },
      outline: () => { this.outline.textContent = this.model.get("outline"); },
    };
    for (const [name, act] of Object.entries(changes)) this.on(this.model, `change:${name}`, act);
    changes.outline();
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
    for (const timer of [this.late, this.touch, this.naming]) clearTimeout(timer);
    this.ends.abort();
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
    if (drawn) this.mount(drawn); // seen before: no need to wait for the kernel
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

  keep(key, svg) {
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
    const focused = this.drawing.contains(document.activeElement);
    const kept = chosenId(this.parts?.find((part) => part.tabIndex === 0));
    this.svg = this.parsed(text);
    swap(this.drawing, this.svg, matchMedia("(prefers-reduced-motion: reduce)").matches);
    this.result = evaluate(this.guide, this.codes);
    // What is seen comes first; a moment later it can be touched.
    clearTimeout(this.touch);
    if (this.svg.viewBox) this.touch = setTimeout(() => this.touchable(kept, focused), 0);
  }

  touchable(kept, focused) {
    this.parts = makeTouchable(this.svg, (id) => this.named(id), kept);
    this.stops = [...this.parts, ...this.legend()];
    if (focused) this.parts.find((part) => part.tabIndex === 0)?.focus({ preventScroll: true });
    this.select();
  }

  /** An SVG element whose ids are its own, also where the same drawing is shown twice. */
  parsed(text) {
    if (!text.startsWith("<svg")) return make("div", { role: "alert" }, text);
    const template = document.createElement("template");
    template.innerHTML = text;
    const svg = template.content.firstElementChild;
    for (const element of svg.querySelectorAll("[id]")) {
      element.dataset.part = element.id;
      element.id = `${this.unique}-${element.id}`;
    }
    for (const name of ["labelledby", "describedby"]) {
      svg.setAttribute(`aria-${name}`, `${this.unique}-${svg.getAttribute(`aria-${name}`)}`);
    }
    svg.setAttribute("role", "group");
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
    this.titling = requestAnimationFrame(() => { // still before anything is seen
      if (this.svg.parts) entitle(this.svg, this.looks, sentence(this.guide, this.codes));
    });
    this.naming = setTimeout(() => this.name(), 0);
  }

  /** Names for screen readers follow the statuses; an open card does too. */
  name() {
    for (const part of this.parts ?? []) part.setAttribute("aria-label", this.named(chosenId(part)));
    this.select();
  }

  named(id) {
    const { treatments, decisions, arrows } = this.about;
    if (treatments[id]) {
      const status = this.result.statuses[id];
      const line = this.note(id)?.line;
      return `${treatments[id].label}: ${this.looks.statuses[status].word}${line ? `, ${line}` : ""}`;
    }
    if (decisions[id]) {
      return `${decisions[id].question} ${this.result.decisions[id].level ?? "not known"}`;
    }
    return `${arrows[id].title}: ${arrows[id].steps.map((step) => step.label).join(" / ")}, ${
      this.looks.arrows[this.result.arrows[id]].word}`;
  }

  /** What Python says of a treatment, if it speaks of the facts that are shown. */
  note(id) {
    const { codes, lines } = this.model.get("notes");
    return `${codes}` === `${this.codes}` ? lines[id] : undefined;
  }

  // -- touch ----------------------------------------------------------------------------------

  attend() {
    const { signal } = this.ends;
    const part = (event) => event.target.closest?.("[tabindex][data-part]");
    this.drawing.addEventListener("click", (event) => {
      const element = part(event);
      if (element) this.choose(chosenId(element), element);
    }, { signal });
    this.drawing.addEventListener("keydown", (event) => this.key(event, part(event)), { signal });
    this.drawing.addEventListener("focusin", (event) => {
      ring(this.svg, part(event), "pp-focus");
      this.hint(part(event));
    }, { signal });
    this.drawing.addEventListener("focusout", () => {
      ring(this.svg, null, "pp-focus");
      this.hint(null);
    }, { signal });
    this.drawing.addEventListener("pointerover", (event) => this.hint(part(event)), { signal });
    this.drawing.addEventListener("pointerleave", () => this.hint(null), { signal });
    this.root.addEventListener("keydown", (event) => {
      // An open explanation closes first, by itself.
      const explained = this.root.querySelector(":popover-open");
      if (event.key === "Escape" && this.model.get("selected") && !explained) {
        event.preventDefault();
        this.close();
      }
    }, { signal });
    document.addEventListener("focusin", (event) => this.quietNotebook(event.target), { signal });
  }

  key(event, element) {
    if (!element || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = goal(this.stops, element, event.key);
    if (next) {
      event.preventDefault();
      rove(this.stops, next);
    } else if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      this.choose(chosenId(element), element);
    }
  }

  /** JupyterLab takes keys for commands unless what has the focus says that it wants them. */
  quietNotebook(target) {
    const output = this.root.closest(".jp-OutputArea-output") ?? this.root;
    if (output.contains(target)) target.setAttribute("data-lm-suppress-shortcuts", "true");
  }

  /** On an arrow: its condition. */
  hint(element) {
    const arrow = this.about.arrows[chosenId(element)];
    this.tip.textContent = arrow ? arrow.steps.map((step) => `${step.label}: ${step.when}`).join("; ") : "";
    this.tip.hidden = !arrow;
  }

  choose(id, element) {
    if (!id) return;
    if (element) for (const other of this.stops) other.tabIndex = other === element ? 0 : -1;
    this.model.set("selected", id);
    this.model.save_changes();
    this.select();
    this.aside.querySelector("button")?.focus({ preventScroll: true });
  }

  select() {
    const id = this.model.get("selected");
    const status = this.result?.statuses[id];
    const content = id && this.result ? card(this.about, id, {
      look: this.looks.statuses[status], note: this.note(id),
      decision: this.result.decisions[id],
    }, this.unique) : null;
    this.root.classList.toggle("pp-open", Boolean(content));
    this.mark();
    if (!content) return this.aside.replaceChildren();
    const hadFocus = this.aside.contains(document.activeElement);
    const close = make("button", { type: "button", class: "pp-close", "aria-label": "Close" }, "\u00d7");
    close.addEventListener("click", () => this.close());
    this.aside.replaceChildren(close, ...content);
    if (hadFocus) close.focus({ preventScroll: true });
    return undefined;
  }

  /** Show which part is chosen. */
  mark() {
    if (!this.svg?.viewBox) return;
    const id = this.model.get("selected");
    ring(this.svg, touchable(this.svg).find((part) => id && chosenId(part) === id), "pp-chosen");
  }

  close() {
    const id = this.model.get("selected");
    this.model.set("selected", "");
    this.model.save_changes();
    this.select();
    const element = this.parts.find((part) => chosenId(part) === id);
    if (element) rove(this.stops, element);
  }

  /** The legend's entries. Hover or focus on a status lights what has it. */
  legend() {
    const entries = [...this.svg.querySelectorAll("[data-part^=legend-]")];
    for (const entry of entries) {
      const status = entry.dataset.part.slice("legend-".length);
      const light = (on) => {
        if (on) this.drawing.dataset.light = status;
        else delete this.drawing.dataset.light;
        for (const part of this.parts) {
          const found = this.result.statuses[chosenId(part)] === status;
          part.classList.toggle("pp-lit", on && found);
        }
      };
      entry.setAttribute("tabindex", -1);
      entry.setAttribute("role", "img");
      entry.setAttribute("aria-label", this.looks.statuses[status].meaning);
      for (const [name, on] of [["pointerenter", 1], ["focus", 1], ["pointerleave", 0], ["blur", 0]]) {
        entry.addEventListener(name, () => light(Boolean(on)));
      }
    }
    return entries;
  }
}

export default { render };
