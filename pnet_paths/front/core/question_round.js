// A round of questions: which one is open, what was answered, what comes back.
import { Pathway } from "./pathway.js";
import { capitalize } from "./sentences.js";

/** @typedef {import("./guide").AskedQuestion} Question */
/** @typedef {{question_id: string, question: string, kind: string, topic: string, chosen: string, correct: string, right: boolean, sure: string}} Answer */
/** @typedef {Answer & {id?: string, level?: string}} SavedAnswer with the id under which a browser keeps it, and the level of its round */

/** How sure one is: what is kept, and how it reads. */
export const SURENESS = { guessing: "guessing", fairly_sure: "fairly sure", sure: "sure" };
const ROUND = 10;
const TEXTS = ["id", "question_id", "question", "kind", "topic", "chosen", "correct", "sure"];
const KINDS = /** @type {Record<string, string>} */ ({
  offered: "What the guide offers",
  first: "What is usual or comes first",
  aim: "What a treatment is for",
  giver: "Who gives a treatment",
  compared_with: "What a trial compared",
  together: "What is combined",
  order: "What comes first of two",
  next_fact: "What to find out next",
  speaks_for: "Whom a trial speaks for",
  opens: "What would open a treatment",
  differs: "What makes a difference",
  tells_apart: "What tells two drawings apart",
});

export class Round {
  /**
   * @param {Question[]} questions
   * @param {Answer[]} [answers] earlier ones, in their order: the round goes on where they end
   */
  constructor(questions, answers = []) {
    this.questions = questions;
    /** How often all questions have been answered rightly before. */
    this.finished = 0;
    /** @type {Question[]} */
    this.waiting = [];
    /** @type {Set<string>} */
    this.missed = new Set();
    /** The question that is open or was just answered; null at the end. @type {Question | null} */
    this.question = null;
    this.asked = 0;
    this.answered = false;
    this.begin();
    for (const { question_id, right } of answers) this.repeat(question_id, right);
    this.next();
  }

  begin() {
    this.waiting = [...this.questions];
    this.missed.clear();
    this.asked = 0;
  }

  /** Take an earlier answer as given in this round. @param {string} id @param {boolean} right */
  repeat(id, right) {
    const place = this.waiting.findIndex((question) => question.id === id);
    if (place < 0) return;
    this.waiting.unshift(...this.waiting.splice(place, 1));
    this.next();
    if (!right) this.miss();
    else if (!this.waiting.length) {
      this.finished += 1;
      this.begin();
    }
  }

  next() {
    this.question = this.waiting.shift() ?? null;
    this.answered = false;
    if (this.question && !this.missed.has(this.question.id)) this.asked += 1;
  }

  /** Have the question that is open come back after all others. */
  miss() {
    const question = /** @type {Question} */ (this.question);
    this.missed.add(question.id);
    this.waiting.push(question);
  }

  get head() {
    if (!this.question) return "That was all of them";
    const count = this.questions.length;
    return this.missed.has(this.question.id) ? "Once more" : `Question ${this.asked} of ${count}`;
  }

  /** How many questions are done, those that come back not counted. */
  get done() {
    const open = [...this.waiting, ...(this.answered || !this.question ? [] : [this.question])];
    return this.questions.length - new Set(open.map(({ id }) => id)).size;
  }

  /**
   * Answer the question that is open; a wrong answer has it come back.
   * @param {number} place of the choice; less than 0 where none was chosen
   * @param {string} sure how sure, a key of SURENESS; empty where that was not said
   * @returns {Answer | string} what is missing, in a sentence, where something is
   */
  answer(place, sure) {
    if (!this.question) return "";
    if (place < 0) return sure ? "Choose an answer." : "Choose an answer, and say how sure you are.";
    if (!sure) return "Say how sure you are.";
    const { id, text, kind, topic, choices } = this.question;
    const { text: chosen, right } = choices[place];
    if (!right) this.miss();
    this.answered = true;
    const correct = choices.find((choice) => choice.right)?.text ?? "";
    return { question_id: id, question: text, kind, topic, chosen, correct, right, sure };
  }
}

