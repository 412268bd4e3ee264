// A pathway as Graphviz source: the guide's skeleton with its gaps filled. What Python's
// drawing/labels.py puts into a card, from the same pieces of markup.

import { OFFERED } from "../core/reasons.js";
import { filled, listed, marked } from "../core/sentences.js";
import { Fragments } from "./fragments.js";
import { labelText, size } from "./line_breaks.js";

/** @typedef {import("../core/pathway.js").Pathway} Pathway */

const TOGETHER = "\u2295";

/**
 * The source of a path's drawing.
 * @param {Pathway} pathway
 * @returns {string}
 */
export const dot = (pathway) => new Labels(pathway).whole(pathway.guide.drawing.source);

/**
 * The source of a path's drawing in one column, for a narrow page.
 * @param {Pathway} pathway
 * @returns {string}
 */
export const column = (pathway) => new Column(pathway).whole(pathway.guide.drawing.column);

class Labels extends Fragments {
  /** @param {Pathway} pathway */
  constructor(pathway) {
    super(pathway);
    this.looks = pathway.guide.drawing.looks;
  }

  /** What goes into a gap. @param {any[]} gap its kind, an id, and what else is known of it */
  gap([kind, id, turned, narrow]) {
    if (kind === "title") {
      return `<${this.font(this.bold(labelText(this.pathway.sentence, this.widths.title)), 19)}>`;
    }
    if (kind === "arrow") return this.arrow(this.pathway.arrows.get(id), id, turned, narrow);
    const decision = this.pathway.decisions.get(id);
    if (decision) {
      const look = this.looks.decisions[decision.state][Number(decision.answer !== null)];
      return this.node(this.decision(decision), look, `decision-${id}`);
    }
    const look = this.looks.groups[this.pathway.status(id)];
    return this.node(this.card(id), look, `treatment-${id}`);
  }

  /** @param {any} arrow @param {string} id @param {boolean} turned @param {boolean} narrow */
  arrow({ label, state }, id, turned, narrow) {
    const look = filled(this.looks.arrows[state][Number(turned)], { id: `arrow-${id}` });
    if (!label || state === "off") return look;
    const longest = Math.max(...label.split(/[ -]/).map(size));
    const most = this.widths.arrow;
    const width = narrow && state === "open" ? Math.min(most, Math.max(this.widths.narrow, longest)) : most;
    return `label=<${this.table(this.piece("cell", { words: labelText(label, width) }), 3)}> ${look}`;
  }

  /** A question, and below it the profile's answer. @param {any} decision */
  decision({ question, answer, state }) {
    const off = state === "off";
    const asked = labelText(question, this.widths.question);
    const above = this.font(asked, 15, off ? this.inks.not_named : this.inks.text);
    if (off) return above;
    const said = this.bold(labelText(answer ?? this.pathway.said("not_known"), this.widths.answer));
    return this.piece("under", {
      above,
      below: this.font(said, 15, answer ? this.inks.text : this.inks.depends),
    });
  }

  /** A group: its name and status, why, and its members, each with its own status. @param {string} id */
  card(id) {
    const { pathway } = this;
    const status = pathway.status(id);
    if (status === "not_named" || status === "against") return this.table(this.folded(id));
    const { line, inferred } = pathway.verdict(id);
    const rows = [this.row(id, 0)];
    if (line) rows.push(this.small(marked(line, inferred), this.widths.line));
    const combined = this.combined(id);
    if (combined) rows.push(this.small(combined, this.widths.line));
    for (const member of pathway.below(id)) {
      if (pathway.status(member.id) !== "not_named") rows.push(...this.member(member));
    }
    return this.table(rows.join(""));
  }

