// The plots of the evidence: a strip of lines and marks beside words that the page sets itself, so that they keep
// their size on a phone and on a projector.
import { FITS } from "../core/evidence.js";
import { make, shape } from "../elements/elements.js";

/** @typedef {import("../core/guide").Axis} Axis */
/** @typedef {import("../core/guide").Bar} Bar */
/** @typedef {import("../core/guide").Fit} Fit */
/** @typedef {import("../core/guide").Ratio} Ratio */

const MIDDLE = 11;
const HEIGHT = 22;
const SQUARE = { whole: "M-5-5H5V5H-5Z", left: "M-5-5H0V5H-5Z" };
const CIRCLE = { whole: "M0-5A5 5 0 0 0 0 5A5 5 0 0 0 0-5Z", left: "M0-5A5 5 0 0 0 0 5Z" };

/** Where a number stands on an axis, from 0 to 100. @typedef {(number: number) => number} Scale */

/** @param {Axis} axis @returns {Scale} */
export const logScale = ({ low, high }) => between(Math.log(low), Math.log(high), Math.log);

/** @param {Axis} axis @returns {Scale} */
export const evenScale = ({ low, high }) => between(low, high, (number) => number);

/** @param {number} low @param {number} high @param {(number: number) => number} turn @returns {Scale} */
const between = (low, high, turn) => (number) =>
  Math.min(100, Math.max(0, ((turn(number) - low) / (high - low)) * 100));

/**
 * One ratio with its interval: its mark filled for such a person, half where that is open, hollow for others.
 * @param {Ratio} row
 * @param {Axis} axis
 * @param {Fit} fit
 */
export function ratioStrip(row, axis, fit) {
  const scale = logScale(axis);
  const interval = row.low && row.high ? [line(scale(row.low), scale(row.high), "pp-interval")] : [];
  // A picture within the picture, as a path knows no percent.
  const at = { x: percent(scale(row.value)), y: MIDDLE, overflow: "visible" };
  const mark = shape("svg", at, ...markParts(row.shape, fit));
  return strip(row.text, [...grid(axis, scale), upright(scale(1), "pp-one"), ...interval, mark]);
}

/** A mark around 0: its outline, and its left half in ink where it is half filled. @param {string} form @param {Fit} fit */
function markParts(form, fit) {
  const path = form === "circle" ? CIRCLE : SQUARE;
  const outline = shape("path", { class: fit === "yes" ? "pp-mark" : "pp-mark pp-hollow", d: path.whole });
  return fit === "unknown" ? [outline, shape("path", { class: "pp-half", d: path.left })] : [outline];
}

/**
 * What the shapes and the fill of marks say, as far as they occur.
 * @param {Record<string, string>} words
 * @param {{line: Ratio, fit: Fit}[]} lines
 */
export function markKey(words, lines) {
  const forms = ["square", "circle"].filter((form) => lines.some(({ line }) => line.shape === form));
  const fits = FITS.filter((fit) => lines.some((each) => each.fit === fit));
  const entries = [
    ...forms.map((form) => [markPicture(form, "yes"), words[`key_${form}`]]),
    ...fits.map((fit) => [...forms.map((form) => markPicture(form, fit)), words[`key_${fit}`]]),
  ];
  return make("ul.pp-key-marks", ...entries.map((entry) => make("li", ...entry)));
}

/** A mark by itself. @param {string} form @param {Fit} fit */
const markPicture = (form, fit) =>
  shape(
    "svg",
    { class: "pp-key-mark", width: 16, height: 14, viewBox: "-7 -7 16 14", "aria-hidden": true },
    ...markParts(form, fit),
  );

/**
 * One arm as a bar with its interval; a dashed line where its median is not reached.
 * @param {Bar} bar
 * @param {Axis} axis
 * @param {boolean} isSecond
 */
export function barStrip(bar, axis, isSecond) {
  const scale = evenScale(axis);
  const kind = isSecond ? "pp-bar-b" : "pp-bar-a";
  const body =
    bar.value === null
      ? line(0, 100, "pp-not-reached")
      : shape("rect", { class: kind, x: 0, y: 3, width: percent(scale(bar.value)), height: HEIGHT - 6 });
  return strip(`${bar.arm}: ${bar.text}`, [...grid(axis, scale), body, ...intervalOf(bar, scale)]);
}

/** An interval on a ground of its own, dotted on to the end of the axis where it has no end. @param {Bar} bar @param {Scale} scale */
function intervalOf({ low, high }, scale) {
  if (low === null) return [];
  const [from, to] = [scale(low), high === null ? 100 : scale(high)];
  return [
    line(from, to, "pp-ground"),
    line(from, to, high === null ? "pp-interval pp-endless" : "pp-interval"),
  ];
}

/** The numbers along an axis. @param {Axis} axis @param {(axis: Axis) => Scale} scaleOf */
export function axisStrip(axis, scaleOf) {
  const scale = scaleOf(axis);
  const numbers = axis.ticks.map((tick) => {
    const at = scale(tick);
    const anchor = at < 3 ? "start" : at > 97 ? "end" : "middle";
    const text = shape("text", { x: percent(at), y: "1em", "text-anchor": anchor });
    text.textContent = String(tick);
    return text;
  });
  return shape("svg", { class: "pp-strip pp-axis", width: "100%", "aria-hidden": true }, ...numbers);
}

/** @param {string} words what it shows @param {Node[]} parts */
const strip = (words, parts) =>
  shape(
    "svg",
    { class: "pp-strip", height: HEIGHT, width: "100%", role: "img", "aria-label": words },
    ...parts,
  );

/** @param {Axis} axis @param {Scale} scale */
const grid = (axis, scale) => axis.ticks.map((tick) => upright(scale(tick), "pp-tick"));

/** @param {number} at @param {string} kind */
const upright = (at, kind) =>
  shape("line", { class: kind, x1: percent(at), x2: percent(at), y1: 0, y2: HEIGHT });

/** @param {number} from @param {number} to @param {string} kind */
const line = (from, to, kind) =>
  shape("line", { class: kind, x1: percent(from), x2: percent(to), y1: MIDDLE, y2: MIDDLE });

/** @param {number} number */
const percent = (number) => `${Number(number.toFixed(2))}%`;
