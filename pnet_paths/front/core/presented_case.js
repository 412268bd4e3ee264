// A case, scene by scene: what is shown of it, what was guessed, and what is told. Of a blank scene there is nothing in
// `page` but facts, and the names of the groups.
import { block } from "./block.js";
import { guessable, OUTCOMES, outcomes, saysMost } from "./guess.js";
import { countOf, settles, settlesSentence } from "./next_facts.js";
import { Pathway } from "./pathway.js";
import { evidenceBlocks } from "./presented_evidence.js";
import { changedStatuses, newFacts } from "./scenes.js";
import { capitalize, firstSentence, joinWords, sectionPhrase, withMark } from "./sentences.js";
import { whyNotSentences } from "./why_not.js";

/** @typedef {import("./guide").Guide} Guide */
/** @typedef {import("./guide").Case} Case */
/** @typedef {import("./block.js").Block} Block */
/** @typedef {{case: string, scene: number, guess: string[], revealed: boolean}} Shown a scene counts from 1 */

// Of what a card tells, what questions ask for; with several treatments there is room for the ends.
const FIELDS = ["Summary", "How it works", "How it is given", "By whom"];
const HINTS = {
  evidence: "Think of an answer, then reveal.",
  treatments: "Tap the treatments that you expect the guide to offer here.",
  facts: "Which question comes first? Tap a box in the drawing, or just reveal.",
};

export class PresentedCase {
  /**
   * @param {Guide} guide the guide's document
   * @param {Shown} shown
   * @param {boolean} predict whether a scene is blank at first
   */
  constructor(guide, shown, predict) {
    this.guide = guide;
    this.predict = predict;
    this.groups = guessable(guide);
    this.id = shown.case;
    this.number = shown.scene;
    /** Each scene as it was left. @type {Map<string, {guess: string[], revealed: boolean, told: string}>} */
    this.states = new Map();
    this.enter(shown.case, shown.scene, { guess: shown.guess, revealed: shown.revealed });
  }

  /** @returns {Shown} */
  get shown() {
    const { guess, revealed } = this.state;
    return { case: this.id, scene: this.number, guess, revealed };
  }

  get case() {
    return /** @type {Case} */ (this.guide.cases.find(({ id }) => id === this.id));
  }

  get scenes() {
    return this.case.scenes;
  }

  get scene() {
    return this.scenes[this.number - 1];
  }

  get state() {
    return /** @type {{guess: string[], revealed: boolean, told: string}} */ (
      this.states.get(`${this.id} ${this.number}`)
    );
  }

  get pathway() {
    return new Pathway(this.guide, this.scene.codes);
  }

  /** That of the scene before. */
  get before() {
    return this.number > 1 ? new Pathway(this.guide, this.scenes[this.number - 2].codes) : null;
  }

  // -- what is wanted -----------------------------------------------------------------------------

  /** A scene as it was left, or as a host says. @param {string} id of the case @param {number} scene @param {{guess: string[], revealed: boolean}} [state] */
  enter(id, scene, state) {
    this.id = id;
    this.number = Math.max(1, Math.min(this.scenes.length, scene));
    const key = `${id} ${this.number}`;
    const fresh = { guess: [], revealed: false, told: "" };
    this.states.set(key, { ...fresh, ...this.states.get(key), ...state });
    if (this.state.revealed || !this.predict) this.reveal();
  }

  /** What a host says is shown; another scene is as it was left. @param {Shown} shown */
  take({ case: id, scene, ...state }) {
    if (id === this.id && scene === this.number) this.enter(id, scene, state);
    else this.enter(id, id === this.id ? scene : 1);
  }

  /** Expect a group to be offered, or no longer; once that is shown, tell of it. @param {string} id */
  choose(id) {
    const { state } = this;
    if (!this.groups.includes(id)) return;
    if (state.revealed) state.told = id;
    else if (state.guess.includes(id)) state.guess = state.guess.filter((each) => each !== id);
    else state.guess = [...state.guess, id];
  }

  /** Show the answer, and tell of what is asked about, or else of the group that says most. */
  reveal() {
    this.state.revealed = true;
    if (this.scene.about.length) return;
    this.state.told ||= saysMost(this.pathway, this.before, this.state.guess);
  }

