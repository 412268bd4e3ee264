// The card of what was chosen in a drawing, beside it.
import { explanation, note } from "../core/card_notes.js";
import { evidenceBehind } from "../core/evidence.js";
import { chosenId, touchable } from "../drawing/focusable_parts.js";
import { button } from "../elements/buttons.js";
import { make } from "../elements/elements.js";
import { arrowCard, card } from "./card.js";

export class ChosenCard {
  /** @param {any} view of the drawing @param {() => void} close */
  constructor(view, close) {
    this.view = view;
    this.close = button("\u00d7", close, { class: "pp-close", "aria-label": "Close" });
    /** Whether a reader asked for it, and is to be led to it. */
    this.isWanted = false;
    this.told = { id: "", same: "" };
  }

  /** Show the card, or none where nothing is chosen. */
  show() {
    const { aside, cards, model, pathway, root } = this.view;
    const id = model.get("selected");
    const isKnown = id && (pathway.treatment(id) || pathway.decisions.has(id) || arrowCard(cards, id));
    root.classList.toggle("pp-open", Boolean(isKnown));
    if (isKnown) this.tell(id);
    else aside.replaceChildren();
    if (!isKnown) this.told = { id: "", same: "" };
    if (isKnown && this.isWanted) {
      this.close.focus({ preventScroll: true });
      this.close.scrollIntoView({ block: "nearest" });
      const part = touchable(this.view.svg).find((each) => chosenId(each) === id);
      if (part) uncover(part, aside);
    }
    this.isWanted = false;
  }

  /** @param {string} id */
  tell(id) {
    const { aside, guide, pathway, unique } = this.view;
    const { status, inferred } = pathway.treatment(id) ? pathway.verdict(id) : {};
    const told = {
      status,
      look: guide.statuses[status],
      inferred,
      note: status && note(pathway, id),
      decision: pathway.decisions.get(id),
      reasons: status && explanation(pathway, id),
      evidence: status && evidenceBehind(pathway, id),
    };
    const same = JSON.stringify(told);
    const isOpen = this.told.id === id;
    if (isOpen && this.told.same === same) return;
    this.told = { id, same };
    const opened = new Set(isOpen ? parts(aside).flatMap(([name, { open }]) => (open ? [name] : [])) : []);
    const hadFocus = aside.contains(document.activeElement);
    aside.className = status ? `pp-card pp-${status}` : "pp-card";
    aside.replaceChildren(this.close, make("div", card(guide, id, told, unique)));
    for (const [name, each] of parts(aside)) each.open = opened.has(name);
    if (hadFocus) this.close.focus({ preventScroll: true });
  }
}

/** The parts of a card that open, each by its name, or by its place where it has none. @param {any} aside @returns {[string, HTMLDetailsElement][]} */
const parts = (aside) =>
  [...aside.querySelectorAll("details")].map((each, i) => [each.dataset.name ?? String(i), each]);

/** Bring a part into sight: above its card, where that is a sheet at the window's foot. @param {Element} part @param {Element} card */
function uncover(part, card) {
  const [box, sheet] = [part.getBoundingClientRect(), card.getBoundingClientRect()];
  const below = box.left < sheet.right && sheet.left < box.right;
  const covered = box.bottom > sheet.top || box.top < 0;
  if (!below || covered) part.scrollIntoView({ block: below ? "start" : "nearest" });
}
