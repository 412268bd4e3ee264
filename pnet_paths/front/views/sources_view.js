// Several sources side by side, for the explorer's facts: those that each other source was asked with, one drawing of
// what all say, the differences in words. What has no equivalent in another source's words is asked here, never guessed.
import { closedLevels } from "../core/profile.js";
import { noteWords, sinceWhen, sinceWhenLead } from "../core/since_when.js";
import { SourceStatements } from "../core/source_statements.js";
import { isDrawing, ownName, picture } from "../drawing/picture.js";
import { sourcesDot } from "../drawing/sources_drawing.js";
import { button } from "../elements/buttons.js";
import { make, refill } from "../elements/elements.js";
import { whenSized } from "../elements/events.js";
import { isConnected, loadLayout, NO_ENGINE, onEvent, sharedGuides } from "../hosts/models.js";
import { sideNote } from "./evidence_card.js";
import { factPhrase } from "./fact_chips.js";
import { shownStatus, table } from "./pathway_table.js";

/** @typedef {import("../core/guide").Guide} Guide */
/** @typedef {import("../core/source_statements.js").SourceStatements} Statements */
/** @typedef {import("../core/guide").SourceData} SourceData */
/** @typedef {import("./explorer.js").Explorer} Explorer */

const QUESTIONS = 2; // of a source, at a time
const CARD = 290; // pixels of a card at its least
const LEAD = "The same facts, asked of each source.";
const WAITS = "The other guides are on their way ...";
const NOT_HERE =
  "The other guides were not read while Python was running: run this cell again (Shift + Enter).";

export class SourcesView {
  /** @param {Explorer} explorer holds the facts @param {SourceData} data */
  constructor(explorer, data) {
    this.explorer = explorer;
    this.data = data;
    /** None before the host has sent them. @type {Guide[]} */
    this.guides = [];
    /** Which of the guides the facts are of. */
    this.first = 0;
    /** Facts that a reader gave in the words of another guide. @type {Map<number, number>[]} */
    this.answers = [];
    this.facts = make("div.pp-source-facts");
    /** On paper, where nothing can be answered, the facts of all sources in sentences. */
    this.inSentences = make("div.pp-source-sentences");
    this.place = make("div.pp-drawing");
    this.words = make("div.pp-source-words");
    this.root = make(
      "div.pp-sources",
      make("p.pp-source-lead", `${LEAD} ${data.patterns.silence}`),
      this.facts,
      this.inSentences,
      this.place,
      this.words,
    );
    this.ends = new AbortController();
    onEvent(explorer.model, "change:documents", () => this.load(), this.ends.signal);
    whenSized(
      this.root,
      () => {
        if (this.inRow !== this.drawnInRow) this.show();
      },
      this.ends.signal,
    );
    this.load();
  }

  /** Read the guides, once the host has sent them. */
  async load() {
    const { model } = this.explorer;
    const [guides, layout] = await Promise.all([sharedGuides(model), loadLayout(model)]);
    this.layout = layout;
    this.guides = guides;
    this.first = model.get("documents").indexOf(model.get("document"));
    this.answers = guides.map(() => new Map());
    this.show();
  }

  /** How many cards stand side by side, so that their words can be read. */
  get inRow() {
    const { inRow } = this.data;
    return Math.max(1, Math.min(inRow, Math.floor(this.place.clientWidth / CARD)));
  }

  show() {
    if (!this.guides.length) {
      this.place.replaceChildren(make("p", isConnected(this.explorer.host) ? WAITS : NOT_HERE));
      return;
    }
    const statements = this.compared();
    const [, ...others] = statements.order;
    refill(this.facts, ...others.map((at) => this.source(statements, at)));
    const onPaper = [...statements.factsInWords, ...others.map((at) => statements.unused(at))];
    this.inSentences.replaceChildren(...onPaper.filter(Boolean).map((words) => make("p", words)));
    this.drawnInRow = this.inRow;
    this.place.replaceChildren(this.drawing(statements));
    this.words.replaceChildren(...inWords(statements));
  }

  /** What the sources say; answers that cannot occur with other facts now are given up. @returns {Statements} */
  compared() {
    const { codes } = this.explorer.pathway;
    const statements = new SourceStatements(this.guides, this.data, this.first, codes, this.answers);
    const lost = statements.order.filter((at) => !statements.of(at).occurs);
    if (!lost.length) return statements;
    for (const at of lost) this.answers[at].clear();
    return new SourceStatements(this.guides, this.data, this.first, codes, this.answers);
  }

  /** A source: its name, the facts that it was asked with, and what it would have to be told. @param {Statements} statements @param {number} at */
  source(statements, at) {
    const pathway = statements.of(at);
    const facts = [...pathway.known].map(([place, [code]]) => this.fact(statements, at, place, code));
    const nothing = pathway.fill("nothing_known", { subject: pathway.guide.subject });
    const asked = (statements.asked.get(at) ?? []).slice(0, QUESTIONS);
    const unused = statements.unused(at);
    return make(
      "section.pp-source-of",
      { "aria-label": this.data.titles[at] },
      make(
        "div.pp-source-head",
        make("h2", this.data.titles[at]),
        make("ul.pp-source-known", facts.length ? facts : make("li", nothing)),
      ),
      unused && make("p.pp-source-unused", unused),
      asked.map((place) => this.question(statements, at, place)),
    );
  }

