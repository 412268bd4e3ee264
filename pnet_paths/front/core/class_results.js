// What a class has handed in, counted: what Python's classroom folder counts from the same files.
import { isAnswer } from "./question_round.js";

/** @typedef {import("./guide").Guide} Guide */
/** @typedef {import("./question_round.js").Question} Question */
/** @typedef {import("./question_round.js").Answer} Answer */
/** @typedef {Partial<Answer & {id: string}> | null} FileAnswer an answer as a file has it, whole or not */
/** @typedef {{guide: string, questions: Question[]}} Page */
/** @typedef {{name: string, text: string}} Content a file by its name */
/** @typedef {{file: string, id: string, name: string, saved: string, guide: string, answers: FileAnswer[]}} HandIn */
/** @typedef {{file: string, question_id: string, chosen: string, sure: string, right: boolean}} First a first answer to a question */
/** @typedef {{choice: string, by: number}} WrongChoice a wrong choice, and how many chose it */
/** @typedef {{answered: number, wrong: number, sure: number, sureAndWrong: number, weightedWrong: number, choices: WrongChoice[], choice: string, by: number}} Counts
 *   of first tries; the wrong choices, and the one that draws more than each other, if one does */

const NO_FILE = 'not a file of answers; a page makes one with "Save my answers"';
const LONGEST = 80;
/** What a wrong answer counts: one that was sure of it learns most when it is talked about. */
const WEIGHTS = /** @type {Record<string, number>} */ ({ guessing: 1, fairly_sure: 1.5, sure: 2 });

/**
 * The first answers to each question, and what was not used.
 * @param {Page} page
 * @param {Content[]} files
 * @returns {{students: number, counts: Counts[], skipped: string[]}}
 */
export function classResults(page, files) {
  /** @type {string[]} */
  const skipped = [];
  const handIns = newestHandIns(page, files, skipped);
  const first = firstAnswers(page, handIns, skipped);
  const students = new Set(first.map(({ file }) => file)).size;
  return { students, counts: page.questions.map((question) => countsOf(question, first)), skipped };
}

/** Of what one browser has saved again and again the last file, which has all the answers. @param {Page} page @param {Content[]} files @param {string[]} skipped */
function newestHandIns(page, files, skipped) {
  /** @type {Map<string, HandIn[]>} */
  const byBrowser = new Map();
  for (const { name, text } of [...files].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const handIn = readHandIn(name, text);
    const problem = handIn ? problemOf(page, handIn) : NO_FILE;
    if (problem || !handIn) skipped.push(`${name}: ${problem}`);
    else byBrowser.set(handIn.id || name, [...(byBrowser.get(handIn.id || name) ?? []), handIn]);
  }
  return [...byBrowser.values()].map((same) => {
    const age = (/** @type {HandIn} */ { saved, answers }) =>
      `${saved} ${String(answers.length).padStart(6, "0")}`;
    const sorted = [...same].sort((a, b) => (age(a) < age(b) ? -1 : Number(age(a) > age(b))));
    const last = sorted[sorted.length - 1];
    const whose = (/** @type {HandIn} */ { name }) => name.trim().toLowerCase();
    for (const each of sorted.slice(0, -1)) {
      const under = whose(each) === whose(last) ? "" : ", under another name";
      skipped.push(`${each.file}: handed in again as ${last.file}${under}`);
    }
    return last;
  });
}

/** The content of a file; nothing where no page has saved it. @param {string} file @param {string} text @returns {HandIn | null} */
function readHandIn(file, text) {
  try {
    const { format, version, guide, id = "", name = "", saved = "", answers } = JSON.parse(text);
    const isWhole = format === "pnet_paths answers" && version === 2 && Array.isArray(answers);
    const isText = [guide, id, name, saved].every((each) => typeof each === "string");
    return isWhole && isText ? { file, guide, id, name, saved, answers } : null;
  } catch {
    return null;
  }
}

/** Why no answer in it counts. @param {Page} page @param {HandIn} handIn */
function problemOf(page, { guide, answers }) {
  if (guide !== page.guide) return `its answers are to another guide, "${guide.slice(0, LONGEST)}"`;
  if (!answers.length) return "it has no answers";
  if (answers.some((answer) => choiceOf(page, answer))) return "";
  return `none of its ${answers.length} answers is to a question of this page`;
}

/** What was chosen, as the page has it; nothing where that is no answer to one of its questions. @param {Page} page @param {FileAnswer} answer */
function choiceOf({ questions }, answer) {
  if (!isAnswer(answer)) return undefined;
  const question = questions.find(({ id }) => id === answer.question_id);
  return question?.choices.find(({ text }) => text === answer.chosen);
}

