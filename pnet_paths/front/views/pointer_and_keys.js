// Mouse, keyboard and screen reader on the drawing: its parts get focus and names, are chosen, and explained by a card.

import { explanation, note } from "../core/card_notes.js";
import { capital } from "../core/sentences.js";
import { chosenId, goal, makeTouchable, marks, ring, rove, touchable } from "../drawing/focusable_parts.js";
import { keepPlainKeys } from "../hosts/jupyter_keys.js";
import { arrowCard, card } from "./card.js";
import { button, listen, make, openHelp } from "./elements.js";

const MOMENT = 200; // milliseconds
const FINGER = 26; // points

export class Interaction {
  constructor(view) {
    this.view = view;
    this.attend();
  }

  /** What is held of a drawing that is about to go: which part, and whether it has the focus. */
  held() {
    const focused = this.view.drawing.contains(document.activeElement);
    const part = focused ? document.activeElement : this.parts?.find(({ tabIndex }) => tabIndex === 0);
    return { focused, id: chosenId(part) };
  }

  /** Take up a new drawing. What is seen comes first; a moment later it can be touched. */
  take(held) {
    clearTimeout(this.later);
    if (this.view.svg.viewBox) this.later = setTimeout(() => this.reach(held), 0);
  }

  reach(held) {
    const { focused, id } = held;
    if (!this.view.svg.getBBox().width) {
      // out of sight, nothing has a size
      this.later = setTimeout(() => this.reach(held), MOMENT);
      return;
    }
    this.parts = makeTouchable(this.view.svg, (part) => this.named(part), id, this.view.narrow ? FINGER : 0);
    this.press();
    this.differ();
    if (focused) this.parts.find((part) => part.tabIndex === 0)?.focus({ preventScroll: true });
    this.select();
  }

  /** Which answers hold, for screen readers. */
  press() {
    for (const part of this.parts ?? []) {
      const asked = this.asked(chosenId(part));
      if (asked) part.setAttribute("aria-pressed", `${asked.level.label === asked.decision.answer}`);
    }
  }

  /** The question and the level that an answer in the drawing stands for. @param {string} id */
  asked(id) {
    const { guide, pathway } = this.view;
    const [kind, factor, levelId] = id.split("-");
    const decision = kind === "answer" && pathway.decisions.get(factor);
    if (!decision) return null;
    const { levels } = guide.factors[decision.place];
    const code = levels.findIndex((level) => level.id === levelId);
    return { decision, code, level: levels[code] };
  }

  /** Put the focus into the drawing. */
  enter() {
    this.parts?.find((part) => part.tabIndex === 0)?.focus();
  }

  /** Names for screen readers follow the statuses; an open card does too. */
  name() {
    for (const part of this.parts ?? []) part.setAttribute("aria-label", this.named(chosenId(part)));
    this.press();
    this.select();
  }

  named(id) {
    const {
      cards: { treatments, arrows },
      guide,
      pathway,
    } = this.view;
    const decision = pathway.decisions.get(id);
    const answer = this.asked(id);
    if (answer) return `${answer.decision.question} ${answer.level.label}`;
    if (pathway.treatment(id)) {
      const { status, line, marks, inferred } = pathway.verdict(id);
      const mark = inferred ? pathway.said("our_inference") : "";
      const parts = [guide.statuses[status].word, line, ...marks, mark];
      return `${treatments[id].label}: ${parts.filter(Boolean).join(", ")}`;
    }
    if (decision) return `${decision.question} ${decision.answer ?? pathway.said("not_known")}`;
    const labels = arrows[id].steps.map((step) => step.label).join(" / ");
    return `${arrows[id].title}: ${labels}, ${guide.looks.arrows[pathway.arrows.get(id).state].word}`;
  }

