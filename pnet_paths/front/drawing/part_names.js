// What a screen reader says of a part of a drawing.

/** @typedef {import("../core/pathway.js").Pathway} Pathway */

/** The question and the level that an answer in the drawing stands for; null for another part. @param {Pathway} pathway @param {string} id */
export function answerAt({ decisions, guide }, id) {
  const [kind, factor, level] = id.split("-");
  const decision = kind === "answer" && decisions.get(factor);
  if (!decision) return null;
  const { levels } = guide.factors[decision.place];
  const code = levels.findIndex((each) => each.id === level);
  return { decision, code, label: levels[code].label };
}

/** @param {Pathway} pathway @param {string} id of a treatment, question, answer or arrow @param {((id: string) => string) | null} [blank] names of treatments that tell no answer; then no arrow does */
export function partName(pathway, id, blank = null) {
  const { cards, looks, statuses } = pathway.guide;
  const answer = answerAt(pathway, id);
  if (answer) return `${answer.decision.question} ${answer.label}`;
  if (pathway.isTreatment(id)) {
    if (blank) return blank(id);
    const { status, line, marks, inferred } = pathway.verdict(id);
    const parts = [statuses[status].word, line, ...marks, inferred && pathway.fill("our_inference")];
    return `${pathway.treatment(id).label}: ${parts.filter(Boolean).join(", ")}`;
  }
  const decision = pathway.decisions.get(id);
  if (decision) return `${decision.question} ${decision.answer ?? pathway.fill("not_known")}`;
  if (blank) return cards.arrows[id].title;
  const labels = cards.arrows[id].steps.map(({ label }) => label).join(" / ");
  return `${cards.arrows[id].title}: ${labels}, ${looks.arrows[pathway.arrows.get(id)?.state ?? "off"].word}`;
}
