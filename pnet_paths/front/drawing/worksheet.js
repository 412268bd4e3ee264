// A pathway to be filled in on paper: the questions with what is known, and a box for each group of treatments
// with room for its status. What is blank says nothing of the answers, not by its arrows or places either.
import { INFERRED } from "../core/sentences.js";
import { Labels } from "./flowchart.js";
import { labelText, size } from "./line_breaks.js";
import { Selection } from "./selection.js";
import { Source, spotsOf } from "./source.js";

/** @typedef {import("../core/pathway.js").Pathway} Pathway */
/** @typedef {import("../core/route.js").Arrow} Arrow */

/** Characters in a line, so that seven boxes beside each other can be read on half a sheet. */
const WIDTHS = { card: 12, question: 26, chip: 16, chips: 52 };
/** What is written into a box: points. */
const ROOM = { width: 72, height: 22 };

/**
 * The source of a worksheet.
 * @param {Pathway} pathway
 * @param {boolean} key whether statuses and the arrows that are taken are drawn; without it, nothing depends on them
 * @returns {string}
 */
export function worksheet(pathway, key) {
  const { drawing } = pathway.guide;
  const selection = new Selection(pathway, true);
  const isDrawn = (/** @type {string} */ id) => selection.nodes.has(id) && !selection.beside.includes(id);
  /** @type {string[][]} */
  const all = drawing.ranks.path;
  const ranks = all.map((rank) => rank.filter(isDrawn)).filter((rank) => rank.length);
  const labels = new Boxes(selection, key);
  const { graph, node, edge } = drawing.graph;
  const source = new Source("worksheet", {
    graph: { ...graph, nodesep: "0.08", ranksep: "0.36" },
    node: { ...node, margin: "0.03,0.03" },
    edge,
  });
  for (const rank of ranks) source.rank(rank.map((id) => [id, labels.node(id)]));
  source.hold(ranks);
  // One below the other at the left: a drawing as narrow as its widest rank.
  for (let i = 1; i < ranks.length; i++) {
    source.edge(ranks[i - 1][0], ranks[i][0], { style: "invis", weight: "50" });
  }
  const places = spotsOf(ranks);
  for (const arrow of pathway.arrows.values()) {
    if (arrow.throughout || !arrow.ends.every((end) => places.has(end))) continue;
    const from = key ? arrow.answers : arrow.blankAnswers;
    source.arrow(arrow.ends, labels.arrow(arrow), places, from);
  }
  return source.toString();
}

class Boxes extends Labels {
  /** @param {Selection} selection @param {boolean} key */
  constructor(selection, key) {
    super(selection);
    const words = selection.groups.flatMap((id) => selection.pathway.treatment(id).label.split(/\s/));
    const card = Math.max(WIDTHS.card, ...words.map(size)); // no word is broken
    this.widths = { ...this.widths, ...WIDTHS, card };
    this.key = key;
    this.room = 4;
  }

  /** @param {string} id */
  node(id) {
    const { groups, questions } = this.looks;
    const decision = this.pathway.decisions.get(id);
    const plain = { color: this.inks.text, fillcolor: this.inks.paper };
    if (decision) {
      const label = this.question({ ...decision, state: "open" });
      return { ...questions.open, ...plain, label: `<${label}>`, id };
    }
    const look = this.key
      ? groups[this.pathway.status(id)]
      : { ...groups.not_named, ...plain, class: "blank" };
    return { ...look, label: `<${this.card(id)}>`, id };
  }

  /** @param {string} id */
  card(id) {
    const status = this.pathway.status(id);
    const { symbol, word, ink } = this.guide.statuses[status];
    const name = this.font(
      this.bold(labelText(this.pathway.treatment(id).label, this.widths.card)),
      this.sizes.name,
    );
    const sign = status === "not_named" ? symbol : `${symbol} ${word}`; // what is silent needs no room
    const ours = this.pathway.inferred(id) ? INFERRED : "";
    const words = this.key ? this.font(sign + ours, this.sizes.member, ink) : "&#160;";
    return this.table(this.piece("cell", { words: name }) + this.piece("room", { ...ROOM, words }));
  }

  /** @param {Arrow} arrow @returns {Record<string, string>} */
  arrow(arrow) {
    const id = `arrow-${arrow.origin}-${arrow.target}`;
    const { arrows, inferredArrow } = this.looks;
    if (!this.key) return { ...arrows.off, id };
    const { state, inferred } = arrow;
    if (state === "off") return { ...arrows.off, style: "invis", id };
    return { ...arrows[state], ...(inferred ? inferredArrow : {}), id };
  }
}
