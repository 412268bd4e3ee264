// Looking closely at a drawing, and taking it along: zoom, pan, full screen, larger type, save.
import { listen } from "../elements/events.js";

const [LEAST, MOST] = [1, 6];

/** @typedef {{x: number, y: number}} Point */

/** Zoom and pan of `inner` inside `outer`. Plain wheel scrolls the page; Ctrl+wheel zooms. */
export class Zoom {
  /** @param {HTMLElement} outer @param {HTMLElement} inner @param {AbortSignal} signal */
  constructor(outer, inner, signal) {
    this.outer = outer;
    this.inner = inner;
    this.scale = 1;
    this.x = 0;
    this.y = 0;
    this.dragged = 0;
    /** Where each finger or mouse was last, by its id. @type {Map<number, Point>} */
    this.pointers = new Map();
    listen(outer, "wheel", { passive: false, signal }, (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      this.by(Math.exp(-event.deltaY / 200), this.at(event));
    });
    listen(outer, "pointerdown", { signal }, (event) => {
      this.dragged = 0;
      this.pointers.set(event.pointerId, this.at(event));
    });
    listen(outer, "click", { capture: true, signal }, (event) => {
      // who drags does not choose
      if (this.dragged > 5) event.stopPropagation();
    });
    for (const name of /** @type {const} */ (["pointerup", "pointercancel", "pointerleave"])) {
      listen(outer, name, { signal }, (event) => this.pointers.delete(event.pointerId));
    }
    listen(outer, "pointermove", { signal }, (event) => this.move(event));
  }

  /** The whole drawing. */
  fit() {
    [this.scale, this.x, this.y] = [1, 0, 0];
    this.show();
  }

  /** Larger or smaller around a point, which stays where it is. @param {number} factor @param {Point} [at] */
  by(factor, at = { x: this.outer.clientWidth / 2, y: this.outer.clientHeight / 2 }) {
    const scale = Math.min(MOST, Math.max(LEAST, this.scale * factor));
    this.x = at.x - ((at.x - this.x) * scale) / this.scale;
    this.y = at.y - ((at.y - this.y) * scale) / this.scale;
    this.scale = scale;
    this.show();
  }

  /** Bring a part into view where only some of the drawing is seen. @param {Element} part */
  reveal(part) {
    const { outer } = this;
    if (this.scale === 1) return;
    [outer.scrollLeft, outer.scrollTop] = [0, 0]; // the browser scrolls what is hidden
    const [box, view] = [part.getBoundingClientRect(), outer.getBoundingClientRect()];
    /** @param {number} low @param {number} high @param {number} from @param {number} to */
    const inside = (low, high, from, to) => (low < from ? from - low : Math.min(0, to - high));
    this.x += inside(box.left - 20, box.right + 20, view.left, view.right);
    this.y += inside(box.top - 20, box.bottom + 20, view.top, view.bottom);
    this.show();
  }

  show() {
    const { outer, scale } = this;
    const clamp = (/** @type {number} */ value, /** @type {number} */ size) =>
      Math.min(0, Math.max(size * (1 - scale), value));
    [this.x, this.y] = [clamp(this.x, outer.clientWidth), clamp(this.y, outer.clientHeight)];
    this.inner.style.transform = scale === 1 ? "" : `translate(${this.x}px, ${this.y}px) scale(${scale})`;
    outer.classList.toggle("pp-zoomed", scale > 1);
  }

  /** Where an event is, seen from the corner. @param {MouseEvent} event @returns {Point} */
  at(event) {
    const box = this.outer.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  }

  /** One pointer drags, two make larger or smaller. @param {PointerEvent} event */
  move(event) {
    const before = this.pointers.get(event.pointerId);
    if (!before || !event.buttons) return;
    const now = this.at(event);
    const other = [...this.pointers].find(([id]) => id !== event.pointerId)?.[1];
    this.pointers.set(event.pointerId, now);
    if (other) {
      const apart = (/** @type {Point} */ a) => Math.hypot(a.x - other.x, a.y - other.y);
      this.by(apart(now) / (apart(before) || 1), { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 });
    } else if (this.scale > 1) {
      this.dragged += Math.hypot(now.x - before.x, now.y - before.y);
      [this.x, this.y] = [this.x + now.x - before.x, this.y + now.y - before.y];
      this.show();
    }
  }
}

/** The drawing as an SVG file's text: no focus, no hit areas, colors as in the light theme. @param {SVGSVGElement} svg */
export function standalone(svg) {
  const copy = /** @type {SVGSVGElement} */ (svg.cloneNode(true));
  for (const extra of copy.querySelectorAll(".pp-hit, .pp-ring, .pp-sign")) extra.remove();
  for (const element of [copy, ...copy.querySelectorAll("*")]) {
    for (const name of ["tabindex", "role", "aria-label", "style", "data-part"]) {
      element.removeAttribute(name);
    }
  }
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  return new XMLSerializer().serializeToString(copy);
}

/** @param {SVGSVGElement} svg @param {string} name without an ending */
export function saveSvg(svg, name) {
  download(new Blob([standalone(svg)], { type: "image/svg+xml" }), `${name}.svg`);
}

/** @param {SVGSVGElement} svg @param {string} name without an ending */
export async function savePng(svg, name) {
  const { width, height } = svg.viewBox.baseVal;
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(standalone(svg))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [width * 2, height * 2];
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  canvas.toBlob((blob) => blob && download(blob, `${name}.png`));
}

/** @param {Blob} blob @param {string} name */
export function download(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
