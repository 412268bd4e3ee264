// Plain keys stay with the element that has the focus; JupyterLab would take them for commands.
import { listen } from "../elements/events.js";

/**
 * Have JupyterLab leave plain keys to every control around an element; Ctrl + S and its like stay its own.
 * @param {Element} element
 * @param {AbortSignal} signal ends it
 */
export function keepPlainKeys(element, signal) {
  // JupyterLab listens on the document; a capturing listener on the window runs before it.
  listen(window, "keydown", { capture: true, signal }, ({ target, ctrlKey, metaKey }) => {
    const ours = element.closest(".jp-OutputArea-output") ?? element;
    if (!(target instanceof Element) || !ours.contains(target)) return;
    target.toggleAttribute("data-lm-suppress-shortcuts", !ctrlKey && !metaKey);
  });
}
