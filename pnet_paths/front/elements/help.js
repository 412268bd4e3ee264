// Explanations that a word opens and closes.
import { make } from "./elements.js";

const POPOVERS = "popover" in HTMLElement.prototype; // not before Chrome 114, Firefox 125, Safari 17

/** Have a word open its explanation, and close it again. @param {HTMLElement} term @param {HTMLElement} help */
export function explainBy(term, help) {
  if (POPOVERS) {
    help.setAttribute("popover", "");
    term.addEventListener("click", () => help.togglePopover({ source: term }));
    return;
  }
  help.hidden = true;
  term.addEventListener("click", () => {
    help.hidden = !help.hidden;
  });
  term.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || help.hidden) return;
    event.stopPropagation();
    help.hidden = true;
  });
}

/** A button that opens its explanation: a browser with popovers closes it at Escape or a click elsewhere. @param {string} words @param {string} tag @param {(string | Node)[]} content */
export function asking(words, tag, ...content) {
  const opener = make("button", { type: "button", class: "pp-ask" }, words);
  const help = make(tag, { class: "pp-help" }, ...content);
  explainBy(opener, help);
  return [opener, help];
}

/** Whether an explanation is open. @param {HTMLElement} help */
export const isOpen = (help) => (POPOVERS ? help.matches(":popover-open") : !help.hidden);

/** Close an explanation. @param {HTMLElement} help */
export function closeHelp(help) {
  if (!isOpen(help)) return;
  if (POPOVERS) help.hidePopover();
  else help.hidden = true;
}

/** The explanation that is open. @param {Element} element around it @returns {HTMLElement | undefined} */
export const openHelp = (element) =>
  [.../** @type {NodeListOf<HTMLElement>} */ (element.querySelectorAll(".pp-help"))].find(isOpen);

/** The levels of a factor and what each means. @param {{label: string, definition: string}[]} levels */
export function meanings(levels) {
  const list = make("dl");
  for (const { label, definition } of levels) list.append(make("dt", label), make("dd", definition));
  return list;
}
