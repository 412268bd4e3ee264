// What a round of questions needs of the page: its style from the start, its keys to itself, the whole
// screen when it is wanted, and the focus at the first choice of the next question.

import { fullScreen } from "../hosts/full_screen.js";
import { keepPlainKeys } from "../hosts/plain_keys.js";
import { make } from "./card.js";

function render({ model, el }) {
  const ends = new AbortController();
  const whole = () => el.closest(".pp-quiz");
  /** @returns {HTMLInputElement[]} */
  const choices = () => [...(whole()?.querySelectorAll("input[type=radio]:not(:disabled)") ?? [])];
  const full = make("button", { type: "button", class: "pp-full" }, "Full screen");
  full.addEventListener("click", () => fullScreen(whole()));
  el.replaceChildren(full);
  keepPlainKeys(el, ends.signal);
  document.addEventListener(
    "keydown",
    (event) => {
      // 1 to 4 choose an answer
      const { key, target } = event;
      if (!(target instanceof Element)) return;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (whole()?.contains(target) && !target.closest("select, .pp-drawing"))
        choices()[Number(key) - 1]?.click();
    },
    { signal: ends.signal },
  );
  const asked = () => setTimeout(() => choices()[0]?.focus(), 100); // they come in later messages
  model.on("msg:custom", asked);
  return () => {
    model.off("msg:custom", asked);
    ends.abort();
  };
}

export default { render };
