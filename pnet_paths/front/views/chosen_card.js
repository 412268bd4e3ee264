// The card of what was chosen in a drawing, beside it.
import { explanation, note } from "../core/card_notes.js";
import { evidenceBehind } from "../core/evidence.js";
import { chosenId } from "../drawing/focusable_parts.js";
import { button } from "../elements/buttons.js";
import { make } from "../elements/elements.js";
import { arrowCard, card } from "./card.js";

export class ChosenCard {
  /** @param {import("./drawing_view.js").DrawingView} view @param {() => void} close */
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
    const isKnown = id && (pathway.isTreatment(id) || pathway.decisions.has(id) || arrowCard(cards, id));
    root.classList.toggle("pp-open", Boolean(isKnown));
    if (isKnown) this.tell(id);
    else aside.replaceChildren();
    if (!isKnown) this.told = { id: "", same: "" };
    if (isKnown && this.isWanted) {
      this.close.focus({ preventScroll: true });
      this.close.scrollIntoView({ block: "nearest" });
      const part = this.view.parts.find((each) => chosenId(each) === id);
      if (part) uncover(part, aside);
    }
    this.isWanted = false;
  }

  /** @param {string} id */
  tell(id) {
    const { aside, guide, pathway, unique } = this.view;
    const told = pathway.isTreatment(id) ? toldOf(pathway, id) : null;
    const decision = pathway.decisions.get(id);
    const same = JSON.stringify([told, decision]);
    const isOpen = this.told.id === id;
    if (isOpen && this.told.same === same) return;
    this.told = { id, same };
    const opened = new Set(isOpen ? parts(aside).flatMap(([name, { open }]) => (open ? [name] : [])) : []);
    const hadFocus = aside.contains(document.activeElement);
    aside.className = told ? `pp-card pp-${told.status}` : "pp-card";
    aside.replaceChildren(this.close, make("div", card(guide, id, told, decision, unique)));
    for (const [name, each] of parts(aside)) each.open = opened.has(name);
    if (hadFocus) this.close.focus({ preventScroll: true });
  }
}

/** The parts of a card that open, each by its name, or by its place where it has none. @param {Element} aside @returns {[string, HTMLDetailsElement][]} */
const parts = (aside) =>
  [...aside.querySelectorAll("details")].map((each, i) => [each.dataset.name ?? String(i), each]);

/** What is told of a treatment. @param {import("../core/pathway.js").Pathway} pathway @param {string} id @returns {import("./card.js").Told} */
function toldOf(pathway, id) {
  const { status, inferred } = pathway.verdict(id);
  const look = pathway.guide.statuses[status];
  return {
    status,
    look,
    inferred,
    note: note(pathway, id),
    reasons: explanation(pathway, id),
    evidence: evidenceBehind(pathway, id),
  };
}

/** Bring a part into sight: above its card, where that is a sheet at the window's foot. @param {Element} part @param {Element} card */
function uncover(part, card) {
  const [box, sheet] = [part.getBoundingClientRect(), card.getBoundingClientRect()];
  const below = box.left < sheet.right && sheet.left < box.right;
  const covered = box.bottom > sheet.top || box.top < 0;
  if (!below || covered) part.scrollIntoView({ block: below ? "start" : "nearest" });
}
