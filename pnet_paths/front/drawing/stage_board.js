// The stage's board as Graphviz source: what Python's drawing/stage_board.py draws. A card that has not been opened tells
// names alone, and arrows tell nothing before all are open.
import { marked } from "../core/sentences.js";
import { Fragments } from "./fragments.js";
import { labelText } from "./line_breaks.js";
import { placed, Source } from "./source.js";

/** @typedef {import("../core/pathway.js").Pathway} Pathway */

/**
 * The source of a board.
 * @param {Pathway} pathway
 * @param {string[]} opened the groups whose cards tell their status
 * @param {string[]} changed the groups whose names are underlined
 * @returns {string}
 */
export function board(pathway, opened, changed) {
  const cards = new Cards(pathway, opened, changed);
  const ranks = pathway.guide.drawing.ranks.map;
  const places = placed(ranks);
  const source = new Source("board", pathway.guide.board.graph);
  for (const rank of ranks) {
    source.rank(rank.map((/** @type {string} */ id) => [id, cards.node(id)]));
  }
  source.hold(ranks);
  for (const arrow of pathway.guide.arrows) {
    if (arrow.throughout) continue;
    const { ends } = arrow;
    const [origin, target] = ends.map((/** @type {string} */ end) => places.get(end)?.[0] ?? 0);
    const look = { ...cards.arrow(arrow), weight: target - origin <= 1 ? "1" : "0" };
    source.arrow(ends, look, places);
  }
  return source.toString();
}

class Cards extends Fragments {
  /** @param {Pathway} pathway @param {string[]} opened @param {string[]} changed */
  constructor(pathway, opened, changed) {
    super(pathway);
    this.opened = opened;
    this.changed = changed;
    this.board = pathway.guide.board;
    this.everything = pathway.members("").every(({ id }) => opened.includes(id));
  }

  /** An arrow's attributes. @param {any} arrow @returns {Record<string, string>} */
  arrow({ origin, target }) {
    const id = `${origin}-${target}`;
    const way = this.everything ? this.pathway.arrows.get(id).state : "blank";
    return { ...this.board.looks.arrows[way], id: `arrow-${id}` };
  }

  /** A node's attributes. @param {string} id @returns {Record<string, string>} */
  node(id) {
    const { looks } = this.board;
    const decision = this.pathway.decisions.get(id);
    if (decision) {
      const off = this.everything && decision.state === "off";
      const look = looks.decisions[Number(off)][Number(decision.answer !== null)];
      return { ...look, label: `<${this.decision(decision, off)}>`, id: `decision-${id}` };
    }
    const status = this.opened.includes(id) ? this.pathway.status(id) : "blank";
    return { ...looks.cards[status], label: `<${this.card(id)}>`, id: `treatment-${id}` };
  }

  /** A question and its answer. @param {any} decision @param {boolean} off */
  decision({ id, question, answer }, off) {
    const ink = off ? this.inks.soft : this.inks.text;
    const words = labelText(answer ?? this.pathway.said("not_known"), this.widths.board_answer);
    const rows = this.piece("board_answer", {
      question: this.text(labelText(question, this.widths.board_question), ink),
      room: this.board.answers[id],
      answer: this.text(this.bold(words), ink),
    });
    return this.table(rows, 0);
  }

  /** A group and its members, each with its status once it is open. @param {string} id */
  card(id) {
    const { pathway } = this;
    const { name, width, room } = this.board.cards[id];
    const opened = this.opened.includes(id);
    const { status, inferred } = pathway.verdict(id);
    const bold = this.bold(labelText(pathway.treatment(id).label, name, "LEFT"));
    const title = this.changed.includes(id) ? this.piece("underlined", { words: bold }) : bold;
    const { symbol, word } = pathway.guide.statuses[status];
    const told = opened ? marked(`${symbol} ${word}`.replace(" ", "\u00a0"), inferred) : "\u2026";
    const rows = [
      this.piece("board_cell", { room: "", words: this.text(title, this.ink(status, opened)) }),
      this.piece("board_cell", { room, words: this.text(labelText(told, width, "LEFT")) }),
    ];
    const members = pathway.members(id).map((member) => this.member(id, member, opened));
    if (members.length) {
      rows.push(this.piece("board_cell", { room: "", words: this.table(members.join(""), 1) }));
    }
    return this.table(rows.join(""), 1);
  }

  /** @param {string} group @param {any} member @param {boolean} opened */
  member(group, { id, label }, opened) {
    const { status, inferred } = this.pathway.verdict(id);
    const ink = this.ink(status, opened);
    const symbol = opened ? this.pathway.guide.statuses[status].symbol : "";
    return this.piece("board_member", {
      ...this.board.sign,
      sign: this.text(this.piece("board_sign", { symbol }), ink),
      room: this.board.cards[group].members[id],
      name: this.text(labelText(marked(label, opened && inferred), this.widths.board_member, "LEFT"), ink),
    });
  }

  /** @param {string} status @param {boolean} opened */
  ink(status, opened) {
    return opened && status === "not_named" ? this.inks.soft : this.inks.text;
  }

  /** Text of the one size of a board. @param {string} words @param {string} ink */
  text(words, ink = this.inks.text) {
    return this.font(words, this.board.size, ink);
  }
}
