// Makes a drawing answer to mouse, finger and keyboard: every treatment, decision and arrow can be
// focused and chosen. Arrow keys go along the pathway; Tab enters and leaves the drawing.
import { shape } from "../elements/elements.js";

const PARTS = /^(?:treatment|decision|arrow)-([^.]+)(?:\.\d+)?$|^(answer-.+)$/; // an arrow may leave from several answers

/** @typedef {SVGGraphicsElement} Part what can be touched */

/** The id of what an element stands for: `prrt`, `extent`, `extent-prrt`, `answer-extent-localized`. @param {Element | null | undefined} element */
export function chosenId(element) {
  const [, id, answer] = element?.getAttribute("data-part")?.match(PARTS) ?? [];
  return id ?? answer ?? "";
}

/** @param {SVGSVGElement} svg */
export const touchable = (svg) =>
  [.../** @type {NodeListOf<Part>} */ (svg.querySelectorAll("[data-part]"))].filter((element) =>
    PARTS.test(nameOf(element)),
  );

/** What an element stands for: the id that Graphviz was given. @param {SVGElement} element */
const nameOf = (element) => element.dataset.part ?? "";

/** Order what can be touched, and give it room for a finger: at least so high, where rows stand that far apart. @param {SVGSVGElement} svg @param {string} keep the id that Tab reaches, if it is there @param {number} least */
export function makeTouchable(svg, keep, least) {
  const parts = alongThePathway(touchable(svg));
  const start = parts.find((element) => chosenId(element) === keep) ?? parts[0];
  for (const element of parts) {
    // A card holds buttons, its rows; a button must not.
    const holds = parts.some((other) => other !== element && element.contains(other));
    element.setAttribute("role", holds ? "group" : "button");
    element.setAttribute("tabindex", element === start ? "0" : "-1");
    room(element, least);
  }
  return parts;
}

/** Decisions and groups from top to bottom and left to right, each before its rows and arrows. @param {Part[]} parts */
function alongThePathway(parts) {
  const nodes = parts.filter((element) => element.classList.contains("node"));
  const placed = nodes.map((node) => {
    const { x, y, height } = node.getBBox();
    return { node, x, middle: y + height / 2 };
  });
  placed.sort((a, b) => (Math.abs(a.middle - b.middle) > 20 ? a.middle - b.middle : a.x - b.x));
  return placed.flatMap(({ node }) => [
    node,
    ...parts.filter((element) => element !== node && node.contains(element)),
    ...parts.filter(
      (element) => element.classList.contains("edge") && chosenId(element).startsWith(`${chosenId(node)}-`),
    ),
  ]);
}

/** @param {Part} element @param {number} least */
function room(element, least) {
  if (element.querySelector(":scope > .pp-hit")) return;
  const hit = element.classList.contains("edge") ? wide(element) : behind(element, least);
  hit.setAttribute("class", "pp-hit");
  element.prepend(hit);
}

/** @param {Part} edge */
function wide(edge) {
  const line = /** @type {SVGPathElement} */ (pathOf(edge).cloneNode());
  for (const name of ["id", "stroke-dasharray"]) line.removeAttribute(name);
  line.setAttribute("stroke", "transparent");
  line.setAttribute("stroke-width", "16");
  return line;
}

/** @param {Part} element @param {number} least */
function behind(element, least) {
  const box = element.getBBox();
  const height = Math.max(box.height + 2, least);
  const own = nameOf(element).startsWith("answer-");
  const card = own ? box : (nodeAround(element.parentElement)?.getBBox() ?? box);
  const y = box.y + (box.height - height) / 2;
  return shape("rect", { x: card.x + 2, y, width: card.width - 4, height, fill: "transparent" });
}

/** Draw a ring around an element, or take it away. @param {SVGSVGElement} svg @param {Part | null | undefined} element @param {string} kind */
export function ring(svg, element, kind) {
  svg.querySelector(`.pp-ring.${kind}`)?.remove();
  if (element) frame(svg, element, kind);
}