/** Each answer once, and of a student the first to a question. @param {Page} page @param {HandIn[]} handIns @param {string[]} skipped */
function firstAnswers(page, handIns, skipped) {
  /** @type {Map<string, string>} */
  const files = new Map();
  /** @type {First[]} */
  const first = [];
  for (const { file, answers } of handIns) {
    const asked = new Set();
    const doubles = new Map();
    let foreign = 0;
    for (const answer of answers) {
      const choice = choiceOf(page, answer);
      const key = JSON.stringify([answer?.id, answer?.question_id, answer?.chosen, answer?.sure]);
      const earlier = files.get(key);
      if (!choice) foreign += 1;
      else if (earlier) doubles.set(earlier, (doubles.get(earlier) ?? 0) + 1);
      else {
        files.set(key, file);
        const { question_id, chosen, sure } = /** @type {Answer} */ (answer);
        if (!asked.has(question_id)) first.push({ file, question_id, chosen, sure, right: choice.right });
        asked.add(question_id);
      }
    }
    const of = `of ${answers.length} answers are`;
    if (foreign) skipped.push(`${file}: ${foreign} ${of} not to these questions`);
    for (const [other, count] of doubles)
      skipped.push(`${file}: ${count} ${of} in ${other} too and count once`);
  }
  return first;
}

/** @type {WrongChoice} */
const NONE = { choice: "", by: 0 };

/** @param {Question} question @param {First[]} first @returns {Counts} */
function countsOf({ id, choices }, first) {
  const given = first.filter(({ question_id }) => question_id === id);
  const wrong = given.filter(({ right }) => !right);
  const isSure = (/** @type {First} */ { sure }) => sure === "sure";
  const wrongChoices = choices
    .filter(({ right }) => !right)
    .map(({ text }) => ({ choice: text, by: wrong.filter((answer) => answer.chosen === text).length }));
  const chosen = wrongChoices.filter(({ by }) => by).sort((a, b) => b.by - a.by);
  const [most = NONE, second = NONE] = chosen;
  return {
    answered: given.length,
    wrong: wrong.length,
    sure: given.filter(isSure).length,
    sureAndWrong: wrong.filter(isSure).length,
    weightedWrong: wrong.reduce((total, { sure }) => total + WEIGHTS[sure], 0),
    choices: chosen,
    ...(most.by > second.by ? most : NONE),
  };
}

/** A question in its words: the facts that matter, and what is asked. @param {Question} question */
export const questionName = ({ facts, asked }) => (facts ? `${facts}: ${asked}` : asked);

/** @typedef {{topic: string, asked: string, answered: number, wrong: number, sureAndWrong: number, weightedWrong: number, choice: string, by: number}} Topic */

/**
 * What to talk about next: first the largest share of wrong answers, weighted by how sure one was; of a topic the question
 * with the most of them, and what draws most in it, if more than one or the one wrong answer.
 * @param {Question[]} questions
 * @param {Counts[]} counts
 * @returns {Topic[]}
 */
export function topicsNext(questions, counts) {
  const topics = [...new Set(questions.map(({ topic }) => topic))].map((topic) => {
    const places = [...questions.keys()].filter((place) => questions[place].topic === topic);
    const sum = (/** @type {"answered" | "wrong" | "sureAndWrong" | "weightedWrong"} */ name) =>
      places.reduce((total, place) => total + counts[place][name], 0);
    const [answered, wrong] = [sum("answered"), sum("wrong")];
    const weighted = { sureAndWrong: sum("sureAndWrong"), weightedWrong: sum("weightedWrong") };
    const most = places.reduce((a, b) => (counts[b].weightedWrong > counts[a].weightedWrong ? b : a));
    const { choice, by } = counts[most].by > 1 || wrong === 1 ? counts[most] : NONE;
    return { topic, answered, wrong, ...weighted, asked: questionName(questions[most]), choice, by };
  });
  const share = (/** @type {Topic} */ { weightedWrong, answered }) => weightedWrong / answered;
  return topics.filter(({ wrong }) => wrong).sort((a, b) => share(b) - share(a) || b.wrong - a.wrong);
}

/**
 * A topic in a sentence, with the card and the section to look at.
 * @param {Guide} guide the guide's document
 * @param {Topic} topic
 */
export function topicSentence(guide, { topic, asked, answered, wrong, sureAndWrong, choice, by }) {
  const { card, section } = cardOf(guide, topic);
  const of = `${wrong} of ${answered} first answer${answered === 1 ? " was" : "s were"} wrong`;
  const sure = sureAndWrong ? `, ${sureAndWrong} of them sure` : "";
  const chosen = by ? `; ${by} chose "${choice.replace(/\.+$/, "")}" when asked "${asked}"` : "";
  const where = section ? `card "${card}", section "${section}"` : `card "${card}"`;
  return `${withoutQuestionMark(card)}: ${of}${sure}${chosen} (${where}).`;
}

/** What else there is to talk about, in one line; empty where nothing is left. @param {Guide} guide @param {Topic[]} topics */
export function moreTopics(guide, topics) {
  const parts = topics.map(
    ({ topic, wrong, answered }) =>
      `${withoutQuestionMark(cardOf(guide, topic).card)} (${wrong} of ${answered} wrong)`,
  );
  return parts.length ? `${parts.length} more: ${parts.join("; ")}.` : "";
}

/** @param {string} card */
const withoutQuestionMark = (card) => card.replace(/\?+$/, "");

/** The heading of a topic's card, and the first of its sections. @param {Guide} guide @param {string} topic */
function cardOf({ treatments, factors }, topic) {
  const factor = factors.find(({ id }) => id === topic);
  const found = factor ?? treatments.find(({ id }) => id === topic);
  return { card: factor?.question ?? found?.label ?? topic, section: found?.sections[0] ?? "" };
}
