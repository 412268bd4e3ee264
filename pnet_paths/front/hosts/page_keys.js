// Lets keys turn pages: arrows, Page Up and Page Down (as presenters' remotes send), Home and End,
// wherever the focus is among what belongs together. It knows what was pressed, not what it means.

const STEPS = {
  ArrowRight: "next",
  PageDown: "next",
  ArrowLeft: "back",
  PageUp: "back",
  Home: "first",
  End: "last",
};
// There arrows and Home have a meaning of their own.
const OWN = ".pp-drawing, select, input, textarea, .pp-card, .pp-outline";
const EVERYWHERE = new Set(["PageDown", "PageUp"]);

function render({ model, el }) {
  const ends = new AbortController();
  const find = () => el.closest(`.${model.get("around")}`);
  const listen = (event) => {
    const step = STEPS[event.key];
    const within = find()?.contains(event.target);
    if (!step || !within || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest(OWN) && !EVERYWHERE.has(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    model.send({ step });
  };
  document.addEventListener("keydown", listen, { capture: true, signal: ends.signal });
  return () => ends.abort();
}

export default { render };
