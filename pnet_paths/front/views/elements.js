// Elements of the page. Table text is only ever set as text, never as markup.

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

/**
 * A button that does something; what it does is told of the button.
 * @param {string | Node} label
 * @param {(button: any) => void} act
 * @param {Record<string, any>} [attributes]
 * @returns {any}
 */
export function button(label, act, attributes = {}) {
  const made = make("button", { type: "button", ...attributes }, label);
  made.addEventListener("click", () => act(made));
  return made;
}

/** A list to choose from, and what is done when something is chosen. @param {Record<string, any>} attributes @param {(chosen: string) => void} act @param {any[]} [options] @returns {any} */
export function choosing(attributes, act, options = []) {
  const made = make("select", attributes, options);
  made.addEventListener("change", () => act(made.value));
  return made;
}

/** Put other elements into a place; the focus stays on what turns the same fact. @param {HTMLElement} place @param {...any} parts */
export function refill(place, ...parts) {
  const turned = /** @type {HTMLElement} */ (document.activeElement)?.dataset.turn;
  place.replaceChildren(...parts);
  if (turned) focusTurn(place, turned);
}

/** Focus what turns a fact. @param {HTMLElement} place @param {string} turn its place and code */
export const focusTurn = (place, turn) =>
  /** @type {HTMLElement | null} */ (place.querySelector(`[data-turn="${turn}"]`))?.focus();

/**
 * A menu behind a button: Escape, a click elsewhere and a choice close it.
 * @param {string | Node} label
 * @param {Record<string, any>} attributes of the button
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
    if (!made.contains(relatedTarget)) close();
  });
  for (const item of items) if (item.matches("button")) item.addEventListener("click", close);
  return made;
}

const POPOVERS = "popover" in HTMLElement.prototype; // not before Chrome 114, Firefox 125, Safari 17

/** Have a word open its explanation, and close it again. @param {HTMLElement} term @param {HTMLElement} help */
export function explainBy(term, help) {
  if (POPOVERS) {
    help.setAttribute("popover", "");
    term.addEventListener("click", () => help.togglePopover(/** @type {any} */ ({ source: term })));
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

/** The levels of a factor and what each means. @param {{label: string, definition: string}[]} levels */
export function meanings(levels) {
  const list = make("dl");
  for (const { label, definition } of levels) list.append(make("dt", label), make("dd", definition));
  return list;
}

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

/**
 * Hear of an element's event; what is done stands last, where it reads best.
 * @param {EventTarget} target
 * @param {string} event
 * @param {AddEventListenerOptions} options with the signal that ends it
 * @param {(event: any) => void} act
 */
export const listen = (target, event, options, act) => target.addEventListener(event, act, options);

/** Hear of an element's size, now and when it changes. @param {Element} element @param {() => void} act @param {AbortSignal} signal ends it */
export function whenSized(element, act, signal) {
  const observer = new ResizeObserver(act);
  observer.observe(element);
  signal.addEventListener("abort", () => observer.disconnect());
}
