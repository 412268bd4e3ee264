// How facts, conditions and sources are put into words: Python's guide/sentences.py again.
import { grouped } from "./collections.js";

/** @typedef {{id: string, subject: string, label: string, levels: {id: string, label: string, phrase: string}[]}} Factor */
/** @typedef {Map<number, number[]>} Conditions the codes of the levels that fit, by the factor's place */

export const INFERRED = "\u2020";

/**
 * Words with the mark of an inference, if they are one.
 * @param {string} words
 * @param {boolean} inferred
 */
export const withMark = (words, inferred) => (inferred ? `${words}\u00a0${INFERRED}` : words);

/** @param {string} words */
export const capitalize = (words) => words.slice(0, 1).toUpperCase() + words.slice(1);

/** The first sentence of a text. @param {string} text @returns {string} */
export const firstSentence = (text) => /^.*?\.(?= |$)/.exec(text)?.[0] ?? "";

/**
 * Words once each, in the order of their first use.
 * @template T
 * @param {Iterable<T>} words
 * @returns {T[]}
 */
export const unique = (words) => [...new Set(words)];

/**
 * Words as a list in a sentence.
 * @param {string[]} words
 * @param {string} last the word before the last one
 * @param {boolean} comma whether a comma stands before it
 * @returns {string}
 */
export function joinWords(words, last = "and", comma = false) {
  const end = words.at(-1) ?? "";
  if (words.length < 2) return end;
  return `${words.slice(0, -1).join(", ")}${comma ? "," : ""} ${last} ${end}`;
}

/**
 * A pattern with its places filled.
 * @param {string} pattern names in braces
 * @param {Record<string, string | number>} words
 * @returns {string}
 */
export function fillPattern(pattern, words) {
  return pattern.replace(/\{(\w+)\}/g, (_, name) => String(words[name]));
}

/**
 * Facts as a clause; several levels are joined by "or", facts of another subject follow.
 * @param {string} subject
 * @param {Factor[]} factors
 * @param {Conditions} conditions
 * @param {number[]} ours the places of the factors that the source does not ask for; they are marked
 * @returns {string}
 */
export function clause(subject, factors, conditions, ours = []) {
  const parts = predicates(subject, factors, conditions, ours).map(([each, said]) => `${each} ${said}`);
  return joinWords(parts, "and", true);
}

/**
 * Facts as what a sentence is about: any subject that has them.
 * @param {string} subject
 * @param {Factor[]} factors
 * @param {Conditions} conditions
 * @param {number[]} ours the places of the factors that the source does not ask for; they are marked
 * @returns {string}
 */
export function scopePhrase(subject, factors, conditions, ours = []) {
  const parts = predicates(subject, factors, conditions, ours);
  const such = parts
    .filter(([each]) => each === subject)
    .map(([, said]) => `for ${indefinite(subject)} that ${said}`);
  const where = parts.filter(([each]) => each !== subject).map(([each, said]) => `where ${each} ${said}`);
  return [...such, ...where].join(", ");
}

/** Any such thing: "a tumor" for "the tumor". @param {string} subject */
function indefinite(subject) {
  const [, name] = /^the (.+)$/.exec(subject) ?? [];
  if (!name) return subject;
  return `${"aeiou".includes(name[0]) ? "an" : "a"} ${name}`;
}

/**
 * By subject what is said of it.
 * @param {string} subject
 * @param {Factor[]} factors
 * @param {Conditions} conditions
 * @param {number[]} ours
 * @returns {[string, string][]}
 */
function predicates(subject, factors, conditions, ours = []) {
  const said = [...conditions]
    .sort(([a], [b]) => a - b)
    .map(([place, codes]) => {
      const phrases = factors[place].levels
        .filter((_, code) => codes.includes(code))
        .map(({ phrase }) => phrase);
      return {
        about: factors[place].subject || subject,
        phrase: joinAlternatives(phrases) + (ours.includes(place) ? INFERRED : ""),
      };
    });
  const bySubject = grouped(said, ({ about }) => about);
  return [...bySubject].map(([about, all]) => [about, joinPhrases(all.map(({ phrase }) => phrase))]);
}

