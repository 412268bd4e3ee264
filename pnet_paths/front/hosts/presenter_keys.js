// Keys of a view: in a notebook those pressed inside it, in a page those pressed anywhere.
import { listen } from "../elements/events.js";

const STEPS = /** @type {Record<string, string>} */ ({
  ArrowRight: "next",
  PageDown: "next",
  ArrowLeft: "back",
  PageUp: "back",
  Home: "first",
  End: "last",
});
// Elements in which arrows and Home have a meaning of their own.
const WITH_ARROWS = ".pp-drawing, select, input, textarea, .pp-card, .pp-outline, .pp-tabs";
const EVERYWHERE = new Set(["PageDown", "PageUp"]);
const TEXT_FIELDS =
  "select, textarea, [contenteditable], input:not([readonly], [type=radio], [type=checkbox], [type=button])";
const BUTTONS = "button, summary, a, [role=button]";

/** @typedef {KeyboardEvent & {target: Element}} KeyPress a key that was pressed on an element */

/**
 * Call `act` for the plain keys that are meant for a view. In a page (`keys` is the document) those pressed
 * elsewhere count while the view is shown, unless the element that has the focus needs them itself.
 * @param {{el: HTMLElement, keys: EventTarget, ends: AbortController}} view
 * @param {(event: KeyPress) => void} act
 */
export function onKeys({ el, keys, ends: { signal } }, act) {
  listen(keys, "keydown", { capture: true, signal }, (event) => {
    const { ctrlKey, metaKey, altKey } = event;
    if (ctrlKey || metaKey || altKey || !isOnElement(event)) return;
    if (el.contains(event.target) || (el.getClientRects().length && !isNeededByTarget(event))) act(event);
  });
}

/** @param {KeyboardEvent} event @returns {event is KeyPress} */
const isOnElement = (event) => event.target instanceof Element;

/** Whether the element that has the focus needs a key itself. @param {KeyPress} event */
function isNeededByTarget({ key, target }) {
  if (target.closest(TEXT_FIELDS)) return true;
  if (key === "Enter" || key === " ") return Boolean(target.closest(BUTTONS));
  return target.matches("input") && key in STEPS && !EVERYWHERE.has(key);
}

/**
 * Turn pages with arrows, Page Up and Page Down (as presenters' remotes send), Home and End.
 * @param {{el: HTMLElement, keys: EventTarget, ends: AbortController}} view
 * @param {(step: string) => void} turn
 */
export function turnPages(view, turn) {
  onKeys(view, (event) => {
    const step = STEPS[event.key];
    if (!step || (event.target.closest(WITH_ARROWS) && !EVERYWHERE.has(event.key))) return;
    event.preventDefault();
    event.stopPropagation();
    turn(step);
  });
}
