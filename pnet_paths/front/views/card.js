// The card beside the drawing: what was chosen, told from the guide's tables.
import { capitalize, firstSentence } from "../core/sentences.js";
import { make } from "../elements/elements.js";
import { closeHelp, explainBy } from "../elements/help.js";
import { evidenceSections } from "./evidence_card.js";

/** @typedef {import("../core/guide").Cards} Cards */
/** @typedef {import("../core/guide").Factor} Factor */
/** @typedef {import("../core/guide").Guide} Guide */
/** @typedef {import("../elements/elements.js").Part} Part */
/** @typedef {ReturnType<typeof import("../core/card_notes.js").explanation>} Explanation */
/** @typedef {(words: string) => (string | Node)[]} Explain stands a text's terms beside what they mean */
/**
 * What is told of a treatment for a profile.
 * @typedef {object} Told
 * @property {import("../core/guide").Status} status
 * @property {import("../core/guide").StatusLook} look
 * @property {boolean} inferred
 * @property {ReturnType<typeof import("../core/card_notes.js").note>} note
 * @property {Explanation} reasons
 * @property {import("../core/evidence.js").Behind | null} evidence
 */

/** The card of an arrow, if there is one of that id: a treatment may be called `constructor`. @param {Cards} cards @param {string} id */
export const arrowCard = ({ arrows }, id) => (Object.hasOwn(arrows, id) ? arrows[id] : null);

/** The card of a treatment, decision or arrow; null where there is none of that id. @param {Guide} guide @param {string} id @param {Told | null} told @param {import("../core/route.js").Decision | undefined} decision @param {string} unique begins the ids */
export function card({ cards, factors }, id, told, decision, unique) {
  const terms = glossary(cards.glossary, unique);
  if (told) return treatment(cards.treatments[id], told, terms, unique);
  if (decision) return asked(factors[decision.place], decision.answer ?? "not known", terms);
  const arrow = arrowCard(cards, id);
  return arrow && steps(arrow);
}

/** @param {import("../core/guide").TreatmentCard} found @param {Told} about @param {Explain} terms @param {string} unique @returns {Part[]} */
function treatment(found, { status, look, inferred, note, reasons, evidence }, terms, unique) {
  const answer = explained(`${look.symbol} ${look.word}`, look.meaning, `${unique}-status`);
  const mark = inferred && [" ", explained("\u2020 our inference", OURS, `${unique}-inference`)];
  const gist = firstSentence(found.summary);
  const [told, marks] = [note.line, note.marks.join("; ")].map(
    (words) => words && make("p", make("b", capitalize(words))),
  );
  const rest = found.summary.slice(gist.length).trim();
  const beside = [
    ["Aim here", note.aims.join(", ")],
    ["Also a form of", found.alsoFormOf],
    ["Other forms", found.forms],
  ].filter(([, words]) => words);
  /** @type {[string, string[]][]} */
  const lists = [
    ["May be combined with", note.combined],
    ["Rather not, of its members", note.refused],
  ];
  // Made last: a term is explained where it first stands, and that should be in sight.
  const details = () =>
    make(
      "details",
      make("summary", "What it is, and how it is given"),
      rest && make("p", terms(rest)),
      beside.map(([name, words]) => make("p", make("b", `${name}: `), terms(words))),
      lists
        .filter(([, lines]) => lines.length)
        .map(([name, lines]) => [make("p", make("b", `${name}:`)), bullets(lines, terms)]),
      defined(found.fields, terms),
    );
  return [
    make("h2", found.label),
    gist && make("p.pp-gist", terms(gist)),
    make("p.pp-told", answer, mark),
    told,
    marks,
    why(reasons, status, terms),
    details(),
    cited(note.section || found.section, found.source),
    evidence && evidenceSections(evidence, terms),
  ];
}

const OURS = "The guide does not say this in so many words: we conclude it from what it says.";

/** @param {string[]} lines @param {Explain} terms */
const bullets = (lines, terms) => make("ul", ...lines.map((words) => make("li", terms(words))));

/** Words, each with what is told of it. @param {[string, string][]} pairs @param {Explain} terms */
const defined = (pairs, terms) =>
  make("dl", ...pairs.map(([name, words]) => [make("dt", name), make("dd", terms(words))]));

/** @typedef {Explanation["why"][number]} Deciding */
/** @typedef {Deciding["checks"][number]} Check */

