// Elements of the page and of drawings. Table text is only ever set as text, never as markup.

/** @typedef {Node | string | number | boolean | null | undefined | Part[]} Part what may stand in an element; what is empty is left out */
/** @typedef {Record<string, string | number | boolean>} Attributes */
/** @template {string} Tag @typedef {Tag extends keyof HTMLElementTagNameMap ? HTMLElementTagNameMap[Tag] : HTMLElement} ElementOf */

/**
 * An element: what it is and its classes ("p.pp-note"), its attributes if it has some, then the texts and elements
 * in it, alone or in lists. What is empty is left out.
 * @template {string} Kind
 * @param {Kind} kind
 * @param {...(Part | Attributes)} parts
 * @returns {Kind extends `${infer Tag}.${string}` ? ElementOf<Tag> : ElementOf<Kind>} an element of this kind
 */
export function make(kind, ...parts) {
  const [tag, ...classes] = kind.split(".");
  const element = document.createElement(tag);
  if (classes.length) element.className = classes.join(" ");
  const [first] = parts;
  const hasAttributes = typeof first === "object" && !(first instanceof Node || Array.isArray(first));
  if (hasAttributes) setAttributes(element, first ?? {});
  const content = /** @type {(Node | string)[]} */ (parts.slice(Number(hasAttributes)));
  element.append(...content.flat(Infinity).filter(Boolean));
  return /** @type {any} */ (element); // TypeScript cannot follow the tag through createElement
}

/** @param {Element} element @param {Attributes} attributes */
function setAttributes(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
}

/** @typedef {[tag: string, className: string, ...content: (string | Block)[]]} Block an element as plain values */

/**
 * An element of the page from its tag, its class, and the texts and elements in it.
 * @param {Block} block
 * @param {(words: string) => (string | Node)[]} terms what stands for a text
 * @returns {HTMLElement}
 */
export const makeBlock = ([tag, kind, ...parts], terms) => {
  const content = parts.flatMap((part) => (Array.isArray(part) ? [makeBlock(part, terms)] : terms(part)));
  return make(kind ? `${tag}.${kind}` : tag, ...content);
};

/** An element of a drawing. @template {keyof SVGElementTagNameMap} Tag @param {Tag} tag @param {Attributes} attributes @param {...Node} parts */
export function shape(tag, attributes, ...parts) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  setAttributes(made, attributes);
  made.append(...parts);
  return made;
}

/** A sign of thin lines, as a path within 16 by 16. @param {string} lines */
export const icon = (lines) =>
  shape("svg", { class: "pp-icon", viewBox: "0 0 16 16", "aria-hidden": true }, shape("path", { d: lines }));

/** Put other elements into a place; the focus stays on what turns the same fact. @param {HTMLElement} place @param {...(Node | string)} parts */
export function refill(place, ...parts) {
  const turned = /** @type {HTMLElement} */ (document.activeElement)?.dataset.turn;
  place.replaceChildren(...parts);
  if (turned) focusTurn(place, turned);
}

/** Focus what turns a fact. @param {HTMLElement} place @param {string} turn its place and code */
export const focusTurn = (place, turn) =>
  /** @type {HTMLElement | null} */ (place.querySelector(`[data-turn="${turn}"]`))?.focus();
