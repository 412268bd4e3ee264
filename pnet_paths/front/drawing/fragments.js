// A drawing's source from a skeleton with gaps, and the pieces of markup that go into them: what a path's
// drawing and the stage's board have in common.
import { filled } from "../core/sentences.js";

/** @typedef {import("../core/pathway.js").Pathway} Pathway */

export class Fragments {
  /** @param {Pathway} pathway */
  constructor(pathway) {
    this.pathway = pathway;
    const { pieces, widths, inks } = pathway.guide.drawing;
    this.pieces = pieces;
    this.widths = widths;
    this.inks = inks;
  }

  /** What goes into a gap. @param {any[]} gap its kind, an id, and what else is known of it @returns {string} */
  gap(gap) {
    throw new Error(`nothing goes into ${gap}`);
  }

  /** @param {(string | any[])[]} source texts and gaps @returns {string} */
  whole(source) {
    return source.map((each) => (typeof each === "string" ? each : this.gap(each))).join("");
  }

  /** A node's attributes. @param {string} label @param {string} look @param {string} id */
  node(label, look, id) {
    return `label=<${label}> ${filled(look, { id })}`;
  }

  /** @param {string} words @param {number} size @param {string} ink */
  font(words, size, ink = this.inks.text) {
    return this.piece("font", { words, size, ink });
  }

  /** @param {string} words */
  bold(words) {
    return this.piece("bold", { words });
  }

  /** @param {string} rows @param {number} [points] */
  table(rows, points) {
    const padding = points === undefined ? "" : this.piece("padding", { points });
    return this.piece("table", { rows, padding });
  }

  /** A piece of markup with its places filled. @param {string} name @param {Record<string, string | number>} words */
  piece(name, words) {
    return filled(this.pieces[name], words);
  }
}