  /** A fact that a source was asked with, and what it follows from. @param {Statements} statements @param {number} at @param {number} place @param {number} code */
  fact(statements, at, place, code) {
    const words = factPhrase(statements.of(at), place, code);
    if (this.answers[at].has(place)) {
      const takeBack = () => {
        this.answers[at].delete(place);
        this.show();
      };
      return make(
        "li",
        button(`${words} \u00d7`, takeBack, { class: "pp-fact", title: "Take this fact back" }),
      );
    }
    const origin = statements.reading(at).translation.origins.get(place);
    const own = statements.of(this.first);
    const from = origin?.facts.map(([there, level]) => factPhrase(own, there, level)).join(", ");
    const mark = origin?.inferred ? "\u00a0\u2020" : "";
    return make("li", from && from !== words ? { title: `from: ${from}` } : {}, words + mark);
  }

  /** A question that no fact answers, in the source's own words. @param {Statements} statements @param {number} at @param {number} place */
  question(statements, at, place) {
    const pathway = statements.of(at);
    const { question, levels } = pathway.guide.factors[place];
    const clashes = closedLevels(pathway.guide, pathway.codes, place);
    const answer = (/** @type {number} */ code) => {
      this.answers[at].set(place, code);
      this.show();
    };
    return make(
      "div.pp-source-question",
      { role: "group", "aria-label": question },
      make("b", question),
      make(
        "div.pp-answers",
        levels.map(({ label, definition }, code) =>
          clashes.has(code)
            ? make("s", { title: clashes.get(code)?.reasons.join(" ") ?? "" }, label)
            : button(label, () => answer(code), { class: "pp-answer", title: definition }),
        ),
      ),
    );
  }

  /** @param {Statements} statements */
  drawing(statements) {
    if (!this.layout) return make("p", NO_ENGINE);
    const svg = this.picture(statements, sourcesDot(statements, false, this.inRow));
    if (isDrawing(svg))
      svg.style.setProperty("--pp-most", `${Math.round(1.35 * svg.viewBox.baseVal.width)}px`);
    return svg;
  }

  /** The drawing as a file has it. */
  file() {
    if (!this.layout || !this.guides.length) return null;
    const statements = this.compared();
    const svg = this.picture(statements, sourcesDot(statements));
    return isDrawing(svg) ? svg : null;
  }

  /** @param {Statements} statements @param {string} dot */
  picture(statements, dot) {
    const title = `What ${statements.titles.join(" and ")} say`;
    const { layout } = this;
    return picture(layout ? layout(dot, title, statements.sentences.join(" ")) : "", ownName());
  }

  remove() {
    this.ends.abort();
  }
}

/** The view of the explorer that compares sources; what a reader answered another one stays. */
export const sources = {
  /** @param {Explorer} explorer */
  show(explorer) {
    const data = explorer.model.get("sources");
    if (!data) return;
    explorer.sources ??= new SourcesView(explorer, data);
    explorer.place.hidden = true;
    explorer.place.after(explorer.sources.root);
  },
  /** @param {Explorer} explorer */
  follow: ({ sources: view }) => view?.show(),
  /** @param {Explorer} explorer */
  hide(explorer) {
    explorer.place.hidden = false;
    explorer.sources?.root.remove();
  },
  /** @param {Explorer} explorer */
  file: ({ sources: view }) => view?.file() ?? null,
};

/** What others say of these treatments and when; folded where it is open whether they speak of this profile. @param {Statements} statements */
function dated(statements) {
  const notes = sinceWhen(statements);
  if (!notes.length) return [];
  const words = noteWords(statements);
  const list = (/** @type {typeof notes} */ some) =>
    make(
      "ul.pp-dated",
      some.map(({ about, note }) => make("li", `${about}: `, sideNote(words, note))),
    );
  const such = notes.filter(({ note }) => note.match.fit === "yes");
  const open = notes.filter(({ note }) => note.match.fit !== "yes");
  const more = open.length === 1 ? "open_note" : "open_notes";
  return [
    make("h2", statements.fill("since_when")),
    make("p", sinceWhenLead(statements)),
    such.length > 0 && list(such),
    open.length > 0 &&
      make(
        "details.pp-text",
        make("summary", statements.fill(more, { count: String(open.length) })),
        list(open),
      ),
  ].filter((part) => part !== false);
}

/** The differences in sentences, what others say and when, and all statuses as a table. @param {Statements} statements */
function inWords(statements) {
  const shown = statements.treatments.filter(({ isSilent }) => !isSilent);
  const { firstGuide } = statements;
  const rows = shown.map(({ label, statements: said, agreement }) =>
    make(
      "tr",
      make("th", { scope: "row" }, agreement === "differ" ? `\u2260 ${label}` : label),
      said.map((each) =>
        each.isThere
          ? make(
              "td",
              shownStatus(firstGuide, each.status),
              each.inferred ? "\u00a0\u2020" : "",
              " ",
              make(
                "small",
                [each.counterpart && `as ${each.counterpart}`, each.words].filter(Boolean).join("; "),
              ),
            )
          : make("td", statements.data.patterns.absent),
      ),
    ),
  );
  const labels = statements.silentLabels;
  const inBoxes = statements.order.map((at) => statements.unused(at));
  const sentences = statements.sentences.filter((words) => !inBoxes.includes(words));
  return [
    make("p.pp-source-key", statements.fill("how_to_read")),
    make("h2", "Where they differ"),
    make(
      "ul",
      sentences.map((words) => make("li", words)),
    ),
    make("p", labels && statements.fill("silent", { labels })),
    ...dated(statements),
    make(
      "details.pp-text",
      make("summary", "What each says of every treatment"),
      make(
        "div.pp-scrolls",
        { tabindex: 0 },
        table("pp-outline", "What each source says", ["Treatment", ...statements.titles], rows),
      ),
    ),
    make("p.pp-foot", [...new Set(statements.order.map((at) => statements.of(at).guide.footer))].join(" ")),
  ];
}
