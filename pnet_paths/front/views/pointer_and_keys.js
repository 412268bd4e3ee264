// Mouse, keyboard and screen reader on the drawing: its parts get focus and names, are chosen, and explained by a card.

import { chosenId, goal, makeTouchable, pathOf, ring, rove } from "../drawing/focusable_parts.js";
import { answerAt, partName } from "../drawing/part_names.js";
import { sign } from "../drawing/signs.js";
import { listen } from "../elements/events.js";
import { openHelp } from "../elements/help.js";
import { keepPlainKeys } from "../hosts/jupyter_keys.js";
import { arrowCard } from "./card.js";
import { ChosenCard } from "./chosen_card.js";

const MOMENT = 200; // milliseconds
const FINGER = 26; // points

/** @typedef {import("../drawing/focusable_parts.js").Part} Part */
/** @typedef {{focused: boolean, id: string}} Held what is held of a drawing that goes: whether it has the focus, and which part */

export class Interaction {
  /** @param {import("./drawing_view.js").DrawingView} view */
  constructor(view) {
    this.view = view;
    /** What can be touched. @type {Part[]} */
    this.parts = [];
    /** The status that the pointer is on in the legend. @type {string | undefined} */
    this.lit = undefined;
    this.card = new ChosenCard(view, () => this.close());
    this.attend();
  }

  /** The part that Tab leads to. */
  get entrance() {
    return this.parts.find(({ tabIndex }) => tabIndex === 0);
  }

  /** What is held of a drawing that is about to go: which part, and whether it has the focus. @returns {Held} */
  held() {
    const focused = this.view.drawing.contains(document.activeElement);
    return { focused, id: chosenId(focused ? document.activeElement : this.entrance) };
  }

  /** Take up a new drawing. What is seen comes first; a moment later it can be touched. @param {Held} held */
  take(held) {
    clearTimeout(this.later);
    if (this.view.svg) this.later = setTimeout(() => this.reach(held), 0);
  }

  /** @param {Held} held */
  reach(held) {
    const { narrow, svg } = this.view;
    if (!svg) return;
    if (!svg.getBBox().width) {
      // out of sight, nothing has a size
      this.later = setTimeout(() => this.reach(held), MOMENT);
      return;
    }
    this.parts = makeTouchable(svg, held.id, narrow ? FINGER : 0);
    this.label();
    this.differ();
    this.shine();
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
      if (answer) part.setAttribute("aria-pressed", `${answer.label === answer.decision.answer}`);
    }
  }

  attend() {
    const { drawing, ends, root } = this.view;
    const { signal } = ends;
    listen(drawing, "click", { signal }, (event) => this.choose(chosenId(partAt(event)), partAt(event)));
    listen(drawing, "keydown", { signal }, (event) => this.key(event, partAt(event)));
    listen(drawing, "focusin", { signal }, (event) => this.focused(partAt(event)));
    listen(drawing, "focusout", { signal }, () => this.focused(null));
    // A page that changes under a mouse at rest asks for nothing.
    let [x, y] = [NaN, NaN];
    listen(drawing, "pointerover", { signal }, (event) => {
      if (event.screenX !== x || event.screenY !== y) this.hint(partAt(event));
      [x, y] = [event.screenX, event.screenY];
    });
    listen(window, "pointermove", { capture: true, signal }, (event) => {
      [x, y] = [event.screenX, event.screenY];
    });
    listen(drawing, "pointerleave", { signal }, () => this.hint(null));
    this.light();
    const leave = (/** @type {KeyboardEvent} */ event) => {
      // An open explanation closes first, by itself.
      const explained = openHelp(/** @type {Element} */ (event.currentTarget));
      if (event.key !== "Escape" || event.defaultPrevented || explained) return;
      if (!this.view.model.get("selected")) return;
      event.preventDefault();
      this.close();
    };
    // The card may stand elsewhere.
    for (const place of [root, this.view.aside]) listen(place, "keydown", { signal }, leave);
    keepPlainKeys(root, signal);
  }

  /** @param {KeyboardEvent} event @param {Part | null} element */
  key(event, element) {
    if (!element || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = goal(this.parts, element, event.key);
    const isChosen = event.key === "Enter" || event.key === " ";
    if (next || isChosen) event.preventDefault();
    if (next) rove(this.parts, next).focus();
    else if (isChosen) this.choose(chosenId(element), element);
  }

  /** A part has the focus, or none. @param {Part | null} part */
  focused(part) {
    if (this.view.svg) ring(this.view.svg, part, "pp-focus");
    if (part) this.view.zoom.reveal(part);
    this.hint(part);
  }

  /** On an arrow: its conditions, beside it. @param {Part | null} element */
  hint(element) {
    const { cards, root, tip } = this.view;
    const arrow = this.view.blank ? null : arrowCard(cards, chosenId(element));
    tip.hidden = !arrow;
    if (!arrow || !element) return;
    tip.textContent = arrow.tip;
    const [at, page] = [middle(element), root.getBoundingClientRect()];
    const [wide, high] = [tip.offsetWidth, tip.offsetHeight];
    const below = at.y + 10 + high < innerHeight ? at.y + 10 : at.y - 10 - high;
    tip.style.top = `${below - page.top + root.scrollTop}px`;
    tip.style.left = `${Math.max(4, Math.min(at.x + 10 - page.left, page.width - wide - 4))}px`;
  }

  /** @param {string} id @param {Part | null} [element] */
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
    const chosen = this.view.parts.find((part) => id && chosenId(part) === id);
    if (svg) ring(svg, chosen, "pp-chosen");
    this.card.show();
  }

  /** Mark what has a sign. */
  differ() {
    const { pathway, signs, svg } = this.view;
    if (svg) sign(svg, this.parts, pathway, signs);
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
  light() {
    const { ends, guide, legend } = this.view;
    const { signal } = ends;
    for (const [i, status] of Object.keys(guide.statuses).entries()) {
      const light = (/** @type {string | undefined} */ lit) => {
        this.lit = lit;
        this.shine();
      };
      listen(legend.children[i], "pointerenter", { signal }, () => light(status));
      listen(legend.children[i], "pointerleave", { signal }, () => light(undefined));
    }
  }

  /** What has the status in the light stands out, also in a drawing that has come since. */
  shine() {
    const { drawing, pathway } = this.view;
    const has = (/** @type {string} */ id) => pathway.isTreatment(id) && pathway.status(id) === this.lit;
    drawing.toggleAttribute("data-light", Boolean(this.lit));
    for (const part of this.parts) part.classList.toggle("pp-lit", Boolean(this.lit) && has(chosenId(part)));
  }
}

/** The part of the drawing at which something happens. @param {Event} event */
const partAt = ({ target }) =>
  target instanceof Element ? /** @type {Part | null} */ (target.closest("[tabindex][data-part]")) : null;

/** The middle of an arrow, in pixels of the window. @param {Part} edge */
function middle(edge) {
  const line = pathOf(edge);
  const middle = line.getPointAtLength(line.getTotalLength() / 2);
  return middle.matrixTransform(line.getScreenCTM() ?? undefined);
}
