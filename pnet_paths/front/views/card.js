// The card beside the drawing: what was chosen, told from the guide's tables.
import { capital } from "../core/sentences.js";
import { closeHelp, explainBy, make } from "./elements.js";

const FIELDS = [
  ["mechanism", "How it works"],
  ["given", "How it is given"],
  ["given_by", "By whom"],
  ["goal", "Goal"],
  ["side_effects", "Side effects"],
  ["aftercare", "Aftercare"],
  ["brand", "Brand names"],
];

/** The card of an arrow, if there is one of that id: a treatment may be called `constructor`. */
export const arrowCard = ({ arrows }, id) => (Object.hasOwn(arrows, id) ? arrows[id] : null);

/** The card of a treatment, decision or arrow; null where there is none of that id. */
export function card({ cards, factors }, id, { look, inferred, note, decision, reasons }, unique) {
  const terms = glossary(cards.glossary, unique);
  if (look) return treatment(cards.treatments[id], look, inferred, note, reasons, terms, unique);
  if (decision) return asked(factors[decision.place], decision.answer ?? "not known", terms);
  const arrow = arrowCard(cards, id);
  return arrow && steps(arrow);
}

function treatment(found, look, inferred, note, reasons, terms, unique) {
  const status = explained(`${look.symbol} ${look.word}`, look.meaning, `${unique}-status`);
  const mark = inferred ? [" ", ...explained("\u2020 our inference", OURS, `${unique}-inference`)] : [];
  const gist = GIST.exec(found.summary)?.[0] ?? "";
  const parts = [make("h2", {}, found.label)];
  if (gist) parts.push(make("p", { class: "pp-gist" }, ...terms(gist)));
  parts.push(make("p", { class: "pp-told" }, ...status, ...mark));
  if (note.line) parts.push(make("p", {}, make("b", {}, capital(note.line))));
  if (note.marks.length) parts.push(make("p", {}, make("b", {}, capital(note.marks.join("; ")))));
  parts.push(...why(reasons, look, terms));
  const more = [];
  if (found.summary) more.push(make("p", {}, ...terms(found.summary.slice(gist.length).trim())));
  const beside = [
    ["Aim here", note.aims.join(", ")],
    ["Also a form of", found.also_form_of],
    ["Other forms", found.forms],
  ];
  for (const [name, words] of beside) {
    if (words) more.push(make("p", {}, make("b", {}, `${name}: `), ...terms(words)));
  }
  for (const [name, lines] of [
    ["May be combined with", note.combined],
    ["Rather not, of its members", note.refused],
  ]) {
    if (lines.length) more.push(make("p", {}, make("b", {}, `${name}:`)), bullets(lines, terms));
  }
  const list = make("dl");
  for (const [field, name] of FIELDS) {
    if (found[field]) list.append(make("dt", {}, name), make("dd", {}, ...terms(found[field])));
  }
  const details = make("details", {}, make("summary", {}, "What it is, and how it is given"), ...more, list);
  return [...parts, details, cited(note.section || found.section, found.source)];
}

const GIST = /^.*?\.(?= |$)/; // the first sentence
const OURS = "The guide does not say this in so many words: we conclude it from what it says.";

const bullets = (lines, terms) => make("ul", {}, ...lines.map((words) => make("li", {}, ...terms(words))));

const MARKS = new Map([
  [true, "\u2713"],
  [false, "\u2715"],
  [null, "?"],
]);

/** Why, why not, and what would change it. */
function why({ why: deciding, why_not: barriers, changes }, look, terms) {
  const parts = [];
  const section = (name, ...content) => parts.push(make("h3", {}, name), ...content);
  const row = ({ reason, checks, basis }) =>
    make(
      "div",
      {},
      make("p", {}, ...terms(reason), " ", make("small", {}, `(${basis})`)),
      make(
        "ul",
        { class: "pp-checks" },
        ...checks.map(({ label, wanted, here, met }) =>
          make(
            "li",
            {},
            make("b", {}, MARKS.get(met) ?? ""),
            ` ${label}: ${wanted}`,
            here === wanted ? "" : ` (here: ${here})`,
          ),
        ),
      ),
    );
  if (deciding.length)
    section(
      "Why",
      some(deciding, 2, (rows) => make("div", {}, ...rows.map(row))),
    );
  if (barriers.length) {
    section(look.word === "depends" ? "What would make it offered" : "Why not", sentences(barriers, terms));
  }
  section(
    "What would change this",
    changes.length
      ? sentences(changes, terms)
      : make("p", {}, "No change of one fact or two makes it offered, or no longer offered."),
  );
  return parts;
}

const sentences = (told, terms) => some(told, 3, (few) => bullets(few, terms));

/** The first of many, the others on demand. */
function some(all, first, show) {
  if (all.length <= first + 1) return show(all);
  const rest = all.slice(first);
  return make(
    "div",
    {},
    show(all.slice(0, first)),
    make("details", {}, make("summary", {}, `${rest.length} more`), show(rest)),
  );
}

function asked(found, answer, terms) {
  const levels = make("dl");
  for (const { label, definition } of found.levels) {
    levels.append(make("dt", {}, label), make("dd", {}, ...terms(definition)));
  }
  return [
    make("h2", {}, found.question),
    make("p", {}, make("b", {}, `Here: ${answer}`)),
    make("p", {}, ...terms(found.help)),
    levels,
    cited(found.section, found.source),
  ];
}

function steps(found) {
  const list = make("ul");
  for (const step of found.steps) {
    const mark = step.inferred ? " († our inference)" : "";
    list.append(make("li", {}, make("b", {}, step.label), step.when && ` ${step.when}`, mark));
  }
  return [make("h2", {}, found.title), list, cited(found.section, found.source)];
}

const cited = (section, source) => make("p", { class: "pp-cited" }, `${source}: ${section}`);

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
  const help = make("span", { class: "pp-help", id }, definition);
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
