// Looking closely at a drawing, and taking it along: zoom, pan, full screen, larger type, save.
import { listen } from "../views/elements.js";

const [LEAST, MOST] = [1, 6];

/** Zoom and pan of `inner` inside `outer`. Plain wheel scrolls the page; Ctrl+wheel zooms. */
export function zoomable(outer, inner, signal) {
  let [scale, x, y] = [1, 0, 0];
  let dragged = 0;
  const pointers = new Map();

  function show() {
    const clamp = (value, size) => Math.min(0, Math.max(size * (1 - scale), value));
    [x, y] = [clamp(x, outer.clientWidth), clamp(y, outer.clientHeight)];
    inner.style.transform = scale === 1 ? "" : `translate(${x}px, ${y}px) scale(${scale})`;
    outer.classList.toggle("pp-zoomed", scale > 1);
  }

  function by(factor, at = { x: outer.clientWidth / 2, y: outer.clientHeight / 2 }) {
    const next = Math.min(MOST, Math.max(LEAST, scale * factor));
    x = at.x - ((at.x - x) * next) / scale;
    y = at.y - ((at.y - y) * next) / scale;
    scale = next;
    show();
  }

  const at = (event) => {
    const box = outer.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };

  listen(outer, "wheel", { passive: false, signal }, (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    by(Math.exp(-event.deltaY / 200), at(event));
  });
  listen(outer, "pointerdown", { signal }, (event) => {
    dragged = 0;
    pointers.set(event.pointerId, at(event));
  });
  listen(outer, "click", { capture: true, signal }, (event) => {
    // who drags does not choose
    if (dragged > 5) event.stopPropagation();
  });
  for (const name of ["pointerup", "pointercancel", "pointerleave"]) {
    listen(outer, name, { signal }, (event) => pointers.delete(event.pointerId));
  }
  listen(outer, "pointermove", { signal }, (event) => {
    const before = pointers.get(event.pointerId);
    if (!before || !event.buttons) return;
    const now = at(event);
    const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1];
    pointers.set(event.pointerId, now);
    if (other) {
      const apart = (a) => Math.hypot(a.x - other.x, a.y - other.y);
      by(apart(now) / (apart(before) || 1), { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 });
    } else if (scale > 1) {
      dragged += Math.hypot(now.x - before.x, now.y - before.y);
      [x, y] = [x + now.x - before.x, y + now.y - before.y];
      show();
    }
  });

  /** Bring a part into view where only some of the drawing is seen. */
  function reveal(part) {
    if (scale === 1) return;
    [outer.scrollLeft, outer.scrollTop] = [0, 0]; // the browser scrolls what is hidden
    const [box, view] = [part.getBoundingClientRect(), outer.getBoundingClientRect()];
    const inside = (low, high, from, to) => (low < from ? from - low : Math.min(0, to - high));
    x += inside(box.left - 20, box.right + 20, view.left, view.right);
    y += inside(box.top - 20, box.bottom + 20, view.top, view.bottom);
    show();
  }

  return {
    by,
    reveal,
    fit() {
      [scale, x, y] = [1, 0, 0];
      show();
    },
  };
}

/** The drawing as an SVG file's text: no focus, no hit areas, colors as in the light theme. */
export function standalone(svg) {
  const copy = svg.cloneNode(true);
  for (const extra of copy.querySelectorAll(".pp-hit, .pp-ring, .pp-sign")) extra.remove();
  for (const element of [copy, ...copy.querySelectorAll("*")]) {
    for (const name of ["tabindex", "role", "aria-label", "style", "data-part"]) {
      element.removeAttribute(name);
    }
  }
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  return new XMLSerializer().serializeToString(copy);
}

export function saveSvg(svg, name) {
  download(new Blob([standalone(svg)], { type: "image/svg+xml" }), `${name}.svg`);
}

export async function savePng(svg, name) {
  const { width, height } = svg.viewBox.baseVal;
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(standalone(svg))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [width * 2, height * 2];
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  canvas.toBlob((blob) => download(blob, `${name}.png`));
}

export function download(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
