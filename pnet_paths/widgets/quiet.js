// JupyterLab takes keys for commands unless what has the focus says that it wants them.

/** Let every control around `element` say so of plain keys: Ctrl + S and its like stay JupyterLab's. */
export function keepKeys(element, signal) {
  // JupyterLab listens at the document; at the window, and on the way down, we are before it.
  window.addEventListener("keydown", ({ target, ctrlKey, metaKey }) => {
    const ours = element.closest(".jp-OutputArea-output") ?? element;
    if (ours.contains(target)) target.toggleAttribute("data-lm-suppress-shortcuts", !ctrlKey && !metaKey);
  }, { capture: true, signal });
}