  /** Begin the scene again. */
  blank() {
    Object.assign(this.state, { guess: [], revealed: false, told: "" });
  }

  /** What a presenter's remote asks for: show the answer, then go to the next scene. */
  goOn() {
    if (this.state.revealed) this.step(1);
    else this.reveal();
  }

  /** To the next scene or the one before, over the end of a case as well. @param {number} by 1 or -1 */
  step(by) {
    const beside = this.beside(by);
    if (beside) this.enter(...beside);
  }

  /** The scene after this one (1) or before it (-1): from a case's last scene on to the next case. @param {number} by @returns {[id: string, scene: number] | null} */
  beside(by) {
    const { cases } = this.guide;
    const goal = this.number + by;
    if (goal >= 1 && goal <= this.scenes.length) return [this.id, goal];
    const other = cases[cases.indexOf(this.case) + by];
    return other ? [other.id, by > 0 ? 1 : other.scenes.length] : null;
  }

  /** Another case, from its first scene; without one the next. @param {string} id */
  goToCase(id = "") {
    const ids = this.guide.cases.map((each) => each.id);
    const name = id || ids[(ids.indexOf(this.id) + 1) % ids.length];
    if (name !== this.id) this.enter(name, 1);
  }

  // -- what is seen -------------------------------------------------------------------------------

  /** The scene as it is shown. */
  page() {
    const { pathway, before, state, scenes } = this;
    return {
      pathway,
      ...state,
      title: this.scene.title,
      progress: `${this.case.label} (${this.number}\u00a0of\u00a0${scenes.length})`,
      story: this.story(pathway, before),
      hint: this.hint(pathway),
      explained: state.revealed ? this.explained(pathway, before) : [],
      signs: this.signs(pathway),
      titles: scenes.map(({ title }) => title),
      onward: this.onward(),
    };
  }

  /** What the one button says: it shows the answer, then leads on. */
  onward() {
    if (!this.state.revealed) return "Reveal";
    const beside = this.beside(1);
    if (!beside) return "The end"; // a button that is gone would lose the focus, and the keys with it
    return beside[0] === this.id ? "Next scene" : "Next case";
  }

  /** What is marked in the drawing, by group. @param {Pathway} pathway @returns {Record<string, string>} */
  signs(pathway) {
    const { guess, revealed } = this.state;
    if (!revealed) return Object.fromEntries(guess.map((id) => [id, "expected"]));
    return Object.fromEntries(outcomes(pathway, guess).map(([id, how]) => [id, OUTCOMES[how].sign]));
  }

  /** What a box says to a screen reader before the answer is shown. @param {string} id */
  blankName(id) {
    const expected = this.state.guess.includes(id) ? ": expected" : "";
    return this.pathway.treatment(id).label + expected;
  }

  /** @param {Pathway} pathway @param {Pathway | null} before @returns {Block[]} */
  story(pathway, before) {
    const { story, question } = this.scene;
    const facts = before ? newFacts(before, pathway).map((fact) => block("p", "", fact)) : [];
    return [
      block("p", "pp-read", story),
      ...(before ? [block("div", "pp-new-facts", ...facts)] : []),
      ...(question ? [block("p", "pp-asked", question)] : []),
    ];
  }

  /** What may be done before the answer is shown. @param {Pathway} pathway */
  hint(pathway) {
    const { about, evidence } = this.scene;
    if (evidence.length) return HINTS.evidence;
    const areFacts = about.length > 0 && !about.some((id) => pathway.isTreatment(id));
    return areFacts ? HINTS.facts : HINTS.treatments;
  }

  /** Of what the question is about, until a box is chosen. @param {Pathway} pathway @returns {Block[]} */
  subjects(pathway) {
    const { about } = this.scene;
    const ids = this.state.told ? [this.state.told] : about;
    const names = ids.length > 1 ? [FIELDS[0], FIELDS[3]] : FIELDS;
    return ids.flatMap((id) =>
      pathway.isTreatment(id)
        ? treatmentBlocks(pathway, id, about.includes(id) ? names : [])
        : factBlocks(pathway, id),
    );
  }

