// A drawing as an element of the page.
import { make } from "./card.js";

/** A name that no other view has. Hosts load the module once for each widget: no counter would do. */
export const once = () => `pp-view-${Math.random().toString(36).slice(2, 10)}`;

/** An SVG element whose ids are its own, also where the same drawing is shown twice. */
export function picture(text, unique) {
  if (!text.startsWith("<svg")) return make("div", { role: "alert" }, text);
  const template = document.createElement("template");
  template.innerHTML = text;
  const svg = template.content.firstElementChild;
  for (const element of svg.querySelectorAll("[id]")) {
    element.dataset.part = element.id;
    element.id = `${unique}-${element.id}`;
  }
  for (const name of ["labelledby", "describedby"]) {
    svg.setAttribute(`aria-${name}`, `${unique}-${svg.getAttribute(`aria-${name}`)}`);
  }
  svg.setAttribute("role", "group");
  return svg;
}
