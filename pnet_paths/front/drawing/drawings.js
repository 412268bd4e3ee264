// The drawings of a guide's pathways as elements: laid out when they are wanted, and kept.
import { UNKNOWN, withCode } from "../core/decision_diagrams.js";
import { Pathway } from "../core/pathway.js";
import { column } from "./column.js";
import { dot } from "./flowchart.js";
import { isDrawing, ownName, picture } from "./picture.js";

/** @typedef {import("./picture.js").Drawing} Drawing */
/** @typedef {{everything: boolean, other: Pathway | null, width: number, blank?: boolean, source?: typeof dot}} How
 *   all that the guide has or a path; what it is compared with; pixels of the page, 0 where type may be small; without answers; by another source */

const KEPT = 160; // drawings
const NARROW = 900; // pixels: on a wider page a path is never drawn in one column
const LEAST = 11; // pixels of the smallest type of a path before it is
const [LOW, MOST] = [0.88, 1.35]; // how many times its own size a drawing has at least, for its height, and at most

export class Drawings {
  /** @param {import("../core/guide").Guide} guide @param {string} unique begins the ids */
  constructor(guide, unique) {
    this.guide = guide;
    this.unique = unique;
    /** What draws; null where there is nothing to draw with. @type {import("./graphviz.js").Layout | null | undefined} */
    this.layout = undefined;
    /** The last ones, by view and facts. @type {Map<string, Drawing | HTMLElement>} */
    this.kept = new Map();
    this.idle = 0;
  }

  /** The drawing that a host has made. @param {number[]} codes @param {string} svg @param {string} [view] */
  take(codes, svg, view = "path") {
    this.keep(`${view}  ${codes}`, this.parsed(svg));
  }

  /** One that was kept, or a new one; null where there is nothing to draw it with. @param {Pathway} pathway @param {How} how */
  drawn(pathway, { everything, other, width, blank = false, source = dot }) {
    const view = blank ? "blank" : everything ? "map" : "path";
    const all = this.laidOut(view, pathway, other, () => source(pathway, { everything, other, blank }));
    if (everything || !isDrawing(all) || !this.isSmall(all, width, blank)) return all;
    const narrow = this.laidOut(`${view} column`, pathway, other, () => column(pathway, { other, blank }));
    if (isDrawing(narrow)) narrow.isColumn = true;
    return narrow;
  }

  /** Whether type would be too small on a page as narrow as this. @param {Drawing} svg @param {number} width @param {boolean} blank names alone */
  isSmall(svg, width, blank) {
    const { name, small: least } = this.guide.drawing.sizes;
    const small = blank ? name : least;
    return width > 0 && width < NARROW && (small * width) / svg.viewBox.baseVal.width < LEAST;
  }

  /** @param {string} view @param {Pathway} pathway @param {Pathway | null} other @param {() => string} source */
  laidOut(view, pathway, other, source) {
    const key = `${view} ${other?.codes ?? ""} ${pathway.codes}`;
    const kept = this.kept.get(key);
    if (kept || !this.layout) return kept ? this.keep(key, kept) : null;
    return this.keep(key, this.parsed(this.layout(source(), pathway.sentence, "")));
  }

  /** @param {string} key @param {Drawing | HTMLElement} svg */
  keep(key, svg) {
    this.kept.delete(key);
    this.kept.set(key, svg);
    if (this.kept.size > KEPT) this.kept.delete([...this.kept.keys()][0]);
    return svg;
  }

  /** A drawing as an element, no larger than its type needs, and no smaller for a low window. @param {string} text */
  parsed(text) {
    const svg = picture(text, this.unique);
    if (!isDrawing(svg)) return svg;
    const { width, height } = svg.viewBox.baseVal;
    svg.style.setProperty("--pp-most", `${Math.round(MOST * width)}px`);
    svg.style.setProperty("--pp-low", `${Math.round(LOW * height)}px`);
    return svg;
  }

  /** A drawing as a file has it, with what stands around it; null where there is nothing to draw it with. @param {Pathway} pathway @param {boolean} everything */
  file(pathway, everything) {
    const source = dot(pathway, { everything, framed: true });
    return this.layout ? picture(this.layout(source, pathway.sentence, pathway.outline()), ownName()) : null;
  }

  /** While nothing else is to be done: the drawings that one more choice can lead to. @param {Pathway} pathway @param {How} how */
  ahead({ codes }, how) {
    this.rest();
    if (!this.layout) return;
    const near = codes.flatMap((code, place) =>
      [UNKNOWN, ...this.guide.factors[place].levels.keys()]
        .filter((level) => level !== code)
        .map((level) => withCode(codes, place, level)),
    );
    const next = () => {
      const facts = near.shift();
      if (!facts) return;
      const pathway = new Pathway(this.guide, facts);
      if (pathway.occurs) this.drawn(pathway, how);
      this.idle = whenIdle(next);
    };
    this.idle = whenIdle(next);
  }

  /** Draw nothing ahead any more. */
  rest() {
    (globalThis.cancelIdleCallback ?? clearTimeout)(this.idle);
  }
}

/** Safari has no idle callbacks. @param {() => void} act @returns {number} */
const whenIdle = (act) => (globalThis.requestIdleCallback ?? setTimeout)(act);
