// The card beside the drawing: what was chosen, told from the guide's tables.
import { capitalize, firstSentence } from "../core/sentences.js";
import { make } from "../elements/elements.js";
import { closeHelp, explainBy } from "../elements/help.js";
import { evidenceSections } from "./evidence_card.js";

/** The card of an arrow, if there is one of that id: a treatment may be called `constructor`. */
export const arrowCard = ({ arrows }, id) => (Object.hasOwn(arrows, id) ? arrows[id] : null);

/** The card of a treatment, decision or arrow; null where there is none of that id. */
export function card({ cards, factors }, id, told, unique) {
  const terms = glossary(cards.glossary, unique);
  if (told.look) return treatment(cards.treatments[id], told, terms, unique);
  if (told.decision) return asked(factors[told.decision.place], told.decision.answer ?? "not known", terms);
  const arrow = arrowCard(cards, id);
  return arrow && steps(arrow);
}

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
  const lists = [
    ["May be combined with", note.combined],
    ["Rather not, of its members", note.refused],
  ].filter(([, lines]) => lines.length);
  // Made last: a term is explained where it first stands, and that should be in sight.
  const details = () =>
    make(
      "details",
      make("summary", "What it is, and how it is given"),
      rest && make("p", terms(rest)),
      beside.map(([name, words]) => make("p", make("b", `${name}: `), terms(words))),
      lists.map(([name, lines]) => [make("p", make("b", `${name}:`)), bullets(lines, terms)]),
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

const bullets = (lines, terms) => make("ul", ...lines.map((words) => make("li", terms(words))));

/** Words, each with what is told of it. */
const defined = (pairs, terms) =>
  make("dl", ...pairs.map(([name, words]) => [make("dt", name), make("dd", terms(words))]));

const MARKS = new Map([
  [true, "\u2713"],
  [false, "\u2715"],
  [null, "?"],
]);

/** Why, why not, and what would change it. */
function why({ why: deciding, why_not: barriers, changes }, status, terms) {
  const whyNot = status === "depends" ? "What would make it offered" : "Why not";
  const noChange = make("p", "No change of one fact or two makes it offered, or no longer offered.");
  const check = ({ label, wanted, here, met }) => {
    const otherwise = here === wanted ? "" : ` (here: ${here})`;
    return make("li", make("b", MARKS.get(met)), ` ${label}: ${wanted}`, otherwise);
  };
  const row = ({ reason, checks, basis }) => {
    const told = make("p", terms(reason), " ", make("small", `(${basis})`));
    return make("div", told, make("ul.pp-checks", ...checks.map(check)));
  };
  const sentences = (told) => some(told, 3, (few) => bullets(few, terms));
  return [
    deciding.length > 0 && [make("h3", "Why"), some(deciding, 2, (rows) => make("div", ...rows.map(row)))],
    barriers.length > 0 && [make("h3", whyNot), sentences(barriers)],
    make("h3", "What would change this"),
    changes.length ? sentences(changes) : noChange,
  ];
}

/** The first of many, the others on demand. */
function some(all, first, show) {
  if (all.length <= first + 1) return show(all);
  const rest = all.slice(first);
  const more = make("details", make("summary", `${rest.length} more`), show(rest));
  return make("div", show(all.slice(0, first)), more);
}

const asked = (found, answer, terms) => [
  make("h2", found.question),
  make("p", make("b", `Here: ${answer}`)),
  make("p", terms(found.help)),
  defined(
    found.levels.map(({ label, definition }) => [label, definition]),
    terms,
  ),
  cited(found.section, found.source),
];

function steps(found) {
  const all = found.steps.map(({ label, when, inferred }) =>
    make("li", make("b", label), when && ` ${when}`, inferred && " († our inference)"),
  );
  return [make("h2", found.title), make("ul", ...all), cited(found.section, found.source)];
}

const cited = (section, source) => make("p.pp-cited", `${source}: ${section}`);

/** Marks the first use of each term in a card and explains it in place, in a popover. */
export function glossary(terms, unique) {
  const seen = new Set();
  return (words) => {
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

/** A word that opens its explanation. Not a button element: that would not flow with its line. */
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

function first(terms, words, seen) {
  const pattern = new RegExp(terms.pattern, "giu");
  for (const match of words.matchAll(pattern)) {
    const term = terms.names[match[0].toLowerCase()];
    if (term && !seen.has(term)) return { term, word: match[0], start: match.index };
  }
  return null;
}
