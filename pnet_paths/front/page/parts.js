// The parts of the page, each a tab: what a part starts from, its view, what of it is in the address, and how it is
// printed.
import { button } from "../elements/buttons.js";
import { Explorer } from "../views/explorer.js";
import { Player } from "../views/player.js";
import { Quiz } from "../views/quiz.js";
import { Stage } from "../views/stage.js";
import { caseHandout, pathwayHandout, quizHandout } from "./handout.js";

/** @typedef {import("../core/guide").Guide} Guide */
/** @typedef {import("../core/guide").PageData} PageData */
/** @typedef {import("../hosts/models.js").Model} Model */
/** @typedef {import("../hosts/models.js").Values} Values */
/** @typedef {import("./address.js").Shown} Shown */
/** @typedef {import("./page.js").Page} Page */
/** @typedef {{explore?: Explorer, cases?: Player, stage?: Stage, quiz?: Quiz}} Views of the parts that have been shown */
/** @typedef {import("./handout.js").Layout} Layout */

/**
 * A part of the page.
 * @typedef {object} Part
 * @property {keyof Views} id
 * @property {string} label of its tab
 * @property {(keyof Values)[]} inAddress the values of its model that are in the address
 * @property {boolean} isAsking whether it is printed blank or with a key; what asks nothing is printed as it is
 * @property {(data: PageData) => boolean} isThere whether the page has anything for it
 * @property {(page: Page, shown: Shown) => Partial<Values>} values what its model starts from, beside what all have
 * @property {(page: Page, model: Model, el: HTMLElement) => Views[keyof Views]} open its view, made when it is first shown
 * @property {(page: Page, place: HTMLElement) => void} show it is shown, for the first time or again
 * @property {(page: Page, shown: Shown) => void} goTo what the address asks for
 * @property {(guide: Guide, model: Model, layout: Layout, key: boolean) => HTMLElement | null} handout what is printed of it
 */

/** Buttons for two ways to begin. @param {Page} page @param {Explorer} explorer */
function startButtons(page, explorer) {
  const { subject, cases } = page.guide;
  const ask = () => {
    explorer.view.interaction.close(); // a card may stand where the question does
    explorer.card.focus();
  };
  const describe = button(`Describe ${subject}`, ask, { class: "pp-key" });
  if (!cases.length) return [describe];
  const [{ id, label, scenes }] = cases;
  // A story may begin with a name: "Ana, 58, ...".
  const [, name] = /^(\p{Lu}\p{L}+), \d/u.exec(scenes[0].story) ?? [];
  const follow = () => {
    page.models.cases.set("case", id);
    page.models.cases.set("scene", 1);
    page.enter("cases");
  };
  return [button(`Follow ${name ?? label}`, follow, { class: "pp-key mod-primary" }), describe];
}

/** @type {Part} */
const explore = {
  id: "explore",
  label: "Explore",
  inAddress: ["codes", "view", "other"],
  isAsking: false,
  isThere: () => true,
  values: ({ data }, { view, codes, assumed, other, card }) => ({
    sources: data.sources,
    documents: data.parts.map((part) => part.document),
    view,
    codes,
    assumed,
    other,
    selected: card,
    controls: [],
  }),
  open(page, model, el) {
    const explorer = new Explorer(model, el, page.guide);
    explorer.beginnings.append(...startButtons(page, explorer));
    explorer.opening = `Describe ${page.guide.subject} and see which treatments a published guide names. For students, not medical advice.`;
    explorer.showHead();
    return explorer;
  },
  show() {},
  goTo({ models: { explore: model } }, { codes, assumed, other, view, card }) {
    model.set("codes", codes);
    model.set("assumed", assumed);
    if (other.length) model.set("other", other);
    model.set("view", view);
    if (card) model.set("selected", card);
  },
  handout(guide, model, layout) {
    const view = model.get("view");
    const isDrawing = ["path", "map"].includes(view);
    return isDrawing ? pathwayHandout(guide, model.get("codes"), view === "map", layout) : null;
  },
};

/** What the player and the stage have in common: a scene of a case. */
const scenes = {
  inAddress: /** @type {(keyof Values)[]} */ (["case", "scene"]),
  isAsking: true,
  /** @param {PageData} data */
  isThere: ({ document }) => document.cases.length > 0,
  /** @param {Page} page @param {Shown} shown */
  values: ({ data, guide }, shown) => ({
    case: shown.case || guide.cases[0]?.id,
    scene: shown.scene,
    notes: data.notes,
    guess: [],
    revealed: false,
    predict: true,
  }),
  /** @param {Page} page @param {Shown} shown */
  goTo({ models, views }, { show, case: id, scene }) {
    if (!id) return;
    const view = show === "stage" ? views.stage : views.cases;
    if (view) view.goTo(id, scene);
    else {
      models[show].set("case", id);
      models[show].set("scene", scene);
    }
  },
  /** @param {Guide} guide @param {Model} model @param {Layout} layout @param {boolean} key */
  handout(guide, model, layout, key) {
    const teachingCase = guide.cases.find((each) => each.id === model.get("case"));
    return teachingCase ? caseHandout(guide, teachingCase, layout, key) : null;
  },
};

/** @type {Part} */
const cases = {
  id: "cases",
  label: "Cases",
  ...scenes,
  open(page, model, el) {
    el.classList.add("pp-player");
    return new Player(model, el, page.guide, document);
  },
  show({ progress, models }, place) {
    place.append(progress.root);
    progress.addScene(models.cases.get("case"), models.cases.get("scene"));
  },
};

/** @type {Part} */
const stage = {
  id: "stage",
  label: "Stage",
  ...scenes,
  open: (page, model, el) => new Stage(model, el, page.guide, document),
  show({ progress, models, views }) {
    progress.addScene(models.stage.get("case"), models.stage.get("scene"));
    views.stage?.root.focus({ preventScroll: true });
  },
};

/** @type {Part} */
const quiz = {
  id: "quiz",
  label: "Quiz",
  inAddress: [],
  isAsking: true,
  isThere: ({ questions }) => questions.length > 0,
  values({ data, progress, linkTo }) {
    const { answers } = progress;
    const level = answers[answers.length - 1]?.level ?? "";
    return {
      level: Object.hasOwn(data.levels, level) ? level : "",
      levels: data.levels,
      stock: data.questions,
      questions: [],
      answers,
      address: linkTo,
    };
  },
  open(page, model, el) {
    el.classList.add("pp-quiz");
    return new Quiz(model, el, page.guide, document);
  },
  show: ({ progress }, place) => place.append(progress.root),
  goTo() {},
  handout: (guide, model, _, key) => quizHandout(guide, model.get("questions"), key),
};

/** In the order of their tabs. */
export const PARTS = [explore, cases, stage, quiz];
