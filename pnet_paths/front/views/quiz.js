// Questions on the screen: the facts and a blank drawing; answer, say how sure you are, then see why on the drawing. Which
// answer is right, and why, is nowhere in the page before it is answered.
import { Pathway } from "../core/pathway.js";
import { asked, Round, roundOf, SURENESS } from "../core/question_round.js";
import { button } from "../elements/buttons.js";
import { make } from "../elements/elements.js";
import { listen } from "../elements/events.js";
import { toggleFullScreen } from "../hosts/full_screen.js";
import { keepPlainKeys } from "../hosts/jupyter_keys.js";
import { documentModel, drawingModel, isConnected, onEvent, sharedValue } from "../hosts/models.js";
import { scrollToResult } from "../hosts/notebook_cell.js";
import { onKeys } from "../hosts/presenter_keys.js";
import { glossary } from "./card.js";
import { DrawingView } from "./drawing_view.js";
import { factPhrase } from "./fact_chips.js";
import { HostedView } from "./hosted_view.js";
import { howItWent } from "./quiz_end.js";

const LEVELS = ["from easy to hard", "easy", "medium", "hard"];
const LETTERS = ["A", "B", "C", "D"];
const [RIGHT, WRONG] = ["\u2713", "\u2715"];

/** @typedef {import("../core/question_round.js").Question} Question */
/** @typedef {import("../core/question_round.js").SavedAnswer} SavedAnswer */

/** @param {import("../hosts/models.js").Cell} cell */
async function render({ model, el }) {
  const quiz = new Quiz(model, el, await sharedValue(model, "document"), el, await documentModel(model));
  scrollToResult(el);
  return () => quiz.remove();
}

export class Quiz extends HostedView {
  /**
   * @param {import("../hosts/models.js").Model} model
   * @param {HTMLElement} el
   * @param {import("../core/guide").Guide} guide
   * @param {EventTarget} keys
   * @param {import("../hosts/models.js").JupyterModel | null} host the model by which Python hears, if there is one
   */
  constructor(model, el, guide, keys = el, host = null) {
    super(model, el, guide, keys);
    this.host = host;
    this.build();
    this.listen();
    if (this.resume()) return;
    if (model.get("questions").length) this.begin();
    else this.more({});
  }

  build() {
    const options = LEVELS.map((level, i) => make("option", { value: i ? level : "" }, level));
    /** @type {HTMLSelectElement} */
    this.level = make("select", {}, ...options);
    /** @type {HTMLElement} */
    this.head = make("div", { class: "pp-progress", role: "status" });
    /** @type {HTMLProgressElement} */
    this.done = make("progress", { "aria-label": "Questions done" });
    const full = button("Full screen", () => toggleFullScreen(this.el), { class: "pp-key" });
    const bar = make(
      "div",
      { class: "pp-bar" },
      make("label", {}, "Level ", this.level),
      this.head,
      this.done,
      full,
    );
    /** @type {HTMLElement} */
    this.facts = make("ul", { class: "pp-known", "aria-label": "What is known" });
    /** @type {HTMLElement} */
    this.text = make("div", { class: "pp-story" });
    /** @type {HTMLFieldSetElement} */
    this.choices = make("fieldset", { class: "pp-choices" });
    /** @type {HTMLElement} */
    this.sure = make("div", { class: "pp-sure", role: "group", "aria-label": "How sure are you?" });
    // One button for both: where one takes the other's place, the focus stays.
    /** @type {HTMLButtonElement} */
    this.go = button("", () => this.onward(), { class: "pp-key mod-primary" });
    /** @type {HTMLElement} */
    this.told = make("div", { class: "pp-told-why" });
    const hint = make("p", { class: "pp-keys" }, "Keys: A to D or 1 to 4 choose, F full screen.");
    /** @type {HTMLElement} */
    this.asking = make(
      "div",
      { class: "pp-quiz-asked" },
      this.facts,
      this.text,
      this.choices,
      this.sure,
      this.go,
      hint,
      this.told,
    );
    /** @type {HTMLElement} */
    this.place = make("div", { class: "pp-quiz-drawing" });
    this.el.replaceChildren(bar, make("div", { class: "pp-page" }, this.asking, this.place));
  }

