// Paints a profile's statuses on a map that Graphviz laid out once. Geometry never changes; colors,
// borders and texts do, as attributes, so that a saved copy looks the same.
import { marked } from "../core/sentences.js";
import { wrapped } from "./line_breaks.js";

/** Show a pathway on a map. What its parts are made of is looked up only once. */
export function paint(svg, pathway) {
  const { guide } = pathway;
  svg.parts ??= partsOf(svg, guide);
  const { parts } = svg;
  for (const shown of parts.treatments) {
    treatment(shown, guide, pathway.status(shown.id), pathway.inferred(shown.id));
  }
  for (const shown of parts.decisions) decision(shown, guide, pathway.decisions.get(shown.id));
  for (const shown of parts.arrows) arrow(shown, guide, pathway.arrows.get(shown.id).state);
}

/** Show its sentence: drawn, in as many lines as it takes, and as the name of the drawing. */
export function entitle(svg, { sentence, guide }) {
  const { title, middle, width } = svg.parts;
  const lines = wrapped(sentence, guide.looks.titleWidth);
  while (title.childElementCount > lines.length) title.lastElementChild.remove();
  while (title.childElementCount < lines.length) title.append(title.firstElementChild.cloneNode());
  lines.forEach((line, i) => {
    const y = middle + (i - (lines.length - 1) / 2) * 18;
    set(title.children[i], { "text-anchor": "middle", x: width / 2 - 10, y });
    title.children[i].textContent = line.replaceAll("\u00a0", " ");
  });
  svg.querySelector("title").textContent = sentence;
}

function partsOf(svg, { statuses, looks }) {
  const named = new Map(
    [...svg.querySelectorAll("[data-part]")].map((element) => [element.dataset.part, element]),
  );
  /** @type {Record<string, any>} */
  const found = { treatments: [], decisions: [], arrows: [], width: svg.viewBox.baseVal.width };
  const text = (name) => named.get(name).querySelector("text");
  for (const [name, group] of named) {
    const [kind, id] = [name.split("-", 1)[0], name.slice(name.indexOf("-") + 1)];
    const [shape] = group.querySelectorAll(":scope > path:not(.pp-hit), :scope > polygon");
    const texts = [...group.querySelectorAll("text")];
    if (kind === "treatment" && group.classList.contains("node")) {
      const names = [...named.get(`name-${id}`).querySelectorAll("text")];
      found.treatments.push({ id, group, shape, names, told: text(`status-${id}`) });
    } else if (kind === "treatment") {
      found.treatments.push({ id, group, names: texts.slice(0, -1), told: texts.at(-1) });
    } else if (kind === "decision") {
      found.decisions.push({ id, shape, texts, answer: centered(shape, text(`answer-${id}`)) });
    } else if (kind === "arrow") {
      const [line, head] = [shape, group.querySelector("polygon")];
      found.arrows.push({ id, group, line, head, texts });
    }
  }
  for (const shown of found.treatments) shown.status = classOf(shown.group, statuses);
  for (const shown of found.arrows) shown.state = classOf(shown.group, looks.arrows);
  found.title = named.get("sentence");
  found.middle = middle(found.title);
  return found;
}

const classOf = (group, known) => [...group.classList].find((name) => name in known);

/** Answers differ in length, so that each stands around the middle of its box. */
function centered(shape, text) {
  // From its corners: out of sight, as on a page for paper, nothing has a size.
  const corners = shape.getAttribute("points").split(" ").map(parseFloat);
  set(text, { "text-anchor": "middle", x: (Math.min(...corners) + Math.max(...corners)) / 2 });
  return text;
}

/** Set what differs from `before`, attributes that the element is known to have. */
function set(element, attributes, before = {}) {
  for (const name in attributes) {
    const value = attributes[name];
    if (value === before[name]) continue;
    if (value === null) element.removeAttribute(name);
    else element.setAttribute(name, value);
  }
}

function border(look) {
  return { stroke: look.ink, "stroke-width": look.width, "stroke-dasharray": look.dash || null };
}

const filled = (look) => ({ fill: look.fill, ...border(look) });
const tip = (look) => ({ fill: look.ink, stroke: look.ink, "stroke-width": look.width });

function treatment(shown, { statuses, looks }, status, inferred) {
  if (status === shown.status && inferred === shown.inferred) return;
  const { group, shape, names, told } = shown;
  const [look, before] = [statuses[status], statuses[shown.status]];
  group.classList.replace(shown.status, status);
  if (shape) set(shape, filled(look), filled(before));
  const ink = (name) => (name === "not_named" ? statuses[name].ink : looks.ink);
  for (const text of names) set(text, { fill: ink(status) }, { fill: ink(shown.status) });
  told.setAttribute("fill", look.ink);
  const words = shape ? `${look.symbol} ${look.word}` : look.symbol;
  told.textContent = marked(words, inferred);
  Object.assign(shown, { status, inferred });
}

function decision(shown, { statuses, looks, patterns }, { state, answer: words }) {
  if (state === shown.state && words === shown.words) return;
  const { shape, texts, answer } = shown;
  const off = statuses.not_named;
  const open = statuses.depends;
  const asked = state !== "off" && words === null;
  if (state === "off") set(shape, { fill: off.fill, ...border({ ...off, width: 0.9 }) });
  else if (words !== null && state === "taken") {
    set(shape, { fill: looks.paper, ...border({ ink: looks.ink, width: 2.2 }) });
  } else set(shape, { fill: looks.paper, ...border({ ink: open.ink, width: 1.6 }) });
  set(shape, { "stroke-dasharray": asked ? open.dash : null });
  for (const text of texts) text.setAttribute("fill", state === "off" ? off.ink : looks.ink);
  if (asked) answer.setAttribute("fill", open.ink);
  answer.textContent = words ?? patterns.not_known;
  Object.assign(shown, { state, words });
}

function arrow(shown, { looks }, state) {
  if (state === shown.state) return;
  const { group, line, head, texts } = shown;
  const [look, before] = [looks.arrows[state], looks.arrows[shown.state]];
  group.classList.replace(shown.state, state);
  set(line, border(look), border(before));
  set(head, tip(look), tip(before));
  for (const text of texts) set(text, { fill: look.text }, { fill: before.text });
  shown.state = state;
}

function middle(group) {
  const places = [...group.querySelectorAll("text")].map((text) => Number(text.getAttribute("y")));
  return places.reduce((sum, y) => sum + y, 0) / places.length;
}
