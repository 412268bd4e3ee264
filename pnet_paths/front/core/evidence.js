// What stands behind a treatment for one profile: Python's evidence/treatment_evidence.py again.
import { dateWords } from "./dates.js";
import { UNKNOWN } from "./decision_diagrams.js";
import { fillPattern, joinWords } from "./sentences.js";

/** @typedef {import("./guide").EvidenceCriterion} Criterion */
/** @typedef {import("./guide").EvidenceFigure} Figure */
/** @typedef {import("./guide").EvidenceNote} Note */
/** @typedef {import("./guide").EvidenceTrial} Trial */
/** @typedef {import("./guide").Fit} Fit */
/** @typedef {import("./pathway.js").Pathway} Pathway */
/** @typedef {{fit: Fit, misses: string[], open: string[]}} Match what of some criteria a profile misses, and what is open */
/** @typedef {Figure & {fit: Fit}} FigureBehind a figure, and whether the profile is one of those whom it counts */
/** @typedef {Trial & {match: Match, sentence: string, isComparator: boolean, rows: FigureBehind[]}} TrialBehind */
/** @typedef {Note & {match: Match, sentence: string, head: string, strongly: string, how: string}} SideNote with who said it when, how strongly, and how that was read */
/** @typedef {{words: Record<string, string>, terms: Record<string, string>, trials: TrialBehind[], axis: import("./guide").Axis | null, notes: SideNote[]}} Behind */

/** First those that ask for such a person. @type {Fit[]} */
export const FITS = ["yes", "unknown", "no"];

/**
 * The trials behind a treatment and what others say of it; null for one without either.
 * @param {Pathway} pathway
 * @param {string} id
 * @returns {Behind | null}
 */
export function evidenceBehind(pathway, id) {
  const { words, terms, treatments } = pathway.guide.evidence;
  if (!Object.hasOwn(treatments, id)) return null;
  const { trials: roles, axis, notes } = treatments[id];
  const behind = roles.map(([name, isComparator]) => ({ ...trialFor(pathway, name), isComparator }));
  const beside = notes.map((name) => noteFor(pathway, name));
  const sorted = FITS.flatMap((fit) => behind.filter(({ match }) => match.fit === fit));
  return { words, terms, trials: sorted, axis, notes: beside };
}

/** A trial with its figures, and whether it speaks for a profile. @param {Pathway} pathway @param {string} id */
export function trialFor(pathway, id) {
  const { words, trials, figures } = pathway.guide.evidence;
  const match = matchOf(pathway, trials[id].who);
  const rows = trials[id].figures.map((figure) => ({
    ...figures[figure],
    fit: matchOf(pathway, [...trials[id].who, ...figures[figure].who]).fit,
  }));
  return { ...trials[id], match, sentence: fitSentence(words, match), rows };
}

/** What others recommended or decided, and whether it speaks of a profile. @param {Pathway} pathway @param {string} id @returns {SideNote} */
export function noteFor(pathway, id) {
  const { words, notes } = pathway.guide.evidence;
  const { document, date, when, strength, read } = notes[id];
  const match = matchOf(pathway, notes[id].who);
  return {
    ...notes[id],
    match,
    sentence: fitSentence(words, match, "note_"),
    head: `${document}, ${dateWords(date)}`,
    strongly: words[`strength_${strength}`],
    how: howRead(words, when, read),
  };
}

/** What stands in brackets beside a note: something of its date, and how it was read. @param {Record<string, string>} words @param {string} when @param {string} read */
export const howRead = (words, when, read) =>
  [when, fillPattern(words.read, { read })].filter(Boolean).join("; ");

/** A note as a sentence. @param {Record<string, string>} words @param {SideNote} note */
export function noteSentence(words, { head, strongly, how, text, sentence, beyond }) {
  const told = fillPattern(words.note, { head, strength: strongly, how, text });
  return [told, sentence, beyond && fillPattern(words.beyond, { beyond })].filter(Boolean).join(" ");
}

/**
 * What of the criteria a profile misses, and what is open.
 * @param {Pathway} pathway
 * @param {Criterion[]} criteria
 * @returns {Match}
 */
export function matchOf(pathway, criteria) {
  const fits = criteria.map((each) => ({ each, fit: fitOf(pathway, each) }));
  const misses = fits.filter(({ fit }) => fit === "no").map(({ each }) => each.words);
  const open = fits
    .filter(({ fit }) => fit === "unknown")
    .map(({ each: { tellers, words } }) => {
      const labels = tellers.map(({ place }) => pathway.guide.factors[place].label);
      return labels.length ? `${joinWords(labels, "or")} (${words})` : words;
    });
  return { fit: misses.length ? "no" : open.length ? "unknown" : "yes", misses, open };
}

/** Whether a profile meets one criterion, whatever its open facts turn out to be. @param {Pathway} pathway @param {Criterion} criterion @returns {Fit} */
function fitOf(pathway, { tellers, always }) {
  const fits = tellers.length ? tellers.map((teller) => toldFit(pathway, teller)) : [always];
  if (fits.includes("yes")) return "yes";
  return fits.includes("unknown") ? "unknown" : "no";
}

/** Whether a profile meets it by one factor. @param {Pathway} pathway @param {Criterion["tellers"][number]} teller @returns {Fit} */
function toldFit(pathway, { place, meets, misses }) {
  const code = pathway.level(place);
  const levels = code === UNKNOWN ? (pathway.open.get(place) ?? []) : [code];
  if (levels.every((level) => meets.includes(level))) return "yes";
  return levels.every((level) => misses.includes(level)) ? "no" : "unknown";
}

/** @param {Record<string, string>} words @param {Match} match @param {string} [kind] */
const fitSentence = (words, { fit, misses, open }, kind = "") =>
  fillPattern(words[`${kind}${fit}`], { misses: misses.join("; "), open: open.join("; ") });

/** A figure as a sentence: both arms and their ratio. @param {Record<string, string>} words @param {Figure} figure */
export function figureSentence(words, { arms, values, ratio, compared, endpoint, scope }) {
  const told = arms.map((arm, i) => values[i] && `${arm}: ${values[i]}`).filter(Boolean);
  const figures = [told.join("; "), ratio && `${ratio}, ${compared}`].filter(Boolean).join(". ");
  return fillPattern(words.figure, { endpoint, scope, figures });
}

/** A figure in few words, for a lecture hall: a ratio is of the first arm against the other, if it does not say else. @param {Record<string, string>} words @param {Figure} figure */
export function shortFigure(words, { arms, values, ratio, compared, endpoint, scope, read }) {
  const told = arms.flatMap((arm, i) => (values[i] ? [`${arm} ${values[i]}`] : [])).join(", ");
  const turned = ratio && compared !== `${arms[0]} against ${arms[1]}` ? `, ${compared}` : "";
  const figures = [told, ratio + turned].filter(Boolean).join("; ");
  return `${endpoint} (${scope}): ${figures} (${fillPattern(words.read, { read })})`;
}

/** The lines of the forest plot and whether each is of such a person. @param {Behind} behind */
export const forestLines = ({ trials }) =>
  trials.flatMap(({ rows }) => rows.flatMap(({ line, fit }) => (line ? [{ line, fit }] : [])));

/** The pairs of bars, trial by trial; last those of trials that were not made to compare. @param {Behind} behind */
export function barPairs({ trials }) {
  const pairs = trials.flatMap(({ rows }) => rows.flatMap(({ pair }) => (pair ? [pair] : [])));
  return [...pairs.filter(({ isCompared }) => isCompared), ...pairs.filter(({ isCompared }) => !isCompared)];
}
