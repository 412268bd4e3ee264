// Puts a new drawing in the place of the old one: what stays glides, what is new fades in, what is
// gone fades out. There is never a moment without a drawing.

import { isDrawing } from "./picture.js";

const MILLISECONDS = 280;
const MOVING = "g.node, g.edge";

/** @typedef {import("./picture.js").Drawing | HTMLElement} Shown a drawing, or a message */
/** @typedef {Map<string, DOMRect>} Places where what moves was, by what it stands for */

/** Swap drawings inside `place`; the next swap takes over from where things are at that moment. @param {HTMLElement} place @param {Shown} fresh */
export function swap(place, fresh) {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const old = /** @type {SVGSVGElement | null} */ (place.querySelector("svg:not(.pp-leaving)"));
  const before = old && !still ? boxes(old) : null;
  place.replaceChildren(fresh);
  if (!old || !before || !isDrawing(fresh)) return; // a message glides nowhere
  // Before the next frame, so that nothing is seen at its goal before it has glided there.
  requestAnimationFrame(() => {
    if (!fresh.getClientRects().length) return; // gone again, or out of sight
    arrive(fresh, before);
    // A copy: the drawing itself is kept, and may come back.
    if (before.size) leave(place, /** @type {SVGSVGElement} */ (old.cloneNode(true)), before);
  });
}

/** What moves in a drawing. @param {SVGSVGElement} svg */
const moving = (svg) => [.../** @type {NodeListOf<SVGGElement>} */ (svg.querySelectorAll(MOVING))];

/** @param {SVGElement} element */
const nameOf = (element) => element.dataset.part ?? "";

/** @param {SVGSVGElement} fresh @param {Places} before; what has arrived is taken out */
function arrive(fresh, before) {
  const scale = fresh.getScreenCTM()?.a || 1;
  const found = moving(fresh).map((element) => {
    const from = before.get(nameOf(element));
    before.delete(nameOf(element));
    return { element, frames: from ? glide(element, from, scale) : { opacity: [0, 1] } };
  });
  for (const { element, frames } of found) {
    element.animate(frames, { duration: MILLISECONDS, easing: "ease-out" });
  }
}

/** @param {SVGSVGElement} svg @returns {Places} */
const boxes = (svg) =>
  new Map(moving(svg).map((element) => [nameOf(element), element.getBoundingClientRect()]));

/** How many times as large it was; what is not painted has no size to grow from or to. @param {number} from @param {number} to */
const growth = (from, to) => (from && to ? from / to : 1);

/** From where an element was to where it is, in the units of the drawing. @param {SVGGElement} element @param {DOMRect} from @param {number} scale */
function glide(element, from, scale) {
  const to = element.getBoundingClientRect();
  const box = element.getBBox();
  const [sx, sy] = [growth(from.width, to.width), growth(from.height, to.height)];
  const dx = (from.left - to.left) / scale + box.x * (1 - sx);
  const dy = (from.top - to.top) / scale + box.y * (1 - sy);
  return { transform: [`translate(${dx}px, ${dy}px) scale(${sx}, ${sy})`, "none"] };
}

/** What is gone stays for a moment over the new drawing, out of reach, and fades. @param {HTMLElement} place @param {SVGSVGElement} old @param {Places} gone */
function leave(place, old, gone) {
  /** @type {NodeListOf<SVGElement>} */
  const parts = old.querySelectorAll(`${MOVING}, .graph > polygon`);
  for (const element of parts) {
    if (!gone.has(nameOf(element))) element.style.visibility = "hidden";
  }
  for (const name of ["id", "tabindex"]) {
    for (const element of old.querySelectorAll(`[${name}]`)) element.removeAttribute(name);
  }
  old.setAttribute("class", "pp-leaving");
  old.setAttribute("aria-hidden", "true");
  place.append(old);
  const fade = old.animate({ opacity: [1, 0] }, { duration: MILLISECONDS });
  fade.onfinish = () => old.remove();
}
