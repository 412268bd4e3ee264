// The answer in a line: each group that it names is a way to its box.
import { answerParts } from "../core/answer.js";
import { button } from "../elements/buttons.js";
import { make } from "../elements/elements.js";

/**
 * @param {import("../core/pathway.js").Pathway} pathway
 * @param {(treatment: string) => void} choose
 * @returns {Node[]} a sentence each, with the class of its status
 */
export function answerLine(pathway, choose) {
  return answerParts(pathway).map(({ status, pattern, groups }) => {
    const [before, after = ""] = pattern.split("{labels}");
    const names = (pattern.includes("{labels}") ? groups : []).flatMap(({ id, name }, i) => [
      ...(i ? [", "] : []),
      button(name, () => choose(id), { class: "pp-name" }),
    ]);
    return make("span", { class: `pp-answer-${status} pp-${status}` }, before, ...names, `${after} `);
  });
}