  listen() {
    const { signal } = this.ends;
    onEvent(this.model, "change:questions", () => this.begin(), signal);
    listen(this.level, "change", { signal }, () => this.more({ level: this.level.value }));
    keepPlainKeys(this.el, signal);
    onKeys(this, ({ key, target }) => {
      if (target.closest("select, .pp-drawing")) return;
      if (key === "f") toggleFullScreen(this.el);
      const letter = LETTERS.indexOf(key.toUpperCase());
      this.radios()[letter < 0 ? Number(key) - 1 : letter]?.click();
    });
  }

  remove() {
    this.view?.remove();
    super.remove();
  }

  /** Take up a round; what was answered before stays. */
  begin() {
    this.level.value = this.model.get("level");
    const again = "round" in this;
    // Of a round that Python makes anew all questions are asked, also those that came before by chance.
    const earlier = again && !this.model.get("stock") ? [] : this.model.get("answers");
    /** @type {Round} */
    this.round = new Round(this.model.get("questions"), earlier);
    this.ask(again);
  }

  /** Show what was answered last with its reasons, as a page that is opened again has lost them. */
  resume() {
    const answers = this.model.get("answers");
    if (!answers.length) return false;
    const [earlier, last] = [answers.slice(0, -1), answers[answers.length - 1]];
    const round = new Round(this.stockRound(earlier) ?? this.model.get("questions"), earlier);
    const place = round.question?.choices.findIndex(({ text }) => text === last.chosen) ?? -1;
    if (round.question?.id !== last.question_id || place < 0) return false;
    this.level.value = this.model.get("level");
    this.round = round;
    this.ask(false);
    this.radios()[place].checked = true;
    this.choose(last.sure);
    round.answer(place, last.sure);
    this.reveal(place);
    return true;
  }

  /** The round out of the page's stock that comes after these answers; nothing where Python makes them. @param {SavedAnswer[]} answers */
  stockRound(answers) {
    const [stock, levels] = [this.model.get("stock"), this.model.get("levels")];
    return stock && roundOf(stock, levels[this.model.get("level")], answers);
  }

  /** Other questions: out of the page's stock where it has one, else made by Python. @param {{level?: string}} wish */
  more(wish) {
    if (this.model.get("stock")) {
      if (wish.level !== undefined) this.model.set("level", wish.level);
      this.model.set("questions", this.stockRound(this.model.get("answers")) ?? []);
    } else if (isConnected(this.host)) this.model.send?.({ do: "more", ...wish });
    else this.alert("New questions wait for Python: run this cell again (Shift + Enter).");
  }

  onward() {
    const { round } = this;
    if (!round.question) return this.more({});
    if (!round.answered) return this.answer();
    round.next();
    return this.ask(true);
  }

  /** @returns {HTMLInputElement[]} */
  radios() {
    return [...this.choices.querySelectorAll("input")].filter(({ disabled }) => !disabled);
  }

  /** @param {boolean} moved whether a reader has come here from another question */
  ask(moved) {
    this.told.replaceChildren();
    const { question, head } = this.round;
    this.head.replaceChildren(make("h2", {}, head));
    this.count();
    for (const each of [this.choices, this.sure, this.facts, this.place]) each.hidden = !question;
    this.go.textContent = question ? "Answer" : "More questions";
    if (!question) {
      this.text.replaceChildren(...howItWent(this.guide, this.model));
      return;
    }
    const terms = glossary(this.guide.cards.glossary, this.unique);
    const pathway = new Pathway(this.guide, question.codes);
    this.draw(pathway);
    this.knows(pathway, []);
    // The profile stands in the facts.
    this.text.replaceChildren(make("p", {}, ...terms(asked(this.guide, question))));
    const name = `${this.unique}-${question.id}`;
    this.choices.replaceChildren(
      make("legend", {}, "Answers"),
      ...question.choices.map(({ text }, i) =>
        make(
          "label",
          {},
          make("input", { type: "radio", name, value: i }),
          make("b", { "aria-hidden": true }, LETTERS[i]),
          make("span", {}, text),
        ),
      ),
    );
    const key = (/** @type {string} */ id) => ({ class: "pp-key", "data-sure": id, "aria-pressed": false });
    const keys = Object.entries(SURENESS).map(([id, label]) => button(label, () => this.choose(id), key(id)));
    this.sure.replaceChildren("I am ", ...keys);
    if (moved) this.radios()[0].focus({ preventScroll: true });
  }

  /** How far the round has come. */
  count() {
    const { done, questions } = this.round;
    this.done.max = questions.length;
    this.done.value = done;
  }

