// A pathway as Graphviz source: what Python's drawing/flowchart.py and labels.py draw, and the same in one column.
import { openCodes } from "../core/profile.js";
import { joinWords, withMark } from "../core/sentences.js";
import { Fragments } from "./fragments.js";
import { labelText } from "./line_breaks.js";
import { Selection } from "./selection.js";
import { Source } from "./source.js";

/** @typedef {import("../core/guide").Treatment} Treatment */
/** @typedef {import("../core/pathway.js").Pathway} Pathway */
/** @typedef {import("../core/route.js").Arrow} Arrow */
/** @typedef {import("../core/route.js").Decision} Decision */

/**
 * The source of a drawing.
 * @param {Pathway} pathway
 * @param {{everything?: boolean, framed?: boolean, other?: Pathway | null, blank?: boolean, widths?: Record<string, number>, heights?: Record<string, string>}} how
 *   all that the guide has, or this pathway; with what stands around the drawing in a file; with the statuses of
 *   another one where they differ; of treatments names alone; with other widths of lines than usual; with heights of boxes in inches
 * @returns {string}
 */
export function dot(
  pathway,
  { everything = false, framed = false, other = null, blank = false, widths = {}, heights = {} } = {},
) {
  const selection = new Selection(pathway, everything, other, blank);
  const labels = new Labels(selection, widths);
  const { graph, ...parts } = pathway.guide.drawing.graph;
  const frame = framed ? { label: labels.foot(), labelloc: "b" } : null;
  const source = new Source("pathway", { graph: { ...graph, ...frame }, ...parts });
  /** @param {string} id @returns {Record<string, string>} */
  const level = (id) =>
    Object.hasOwn(heights, id) ? { height: heights[id], labelloc: blank ? "c" : "t" } : {};
  for (const rank of selection.ranks) {
    source.rank(rank.map((id) => [id, { ...labels.node(id), ...level(id) }]));
  }
  if (framed) source.node("title_", { label: labels.title(), shape: "plain" });
  source.hold([...(framed ? [["title_"]] : []), ...selection.ranks]);
  for (const arrow of selection.arrows) {
    source.arrow(arrow.ends, labels.arrow(arrow), selection.places, arrow.answers);
  }
  return source.toString();
}

const WHOLE = 99; // characters

export class Labels extends Fragments {
  /** @param {Selection} selection @param {Record<string, number>} [widths] of lines, where other than usual @param {import("../core/guide").Guide["drawing"]["column"] | null} [column] where it is drawn in one */
  constructor(selection, widths = {}, column = null) {
    super(selection.pathway);
    this.selection = selection;
    /** The same of a pathway that it is compared with. @type {Labels | null} */
    this.beside = selection.other && Object.assign(Object.create(this), { pathway: selection.other });
    this.guide = selection.guide;
    const { answers, looks, sizes } = this.guide.drawing;
    this.looks = looks;
    this.sizes = sizes;
    this.widths = { ...this.widths, ...column?.widths, ...widths };
    this.answers = column?.answers ?? answers;
    /** Room in an answer and around a row: in a column for a finger. */
    this.room = column ? 11 : 4;
  }

  /** No type smaller than can be read on a phone. @param {string} words @param {number} size @param {string} [ink] */
  font(words, size, ink) {
    return super.font(words, Math.max(size, this.widths.type ?? 0), ink);
  }

  /** A node's attributes. @param {string} id @returns {Record<string, string>} */
  node(id) {
    const decision = this.pathway.decisions.get(id);
    if (decision) {
      const look = this.looks.questions[this.selection.blank ? "blank" : decision.state];
      const start = id === this.selection.start ? this.looks.start : {};
      return { ...look, ...start, label: `<${this.question(decision)}>`, id: `decision-${id}` };
    }
    const { blank, overview, groups } = this.looks;
    const status = this.pathway.status(id);
    const told = this.selection.isOverview ? { ...overview, class: status } : groups[status];
    const look = this.selection.blank ? blank : told;
    return { ...look, label: `<${this.card(id)}>`, id: `treatment-${id}` };
  }

