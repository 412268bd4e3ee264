// What a round of questions needs of the page: its style from the start, its keys to itself, and the
// focus at the first choice of the next question.
import { keepKeys } from "./quiet.js";

function render({ model, el }) {
  const ends = new AbortController();
  keepKeys(el, ends.signal);
  const first = () => el.closest(".pp-quiz")?.querySelector("input[type=radio]:not(:disabled)")?.focus();
  const asked = () => setTimeout(first, 100); // the choices come in messages of their own
  model.on("msg:custom", asked);
  return () => {
    model.off("msg:custom", asked);
    ends.abort();
  };
}

export default { render };
