// JupyterLab takes keys for commands unless what has the focus says that it wants them.

/** Let every control around `element` say so, as soon as it has the focus. */
export function keepKeys(element, signal) {
  document.addEventListener("focusin", ({ target }) => {
    const ours = element.closest(".jp-OutputArea-output") ?? element;
    if (ours.contains(target)) target.setAttribute("data-lm-suppress-shortcuts", "true");
  }, { signal });
}