  /** An arrow's attributes. @param {Arrow} arrow @returns {Record<string, string>} */
  arrow(arrow) {
    const { state, inferred } = arrow;
    const id = `arrow-${arrow.origin}-${arrow.target}`;
    if (this.selection.blank) return { ...this.looks.blankArrow, id };
    const overview = this.selection.isOverview && state === "open";
    const look = overview ? this.looks.overviewArrow : this.looks.arrows[state];
    const words = this.selection.arrowWords(arrow);
    const cell = this.piece("cell", { words: labelText(words, this.widths.arrow) });
    const label = words && { label: `<${this.table(cell, 3)}>` };
    const head = inferred ? this.looks.inferredArrow : {};
    /** @type {Record<string, string>} */
    const large = words && this.widths.type ? { fontsize: String(this.widths.type) } : {};
    return { ...look, ...head, ...label, ...large, id };
  }

  title() {
    return `<${this.font(this.bold(labelText(this.pathway.sentence, this.widths.title)), this.sizes.title)}>`;
  }

  /** What is not drawn, the legend, the source and the disclaimer. */
  foot() {
    const rows = this.selection.lines.map((line) => {
      const words = labelText(this.selection.text(line), this.widths.foot, "LEFT");
      return this.piece("wide", { words: this.font(words, this.sizes.foot) });
    });
    return `<${this.table([...rows, this.guide.drawing.foot].join(""), 3, 4)}>`;
  }

  /** A question, and below it its answers. @param {Decision} decision */
  question({ id, place, question, answer, state }) {
    const { inks, sizes, widths } = this;
    const isOff = state === "off" && !this.selection.blank;
    const open = openCodes(this.guide, this.pathway.codes, place);
    const asked = this.bold(labelText(question, widths.question));
    const chips = this.guide.factors[place].levels.map(({ id: level, label }, code) =>
      this.chip({ factor: id, level }, label, label === answer, open.includes(code), isOff),
    );
    const rows = this.answers[id].map((codes) => {
      const chosen = codes.map((code) => chips[code]).join("");
      return this.table(this.piece("chips", { chips: chosen }), this.room, 4);
    });
    const cells = [this.font(asked, sizes.member, isOff ? inks.not_named : inks.text), ...rows];
    return this.table(cells.map((words) => this.piece("cell", { words })).join(""));
  }

  /** An answer: the one that holds is dark, a closed one struck. @param {Record<string, string>} port @param {string} label @param {boolean} holds @param {boolean} isOpen @param {boolean} isOff */
  chip(port, label, holds, isOpen, isOff) {
    const { not_named: quiet, text: dark, line, paper } = this.inks;
    const lines = labelText(label, this.widths.chip);
    const ink = holds ? paper : isOff || !isOpen ? quiet : dark;
    const words = this.font(isOpen ? lines : this.piece("struck", { words: lines }), this.sizes.member, ink);
    return this.piece("chip", { ...port, ink: holds ? dark : line, fill: holds ? dark : paper, words });
  }

  /** A group: its name and status, why, and the members that it lists. @param {string} id */
  card(id) {
    if (this.selection.blank) return this.table(this.piece("cell", { words: this.name(id) }));
    if (this.selection.isOverview) return this.brief(id);
    const ink = this.pathway.status(id) === "not_named" ? this.inks.not_named : this.inks.text;
    const name = this.bold(labelText(this.pathway.treatment(id).label, this.widths.card, "LEFT"));
    const { sizes } = this;
    const rows = [
      this.left(name, sizes.name, ink),
      ...this.both(id).map(({ words, width, ink }) =>
        this.left(labelText(words, width, "LEFT"), sizes.small, ink),
      ),
      ...this.selection.rows(id).flatMap((member) => this.member(member)),
    ];
    return this.table(rows.join(""));
  }

  /** @param {string} id */
  name(id) {
    return this.font(
      this.bold(labelText(this.pathway.treatment(id).label, this.widths.card)),
      this.sizes.name,
    );
  }

  /** A group by its name and size, where nothing is known that would tell more. @param {string} id */
  brief(id) {
    const cells = [this.name(id)];
    const single = this.pathway
      .below(id)
      .filter((member) => !this.pathway.members(member.id).length && this.selection.mayBeOffered(member.id));
    const kinds = new Set(single.map(({ kind }) => kind));
    const kind = kinds.size === 1 ? [...kinds][0] : "treatment";
    const many = `${single.length} ${kind}${single.length > 1 ? "s" : ""}`;
    if (single.length)
      cells.push(this.font(labelText(many, this.widths.line), this.sizes.small, this.inks.soft));
    return this.table(cells.map((words) => this.piece("cell", { words })).join(""));
  }

  /** @param {string} id @returns {string[]} */
  lines(id) {
    const { status, words, line, inferred } = this.pathway.verdict(id);
    if (status === "depends") return [withMark(this.unknown(id), inferred)];
    if (this.pathway.isCaveat(id)) return [withMark(words, inferred)];
    return status === "not_named" ? [this.forms(id)] : [withMark(line, inferred)];
  }

