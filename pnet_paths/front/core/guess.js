// What a learner expects the guide to offer, and what becomes of it once the answer is shown.

/** @typedef {import("./pathway.js").Pathway} Pathway */
/** @typedef {"right" | "wrong" | "open" | "missed"} Outcome */

/** How the outcome of a guess is marked in the drawing, and listed. @type {Record<Outcome, {sign: string, words: string}>} */
export const OUTCOMES = {
  right: { sign: "\u2713 expected", words: "Offered, as you expected" },
  wrong: { sign: "\u2715 expected", words: "Not offered here, though you expected it" },
  open: { sign: "\u2026 expected", words: "Expected, and still open here" },
  missed: { sign: "+ missed", words: "Offered, and you did not expect it" },
};

/** The groups that can be guessed: those of a blank drawing. @param {import("./guide").Guide} guide @returns {string[]} */
export const guessable = ({ drawing, treatments }) =>
  drawing.ranks.path.flat().filter((id) => treatments.some((each) => each.id === id && !each.isService));

/** @param {Pathway} pathway @param {string} id of a group @param {boolean} expected @returns {Outcome | ""} */
function outcome(pathway, id, expected) {
  if (pathway.isOffered(id)) return expected ? "right" : "missed";
  if (!expected) return "";
  return pathway.status(id) === "depends" ? "open" : "wrong";
}

/**
 * What became of each group that was expected, or is offered; nothing where nothing was guessed.
 * @param {Pathway} pathway
 * @param {string[]} guess ids of the groups that were expected to be offered
 * @returns {[id: string, outcome: Outcome][]}
 */
export function outcomes(pathway, guess) {
  if (!guess.length) return [];
  return guessable(pathway.guide)
    .map((id) => /** @type {[string, Outcome | ""]} */ ([id, outcome(pathway, id, guess.includes(id))]))
    .filter(/** @returns {each is [string, Outcome]} */ (each) => each[1] !== "");
}

/**
 * The group that says most: one that was guessed wrongly, else one that has changed, else the one with the strongest status.
 * @param {Pathway} pathway
 * @param {Pathway | null} before of the scene before
 * @param {string[]} guess
 * @returns {string}
 */
export function saysMost(pathway, before, guess) {
  const outcomeOf = new Map(outcomes(pathway, guess));
  const changed = before ? pathway.changedSince(before).map(({ id }) => id) : [];
  const interest = (/** @type {string} */ id) =>
    4 * Number(["wrong", "missed"].includes(outcomeOf.get(id) ?? "")) + 2 * Number(changed.includes(id));
  const { caveats, offered } = pathway.guide;
  const strongest = [...offered, ...caveats, "depends", "not_named"];
  const place = (/** @type {string} */ id) => strongest.indexOf(pathway.status(id));
  const [first] = guessable(pathway.guide).sort((a, b) => interest(b) - interest(a) || place(a) - place(b));
  return first ?? "";
}