  /** A group that is not offered: its name, its no, and members whose no has words of its own. @param {string} id */
  folded(id) {
    const { pathway } = this;
    const status = pathway.status(id);
    const name = labelText(pathway.treatment(id).label, this.widths.card);
    const lines = [];
    if (status === "against") {
      const { words, inferred } = pathway.verdict(id);
      lines.push(this.bold(this.font(name, 15)), this.status(status));
      lines.push(this.font(labelText(marked(words, inferred), this.widths.folded), 12, this.inks.soft));
    } else lines.push(this.font(this.bold(name), 15, this.inks[status]));
    const rows = lines.map((words) => this.piece("line", { words }));
    for (const member of pathway.below(id)) {
      if (pathway.hasOwnNo(member.id, id)) rows.push(...this.member(member));
    }
    const forms = status === "not_named" ? this.forms(id) : "";
    if (forms) rows.push(this.small(forms, this.widths.line));
    return rows.join("");
  }

  /** What else counts as a form of a group and is offered. @param {string} id */
  forms(id) {
    const forms = this.pathway.guide.treatments.filter(
      (/** @type {any} */ { id: other, alsoFormOf }) =>
        alsoFormOf.includes(id) && OFFERED.includes(this.pathway.status(other)),
    );
    const labels = listed(forms.map((/** @type {any} */ { label }) => label));
    return labels && this.pathway.said("other_forms", { labels });
  }

  /** How a group may be combined with others that are offered; with which, its card says. @param {string} id */
  combined(id) {
    const found = this.pathway.verdict(id).combined.filter(({ how }) => how !== "together");
    const [first] = found.sort((a, b) => a.place - b.place);
    return first ? `${TOGETHER} ${first.label}` : "";
  }

  /** A member's row; a no has its words below it, and what is marked its mark. @param {any} member @returns {string[]} */
  member({ id, depth }) {
    const { marks, words } = this.pathway.verdict(id);
    const lines = this.pathway.status(id) === "against" ? [words, ...marks] : marks;
    return [this.row(id, depth), ...lines.map((line) => this.small(line, this.widths.line, 3 * depth))];
  }

  /** A treatment's name and status. @param {string} id @param {number} depth */
  row(id, depth) {
    const { pathway } = this;
    const status = pathway.status(id);
    const { label } = pathway.treatment(id);
    const words = depth ? marked(label, pathway.verdict(id).inferred) : label;
    const name = labelText(words, this.widths.card, "LEFT");
    const ink = status === "not_named" ? this.inks[status] : this.inks.text;
    const inner = this.piece("name_and_status", {
      indent: "&#160;".repeat(3 * Math.max(0, depth - 1)),
      name: depth ? this.font(name, 15 - depth, ink) : this.font(this.bold(name), 15, ink),
      width: "",
      status: this.pieces.gap + this.status(status),
    });
    const link = depth ? this.piece("link", { id }) : "";
    return this.piece("row", { link, table: this.table(inner, 1) });
  }

  /** A status's symbol and word, in its ink. @param {string} status */
  status(status) {
    const { symbol, word } = this.pathway.guide.statuses[status];
    return this.font(`${symbol} ${word}`, 12, this.inks[status]);
  }

  /** A line of its own below a name. @param {string} words @param {number} width @param {number} indent */
  small(words, width, indent = 0) {
    const lines = labelText(words, width - indent, "LEFT", "&#160;".repeat(indent));
    return this.piece("left", { words: this.font(lines, 12, this.inks.soft) });
  }
}

class Column extends Labels {
  /** @param {Pathway} pathway */
  constructor(pathway) {
    super(pathway);
    this.widths = { ...this.widths, ...pathway.guide.drawing.narrow };
  }

  /** No type smaller than can be read on a phone. @param {string} words @param {number} size @param {string} [ink] */
  font(words, size, ink) {
    return super.font(words, Math.max(size, this.widths.type), ink);
  }

  /** A row is as high as a finger needs. @param {string} rows @param {number} [points] */
  table(rows, points) {
    return super.table(rows, points === 1 ? this.widths.touch : points);
  }

  /** Without words, and out of sight where it is not taken. @param {any} arrow @param {string} id @param {boolean} turned */
  arrow({ state }, id, turned) {
    const looks = this.looks.arrows[state === "off" ? "unseen" : state];
    return filled(looks[Number(turned)], { id: `arrow-${id}` });
  }
}
