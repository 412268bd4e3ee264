// The pieces of markup that labels are made of: what a path's drawing and the stage's board have in common.
import { fillPattern } from "../core/sentences.js";

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

  /** @param {string} words @param {number} size @param {string} ink */
  font(words, size, ink = this.inks.text) {
    return this.piece("font", { words, size, ink });
  }

  /** @param {string} words */
  bold(words) {
    return this.piece("bold", { words });
  }

  /** Rows without lines, with points of room in their cells and between them. @param {string} rows @param {number} [padding] @param {number} [space] */
  table(rows, padding = 2, space = 0) {
    return this.piece("table", { rows, padding, space });
  }

  /** A piece of markup with its places filled. @param {string} name @param {Record<string, string | number>} words */
  piece(name, words) {
    return fillPattern(this.pieces[name], words);
  }
}