  attend() {
    const {
      drawing,
      root,
      ends: { signal },
    } = this.view;
    const part = (event) => event.target.closest?.("[tabindex][data-part]");
    listen(drawing, "click", { signal }, (event) => {
      const element = part(event);
      if (element) this.choose(chosenId(element), element);
    });
    listen(drawing, "keydown", { signal }, (event) => this.key(event, part(event)));
    listen(drawing, "focusin", { signal }, (event) => {
      ring(this.view.svg, part(event), "pp-focus");
      if (part(event)) this.view.zoom.reveal(part(event));
      this.hint(part(event));
    });
    listen(drawing, "focusout", { signal }, () => {
      ring(this.view.svg, null, "pp-focus");
      this.hint(null);
    });
    // A page that changes under a mouse at rest asks for nothing.
    let [x, y] = [NaN, NaN];
    listen(drawing, "pointerover", { signal }, (event) => {
      if (event.screenX !== x || event.screenY !== y) this.hint(part(event));
      [x, y] = [event.screenX, event.screenY];
    });
    listen(window, "pointermove", { capture: true, signal }, (event) => {
      [x, y] = [event.screenX, event.screenY];
    });
    listen(drawing, "pointerleave", { signal }, () => this.hint(null));
    this.light(signal);
    listen(root, "keydown", { signal }, (event) => {
      // An open explanation closes first, by itself.
      const explained = openHelp(root);
      if (event.key === "Escape" && this.view.model.get("selected") && !explained) {
        event.preventDefault();
        this.close();
      }
    });
    keepPlainKeys(root, signal);
  }

  key(event, element) {
    if (!element || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = goal(this.parts, element, event.key);
    if (next) {
      event.preventDefault();
      rove(this.parts, next);
    } else if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      this.choose(chosenId(element), element);
    }
  }

  /** On an arrow: its conditions, beside it. */
  hint(element) {
    const { cards, root, tip } = this.view;
    const arrow = arrowCard(cards, chosenId(element));
    tip.hidden = !arrow;
    if (!arrow) return;
    // "localized if the tumor is localized" would say itself twice.
    const step = ({ label, when }) =>
      when.endsWith(` ${label}`) ? capital(when) : `${label} ${when}`.trim();
    tip.textContent = arrow.steps.map(step).join("\n");
    const [at, page] = [middle(element), root.getBoundingClientRect()];
    const [wide, high] = [tip.offsetWidth, tip.offsetHeight];
    const below = at.y + 10 + high < innerHeight ? at.y + 10 : at.y - 10 - high;
    tip.style.top = `${below - page.top + root.scrollTop}px`;
    tip.style.left = `${Math.max(4, Math.min(at.x + 10 - page.left, page.width - wide - 4))}px`;
  }

  choose(id, element) {
    if (!id) return;
    const answer = this.asked(id);
    if (answer && this.view.acts.answer) {
      this.view.acts.answer(answer.decision.place, answer.code);
      return;
    }
    if (answer) id = answer.decision.id;
    if (element) for (const other of this.parts) other.tabIndex = other === element ? 0 : -1;
    this.view.model.set("selected", id);
    this.view.model.save_changes();
    this.going = true;
    this.select();
  }

  /** Show the card of what is chosen. */
  select() {
    const { cards, aside, model, pathway, root } = this.view;
    const id = model.get("selected");
    const known = id && (pathway.treatment(id) || pathway.decisions.has(id) || arrowCard(cards, id));
    root.classList.toggle("pp-open", Boolean(known));
    this.mark();
    if (known) return this.tell(id);
    this.told = null;
    this.going = false;
    return aside.replaceChildren();
  }

