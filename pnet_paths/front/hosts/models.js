// Other widgets' models of the same page, and what is handed over once for all widgets of a kernel.

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

/** Whether Python still hears of a model. A kernel that was shut down disposes of its comms without a word. @param {any} model */
export const listens = (model) => model.comm_live !== false && !model.comm?.jsServicesComm?.isDisposed;
