// Several sources in one drawing, as Graphviz source: Python's sources/picture.py again.
import { withMark } from "../core/sentences.js";
import { Fragments } from "./fragments.js";
import { labelText } from "./line_breaks.js";
import { Source } from "./source.js";

/** @typedef {import("../core/source_statements.js").SourceStatements} SourceStatements */
/** @typedef {import("../core/source_statements.js").ComparedTreatment} ComparedTreatment */
/** @typedef {import("../core/source_reading.js").Statement} Statement */

/**
 * @param {SourceStatements} comparison
 * @param {boolean} [framed] with the facts above, the legend and the sources below
 * @param {number} [inRow] how many cards stand side by side
 */
export function sourcesDot(comparison, framed = true, inRow = comparison.data.inRow) {
  return new SourcesDrawing(comparison).dot(framed, inRow);
}

const [ROW, LINE, FRAME] = [31, 25, 8]; // hundredths of an inch
const SIGN = "\u2260 ";

/** How high a card is at most, in hundredths of an inch. @param {string} card */
function heightOf(card) {
  const rows = card.split("<TR>").slice(1);
  const breaks = rows.map((row) => row.split("<BR").length - 1);
  const lines = breaks.reduce((sum, count) => sum + Math.max(0, count - 1), 0);
  return rows.length * ROW + lines * LINE + FRAME;
}

class SourcesDrawing extends Fragments {
  /** @param {SourceStatements} comparison */
  constructor(comparison) {
    super(comparison.of(comparison.order[0]));
    this.comparison = comparison;
    this.sizes = this.pathway.guide.drawing.sizes;
  }

  /** @param {boolean} framed @param {number} inRow */
  dot(framed, inRow) {
    const { borders } = this.comparison.data;
    const { graph, node, edge } = this.pathway.guide.drawing.graph;
    const groups = this.comparison.treatments.filter(({ memberOf }) => !memberOf);
    const shown = groups.filter(({ id, isSilent }) => !isSilent || this.comparison.members(id).length);
    const frame = framed ? { label: this.foot(), labelloc: "b" } : null;
    const source = new Source("sources", {
      graph: { ...graph, ...frame, ranksep: "0.3" },
      node: { ...node, fillcolor: this.inks.paper },
      edge,
    });
    const ranks = [];
    for (let i = 0; i < shown.length; i += inRow) ranks.push(shown.slice(i, i + inRow));
    if (framed) source.node("title_", { label: this.title(), shape: "plain" });
    for (const rank of ranks) {
      const cards = rank.map((each) => this.card(each));
      const height = (Math.max(...cards.map(heightOf)) / 100).toFixed(2);
      source.rank(
        rank.map(({ id, agreement }, i) => [
          id,
          { label: `<${cards[i]}>`, id: `treatment-${id}`, height, ...borders[agreement] },
        ]),
      );
    }
    source.hold([...(framed ? [["title_"]] : []), ...ranks.map((rank) => rank.map(({ id }) => id))]);
    return source.toString();
  }

  title() {
    const rows = this.comparison.factsInWords.map((words) => this.line("cell", words, "title", "name"));
    return `<${this.table(rows.join(""))}>`;
  }

  /** A group's name, what each source says of it, and the members that say more. @param {ComparedTreatment} group */
  card(group) {
    const name = this.bold(labelText(group.label, this.widths.head, "LEFT"));
    const below = this.comparison.members(group.id);
    const members = below.filter(
      (each) => each.agreement === "differ" || `${each.statuses}` !== `${group.statuses}`,
    );
    const alike = below.filter((each) => !members.includes(each));
    const ink = group.agreement === "differ" ? this.comparison.data.borders.differ.color : this.inks.soft;
    const differs = [group, ...members].some(({ agreement }) => agreement === "differ");
    const sign = differs ? this.font(SIGN, this.sizes.name, ink) : "";
    const rows = [this.piece("head", { words: sign + this.font(name, this.sizes.name) })];
    group.statements.forEach((statement, i) => {
      rows.push(this.source(this.comparison.titles[i], statement));
      rows.push(...members.map(({ label, statements }) => this.member(label, statements[i])));
    });
    const { offered } = this.pathway.guide;
    if (alike.length && group.statuses.every((each) => offered.includes(each))) {
      const labels = alike.map(({ label }) => label).join(", ");
      const words = labelText(this.comparison.fill("all_name", { labels }), this.widths.all, "LEFT");
      rows.push(this.piece("left", { words: this.font(words, this.sizes.small, this.inks.soft) }));
    }
    return this.table(rows.join(""));
  }

  /** What a source is called and the status that it gives. @param {string} title @param {Statement} statement */
  source(title, { status: id, bits, inferred, isThere, isOpposite, counterpart }) {
    const { inks, pathway, sizes, widths } = this;
    const { symbol, ink } = pathway.guide.statuses[id];
    const fill = pathway.guide.drawing.looks.groups[id].fillcolor;
    const marked = withMark(`${symbol} ${this.comparison.word(id, bits)}`, inferred);
    const named = isOpposite ? this.comparison.fill("as", { status: marked, label: counterpart }) : marked;
    const words = isThere ? named : this.comparison.data.patterns.absent;
    const name = this.font(labelText(title, widths.line), sizes.small, inks.soft);
    const status = this.pieces.gap + this.font(labelText(words, widths.line), sizes.small, ink);
    return this.piece("source", { fill, name, status });
  }

  /** A member that a source names and the symbol of its status; nothing where it does not. @param {string} label @param {Statement} statement */
  member(label, { status, inferred }) {
    if (status === "not_named") return "";
    const { symbol, ink } = this.pathway.guide.statuses[status];
    const sign = this.font(`${symbol} `, this.sizes.small, ink);
    const name = labelText(withMark(label, inferred), this.widths.question, "LEFT");
    return this.piece("left", { words: this.pieces.gap + sign + this.font(name, this.sizes.member) });
  }

  /** What no source names, how to read it, the legend and the sources. */
  foot() {
    const { comparison } = this;
    const labels = comparison.silentLabels;
    const lines = labels ? [comparison.fill("silent", { labels })] : [];
    const rows = [
      ...lines.map((words) => this.line("wide", words, "foot", "foot")),
      this.line("wide", comparison.fill("how_to_read"), "foot", "foot"),
      this.line("wide", comparison.fill("silence"), "foot", "foot"),
    ];
    return `<${this.table([...rows, comparison.data.feet[comparison.order[0]]].join(""), 3, 4)}>`;
  }

  /** A row of one text. @param {string} kind @param {string} words @param {string} width @param {"name" | "member" | "foot"} size */
  line(kind, words, width, size) {
    const align = kind === "cell" ? "" : "LEFT";
    return this.piece(kind, {
      words: this.font(labelText(words, this.widths[width], align), this.sizes[size]),
    });
  }
}