/** What a question asks, without the facts, which stand beside it. @param {import("./guide").Guide} guide @param {Question} question */
export const asked = (guide, { codes, text }) => text.replace(new Pathway(guide, codes).sentence, "").trim();

/** True for a whole answer, as `teach/answer_files.py` reads it from a file. @param {Record<string, unknown> | null} value @returns {value is Answer & {id: string}} */
export const isAnswer = (value) =>
  value !== null &&
  TEXTS.every((name) => typeof value[name] === "string") &&
  (value.right === false || (value.right === true && value.chosen === value.correct)) &&
  Object.hasOwn(SURENESS, /** @type {string} */ (value.sure));

/**
 * The round out of many questions that comes next: the first that was finished least often, so that answers
 * alone say which one is open.
 * @param {Question[]} stock
 * @param {string[]} kinds the wanted ones, in the order in which they are asked
 * @param {Answer[]} answers
 * @returns {Question[]}
 */
export function roundOf(stock, kinds, answers) {
  const rounds = roundsOf(
    stock.filter(({ kind }) => kinds.includes(kind)),
    kinds,
  );
  const finished = rounds.map((questions) => new Round(questions, answers).finished);
  return rounds[finished.indexOf(Math.min(...finished))] ?? [];
}

/**
 * All questions in rounds of one length, each from easy to hard: by how many facts must be considered, then by kind.
 * @param {Question[]} questions
 * @param {string[]} kinds
 */
function roundsOf(questions, kinds) {
  const effort = (/** @type {Question} */ each) => each.considered * kinds.length + kinds.indexOf(each.kind);
  const sorted = [...questions].sort((a, b) => effort(a) - effort(b));
  const count = Math.ceil(sorted.length / ROUND);
  return Array.from({ length: count }, (_, round) => sorted.filter((_, i) => i % count === round));
}

/** The first answer to each question. @param {Answer[]} answers @returns {Answer[]} */
const firstAnswers = (answers) => {
  /** @type {Map<string, Answer>} */
  const first = new Map();
  for (const answer of answers) if (!first.has(answer.question_id)) first.set(answer.question_id, answer);
  return [...first.values()];
};

/**
 * By kind how many were right at once, and the topics to look at again: missed, or guessed.
 * @param {Answer[]} answers
 * @returns {{kind: string, right: number, of: number, again: string[]}[]}
 */
export function summary(answers) {
  const first = firstAnswers(answers);
  return [...new Set(first.map(({ kind }) => kind))].map((kind) => {
    const group = first.filter((answer) => answer.kind === kind);
    const weak = group.filter(({ right, sure }) => !right || sure === "guessing");
    return {
      kind: KINDS[kind] ?? capitalize(kind.replaceAll("_", " ")),
      right: group.filter(({ right }) => right).length,
      of: group.length,
      again: [...new Set(weak.map(({ topic }) => topic))],
    };
  });
}

/**
 * How well sureness fitted: for each way of being sure how many were right at once.
 * @param {Answer[]} answers
 * @returns {{sure: string, right: number, of: number}[]} the surest first
 */
export function calibration(answers) {
  const first = firstAnswers(answers);
  return Object.entries(SURENESS)
    .reverse()
    .map(([id, label]) => {
      const group = first.filter(({ sure }) => sure === id);
      return { sure: label, right: group.filter(({ right }) => right).length, of: group.length };
    })
    .filter(({ of }) => of);
}

/** What was sure and wrong at once: the questions to look at again first. @param {Question[]} questions @param {Answer[]} answers */
export function sureAndWrong(questions, answers) {
  return firstAnswers(answers)
    .filter(({ right, sure }) => sure === "sure" && !right)
    .flatMap((answer) => {
      const question = questions.find(({ id }) => id === answer.question_id);
      return question ? [{ question, answer }] : [];
    });
}