/**
 * Phrases in a row; those that begin with the same verb share it, but for "has" and a "not".
 * @param {string[]} phrases
 * @returns {string}
 */
function joinPhrases(phrases) {
  /** @type {{verb: string, parts: string[]}[]} */
  const runs = [];
  for (const phrase of phrases) {
    const [verb, ...words] = phrase.split(" ");
    const rest = words.join(" ");
    const alone = verb === "has" || rest.startsWith("not ");
    const run = runs.at(-1);
    if (run && run.verb === verb && !alone) run.parts.push(rest);
    else runs.push(alone ? { verb: "", parts: [phrase] } : { verb, parts: [rest] });
  }
  const parts = runs.map(({ verb, parts }) => `${verb} ${joinWords(parts)}`.trim());
  const parted = parts.some((each) => / and |, /.test(each));
  return joinWords(parts, "and", parted || parts.length > 2);
}

/**
 * Phrases as alternatives that share how they begin and end.
 * @param {string[]} phrases
 * @returns {string}
 */
export function joinAlternatives(phrases) {
  const words = phrases.map((phrase) => phrase.split(/\s+/).filter(Boolean));
  let begin = commonStart(words);
  const rests = words.map((each) => each.slice(begin.length));
  const end = commonStart(rests.map((each) => [...each].reverse())).reverse();
  let middles = rests.map((each) => each.slice(0, each.length - end.length).join(" "));
  const whole = middles.every(Boolean);
  if (phrases.length === 2 && !whole) return joinOverlapping(phrases);
  if (phrases.length === 1 || !whole) return joinWords(phrases, "or");
  if (middles.some((middle) => middle.startsWith("not "))) {
    // a "not" does not spread
    if (begin.length) middles = middles.map((middle) => `${begin.at(-1)} ${middle}`);
    begin = begin.slice(0, -1);
  }
  const pairs = new Set(middles.flatMap((a) => middles.map((b) => `${a} and ${b}`)));
  const parts = middles.map((each) => (middles.length === 3 && pairs.has(each) ? "both" : each));
  return [...begin, joinWords(parts, "or"), ...end].join(" ");
}

/** Two alternatives of which one says all that the other says, and more. @param {string[]} phrases */
function joinOverlapping(phrases) {
  const [short, long] = phrases[1].length < phrases[0].length ? [phrases[1], phrases[0]] : phrases;
  if (long.startsWith(`${short} and `)) return `${short}, alone or also ${long.slice(short.length + 5)}`;
  const [words, others] = [short, long].map((phrase) => phrase.split(/\s+/).filter(Boolean));
  const begin = commonStart([words, others]).length;
  const end = ["and", ...words.slice(begin)];
  if (begin < words.length && others.slice(-end.length).join(" ") === end.join(" ")) {
    return `${short}, alone or also ${others.slice(begin, -end.length).join(" ")}`;
  }
  return `${short} or ${others.slice(begin ? 1 : 0).join(" ")}`;
}

/** How all rows begin. @param {string[][]} rows */
function commonStart(rows) {
  const shortest = Math.min(...rows.map((row) => row.length));
  let same = 0;
  while (same < shortest && rows.every((row) => row[same] === rows[0][same])) same += 1;
  return rows[0].slice(0, same);
}

/**
 * Where something stands: the headings of the sections; empty where none is named.
 * @param {string[][]} cited for each citation its headings
 * @returns {string}
 */
export function sectionPhrase(cited) {
  const names = unique(cited.flat().map((name) => `"${name}"`));
  return names.length ? `section${names.length > 1 ? "s" : ""} ${joinWords(names)}` : "";
}

/**
 * Whether the guide states something or we infer it, and where it stands.
 * @param {{inferred: boolean, sections: string[]}[]} rows
 * @returns {string}
 */
export function basisPhrase(rows) {
  const bases = unique(rows.map((row) => row.inferred));
  const how =
    bases.length !== 1 ? "inferred at least in part from" : bases[0] ? "inferred from" : "stated in";
  return `${how} the ${sectionPhrase(rows.map((row) => row.sections))}`;
}
