// What a class has handed in, read from files on this computer: for a teacher who has the page and nothing else.
import { cardOf, classResults, topicSentence, topicsNext } from "../core/class_results.js";
import { button, make } from "../views/elements.js";
import { headRow } from "../views/pathway_table.js";

const HEADS = [
  "Question",
  "First answers",
  "Right",
  "Sure",
  "Sure and wrong",
  "Wrong answer that draws most",
];
const TOPICS = 5;

export class ClassView {
  /** @param {any} page the page's data */
  constructor(page) {
    this.page = page;
    this.files = make("input", { type: "file", multiple: "", hidden: "" });
    this.files.addEventListener("change", () => this.read([...this.files.files]));
    this.root = make("div", {
      class: "pp-class pnet-paths",
      tabindex: -1,
      role: "region",
      "aria-label": "Class results",
    });
    this.root.hidden = true;
  }

  /** Ask for the files that students have handed in. */
  choose() {
    this.files.value = "";
    this.files.click();
  }

  /** @param {File[]} files */
  async read(files) {
    const contents = files.map(async (file) => ({ name: file.name, text: await file.text() }));
    this.show(await Promise.all(contents));
  }

  /** @param {import("../core/class_results.js").Content[]} files */
  show(files) {
    const { questions, document: guide } = this.page;
    const { students, counts, skipped } = classResults(this.page, files);
    const sentences = topicsNext(questions, counts)
      .slice(0, TOPICS)
      .map((topic) => topicSentence(guide, topic));
    const rows = questions.flatMap((/** @type {any} */ question, /** @type {number} */ place) =>
      counts[place].answered ? [row(guide, question, place, counts[place])] : [],
    );
    const table = make("table", { class: "pp-table" }, headRow(HEADS), make("tbody", {}, ...rows));
    const count = `${students} ${students === 1 ? "hand-in counts" : "hand-ins count"}.`;
    this.root.replaceChildren(
      make("h2", {}, "Class results"),
      make("p", {}, `${count} The files stay on this computer.`),
      ...listed("ol", "Talk about next", sentences),
      ...(rows.length ? [table] : []),
      ...listed("ul", `Skipped: ${skipped.length}`, skipped),
      button("Close", () => this.close(), { class: "pp-key" }),
    );
    this.root.hidden = false;
    this.root.focus();
  }

  close() {
    this.root.hidden = true;
    this.root.replaceChildren();
  }
}

/** @param {any} guide @param {any} question @param {number} place @param {import("../core/class_results.js").Counts} counts */
function row(guide, { topic, text }, place, { answered, wrong, sure, sureAndWrong, choice, by }) {
  const name = `${place + 1}. ${cardOf(guide, topic).card}`;
  const right = `${Math.round((100 * (answered - wrong)) / answered)}%`;
  const cells = [answered, right, sure, sureAndWrong, by ? `${choice} (${by})` : ""];
  const head = make("th", { scope: "row", title: text }, name);
  return make("tr", {}, head, ...cells.map((cell) => make("td", {}, `${cell}`)));
}

/** A list under a heading, where there is something to list. @param {string} tag @param {string} heading @param {string[]} lines */
const listed = (tag, heading, lines) =>
  lines.length ? [make("h3", {}, heading), make(tag, {}, ...lines.map((line) => make("li", {}, line)))] : [];
