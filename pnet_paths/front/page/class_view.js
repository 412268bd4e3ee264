// The results of a class from files on this computer, for a teacher who has the page and nothing else.
import { classResults, moreTopics, questionName, topicSentence, topicsNext } from "../core/class_results.js";
import { button } from "../elements/buttons.js";
import { make } from "../elements/elements.js";
import { headRow } from "../views/pathway_table.js";

const HEADS = ["Question", "First answers", "Right", "Sure", "Sure and wrong", "Wrong answers"];
const TOPICS = 5;

export class ClassView {
  /** @param {import("../core/guide").PageData} page */
  constructor(page) {
    this.page = page;
    this.files = make("input", { type: "file", multiple: "", hidden: "" });
    this.files.addEventListener("change", () => this.read([...(this.files.files ?? [])]));
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
    const topics = topicsNext(questions, counts);
    const sentences = topics.slice(0, TOPICS).map((topic) => topicSentence(guide, topic));
    const more = moreTopics(guide, topics.slice(TOPICS));
    const rows = questions.flatMap((question, place) =>
      counts[place].answered ? [row(question, counts[place])] : [],
    );
    const table = make("table", { class: "pp-table" }, headRow(HEADS), make("tbody", {}, ...rows));
    const count = `${students} ${students === 1 ? "hand-in counts" : "hand-ins count"}.`;
    this.root.replaceChildren(
      make("h2", {}, "Class results"),
      make("p", {}, `${count} The files stay on this computer.`),
      ...headedList("ol", "Talk about next", sentences),
      ...(more ? [make("p", {}, more)] : []),
      ...(rows.length ? [table] : []),
      ...headedList("ul", `Skipped: ${skipped.length}`, skipped),
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

/** The row of a question and its counts; its whole text unfolds. @param {import("../core/guide").AskedQuestion} question @param {import("../core/class_results.js").Counts} counts */
function row(question, { answered, wrong, sure, sureAndWrong, choices }) {
  const name = questionName(question);
  const unfolds = name !== question.text;
  const words = unfolds ? make("details", {}, make("summary", {}, name), question.text) : name;
  const right = `${Math.round((100 * (answered - wrong)) / answered)}%`;
  const wrongChoices = choices.map(({ choice, by }) => `${choice} (${by})`).join("; ");
  const cells = [answered, right, sure, sureAndWrong, wrongChoices];
  return make(
    "tr",
    {},
    make("th", { scope: "row" }, words),
    ...cells.map((cell) => make("td", {}, `${cell}`)),
  );
}

/** A list under a heading, where there is something to list. @param {string} tag @param {string} heading @param {string[]} lines */
const headedList = (tag, heading, lines) =>
  lines.length ? [make("h3", {}, heading), make(tag, {}, ...lines.map((line) => make("li", {}, line)))] : [];
