// Models of widgets: those of a host, those of views without one, and values that several widgets share.
import { layoutOf } from "../drawing/graphviz.js";

/** @typedef {import("../core/question_round.js").Question} Question */
/** @typedef {import("../core/question_round.js").SavedAnswer} SavedAnswer */
/** @typedef {import("../core/guide").Guide} Guide */
/** @typedef {import("../drawing/graphviz.js").Packed} Packed */

/**
 * What the models of our views hold, by name: the traits of a widget, or what a page has in their place.
 * @typedef {object} Values
 * @property {Guide | string} document a text names the model that holds it
 * @property {Promise<Packed> | Packed} engine likewise
 * @property {{codes: number[], svg: string, view?: string} | Record<string, never> | null} drawing the first one, if the host has made it
 * @property {string} view which view of the explorer is shown
 * @property {string} selected the part of the drawing whose card is open
 * @property {number[]} codes
 * @property {number[]} assumed the places of the factors whose facts are assumed
 * @property {number[]} other profile B
 * @property {import("../core/guide").SourceData | null} sources what the guides are compared by, where there are several
 * @property {(Guide | string)[]} documents of these guides; none before the host has sent them
 * @property {string[]} controls the models of the host's lists of the facts
 * @property {string} case its id
 * @property {number} scene its number, from 1
 * @property {string[]} guess ids of groups
 * @property {boolean} revealed
 * @property {boolean} predict whether scenes are blank at first
 * @property {Record<string, string[]>} notes to the scenes of each case
 * @property {string} level of the questions
 * @property {Record<string, string[]>} levels the kinds of questions of each level, in a page
 * @property {Question[]} questions of the round
 * @property {Question[]} [stock] all questions, in a page
 * @property {SavedAnswer[]} answers
 * @property {(codes: number[], card: string) => string} [address] of a profile in the explorer, in a page
 */

/** @typedef {(...words: never[]) => void} Act what is done at an event */

/**
 * A model of a view: a widget's, or one of the page's own.
 * @typedef {object} Model
 * @property {<Name extends keyof Values>(name: Name) => Values[Name]} get
 * @property {<Name extends keyof Values>(name: Name, value: Values[Name]) => void} set
 * @property {(event: string, act: Act) => void} on
 * @property {(event: string, act: Act) => void} off
 * @property {() => void} save_changes
 * @property {(message: object) => void} [send]
 * @property {Manager} [widget_manager]
 */

/**
 * A model as Jupyter has it, of another widget of the page.
 * @typedef {object} JupyterModel
 * @property {(name: string) => unknown} get
 * @property {(values: object) => void} set
 * @property {(event: string, ...words: unknown[]) => void} trigger
 * @property {(event: string, act: Act) => void} on
 * @property {(event: string, act: Act) => void} off
 * @property {boolean} [comm_live]
 * @property {{jsServicesComm?: {isDisposed?: boolean}}} [comm]
 */

/** @typedef {{get_model: (id: string) => Promise<JupyterModel>, create_view: (model: JupyterModel) => Promise<{el: HTMLElement}>}} Manager of the widgets of a page */
/** @typedef {{model: Model, el: HTMLElement}} Cell what a host gives a view */

/** Another model, where a host has a manager of them. @param {Model} model @param {string} id */
export const modelOf = (model, id) => managerOf(model).get_model(id.replace("IPY_MODEL_", ""));

/** @param {Model} model of a widget */
export const managerOf = (model) => /** @type {Manager} */ (model.widget_manager);

/**
 * The value of a trait, read from the widget that shares it with others where there is one.
 * @template {"document" | "engine"} Name
 * @param {Model} model
 * @param {Name} name of the trait
 */
export async function sharedValue(model, name) {
  return /** @type {Name extends "document" ? Guide : Packed} */ (await valueIn(model, model.get(name)));
}

/** The guides that are compared, read likewise; none before the host has sent them. @param {Model} model */
export const sharedGuides = (model) =>
  /** @type {Promise<Guide[]>} */ (Promise.all(model.get("documents").map((each) => valueIn(model, each))));

/** @param {Model} model @param {unknown} value itself, or the model that holds it */
async function valueIn(model, value) {
  const isElsewhere = typeof value === "string" && value.startsWith("IPY_MODEL_");
  return isElsewhere ? (await modelOf(model, value)).get("value") : value;
}

/** Jupyter's model of the document, which shows whether Python is running; null in a page. @param {Model} model */
export function documentModel(model) {
  const id = model.get("document");
  return typeof id === "string" ? modelOf(model, id) : null;
}

/** Call `act` at each event of a model, until the signal aborts. @param {Pick<Model, "on" | "off">} model @param {string} event @param {Act} act @param {AbortSignal} signal */
export function onEvent(model, event, act, signal) {
  model.on(event, act);
  signal.addEventListener("abort", () => model.off(event, act));
}

/** The layout engine of this page, loaded from a widget's trait the first time. @param {Model} model */
export const loadLayout = (model) => layoutOf(() => sharedValue(model, "engine"));

const CANNOT =
  "cannot be drawn here: the browser has or allows no WebAssembly, or Graphviz is missing. Try another browser; in a " +
  "notebook, install pnet-paths again.";
export const NO_ENGINE = `Pathways ${CANNOT} The words below show the same.`;

/** Whether Python is running behind a model of Jupyter. A kernel that is shut down disposes of its comms without an event. @param {JupyterModel | null} model */
export const isConnected = (model) => model?.comm_live !== false && !model?.comm?.jsServicesComm?.isDisposed;

/**
 * A model of values without a host: for a view inside another one, or in a page.
 * @param {Partial<Values>} values
 * @param {Manager} [manager] of the widgets of the page
 * @returns {Model}
 */
export function localModel(values, manager) {
  /** @type {Map<string, Act[]>} */
  const listeners = new Map();
  return {
    get: (name) => /** @type {Values[typeof name]} */ (values[name]),
    set(name, value) {
      if (values[name] === value) return;
      values[name] = value;
      for (const act of listeners.get(`change:${name}`) ?? []) act(.../** @type {never[]} */ ([this, value]));
    },
    on(event, act) {
      listeners.set(event, [...(listeners.get(event) ?? []), act]);
    },
    off(event, act) {
      listeners.set(
        event,
        (listeners.get(event) ?? []).filter((other) => other !== act),
      );
    },
    save_changes() {},
    widget_manager: manager,
  };
}

/** The model of a drawing inside another view. @param {Model} model the other view's @param {Values["drawing"]} [drawing] the first one, if the host has drawn it */
export const drawingModel = (model, drawing) =>
  localModel(
    { view: "path", selected: "", engine: model.get("engine"), drawing: drawing ?? null },
    model.widget_manager,
  );
