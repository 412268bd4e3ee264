// Hand-outs: documents that are made when the page is printed and removed afterwards. Those of a case and of
// questions are blank or with key; a blank one contains no answer, not in its text either.
import { Pathway } from "../core/pathway.js";
import { changesSentence } from "../core/scenes.js";
import { capitalize, INFERRED, sectionPhrase, withMark } from "../core/sentences.js";
import { dot } from "../drawing/flowchart.js";
import { ownName, picture } from "../drawing/picture.js";
import { Selection } from "../drawing/selection.js";
import { worksheet } from "../drawing/worksheet.js";
import { make } from "../elements/elements.js";
import { NO_ENGINE } from "../hosts/models.js";
import { words } from "../views/pathway_table.js";

/** @typedef {import("../core/guide").Guide} Guide */
/** @typedef {import("../core/guide").Status} Status */
/** @typedef {import("../core/guide").Treatment} Treatment */
/** @typedef {import("../drawing/graphviz.js").Layout | null} Layout */

const NAME = "Name: ______________________________";
const KEY = "With key";
const HOW_SURE = "How sure?  \u2610 guessing  \u2610 fairly sure  \u2610 sure      Why?";
const ARROWS = ["\u2501\u25b6 on the way", "\u254c\u25b6 depends", "\u2500\u25b7 \u2020 our inference"];
const LETTERS = "ABCDEFGH";
/** As many scenes go on one sheet, so that one more is better halved. */
const A_SHEET = 3;
/** As many questions go on one page. */
const A_PAGE = 6;
/** The room for a drawing on either paper, in points, less a line for what is said below it; the smallest type wanted. */
const ROOM = { width: 738, height: 465, line: 15, type: 7.2 };
/** How a drawing is made narrower, step by step: its small type, and characters in its lines. */
const NARROWER = [
  { small: 14, widths: { line: 20, question: 24 } },
  { small: 15, widths: { line: 20, question: 22 } },
  { small: 15, widths: { line: 18, question: 20, chips: 40 } },
  { small: 16, widths: { line: 19, question: 20, chips: 40 } },
  { small: 15, widths: { line: 15, question: 18, card: 17, chips: 30 } },
];

/**
 * A pathway: its drawing on one sheet, and the same in words on the next.
 * @param {Guide} guide
 * @param {import("../core/decision_diagrams.js").Codes} codes
 * @param {boolean} everything whether all that the guide has is drawn
 * @param {Layout} layout
 */
export function pathwayHandout(guide, codes, everything, layout) {
  const pathway = new Pathway(guide, codes);
  const selection = new Selection(pathway, everything);
  const below = [
    ...selection.lines.map((line) => selection.text(line)),
    [legend(guide), ...ARROWS].join("   "),
  ];
  const [table, ...silent] = words(pathway).filter((each) => !each.matches(".pp-foot"));
  return make(
    "div",
    { class: "pp-handout" },
    make(
      "div",
      { class: layout ? "pp-fitted" : "" },
      ...head(pathway.sentence, "", pathway.answer),
      layout ? drawingBox(fittedDrawing(layout, pathway, everything)) : make("p", {}, NO_ENGINE),
      ...below.map((line) => make("p", { class: "pp-below" }, line)),
    ),
    make("div", { class: `pnet-paths ${layout ? "pp-sheet" : ""}` }, table, ...silent),
    foot(guide),
  );
}

/** The drawing, as much narrower as it must be for its letters to be read on paper. @param {import("../drawing/graphviz.js").Layout} layout @param {Pathway} pathway @param {boolean} everything */
function fittedDrawing(layout, { guide, codes, sentence }, everything) {
  const { sizes, graph, widths } = guide.drawing;
  const below = everything ? 0 : 4 * ROOM.line;
  const closer = { ...graph, graph: { ...graph.graph, nodesep: "0.15", ranksep: "0.34" } };
  const made = [{ small: sizes.small, widths: {} }, ...NARROWER].map((how) => () => {
    const drawing = {
      sizes: { ...sizes, small: how.small },
      graph: closer,
      widths: { ...widths, ...how.widths },
    };
    const narrower = { ...guide, drawing: { ...guide.drawing, ...drawing } };
    const svg = layout(dot(new Pathway(narrower, codes), { everything }), sentence, "");
    const [, width, height] = /width="([\d.]+)pt" height="([\d.]+)pt"/.exec(svg) ?? ["", "1", "1"];
    const type = how.small * Math.min(1, ROOM.width / Number(width), (ROOM.height - below) / Number(height));
    return { svg, type };
  });
  let best = made[0]();
  for (const make of made.slice(1)) {
    if (best.type >= ROOM.type) break;
    const next = make();
    if (next.type > best.type) best = next;
  }
  return best.svg;
}

/**
 * A case, scene by scene: its story, and the boxes to fill in.
 * @param {Guide} guide
 * @param {import("../core/guide").Case} teachingCase
 * @param {Layout} layout
 * @param {boolean} key whether the answers stand in it
 */
