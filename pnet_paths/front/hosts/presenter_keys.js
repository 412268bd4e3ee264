// Keys of a view: in a notebook those pressed inside it, in a page of its own those of the whole page.
import { listen } from "../elements/events.js";

const STEPS = /** @type {Record<string, string>} */ ({
  ArrowRight: "next",
  PageDown: "next",
  ArrowLeft: "back",
  PageUp: "back",
  Home: "first",
  End: "last",
});
// There arrows and Home have a meaning of their own.
const OWN = ".pp-drawing, select, input, textarea, .pp-card, .pp-outline, .pp-tabs";
const EVERYWHERE = new Set(["PageDown", "PageUp"]);
const TYPED_INTO =
  "select, textarea, [contenteditable], input:not([readonly], [type=radio], [type=checkbox], [type=button])";
const PRESSED = "button, summary, a, [role=button]";

/** @typedef {KeyboardEvent & {target: Element}} KeyPress a key that was pressed on an element */

/**
 * Hear of the plain keys that are meant for a view. In a page (`keys` is the document) they are also those
 * pressed elsewhere while the view is shown, unless the element that has the focus needs them itself.
 * @param {{el: HTMLElement, keys: EventTarget, ends: AbortController}} view
 * @param {(event: KeyPress) => void} act
 */
export function hearKeys({ el, keys, ends: { signal } }, act) {
  listen(keys, "keydown", { capture: true, signal }, (event) => {
    const { ctrlKey, metaKey, altKey } = event;
    if (ctrlKey || metaKey || altKey || !isOnElement(event)) return;
    if (el.contains(event.target) || (el.getClientRects().length && !isOwn(event))) act(event);
  });
}

/** @param {KeyboardEvent} event @returns {event is KeyPress} */
const isOnElement = (event) => event.target instanceof Element;

/** Whether a key is that of the element that has the focus. @param {KeyPress} event */
function isOwn({ key, target }) {
  if (target.closest(TYPED_INTO)) return true;
  if (key === "Enter" || key === " ") return Boolean(target.closest(PRESSED));
  return target.matches("input") && key in STEPS && !EVERYWHERE.has(key);
}

/**
 * Turn pages with arrows, Page Up and Page Down (as presenters' remotes send), Home and End.
 * @param {{el: HTMLElement, keys: EventTarget, ends: AbortController}} view
 * @param {(step: string) => void} turn
 */
export function turnPages(view, turn) {
  hearKeys(view, (event) => {
    const step = STEPS[event.key];
    if (!step || (event.target.closest(OWN) && !EVERYWHERE.has(event.key))) return;
    event.preventDefault();
    event.stopPropagation();
    turn(step);
  });
}
