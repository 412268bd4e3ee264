// Elements of the page. Table text is only ever set as text, never as markup.

/**
 * An element with attributes, and texts or elements in it.
 * @param {string} tag
 * @param {Record<string, any>} attributes
 * @param {...(string | Node)} children
 * @returns {any} an element of this tag
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
}

/**
 * A button that does something; what it does is told of the button.
 * @param {string} label
 * @param {(button: any) => void} act
 * @param {Record<string, any>} [attributes]
 * @returns {any}
 */
export function button(label, act, attributes = {}) {
  const made = make("button", { type: "button", ...attributes }, label);
  made.addEventListener("click", () => act(made));
  return made;
}

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
