// Drop-down lists, one a factor: those of ipywidgets where a host has them, the page's own elsewhere. They show
// given labels, and report only what a reader chooses.
import { UNKNOWN } from "../core/decision_diagrams.js";
import { make } from "../elements/elements.js";
import { managerOf, modelOf, onEvent } from "./models.js";

/** @typedef {import("./models.js").Model} Model */
/** @typedef {{list: import("./models.js").JupyterModel, element: HTMLElement}} Widget a list of the host */
/** @typedef {{element: HTMLElement, show: (labels: string[], index: number, disabled: boolean) => void}} List */
/** @typedef {(place: number, code: number) => void} Choose */

/** The widgets that a host has for the facts, each with an element that shows it. @param {Model} model @returns {Promise<Widget[]>} */
export const dropdownWidgets = (model) =>
  Promise.all(
    model.get("controls").map(async (id) => {
      const list = await modelOf(model, id);
      return { list, element: (await managerOf(model).create_view(list)).el };
    }),
  );

/** Lists that are widgets. @param {Widget[]} widgets @param {Choose} choose @param {AbortSignal} signal ends it @returns {List[]} */
export const widgetLists = (widgets, choose, signal) =>
  widgets.map(({ list, element }, place) => {
    const chosen = (
      /** @type {unknown} */ _,
      /** @type {number} */ index,
      /** @type {{updated_view?: unknown} | undefined} */ options,
    ) => {
      if (options?.updated_view) choose(place, index + UNKNOWN);
    };
    onEvent(list, "change:index", chosen, signal);
    const show = (
      /** @type {string[]} */ labels,
      /** @type {number} */ index,
      /** @type {boolean} */ disabled,
    ) => {
      list.set({ _options_labels: labels, index, disabled });
      // After a refused choice the element differs from its model, which has not changed.
      list.trigger("change", list, {});
    };
    return { element, show };
  });

/** Lists of the page's own. @param {import("../core/guide").Guide} guide @param {Choose} choose @returns {List[]} */
export const pageLists = (guide, choose) =>
  guide.factors.map(({ question, levels }, place) => {
    const options = [UNKNOWN, ...levels].map(() => make("option"));
    const element = make("select", { "aria-label": question }, ...options);
    element.addEventListener("change", () => choose(place, element.selectedIndex + UNKNOWN));
    const show = (
      /** @type {string[]} */ labels,
      /** @type {number} */ index,
      /** @type {boolean} */ disabled,
    ) => {
      for (const [i, label] of labels.entries()) element.options[i].textContent = label;
      Object.assign(element, { selectedIndex: index, disabled });
    };
    return { element, show };
  });