/** Mark elements that have a sign with it and with a frame; what says itself how two profiles differ with a frame alone. @param {SVGSVGElement} svg @param {[Part, string][]} signed */
export function marks(svg, signed) {
  for (const old of svg.querySelectorAll(".pp-differs")) old.remove();
  const elements = signed.filter(([, sign]) => sign);
  for (const [element, told] of elements) {
    const inside = elements.some(([other]) => other !== element && other.contains(element));
    const right = told.startsWith("\u2713") ? " pp-right" : "";
    const box = inside ? element.getBBox() : frame(svg, element, `pp-differs${right}`);
    const card = (nodeAround(element) ?? element).getBBox();
    const row = !element.classList.contains("node");
    if (element.textContent?.includes(row ? "\u2260" : "A: ")) continue;
    // On the corner of its card, or beside its row, on a ground of its own: no line runs through it.
    const sign = shape("text", {
      class: `pp-differs pp-sign${right}`,
      x: card.x + card.width + (row ? 4 : -4),
      y: box.y + (row ? 14 : told.length > 1 ? -5 : 2),
      "text-anchor": row ? "start" : told.length > 1 ? "end" : "middle",
    });
    sign.textContent = told;
    graphOf(svg).append(sign);
    // Drawings begin at 0: what would stand out to the left of it would be cut.
    const out = Math.min(0, sign.getBBox().x - 4);
    sign.setAttribute("x", `${Number(sign.getAttribute("x")) - out}`);
    sign.before(ground(sign));
  }
}

/** The ground that a sign stands on. @param {SVGTextElement} sign */
function ground(sign) {
  const box = sign.getBBox();
  const [width, height] = [box.width + 8, box.height + 2];
  return shape("rect", { class: "pp-differs pp-ground", x: box.x - 4, y: box.y - 1, width, height, rx: 6 });
}

/** A frame around a card or a row, or a line along an arrow. @param {SVGSVGElement} svg @param {Part} element @param {string} kind */
function frame(svg, element, kind) {
  const box = element.getBBox();
  const graph = graphOf(svg);
  if (element.classList.contains("edge")) {
    const line = pathOf(element).getAttribute("d") ?? "";
    graph.append(shape("path", { class: `pp-ring ${kind}`, d: line, fill: "none" }));
    return box;
  }
  // Rows stand close: a frame must not run through what is above.
  const out = element.classList.contains("node") ? 3 : 1;
  const place = { x: box.x - 3, y: box.y - out, width: box.width + 6, height: box.height + 2 * out };
  graph.append(shape("rect", { class: `pp-ring ${kind}`, ...place, rx: 7, fill: "none" }));
  return box;
}

/** The line of an arrow. @param {Part} edge */
export const pathOf = (edge) => /** @type {SVGPathElement} */ (edge.querySelector("path:not(.pp-hit)"));

/** All that is drawn. @param {SVGSVGElement} svg */
const graphOf = (svg) => /** @type {SVGGElement} */ (svg.querySelector(".graph"));

/** The box that an element stands in. @param {Element | null} element */
const nodeAround = (element) => /** @type {SVGGElement | null} */ (element?.closest(".node") ?? null);

/** @type {Record<string, number>} */
const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** What a key press on `element` moves the focus to; null where it is none of our keys. @param {Part[]} parts @param {Part} element @param {string} key @returns {Part | null | undefined} */
export function goal(parts, element, key) {
  const at = parts.indexOf(element);
  if (key === "Home") return parts[0];
  if (key === "End") return parts.at(-1);
  const step = STEPS[key];
  return step ? parts[Math.min(parts.length - 1, Math.max(0, at + step))] : null;
}

/** Only one element of the drawing can be reached by Tab: the one last focused or chosen. @param {Part[]} parts @param {Part} element */
export function rove(parts, element) {
  for (const other of parts) other.setAttribute("tabindex", other === element ? "0" : "-1");
  return element;
}
