// A drawing as an element of the page.
import { make } from "../elements/elements.js";

/** @typedef {SVGSVGElement & {isColumn?: boolean}} Drawing in one column or not */

/** A name that no other view has. Hosts load the module once for each widget: no counter would do. */
export const ownName = () => `pp-view-${Math.random().toString(36).slice(2, 10)}`;

/**
 * A drawing as an element whose ids are its own, also where the same one is shown twice.
 * @param {string} text SVG; anything else is a message
 * @param {string} unique begins the ids
 * @returns {Drawing | HTMLElement} the SVG element, or one with the message
 */
export function picture(text, unique) {
  if (!text.startsWith("<svg")) return make("div", { role: "alert" }, text);
  const parsed = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
  const svg = /** @type {SVGSVGElement} */ (/** @type {unknown} */ (document.importNode(parsed, true)));
  for (const element of /** @type {NodeListOf<SVGElement>} */ (svg.querySelectorAll("[id]"))) {
    element.dataset.part = element.id;
    element.id = `${unique}-${element.id}`;
  }
  for (const name of ["labelledby", "describedby"]) {
    const id = svg.getAttribute(`aria-${name}`);
    svg.setAttribute(`aria-${name}`, `${unique}-${id}`);
  }
  svg.setAttribute("role", "group");
  return svg;
}

/** Whether there is a drawing, and no message instead. @param {Drawing | HTMLElement | null | undefined} shown @returns {shown is Drawing} */
export const isDrawing = (shown) => shown instanceof SVGSVGElement;
