// A round of questions: which one is open, what was answered, what comes back.

/** @typedef {{text: string, right: boolean, because: string, about: string}} Choice */
/** @typedef {{kind: string, topic: string, text: string, codes: number[], choices: Choice[]}} Question */
/** @typedef {{question: string, kind: string, topic: string, chosen: string, correct: string, right: boolean, sure: string}} Answer */

export const SURENESS = ["guessing", "fairly sure", "sure"];
const KINDS = /** @type {Record<string, string>} */ ({
  offered: "What the guide offers",
  first: "What is usual or comes first",
  next_fact: "What to find out next",
  opens: "What would open a treatment",
  differs: "What makes a difference",
});

export class Round {
  /** @param {Question[]} questions */
  constructor(questions) {
    this.count = questions.length;
    this.waiting = [...questions];
    /** @type {Set<string>} */
    this.missed = new Set();
    this.asked = 0;
    this.answered = false;
    /** The question that is open or was just answered; null at the end. @type {Question | null} */
    this.question = null;
    this.next();
  }

  next() {
    this.question = this.waiting.shift() ?? null;
    this.answered = false;
    if (this.question && !this.missed.has(this.question.text)) this.asked += 1;
  }

  get head() {
    if (!this.question) return "That was all of them";
    return this.missed.has(this.question.text) ? "Once more" : `Question ${this.asked} of ${this.count}`;
  }

  /**
   * Answer the question that is open; a wrong answer has it come back.
   * @param {number} place of the choice; less than 0 where none was chosen
   * @param {string} sure how sure; empty where that was not said
   * @returns {Answer | string} what is missing, in a sentence, where something is
   */
  answer(place, sure) {
    if (!this.question) return "";
    if (place < 0) return sure ? "Choose an answer." : "Choose an answer, and say how sure you are.";
    if (!sure) return "Say how sure you are.";
    const { text, kind, topic, choices } = this.question;
    const { text: chosen, right } = choices[place];
    if (!right) {
      this.missed.add(text);
      this.waiting.push(this.question);
    }
    this.answered = true;
    const correct = choices.find((choice) => choice.right)?.text ?? "";
    return { question: text, kind, topic, chosen, correct, right, sure };
  }
}

/**
 * A round out of many questions, as many of each kind as of the others where there are; those that were
 * answered come again only once there are no new ones.
 * @param {Question[]} stock
 * @param {string[]} kinds the wanted ones, in the order in which they are asked
 * @param {Answer[]} answers
 * @returns {Question[]}
 */
export function roundOf(stock, kinds, answers) {
  const known = new Set(answers.map(({ question }) => question));
  const wanted = stock.filter(({ kind }) => kinds.includes(kind));
  const fresh = wanted.filter(({ text }) => !known.has(text));
  const pool = fresh.length ? fresh : wanted;
  /** @type {Set<Question>} */
  const chosen = new Set();
  for (let place = 0; place < ROUND; place += 1) {
    const kind = kinds[Math.floor((place * kinds.length) / ROUND)];
    const next = pool.find((each) => each.kind === kind && !chosen.has(each));
    if (next) chosen.add(next);
  }
  for (const each of pool) if (chosen.size < ROUND) chosen.add(each);
  return [...chosen].sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind));
}

const ROUND = 10;

/**
 * By kind how many were right at once, and the topics to look at again: missed, or guessed.
 * @param {Answer[]} answers
 * @returns {{kind: string, right: number, of: number, again: string[]}[]}
 */
export function summary(answers) {
  /** @type {Map<string, Answer>} */
  const first = new Map();
  for (const answer of answers) if (!first.has(answer.question)) first.set(answer.question, answer);
  const kinds = [...new Set([...first.values()].map(({ kind }) => kind))];
  return kinds.map((kind) => {
    const group = [...first.values()].filter((answer) => answer.kind === kind);
    const weak = group.filter(({ right, sure }) => !right || sure === SURENESS[0]);
    return {
      kind: KINDS[kind] ?? kind,
      right: group.filter(({ right }) => right).length,
      of: group.length,
      again: [...new Set(weak.map(({ topic }) => topic))],
    };
  });
}
