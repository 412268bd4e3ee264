// The cell of a notebook that shows a view; in a page of its own there is none.

/** Whether a cell was just run alone, or there is no notebook: then what it shows may take the focus. @param {Element} el */
export function wasJustRun(el) {
  const at = document.activeElement;
  if (at?.closest(".cm-editor, input, select, textarea, .pp-hall")) return false;
  const cell = el.closest(".jp-Cell");
  const active = document.querySelector(".jp-Notebook .jp-Cell.jp-mod-active");
  const ran = cell === active || Boolean(cell && cell.nextElementSibling === active);
  return ran || (!active && at === document.body);
}

/** Scroll to what a cell shows, if the cell was just run alone. @param {Element} el */
export function scrollToResult(el) {
  setTimeout(() => {
    if (!el.closest(".jp-Cell") || !wasJustRun(el)) return;
    for (const wait of [0, 300]) setTimeout(() => el.scrollIntoView({ block: "start" }), wait);
  }, 0);
}

/** Scroll to an element while it has the focus, also after the notebook has scrolled to its next cell. @param {Element} element */
export function scrollToFocus(element) {
  for (const wait of [0, 150, 500]) {
    setTimeout(() => {
      if (element.contains(document.activeElement)) element.scrollIntoView({ block: "start" });
    }, wait);
  }
}

/** Move the focus to the next cell of the notebook. @param {Element} el */
export function focusNextCell(el) {
  const next = el.closest(".jp-Cell")?.nextElementSibling;
  next
    ?.querySelector(".jp-InputPrompt, .jp-Cell-inputWrapper")
    ?.dispatchEvent(new MouseEvent("mousedown", { bubbles: true }));
  if (next instanceof HTMLElement) next.focus();
  next?.scrollIntoView({ block: "nearest" });
}