export function caseHandout(guide, teachingCase, layout, key) {
  const { scenes } = teachingCase;
  const half = scenes.length === A_SHEET + 1 ? scenes.length / 2 : -1;
  /** @type {Pathway[]} */
  const pathways = scenes.map(({ codes }) => new Pathway(guide, codes));
  const made = pathways.map((pathway, i) => {
    const { title, story, question } = scenes[i];
    const description = make(
      "div",
      { class: "pp-sheet-words" },
      make("h3", {}, `${i + 1}. ${title}`),
      make("p", {}, story),
      ...(question ? [make("p", { class: "pp-asked" }, question)] : []),
      ...(key ? answerList(scenes[i], pathway, pathways[i - 1]) : [make("div", { class: "pp-write" })]),
    );
    return make("section", { class: i === half ? "pp-sheet" : "" }, description, boxes(pathway, layout, key));
  });
  const how = key ? "In the boxes" : "What does the guide say? Write into each box";
  const ours = key ? `   ${INFERRED} ${pathways[0].fill("our_inference")}` : "";
  return make(
    "div",
    { class: "pp-handout" },
    ...head(teachingCase.label, key ? KEY : NAME, `${how}: ${legend(guide)}${ours}`),
    ...(layout ? [] : [make("p", {}, NO_ENGINE)]),
    make("div", { class: `pp-scenes ${key ? "pp-with-key" : ""}` }, ...made),
    foot(guide),
  );
}

/** What the guide says in a scene, and what has changed. @param {import("../core/guide").Scene} scene @param {Pathway} pathway @param {Pathway | undefined} before */
function answerList(scene, pathway, before) {
  const lines = Object.entries(pathway.guide.statuses).flatMap(([status, { symbol, word }]) => {
    const named = pathway.guide.treatments.filter(
      (each) => status !== "not_named" && isListed(pathway, /** @type {Status} */ (status), each),
    );
    const labels = named.map(({ id, label }) => withMark(label, pathway.inferred(id)));
    const head = make("b", {}, `${symbol} ${capitalize(word)}:`);
    return labels.length ? [make("li", {}, head, ` ${labels.join(", ")}`)] : [];
  });
  const changes = before ? changesSentence(before, pathway) : "";
  const cited = capitalize(sectionPhrase([scene.sections]));
  return [
    make("ul", {}, ...lines),
    ...(changes ? [make("p", {}, `Since the last scene: ${changes}`)] : []),
    ...(cited ? [make("p", { class: "pp-cited" }, cited)] : []),
  ];
}

/** Whether a treatment is listed under a status: groups, and members where they are not all alike. @param {Pathway} pathway @param {Status} status @param {Treatment} treatment */
function isListed(pathway, status, { id, memberOf, isService }) {
  if (pathway.status(id) !== status || isService) return false;
  if (!memberOf) return true;
  if (!pathway.isOffered(memberOf)) return pathway.isOffered(id);
  return (
    pathway.status(memberOf) !== status ||
    !pathway.members(memberOf).every((each) => pathway.status(each.id) === status)
  );
}

/** The boxes of a scene; where they cannot be drawn the names of those to fill in, or all in words. @param {Pathway} pathway @param {Layout} layout @param {boolean} key */
function boxes(pathway, layout, key) {
  if (layout)
    return drawingBox(layout(worksheet(pathway, key), key ? pathway.sentence : "Boxes to fill in", ""));
  if (key) return make("pre", {}, pathway.outline());
  const groups = pathway.members("").filter(({ isService }) => !isService);
  return make("ul", {}, ...groups.map(({ label }) => make("li", {}, `${label}: ____________`)));
}

/**
 * Questions with their choices.
 * @param {Guide} guide
 * @param {import("../core/question_round.js").Question[]} questions
 * @param {boolean} key whether the right choices are marked, with their reasons
 */
export function quizHandout(guide, questions, key) {
  const half = questions.length > A_PAGE ? Math.ceil(questions.length / 2) : -1;
  const made = questions.map(({ text, choices }, place) => {
    const options = choices.map((choice, i) => {
      const isMarked = key && choice.right;
      const line = `${isMarked ? "\u2611" : "\u2610"} ${LETTERS[i]}  ${choice.text}`;
      return make("li", { class: isMarked ? "pp-right" : "" }, line);
    });
    const because = choices.find(({ right }) => right)?.because ?? "";
    const below = key ? make("p", { class: "pp-cited" }, because) : make("p", { class: "pp-why" }, HOW_SURE);
    const sheet = { class: place === half ? "pp-sheet" : "" };
    return make("li", sheet, make("p", {}, text), make("ul", {}, ...options), below);
  });
  const how = key ? "The right answer is marked." : "Choose one answer, and say how sure you are.";
  const list = make("ol", { class: "pp-asked-all" }, ...made);
  const top = head("Questions", key ? KEY : NAME, how);
  return make("div", { class: "pp-handout pp-upright" }, ...top, list, foot(guide));
}

/** @param {string} svg */
const drawingBox = (svg) => make("div", { class: "pp-sheet-drawing" }, picture(svg, ownName()));

/** @param {Guide} guide */
const legend = (guide) =>
  Object.values(guide.statuses)
    .map(({ symbol, word }) => `${symbol}\u00a0${word}`)
    .join("   ");

/** @param {string} title @param {string} whose @param {string} how @returns {HTMLElement[]} */
const head = (title, whose, how) => [
  make("header", {}, make("h2", {}, title), make("span", {}, whose)),
  make("p", { class: "pp-how" }, how),
];

/** @param {Guide} guide */
const foot = (guide) => make("p", { class: "pp-sheet-foot" }, guide.footer);