  /** The fact, or the two facts, that most rows ask for; how many there are besides. @param {string} id */
  unknown(id) {
    const { guide, pathway } = this;
    const unknown = [...pathway.verdict(id).dependsOn].sort((a, b) => a - b);
    if (!unknown.length) return "";
    const rows = pathway.treatment(id).deciding.map(([row]) => guide.rows[row]);
    const asking = (/** @type {number} */ place) =>
      rows.filter(({ places }) => places.includes(place)).length;
    unknown.sort((a, b) => asking(b) - asking(a));
    const labels = unknown.map((place) => guide.factors[place].label);
    if (unknown.length < 3) return pathway.fill("unknown", { labels: joinWords(labels) });
    return pathway.fill("unknown_most", { labels: labels[0], more: unknown.length - 1 });
  }

  /** What else counts as a form of a group and is offered. @param {string} id */
  forms(id) {
    const forms = this.guide.treatments.filter(
      ({ id: other, alsoFormOf }) => alsoFormOf.includes(id) && this.pathway.isOffered(other),
    );
    const labels = joinWords(forms.map(({ label }) => label));
    return labels && this.pathway.fill("other_forms", { labels });
  }

  /** @param {string} words as markup @param {number} size @param {string} [ink] */
  left(words, size, ink) {
    return this.piece("left", { words: this.font(words, size, ink) });
  }

  /** A group's status, which is never broken, and why. @param {string} id @returns {{words: string, ink: string, width: number}[]} */
  told(id) {
    const { symbol, word, ink } = this.guide.statuses[this.pathway.status(id)];
    const { inks, widths } = this;
    const lines = this.lines(id).filter(Boolean);
    return [
      { words: `${symbol} ${word}`, ink, width: WHOLE },
      ...lines.map((words) => ({ words, ink: inks.soft, width: widths.line })),
    ];
  }

  /** What is told of a group; where another pathway differs both statuses, or else the words of both. @param {string} id */
  both(id) {
    const a = this.told(id);
    const { beside, pathway } = this;
    const b = beside && pathway.differs(beside.pathway, id) ? beside.told(id) : a;
    const inWords = (/** @type {typeof a} */ rows) => rows.map(({ words }) => words).join("; ");
    if (inWords(a) === inWords(b)) return a;
    const of = (/** @type {string} */ who, /** @type {typeof a} */ rows) =>
      rows.map((row) => ({ ...row, words: `${who}: ${row.words}` }));
    if (a[0].words !== b[0].words) return [...of("A", a.slice(0, 1)), ...of("B", b.slice(0, 1))];
    return [a[0], ...of("A", a.slice(1)), ...of("B", b.slice(1))];
  }

  /** A member's row, and what is told of it in lines below; in the map its row alone. @param {Treatment} member @returns {string[]} */
  member(member) {
    const indent = 3 * member.depth;
    const lines = this.selection.everything ? [] : this.pathway.verdict(member.id).marks;
    const shown = lines.map((mark) =>
      labelText(mark, this.widths.line - indent, "LEFT", "&#160;".repeat(indent)),
    );
    return [this.row(member), ...shown.map((words) => this.left(words, this.sizes.small, this.inks.soft))];
  }

  /** The symbol of a status. @param {string} id */
  sign(id) {
    const { status, inferred } = this.pathway.verdict(id);
    return withMark(this.guide.statuses[status].symbol, inferred);
  }

  /** A member's name, and its status by the symbol alone. @param {Treatment} member */
  row({ id, label, depth }) {
    const { beside, pathway } = this;
    const { status } = pathway.verdict(id);
    const { ink } = this.guide.statuses[status];
    const differs = beside && pathway.differs(beside.pathway, id);
    const signs = differs ? `${this.sign(id)} \u2260 ${beside.sign(id)}` : this.sign(id);
    const look = status === "not_named" ? ink : this.inks.text;
    const inner = this.piece("name_and_status", {
      indent: "&#160;".repeat(3 * Math.max(0, depth - 1)),
      name: this.font(labelText(label, this.widths.card, "LEFT"), this.sizes.member, look),
      status: this.pieces.gap + this.font(signs, this.sizes.small, ink),
    });
    return this.piece("row", { id, table: this.table(inner, this.room > 4 ? this.room - 4 : 1) });
  }
}
