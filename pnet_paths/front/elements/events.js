// Events of elements, until a signal ends them.

/** @typedef {HTMLElementEventMap & WindowEventMap & DocumentEventMap} EventMap */

/**
 * Hear of an element's event; what is done stands last, where it reads best.
 * @template {keyof EventMap} Name
 * @param {EventTarget} target
 * @param {Name} event
 * @param {AddEventListenerOptions} options with the signal that ends it
 * @param {(event: EventMap[Name]) => void} act
 */
export const listen = (target, event, options, act) =>
  target.addEventListener(event, /** @type {EventListener} */ (act), options);

/** Hear of an element's size, now and when it changes. @param {Element} element @param {() => void} act @param {AbortSignal} signal ends it */
export function whenSized(element, act, signal) {
  const observer = new ResizeObserver(act);
  observer.observe(element);
  signal.addEventListener("abort", () => observer.disconnect());
}