  tell(id) {
    const { aside, guide, pathway, unique } = this.view;
    const { status, inferred } = pathway.treatment(id) ? pathway.verdict(id) : {};
    const told = {
      look: guide.statuses[status],
      inferred,
      note: status && note(pathway, id),
      decision: pathway.decisions.get(id),
      reasons: status && explanation(pathway, id),
    };
    const same = JSON.stringify(told);
    if (this.told?.id === id && this.told.same === same) return this.go();
    const opened = this.told?.id === id ? [...aside.querySelectorAll("details")].map((d) => d.open) : [];
    const hadFocus = aside.contains(document.activeElement);
    this.told = { id, same };
    const close = button("\u00d7", () => this.close(), { class: "pp-close", "aria-label": "Close" });
    aside.replaceChildren(close, make("div", card(this.view.guide, id, told, unique)));
    aside.querySelectorAll("details").forEach((details, i) => {
      details.open = Boolean(opened[i]);
    });
    if (hadFocus) close.focus({ preventScroll: true });
    return this.go();
  }

  /** Go to the card that was asked for. */
  go() {
    if (!this.going) return;
    this.going = false;
    this.view.aside.querySelector("button")?.focus({ preventScroll: true });
    this.view.aside.scrollIntoView({ block: "nearest" }); // on a narrow page it is below
  }

  /** Mark what has a sign: what differs from another drawing, what was right and what not. */
  differ() {
    const { pathway, signs, svg } = this.view;
    if (!svg?.viewBox) return;
    const parts = this.parts ?? [];
    const drawn = new Set(parts.map(chosenId));
    /** What stands for a treatment: itself, or the group that is folded over it. */
    const shown = (id) => {
      const { memberOf } = pathway.treatment(id) ?? {};
      return drawn.has(id) || !memberOf ? id : shown(memberOf);
    };
    /** By place and sign, of whom it is: of the place itself, or of members in a folded group. */
    const seen = new Map();
    for (const [id, sign] of Object.entries(signs)) {
      const place = shown(id);
      const label = place === id ? "" : pathway.treatment(id).label;
      const here = seen.get(place) ?? {};
      seen.set(place, { ...here, [sign]: [...(here[sign] ?? []), label] });
    }
    // Where the group has a sign too, it speaks for its members; a long list would cover what stands beside it.
    const told = ([sign, labels]) => {
      if (labels.includes("")) return sign;
      const more = labels.length > 1 ? ` + ${labels.length - 1}` : "";
      return `${sign} ${labels[0]}${more}`;
    };
    const words = (part) =>
      Object.entries(seen.get(chosenId(part)) ?? {})
        .map(told)
        .join(", ");
    marks(
      svg,
      parts.map((part) => [part, words(part)]),
    );
  }

  /** Show which part is chosen. */
  mark() {
    if (!this.view.svg?.viewBox) return;
    const id = this.view.model.get("selected");
    ring(
      this.view.svg,
      touchable(this.view.svg).find((part) => id && chosenId(part) === id),
      "pp-chosen",
    );
  }

  close() {
    const id = this.view.model.get("selected");
    this.view.model.set("selected", "");
    this.view.model.save_changes();
    this.select();
    const element = this.parts?.find((part) => chosenId(part) === id);
    if (element) rove(this.parts, element);
  }

  /** A pointer on a status in the legend lights what has it. @param {AbortSignal} signal */
  light(signal) {
    const { drawing, guide, legend } = this.view;
    for (const [i, status] of Object.keys(guide.statuses).entries()) {
      const lit = (/** @type {boolean} */ on) => {
        drawing.toggleAttribute("data-light", on);
        for (const part of this.parts ?? []) {
          const id = chosenId(part);
          const has = this.view.pathway.treatment(id) && this.view.pathway.status(id) === status;
          part.classList.toggle("pp-lit", Boolean(on && has));
        }
      };
      listen(legend.children[i], "pointerenter", { signal }, () => lit(true));
      listen(legend.children[i], "pointerleave", { signal }, () => lit(false));
    }
  }
}

/** The middle of an arrow, in pixels of the window. @param {any} edge */
function middle(edge) {
  const line = edge.querySelector("path:not(.pp-hit)");
  return line.getPointAtLength(line.getTotalLength() / 2).matrixTransform(line.getScreenCTM());
}