  /** What became of the guess, what the question is about and why, and what has changed. @param {Pathway} pathway @param {Pathway | null} before @returns {Block[]} */
  explained(pathway, before) {
    const found = outcomes(pathway, this.state.guess);
    const lists = Object.entries(OUTCOMES).flatMap(([how, { sign, words }]) => {
      const labels = found.filter(([, each]) => each === how).map(([id]) => pathway.treatment(id).label);
      return labels.length
        ? [block("li", `pp-${how}`, block("b", "", `${sign[0]} ${words}:`), ` ${joinWords(labels)}`)]
        : [];
    });
    const changes = before ? changedStatuses(before, pathway) : [];
    const rows = changes.map(([how, names]) =>
      block("li", "", block("b", "", `${capitalize(how)}:`), ` ${names}`),
    );
    // A scene about trials has no room for what its treatments are besides, until one is asked for.
    const trials = this.state.told ? [] : evidenceBlocks(pathway, this.scene.evidence);
    const told = trials.length ? trials : this.subjects(pathway);
    const cited = capitalize(sectionPhrase([this.scene.sections]));
    const isNew = !JSON.stringify(told).includes(JSON.stringify(cited));
    return [
      ...(lists.length ? [block("ul", "pp-outcomes", ...lists)] : []),
      ...told,
      ...(rows.length
        ? [block("h3", "pp-more", "Changed since the last scene"), block("ul", "pp-more", ...rows)]
        : []),
      ...(cited && isNew ? [block("p", "pp-foot pp-more", cited)] : []),
    ];
  }
}

/** About one treatment: its status here, and why; where it has a place here also what it is. @param {Pathway} pathway @param {string} id @param {string[]} names of what its card tells @returns {Block[]} */
function treatmentBlocks(pathway, id, names) {
  const { guide } = pathway;
  const { status, line, inferred, marks, shown, sections: own } = pathway.verdict(id);
  const { symbol, word } = guide.statuses[status];
  const row = shown.find(({ root }) => pathway.isMet(root)) ?? shown[0];
  const isSilent = status === "not_named" || !row?.why;
  const why = isSilent ? whyNotSentences(pathway, id)[0] : row.why; // that sentence cites its sections
  const words = [withMark(line, inferred), ...marks].filter(Boolean).join("; ");
  const told = isSilent ? [] : cardWords(pathway, id, names);
  const where = told.length ? [own, pathway.treatment(id).sections] : [own];
  const paragraphs = [block("p", "", why), ...(told.length ? [block("p", "pp-given", ...told)] : [])];
  if (!isSilent) paragraphs.at(-1)?.push(" ", block("small", "", capitalize(sectionPhrase(where))));
  return [
    block("h3", "pp-about", pathway.treatment(id).label),
    block("p", "", block("b", `pp-status pp-${status}`, `${symbol} ${word}`), words && `: ${words}`),
    ...paragraphs,
  ];
}

/** What a treatment's card tells of it, each under its name. @param {Pathway} pathway @param {string} id @param {string[]} names */
function cardWords({ guide }, id, names) {
  const { summary, fields } = guide.cards.treatments[id];
  return [["Summary", firstSentence(summary)], ...fields]
    .filter(([name, words]) => words && names.includes(name))
    .flatMap(([name, words]) => [
      ...(name === "Summary" ? [] : [block("b", "", ` ${name}: `)]),
      words.replace(/[^.]$/, "$&."),
    ]);
}

/** What an answer would settle; of a fact that settles nothing, what it is. @param {Pathway} pathway @param {string} id of a factor @returns {Block[]} */
function factBlocks(pathway, id) {
  const { factors } = pathway.guide;
  const place = factors.findIndex((factor) => factor.id === id);
  const { question, help, sections: own } = factors[place];
  const { open, facts } = settles(pathway);
  const fact = facts.find((each) => each.place === place);
  if (!fact) return [block("h3", "pp-about", question), citedParagraph(help, [own])];
  const words = `Decides ${countOf(pathway, fact, open.length)} open treatments. ${settlesSentence(pathway, fact)}`;
  return [block("h3", "pp-about", question), citedParagraph(words, fact.cited)];
}

/** @param {string} words @param {string[][]} headings */
const citedParagraph = (words, headings) =>
  block("p", "", words, " ", block("small", "", capitalize(sectionPhrase(headings))));
