// Mouse, keyboard and screen reader on the drawing: its parts get focus and names, are chosen, and explained by a card.

import { chosenId, goal, makeTouchable, ring, rove, touchable } from "../drawing/focusable_parts.js";
import { answerAt, partName } from "../drawing/part_names.js";
import { sign } from "../drawing/signs.js";
import { listen } from "../elements/events.js";
import { openHelp } from "../elements/help.js";
import { keepPlainKeys } from "../hosts/jupyter_keys.js";
import { arrowCard } from "./card.js";
import { ChosenCard } from "./chosen_card.js";

const MOMENT = 200; // milliseconds
const FINGER = 26; // points

export class Interaction {
  constructor(view) {
    this.view = view;
    /** What can be touched. @type {any[]} */
    this.parts = [];
    this.card = new ChosenCard(view, () => this.close());
    this.attend();
  }

  /** The part that Tab leads to. */
  get entrance() {
    return this.parts.find(({ tabIndex }) => tabIndex === 0);
  }

  /** What is held of a drawing that is about to go: which part, and whether it has the focus. */
  held() {
    const focused = this.view.drawing.contains(document.activeElement);
    return { focused, id: chosenId(focused ? document.activeElement : this.entrance) };
  }

  /** Take up a new drawing. What is seen comes first; a moment later it can be touched. */
  take(held) {
    clearTimeout(this.later);
    if (this.view.svg.viewBox) this.later = setTimeout(() => this.reach(held), 0);
  }

  reach(held) {
    const { narrow, svg } = this.view;
    if (!svg.getBBox().width) {
      // out of sight, nothing has a size
      this.later = setTimeout(() => this.reach(held), MOMENT);
      return;
    }
    this.parts = makeTouchable(svg, held.id, narrow ? FINGER : 0);
    this.label();
    this.differ();
    if (held.focused) this.entrance?.focus({ preventScroll: true });
    this.select();
  }

  /** Put the focus into the drawing. */
  enter() {
    this.entrance?.focus();
  }

  /** Names for screen readers follow the statuses; an open card does too. */
  name() {
    this.label();
    this.select();
  }

  /** Names, and which answers hold. */
  label() {
    const { blank, pathway } = this.view;
    for (const part of this.parts) {
      const id = chosenId(part);
      const answer = answerAt(pathway, id);
      part.setAttribute("aria-label", partName(pathway, id, blank));
      if (answer) part.setAttribute("aria-pressed", answer.label === answer.decision.answer);
    }
  }

  attend() {
    const { drawing, ends, root } = this.view;
    const { signal } = ends;
    const on = (target, event, act) => listen(target, event, { signal }, act);
    const part = (event) => event.target.closest?.("[tabindex][data-part]");
    on(drawing, "click", (event) => this.choose(chosenId(part(event)), part(event)));
    on(drawing, "keydown", (event) => this.key(event, part(event)));
    on(drawing, "focusin", (event) => this.focused(part(event)));
    on(drawing, "focusout", () => this.focused(null));
    // A page that changes under a mouse at rest asks for nothing.
    let [x, y] = [NaN, NaN];
    on(drawing, "pointerover", (event) => {
      if (event.screenX !== x || event.screenY !== y) this.hint(part(event));
      [x, y] = [event.screenX, event.screenY];
    });
    listen(window, "pointermove", { capture: true, signal }, (event) => {
      [x, y] = [event.screenX, event.screenY];
    });
    on(drawing, "pointerleave", () => this.hint(null));
    this.light(on);
    const leave = (/** @type {any} */ event) => {
      // An open explanation closes first, by itself.
      const explained = openHelp(event.currentTarget);
      if (event.key !== "Escape" || event.defaultPrevented || explained) return;
      if (!this.view.model.get("selected")) return;
      event.preventDefault();
      this.close();
    };
    // The card may stand elsewhere.
    for (const place of [root, this.view.aside]) on(place, "keydown", leave);
    keepPlainKeys(root, signal);
  }

  key(event, element) {
    if (!element || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = goal(this.parts, element, event.key);
    const isChosen = event.key === "Enter" || event.key === " ";
    if (next || isChosen) event.preventDefault();
    if (next) rove(this.parts, next).focus();
    else if (isChosen) this.choose(chosenId(element), element);
  }

  /** A part has the focus, or none. */
  focused(part) {
    ring(this.view.svg, part, "pp-focus");
    if (part) this.view.zoom.reveal(part);
    this.hint(part);
  }

  /** On an arrow: its conditions, beside it. */
  hint(element) {
    const { cards, root, tip } = this.view;
    const arrow = !this.view.blank && arrowCard(cards, chosenId(element));
    tip.hidden = !arrow;
    if (!arrow) return;
    tip.textContent = arrow.tip;
    const [at, page] = [middle(element), root.getBoundingClientRect()];
    const [wide, high] = [tip.offsetWidth, tip.offsetHeight];
    const below = at.y + 10 + high < innerHeight ? at.y + 10 : at.y - 10 - high;
    tip.style.top = `${below - page.top + root.scrollTop}px`;
    tip.style.left = `${Math.max(4, Math.min(at.x + 10 - page.left, page.width - wide - 4))}px`;
  }

  choose(id, element) {
    const { acts, model, pathway } = this.view;
    if (!id || acts.choose?.(id)) return;
    const answer = answerAt(pathway, id);
    if (answer && acts.answer) {
      acts.answer(answer.decision.place, answer.code);
      return;
    }
    if (element) rove(this.parts, element);
    this.card.isWanted = true;
    model.set("selected", answer ? answer.decision.id : id);
    model.save_changes();
    this.select();
  }

  /** Show the card of what is chosen, and which part that is. */
  select() {
    const { model, svg } = this.view;
    const id = model.get("selected");
    if (svg?.viewBox)
      ring(
        svg,
        touchable(svg).find((part) => id && chosenId(part) === id),
        "pp-chosen",
      );
    this.card.show();
  }

  /** Mark what has a sign. */
  differ() {
    const { pathway, signs, svg } = this.view;
    if (svg?.viewBox) sign(svg, this.parts, pathway, signs);
  }

  close() {
    const { model } = this.view;
    const element = this.parts.find((part) => chosenId(part) === model.get("selected"));
    model.set("selected", "");
    model.save_changes();
    this.select();
    if (element) rove(this.parts, element).focus();
  }

  /** A pointer on a status in the legend lights what has it. */
  light(on) {
    const { drawing, guide, legend } = this.view;
    for (const [i, status] of Object.keys(guide.statuses).entries()) {
      const lit = (isLit) => {
        const { pathway } = this.view;
        const has = (id) => pathway.treatment(id) && pathway.status(id) === status;
        drawing.toggleAttribute("data-light", isLit);
        for (const part of this.parts) part.classList.toggle("pp-lit", Boolean(isLit && has(chosenId(part))));
      };
      on(legend.children[i], "pointerenter", () => lit(true));
      on(legend.children[i], "pointerleave", () => lit(false));
    }
  }
}

/** The middle of an arrow, in pixels of the window. @param {any} edge */
function middle(edge) {
  const line = edge.querySelector("path:not(.pp-hit)");
  return line.getPointAtLength(line.getTotalLength() / 2).matrixTransform(line.getScreenCTM());
}
