// Elements of the page and of drawings. Table text is only ever set as text, never as markup.

/**
 * An element: what it is and its classes ("p.pp-note"), its attributes if it has some, then the texts and elements
 * in it, alone or in lists. What is empty is left out.
 * @param {string} kind
 * @param {...any} parts
 * @returns {any} an element of this kind
 */
export function make(kind, ...parts) {
  const [tag, ...classes] = kind.split(".");
  const element = document.createElement(tag);
  if (classes.length) element.className = classes.join(" ");
  const [first] = parts;
  const hasAttributes = typeof first === "object" && !(first instanceof Node || Array.isArray(first));
  for (const [name, value] of Object.entries((hasAttributes && first) || {}))
    element.setAttribute(name, value);
  element.append(...parts.slice(Number(hasAttributes)).flat(Infinity).filter(Boolean));
  return element;
}

/**
 * An element of the page from its tag, its class, and the texts and elements in it.
 * @param {any[]} block
 * @param {(words: string) => (string | Node)[]} terms what stands for a text
 * @returns {any}
 */
export const makeBlock = ([tag, kind, ...parts], terms) => {
  const content = parts.flatMap((part) => (Array.isArray(part) ? makeBlock(part, terms) : terms(part)));
  return make(kind ? `${tag}.${kind}` : tag, ...content);
};

/** An element of a drawing. @param {string} tag @param {Record<string, any>} attributes @param {...Node} parts @returns {any} */
export function shape(tag, attributes, ...parts) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...parts);
  return made;
}

/** A sign of thin lines, as a path within 16 by 16. @param {string} lines */
export const icon = (lines) =>
  shape("svg", { class: "pp-icon", viewBox: "0 0 16 16", "aria-hidden": true }, shape("path", { d: lines }));

/** Put other elements into a place; the focus stays on what turns the same fact. @param {HTMLElement} place @param {...any} parts */
export function refill(place, ...parts) {
  const turned = /** @type {HTMLElement} */ (document.activeElement)?.dataset.turn;
  place.replaceChildren(...parts);
  if (turned) focusTurn(place, turned);
}

/** Focus what turns a fact. @param {HTMLElement} place @param {string} turn its place and code */
export const focusTurn = (place, turn) =>
  /** @type {HTMLElement | null} */ (place.querySelector(`[data-turn="${turn}"]`))?.focus();
