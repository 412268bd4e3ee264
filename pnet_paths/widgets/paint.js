// Paints a profile's statuses on a map that Graphviz laid out once. Geometry never changes; colors,
// borders and texts do, as attributes, so that a saved copy looks the same.

const NS = "http://www.w3.org/2000/svg";
/** The part of a drawing with this id; each drawing remembers its own. */
const part = (svg, id) => {
  svg.parts ??= new Map(
    [...svg.querySelectorAll("[data-part]")].map((element) => [element.dataset.part, element]));
  return svg.parts.get(id);
};

function set(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null) element.removeAttribute(name);
    else element.setAttribute(name, value);
  }
}

function border(look) {
  return { stroke: look.ink, "stroke-width": look.width, "stroke-dasharray": look.dash || null };
}

/** Show an evaluated profile on a map that shows `before` (null: what Graphviz drew). */
export function paint(svg, looks, result, before, title) {
  for (const [id, status] of Object.entries(result.statuses)) {
    if (status !== before?.statuses[id]) treatment(svg, looks, id, status);
  }
  for (const [id, found] of Object.entries(result.decisions)) {
    const was = before?.decisions[id];
    if (found.state !== was?.state || found.level !== was?.level) decision(svg, looks, id, found);
  }
  for (const [key, state] of Object.entries(result.arrows)) {
    if (state !== before?.arrows[key]) arrow(svg, looks, key, state);
  }
  sentence(svg, looks, title);
}

function treatment(svg, looks, id, status) {
  const group = part(svg, `treatment-${id}`);
  if (!group) return;
  const look = looks.statuses[status];
  const name = status === "not_indicated" ? look.ink : looks.ink;
  for (const other of Object.keys(looks.statuses)) group.classList.toggle(other, other === status);
  if (group.classList.contains("node")) {
    set(group.querySelector("path, polygon"), { fill: look.fill, ...border(look) });
    for (const text of part(svg, `name-${id}`).querySelectorAll("text")) set(text, { fill: name });
    const told = part(svg, `status-${id}`).querySelector("text");
    set(told, { fill: look.ink });
    told.textContent = `${look.symbol} ${look.word}`;
    return;
  }
  const texts = [...group.querySelectorAll("text")];
  for (const text of texts) set(text, { fill: name });
  set(texts.at(-1), { fill: look.ink });
  texts.at(-1).textContent = look.symbol;
}

function decision(svg, looks, id, { state, level }) {
  const group = part(svg, `decision-${id}`);
  if (!group) return;
  const off = looks.statuses.not_indicated;
  const open = looks.statuses.depends;
  const shape = group.querySelector("polygon");
  const asked = state !== "off" && level === null;
  if (state === "off") set(shape, { fill: off.fill, ...border({ ...off, width: 0.9 }) });
  else if (level !== null && state === "taken") {
    set(shape, { fill: looks.paper, ...border({ ink: looks.ink, width: 2.2 }) });
  } else set(shape, { fill: looks.paper, ...border({ ink: open.ink, width: 1.6 }) });
  set(shape, { "stroke-dasharray": asked ? open.dash : null });
  for (const text of group.querySelectorAll("text")) {
    set(text, { fill: state === "off" ? off.ink : looks.ink });
  }
  const answer = part(svg, `answer-${id}`).querySelector("text");
  if (answer.getAttribute("text-anchor") !== "middle") {
    const box = shape.getBBox();
    set(answer, { "text-anchor": "middle", x: box.x + box.width / 2 });
  }
  if (state !== "off" && level === null) set(answer, { fill: open.ink });
  answer.textContent = level ?? "not known";
}

function arrow(svg, looks, key, state) {
  const group = part(svg, `arrow-${key}`);
  if (!group) return;
  const look = looks.arrows[state];
  for (const other of Object.keys(looks.arrows)) group.classList.toggle(other, other === state);
  const line = group.querySelector("path:not(.pp-hit)");
  const head = group.querySelector("polygon");
  set(line, border(look));
  set(head, { fill: look.ink, stroke: look.ink, "stroke-width": look.width });
  for (const text of group.querySelectorAll("text")) set(text, { fill: look.text });
}

/** The title, in as many lines as it takes, in the room that is kept for it. */
function sentence(svg, looks, title) {
  const group = part(svg, "sentence");
  const [first] = group.querySelectorAll("text");
  const box = svg.viewBox.baseVal;
  group.dataset.middle ??= middle(group);
  const lines = wrapped(title, looks.titleWidth);
  group.replaceChildren(...lines.map((line, i) => {
    const text = document.createElementNS(NS, "text");
    for (const { name, value } of first.attributes) text.setAttribute(name, value);
    const y = Number(group.dataset.middle) + (i - (lines.length - 1) / 2) * 18;
    set(text, { "text-anchor": "middle", x: box.width / 2 - 10, y });
    text.textContent = line;
    return text;
  }));
}

function middle(group) {
  const places = [...group.querySelectorAll("text")].map((text) => Number(text.getAttribute("y")));
  return places.reduce((sum, y) => sum + y, 0) / places.length;
}

function wrapped(words, width) {
  const lines = [""];
  for (const word of words.split(" ")) {
    if (lines.at(-1).length + word.length >= width) lines.push("");
    lines[lines.length - 1] += (lines.at(-1) && " ") + word;
  }
  return lines;
}
