// The end of a round: by kind what was right, how well sureness fitted, and what was sure and wrong.
import { asked, calibration, summary, sureAndWrong } from "../core/question_round.js";
import { joinWords } from "../core/sentences.js";
import { make } from "../elements/elements.js";
import { headRow } from "./pathway_table.js";

/** @typedef {import("../core/guide").Guide} Guide */
/** @typedef {import("../core/question_round.js").Answer} Answer */
/** @typedef {import("../core/question_round.js").Question} Question */
/** @typedef {import("../hosts/models.js").Model} Model */

/** @param {Guide} guide @param {Model} model with `answers`, and the page's `stock` of questions or those of the round @returns {HTMLElement[]} */
export function howItWent(guide, model) {
  const answers = model.get("answers");
  const stock = model.get("stock");
  const known = new Set(answers.map(({ question_id }) => question_id));
  const left = stock?.filter(({ id }) => !known.has(id)).length;
  const more = left
    ? `${left} of ${stock?.length} questions are left.`
    : "All are answered; they come again.";
  const fitted = calibration(answers).map(({ sure, right, of }) => `${sure}: ${right} of ${of} right`);
  return [
    byKind(guide, answers),
    make("p", {}, make("b", {}, "How sure, how right: "), `${fitted.join("; ")}.`),
    ...mistaken(guide, model),
    ...(stock ? [make("p", {}, more)] : []),
    make("p", { class: "pp-foot" }, guide.footer),
  ];
}

/** By kind how many were right at once, and what to look at again. @param {Guide} guide @param {Answer[]} answers */
function byKind({ factors, treatments }, answers) {
  const labels = new Map([...factors, ...treatments].map(({ id, label }) => [id, label]));
  const rows = summary(answers).map(({ kind, right, of, again }) =>
    make(
      "tr",
      {},
      make("th", { scope: "row" }, kind),
      make("td", {}, `${right} of ${of}`),
      make("td", {}, joinWords(again.map((id) => labels.get(id) ?? id)) || "nothing"),
    ),
  );
  const table = make("table", { class: "pp-table" }, headRow(["Topic", "Right at once", "Look at again"]));
  table.append(make("tbody", {}, ...rows));
  return table;
}

/** Each question with the right answer, its reason with its section, and in a page a way to the explorer. @param {Guide} guide @param {Model} model @returns {HTMLElement[]} */
function mistaken(guide, model) {
  const found = sureAndWrong(model.get("stock") ?? model.get("questions"), model.get("answers"));
  if (!found.length) return [];
  const items = found.map(({ question, answer }) => {
    const right = /** @type {Question["choices"][number]} */ (
      question.choices.find((choice) => choice.right)
    );
    const link = model.get("address")?.(question.codes, right.about || question.topic);
    return make(
      "li",
      {},
      make("p", {}, make("b", {}, asked(guide, question))),
      make("p", {}, `\u2715 ${answer.chosen} \u2713 ${right.text}`),
      make("p", {}, right.because),
      ...(link ? [make("a", { href: link }, "See it in the explorer")] : []),
    );
  });
  return [make("h3", {}, "Sure, and wrong"), make("ul", { class: "pp-mistaken" }, ...items)];
}
