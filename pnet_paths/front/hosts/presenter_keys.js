// Keys that turn pages: arrows, Page Up and Page Down (as presenters' remotes send), Home and End,
// wherever the focus is among what belongs together.
import { listen } from "../views/elements.js";

const STEPS = /** @type {Record<string, string>} */ ({
  ArrowRight: "next",
  PageDown: "next",
  ArrowLeft: "back",
  PageUp: "back",
  Home: "first",
  End: "last",
});
// There arrows and Home have a meaning of their own.
const OWN = ".pp-drawing, select, input, textarea, .pp-card, .pp-outline";
const EVERYWHERE = new Set(["PageDown", "PageUp"]);

/**
 * @param {HTMLElement} el what belongs together
 * @param {(step: string) => void} turn
 * @param {AbortSignal} signal ends it
 */
export function turnPages(el, turn, signal) {
  listen(document, "keydown", { capture: true, signal }, (event) => {
    const { key, target, ctrlKey, metaKey, altKey } = event;
    const step = STEPS[key];
    if (!step || ctrlKey || metaKey || altKey || !(target instanceof Element) || !el.contains(target)) return;
    if (target.closest(OWN) && !EVERYWHERE.has(key)) return;
    event.preventDefault();
    event.stopPropagation();
    turn(step);
  });
}
