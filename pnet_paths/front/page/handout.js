// What is printed: a document of its own, made when the page is printed and gone afterwards. Of a case and of the
// questions it is a hand-out, blank or with key: blank it holds no answer, not in its text either.
import { Pathway } from "../core/pathway.js";
import { OFFERED } from "../core/reasons.js";
import { changesSentence } from "../core/scenes.js";
import { capital, INFERRED, marked, sections } from "../core/sentences.js";
import { dot } from "../drawing/flowchart.js";
import { ownName, picture } from "../drawing/picture.js";
import { Selection } from "../drawing/selection.js";
import { worksheet } from "../drawing/worksheet.js";
import { NO_ENGINE } from "../hosts/models.js";
import { make } from "../views/elements.js";
import { words } from "../views/pathway_table.js";

/** @typedef {import("../drawing/graphviz.js").Layout | null} Layout */

const NAME = "Name: ______________________________";
const KEY = "With key";
const HOW_SURE = "How sure?  \u2610 guessing  \u2610 fairly sure  \u2610 sure      Why?";
const LETTERS = "ABCDEFGH";
/** As many scenes go on one sheet, so that one more is better halved. */
const A_SHEET = 3;
/** As many questions go on one page. */
const A_PAGE = 6;
/** Of the drawing of everything: its smallest type, before it is fitted to the paper, and characters in its lines. */
const SMALL = 14;
const WIDTHS = { line: 20, question: 24 };

/**
 * A pathway: its drawing on one sheet, and the same in words on the next.
 * @param {any} guide
 * @param {import("../core/decision_diagrams.js").Codes} codes
 * @param {boolean} everything whether all that the guide has is drawn
 * @param {Layout} layout
 */
export function pathwayHandout(guide, codes, everything, layout) {
  const pathway = new Pathway(everything ? forPaper(guide) : guide, codes);
  const selection = new Selection(pathway, everything);
  const marks = guide.drawing.lines.map((/** @type {string[]} */ [mark]) => mark);
  const below = [
    ...selection.lines.map((line) => selection.text(line)),
    [legend(guide), ...marks].join("   "),
  ];
  const [table, ...silent] = words(pathway).filter((each) => !each.matches(".pp-foot"));
  return handout(
    guide,
    { title: pathway.sentence, how: pathway.answer },
    ...(layout
      ? [drawn(layout, dot(pathway, { everything }), pathway.sentence)]
      : [make("p", {}, NO_ENGINE)]),
    ...below.map((line) => make("p", { class: "pp-below" }, line)),
    make("div", { class: `pnet-paths ${layout ? "pp-sheet" : ""}` }, table, ...silent),
  );
}

/** The guide drawn narrower, with larger small type. @param {any} guide */
function forPaper(guide) {
  const { sizes, graph, widths } = guide.drawing;
  const closer = { ...graph, graph: { ...graph.graph, nodesep: "0.15", ranksep: "0.4" } };
  const drawing = { sizes: { ...sizes, small: SMALL }, graph: closer, widths: { ...widths, ...WIDTHS } };
  return { ...guide, drawing: { ...guide.drawing, ...drawing } };
}

/**
 * A case, scene by scene: its story, and the boxes to fill in.
 * @param {any} guide
 * @param {any} given the case
 * @param {Layout} layout
 * @param {boolean} key whether the answers stand in it
 */
