// Other widgets' models of the same page, and what is handed over once for all widgets of a kernel.
import { layoutOf } from "../drawing/layout.js";

/** Another model, where a host has a manager of them. @param {any} model @param {string} id */
export const modelOf = (model, id) => model.widget_manager.get_model(id.replace("IPY_MODEL_", ""));

/**
 * A value that stands in a widget of its own, as several share it.
 * @param {any} model
 * @param {string} name of the trait
 */
export async function shared(model, name) {
  const value = model.get(name);
  if (typeof value !== "string" || !value.startsWith("IPY_MODEL_")) return value;
  return (await modelOf(model, value)).get("value");
}

/** Bytes as a host hands them over. @param {any} value */
const bytes = (value) =>
  value?.buffer ? new Uint8Array(value.buffer, value.byteOffset, value.byteLength) : value;

/** The engine of this page, from a widget's trait if nobody has loaded it yet. @param {any} model */
export const engineOf = (model) => layoutOf(() => shared(model, "engine").then(bytes));

export const NO_ENGINE = "This page has no Graphviz to draw with: install pnet-paths again to have it.";

/** Whether Python still hears of a model. A kernel that was shut down disposes of its comms without a word. @param {any} model */
export const listens = (model) => model.comm_live !== false && !model.comm?.jsServicesComm?.isDisposed;