  /** The facts, those that decide marked. @param {Pathway} pathway @param {number[]} decides their places */
  knows(pathway, decides) {
    const facts = [...pathway.known].map(([place, [code]]) => {
      const words = factPhrase(pathway, place, code);
      if (!decides.includes(place)) return make("li", { class: "pp-fact" }, words);
      return make("li", { class: "pp-fact pp-decides" }, words, " ", make("small", {}, "decides"));
    });
    this.facts.replaceChildren(...facts);
  }

  /** The drawing of the question, blank. @param {Pathway} pathway */
  draw(pathway) {
    const names = (/** @type {string} */ id) => pathway.treatment(id).label;
    if (this.view) {
      this.view.signs = {};
      this.view.show(pathway, names);
      return;
    }
    const choose = (/** @type {string} */ id) => this.point(id);
    const acts = { blank: names, choose };
    this.view = new DrawingView(drawingModel(this.model), this.place, this.guide, pathway.codes, acts);
  }

  /** A box that an answer names is that answer. @param {string} id @returns {boolean} whether it has no card here */
  point(id) {
    if (this.round.answered || !this.round.question) return false;
    const place = this.round.question.choices.findIndex(({ about }) => about === id);
    if (place >= 0) this.radios()[place].click();
    return true;
  }

  /** @param {string} sure a key of SURENESS */
  choose(sure) {
    if (this.round.answered) return;
    for (const each of this.sure.querySelectorAll("button"))
      each.setAttribute("aria-pressed", `${each.dataset.sure === sure}`);
  }

  answer() {
    const place = this.radios().findIndex(({ checked }) => checked);
    const sure = this.sure.querySelector("[aria-pressed=true]")?.getAttribute("data-sure") ?? "";
    const answer = this.round.answer(place, sure);
    if (typeof answer === "string") return this.alert(answer);
    const level = this.model.get("level");
    this.model.set("answers", [...this.model.get("answers"), { ...answer, level }]);
    this.model.save_changes();
    this.reveal(place);
  }

  /** Close the question that is answered, and show why. @param {number} place of the choice */
  reveal(place) {
    for (const each of this.choices.querySelectorAll("input")) each.disabled = true;
    this.go.textContent = this.round.waiting.length ? "Next question" : "See how it went";
    const { choices } = /** @type {Question} */ (this.round.question);
    this.count();
    this.show(place, choices[place].right);
  }

  /** Said as something new each time, so that it is heard again. @param {string} words */
  alert(words) {
    this.told.replaceChildren(make("p", { role: "alert" }, words));
  }

  /** The reasons, that of the right answer first, and the answers marked on the drawing. @param {number} place @param {boolean} right */
  show(place, right) {
    const { choices, codes, decides } = /** @type {Question} */ (this.round.question);
    const terms = glossary(this.guide.cards.glossary, this.unique);
    const items = choices
      .map((choice, i) => ({ ...choice, own: i === place }))
      .sort((a, b) => Number(b.right) - Number(a.right))
      .map((choice) =>
        make(
          "li",
          {},
          make(
            "b",
            {},
            `${choice.right ? RIGHT : WRONG} ${choice.text}${choice.own ? " (your answer)" : ""}`,
          ),
          make("br"),
          ...terms(choice.because),
        ),
      );
    const verdict = right ? "Right." : "Not this one; it comes back at the end of this round.";
    for (const [i, label] of this.choices.querySelectorAll("label").entries()) {
      const isMarked = choices[i].right || i === place;
      if (isMarked) label.append(make("b.pp-mark", choices[i].right ? RIGHT : WRONG));
    }
    this.told.replaceChildren(
      make("p", { role: "status" }, make("b", {}, verdict)),
      make("ul", {}, ...items),
    );
    const about = choices.filter((choice) => choice.about);
    const pathway = new Pathway(this.guide, codes);
    this.knows(pathway, decides);
    const view = /** @type {DrawingView} */ (this.view);
    view.fill = pathway; // the question before was about somebody else
    view.signs = Object.fromEntries(about.map((one) => [one.about, one.right ? RIGHT : WRONG]));
    view.show(pathway);
    // On a phone the verdict would be out of sight.
    if (this.told.getBoundingClientRect().bottom > innerHeight) this.text.scrollIntoView({ block: "start" });
  }
}

export default { render };