/** @type {Map<boolean | null, string>} */
const MARKS = new Map([
  [true, "\u2713"],
  [false, "\u2715"],
  [null, "?"],
]);

/** Why, why not, and what would change it. @param {Explanation} reasons @param {import("../core/guide").Status} status @param {Explain} terms @returns {Part[]} */
function why({ why: deciding, why_not: barriers, changes }, status, terms) {
  const whyNot = status === "depends" ? "What would make it offered" : "Why not";
  const noChange = make("p", "No change of one fact or two makes it offered, or no longer offered.");
  const check = (/** @type {Check} */ { label, wanted, here, met }) => {
    const otherwise = here === wanted ? "" : ` (here: ${here})`;
    return make("li", make("b", MARKS.get(met)), ` ${label}: ${wanted}`, otherwise);
  };
  const row = (/** @type {Deciding} */ { reason, checks, basis }) => {
    const told = make("p", terms(reason), " ", make("small", `(${basis})`));
    return make("div", told, make("ul.pp-checks", ...checks.map(check)));
  };
  const sentences = (/** @type {string[]} */ told) => some(told, 3, (few) => bullets(few, terms));
  return [
    deciding.length > 0 && [make("h3", "Why"), some(deciding, 2, (rows) => make("div", ...rows.map(row)))],
    barriers.length > 0 && [make("h3", whyNot), sentences(barriers)],
    make("h3", "What would change this"),
    changes.length ? sentences(changes) : noChange,
  ];
}

/** The first of many, the others on demand. @template Thing @param {Thing[]} all @param {number} first @param {(some: Thing[]) => HTMLElement} show */
function some(all, first, show) {
  if (all.length <= first + 1) return show(all);
  const rest = all.slice(first);
  const more = make("details", make("summary", `${rest.length} more`), show(rest));
  return make("div", show(all.slice(0, first)), more);
}

/** @param {Factor} found @param {string} answer @param {Explain} terms */
const asked = (found, answer, terms) => [
  make("h2", found.question),
  make("p", make("b", `Here: ${answer}`)),
  make("p", terms(found.help)),
  defined(
    found.levels.map(({ label, definition }) => /** @type {[string, string]} */ ([label, definition])),
    terms,
  ),
  cited(found.section, found.source),
];

/** @param {import("../core/guide").ArrowCard} found */
function steps(found) {
  const all = found.steps.map(({ label, when, inferred }) =>
    make("li", make("b", label), when && ` ${when}`, inferred && " († our inference)"),
  );
  return [make("h2", found.title), make("ul", ...all), cited(found.section, found.source)];
}

/** @param {string} section @param {string} source */
const cited = (section, source) => make("p.pp-cited", `${source}: ${section}`);

/** Marks the first use of each term in a card and explains it in place, in a popover. @param {import("../core/guide").Terms} terms @param {string} unique begins the ids @returns {Explain} */
export function glossary(terms, unique) {
  /** @type {Set<string>} */
  const seen = new Set();
  return (words) => {
    /** @type {(string | Node)[]} */
    const pieces = [];
    let rest = words;
    while (rest) {
      const next = first(terms, rest, seen);
      if (!next) break;
      seen.add(next.term);
      const id = `${unique}-term-${seen.size}`;
      pieces.push(rest.slice(0, next.start), ...explained(next.word, terms.definitions[next.term], id));
      rest = rest.slice(next.start + next.word.length);
    }
    return [...pieces, rest];
  };
}

/** A word that opens its explanation. Not a button element: that would not flow with its line. @param {string} word @param {string} definition @param {string} id */
function explained(word, definition, id) {
  const term = make("span", { role: "button", tabindex: 0, class: "pp-term", "aria-details": id }, word);
  const help = make("span.pp-help", { id }, definition);
  explainBy(term, help);
  term.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    term.click();
  });
  term.addEventListener("blur", () => closeHelp(help));
  return [term, help];
}

/** The first term in a text that is not explained yet. @param {import("../core/guide").Terms} terms @param {string} words @param {Set<string>} seen */
function first(terms, words, seen) {
  const pattern = new RegExp(terms.pattern, "giu");
  for (const match of words.matchAll(pattern)) {
    const term = terms.names[match[0].toLowerCase()];
    if (term && !seen.has(term)) return { term, word: match[0], start: match.index };
  }
  return null;
}
