// The flowchart as a widget of its own, following drop-down lists where there are some.
import { followBar } from "../hosts/dropdowns.js";
import { modelOf, shared } from "../hosts/models.js";
import { View } from "./drawing_view.js";

/** @param {{model: any, el: HTMLElement}} host */
async function render({ model, el }) {
  const guide = await shared(model, "document");
  const models = (/** @type {string} */ name) =>
    Promise.all((model.get(name) ?? []).map((/** @type {string} */ id) => modelOf(model, id)));
  const view = new View(model, el, guide, await models("controls"));
  view.begin();
  followBar(view, await models("bar"));
  return () => view.remove();
}

export default { render };
