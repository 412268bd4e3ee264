// The cell of a notebook that something stands in; in a page of its own there is none.

/** Whether a cell was run alone just now, or there is no notebook: then what it shows may take the keys. @param {Element} el */
export function ranJustNow(el) {
  const at = document.activeElement;
  if (at?.closest(".cm-editor, input, select, textarea, .pp-hall")) return false;
  const cell = el.closest(".jp-Cell");
  const active = document.querySelector(".jp-Notebook .jp-Cell.jp-mod-active");
  const ran = cell === active || Boolean(cell && cell.nextElementSibling === active);
  return ran || (!active && at === document.body);
}

/** Bring what a cell shows into sight once, where the cell was run alone just now. @param {Element} el */
export function comeIntoSight(el) {
  setTimeout(() => {
    if (!el.closest(".jp-Cell") || !ranJustNow(el)) return;
    for (const wait of [0, 300]) setTimeout(() => el.scrollIntoView({ block: "start" }), wait);
  }, 0);
}

/** Bring what has the focus into sight, also after the notebook has scrolled to its next cell. @param {Element} element */
export function bringIntoSight(element) {
  for (const wait of [0, 150, 500]) {
    setTimeout(() => {
      if (element.contains(document.activeElement)) element.scrollIntoView({ block: "start" });
    }, wait);
  }
}

/** To the next cell of the notebook. @param {Element} el */
export function toNextCell(el) {
  const next = el.closest(".jp-Cell")?.nextElementSibling;
  next
    ?.querySelector(".jp-InputPrompt, .jp-Cell-inputWrapper")
    ?.dispatchEvent(new MouseEvent("mousedown", { bubbles: true }));
  if (next instanceof HTMLElement) next.focus();
  next?.scrollIntoView({ block: "nearest" });
}
