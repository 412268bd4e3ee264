// Other widgets' models of the same page, and what is handed over once for all widgets of a kernel.
import { layoutOf } from "../drawing/graphviz.js";

/** Another model, where a host has a manager of them. @param {any} model @param {string} id */
export const modelOf = (model, id) => model.widget_manager.get_model(id.replace("IPY_MODEL_", ""));

/**
 * A value that stands in a widget of its own, as several share it.
 * @param {any} model
 * @param {string} name of the trait
 */
export async function unique(model, name) {
  const value = model.get(name);
  if (typeof value !== "string" || !value.startsWith("IPY_MODEL_")) return value;
  return (await modelOf(model, value)).get("value");
}

/** The model of the document as Jupyter has it, which knows whether Python hears; none in a page. @param {any} model */
export function hostOf(model) {
  const id = model.get("document");
  return typeof id === "string" ? modelOf(model, id) : null;
}

/** Hear of an event until the signal ends it. @param {any} model @param {string} event @param {(...words: any[]) => void} act @param {AbortSignal} signal */
export function hear(model, event, act, signal) {
  model.on(event, act);
  signal.addEventListener("abort", () => model.off(event, act));
}

/** Bytes as a host hands them over. @param {any} value */
const bytes = (value) =>
  value?.buffer ? new Uint8Array(value.buffer, value.byteOffset, value.byteLength) : value;

/** The engine of this page, from a widget's trait if nobody has loaded it yet. @param {any} model */
export const engineOf = (model) => layoutOf(() => unique(model, "engine").then(bytes));

const CANNOT =
  "cannot be drawn here: the browser has or allows no WebAssembly, or Graphviz is missing. Try another browser; in a " +
  "notebook, install pnet-paths again.";
export const NO_ENGINE = `Pathways ${CANNOT} The words below show the same.`;

/** Whether Python still hears of a model as Jupyter has it. A kernel that was shut down disposes of its comms without a word. @param {any} model */
export const listens = (model) => model?.comm_live !== false && !model?.comm?.jsServicesComm?.isDisposed;

/**
 * A model of values that no host knows of: for a view inside another one.
 * @param {Record<string, any>} values
 */
export function localModel(values) {
  /** @type {Map<string, ((...words: any[]) => void)[]>} */
  const heard = new Map();
  return {
    get: (/** @type {string} */ name) => values[name],
    /** @param {string} name @param {any} value */
    set(name, value) {
      if (values[name] === value) return;
      values[name] = value;
      for (const act of heard.get(`change:${name}`) ?? []) act(this, value);
    },
    /** @param {string} event @param {(...words: any[]) => void} act */
    on(event, act) {
      heard.set(event, [...(heard.get(event) ?? []), act]);
    },
    /** @param {string} event @param {(...words: any[]) => void} act */
    off(event, act) {
      heard.set(
        event,
        (heard.get(event) ?? []).filter((other) => other !== act),
      );
    },
    save_changes() {},
    widget_manager: values.manager,
  };
}

/** What a drawing inside another view starts from. @param {any} model the other view's @param {any} [drawing] the first one, if the host has drawn it */
export const drawingModel = (model, drawing) =>
  localModel({
    view: "path",
    selected: "",
    engine: model.get("engine"),
    manager: model.widget_manager,
    drawing,
  });