export function caseHandout(guide, given, layout, key) {
  const { scenes } = given;
  const half = scenes.length === A_SHEET + 1 ? scenes.length / 2 : -1;
  /** @type {Pathway[]} */
  const pathways = scenes.map((/** @type {any} */ { codes }) => new Pathway(guide, codes));
  const made = pathways.map((pathway, i) => {
    const { title, story, question } = scenes[i];
    const told = make(
      "div",
      { class: "pp-sheet-words" },
      make("h3", {}, `${i + 1}. ${title}`),
      make("p", {}, story),
      ...(question ? [make("p", { class: "pp-asked" }, question)] : []),
      ...(key ? answers(scenes[i], pathway, pathways[i - 1]) : [make("div", { class: "pp-write" })]),
    );
    return make("section", { class: i === half ? "pp-sheet" : "" }, told, boxes(pathway, layout, key));
  });
  const how = key ? "In the boxes" : "What does the guide say? Write into each box";
  const ours = key ? `   ${INFERRED} ${pathways[0].said("our_inference")}` : "";
  return handout(
    guide,
    { title: given.label, whose: key ? KEY : NAME, how: `${how}: ${legend(guide)}${ours}` },
    ...(layout ? [] : [make("p", {}, NO_ENGINE)]),
    make("div", { class: `pp-scenes ${key ? "pp-with-key" : ""}` }, ...made),
  );
}

/** What the guide says in a scene, and what has changed. @param {any} scene @param {Pathway} pathway @param {Pathway | undefined} before */
function answers(scene, pathway, before) {
  const said = Object.entries(pathway.guide.statuses).flatMap(([status, { symbol, word }]) => {
    const named = pathway.guide.treatments.filter(
      (/** @type {any} */ each) => status !== "not_named" && isListed(pathway, status, each),
    );
    const labels = named.map((/** @type {any} */ { id, label }) => marked(label, pathway.inferred(id)));
    const head = make("b", {}, `${symbol} ${capital(word)}:`);
    return labels.length ? [make("li", {}, head, ` ${labels.join(", ")}`)] : [];
  });
  const changes = before ? changesSentence(before, pathway) : "";
  const cited = capital(sections([scene.sections]));
  return [
    make("ul", {}, ...said),
    ...(changes ? [make("p", {}, `Since the last scene: ${changes}`)] : []),
    ...(cited ? [make("p", { class: "pp-cited" }, cited)] : []),
  ];
}

/** Whether a treatment is listed under a status: groups, and members where they are not all alike. @param {Pathway} pathway @param {string} status @param {any} treatment */
function isListed(pathway, status, { id, memberOf, isService }) {
  if (pathway.status(id) !== status || isService) return false;
  if (!memberOf) return true;
  const above = pathway.status(memberOf);
  if (!OFFERED.includes(above)) return OFFERED.includes(status);
  return above !== status || !pathway.members(memberOf).every((each) => pathway.status(each.id) === status);
}

/** The boxes of a scene; where they cannot be drawn the names of those to fill in, or all in words. @param {Pathway} pathway @param {Layout} layout @param {boolean} key */
function boxes(pathway, layout, key) {
  if (layout) return drawn(layout, worksheet(pathway, key), key ? pathway.sentence : "Boxes to fill in");
  if (key) return make("pre", {}, pathway.outline());
  const groups = pathway.members("").filter(({ isService }) => !isService);
  return make("ul", {}, ...groups.map(({ label }) => make("li", {}, `${label}: ____________`)));
}

/**
 * Questions with their choices.
 * @param {any} guide
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
  const head = { title: "Questions", whose: key ? KEY : NAME, how, paper: "pp-upright" };
  return handout(guide, head, make("ol", { class: "pp-asked-all" }, ...made));
}

/** @param {import("../drawing/graphviz.js").Layout} layout @param {string} source @param {string} title */
const drawn = (layout, source, title) =>
  make("div", { class: "pp-sheet-drawing" }, picture(layout(source, title, ""), ownName()));

/** @param {any} guide */
const legend = (guide) =>
  Object.values(guide.statuses)
    .map(({ symbol, word }) => `${symbol}\u00a0${word}`)
    .join("   ");

/** @param {any} guide @param {{title: string, whose?: string, how: string, paper?: string}} head @param {...HTMLElement} content */
const handout = (guide, { title, whose = "", how, paper = "" }, ...content) =>
  make(
    "div",
    { class: `pp-handout ${paper}` },
    make("header", {}, make("h2", {}, title), make("span", {}, whose)),
    make("p", { class: "pp-how" }, how),
    ...content,
    make("p", { class: "pp-sheet-foot" }, guide.footer),
  );
