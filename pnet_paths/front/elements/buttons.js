// What is pressed or chosen from: buttons, lists, menus.
import { make } from "./elements.js";

/** @typedef {import("./elements.js").Attributes} Attributes */
/** @typedef {import("./elements.js").Part} Part */

/**
 * A button that does something; what it does is told of the button.
 * @param {string | Node} label
 * @param {(button: HTMLButtonElement) => void} act
 * @param {Attributes} [attributes]
 */
export function button(label, act, attributes = {}) {
  const made = make("button", { type: "button", ...attributes }, label);
  made.addEventListener("click", () => act(made));
  return made;
}

/** A list to choose from, and what is done when something is chosen. @param {Attributes} attributes @param {(chosen: string) => void} act @param {Part[]} [options] */
export function choosing(attributes, act, options = []) {
  const made = make("select", attributes, options);
  made.addEventListener("change", () => act(made.value));
  return made;
}

/**
 * A menu behind a button: Escape, a click elsewhere and a choice close it.
 * @param {string | Node} label
 * @param {Attributes} attributes of the button
 * @param {...HTMLElement} items
 * @returns {HTMLDetailsElement}
 */
export function menu(label, attributes, ...items) {
  const opener = make("summary", attributes, label);
  const made = make("details.pp-menu", opener, make("div", { tabindex: -1 }, ...items));
  const close = () => {
    made.open = false;
  };
  made.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !made.open) return;
    event.stopPropagation();
    close();
    opener.focus();
  });
  made.addEventListener("focusout", ({ relatedTarget }) => {
    if (!made.contains(/** @type {Node | null} */ (relatedTarget))) close();
  });
  for (const item of items) if (item.matches("button")) item.addEventListener("click", close);
  return made;
}
