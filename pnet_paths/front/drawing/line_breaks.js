// A text as lines of like length, none of which ends where two words belong together: Python's
// drawing/line_breaks.py again.

const NUMBER = /^(?:\d+(?:[.,]\d+)*%?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)$/iu;
const NUMBERED = /^\(?(?:class|cycle|day|grade|group|level|line|part|phase|stage|step|type|week)$/iu;
const NO_UNIT = /^(?:and|as|at|before|by|for|from|if|in|is|of|on|or|than|the|to|with)$/u;
/** Stands for a space at which no line ends; no drawing can show it. */
const TIE = "\x1f";
/** What a line may end after: a hyphen with two letters on each side, or a word. */
const PARTS = /[^ ]*?[\p{L}\p{Nl}\p{No}]{2}-(?=[\p{L}\p{Nl}\p{No}]{2})|[^ ]+/gu;

/** How many characters a text has, as Python counts them. @param {string} words */
export const size = (words) => [...words].length;

/**
 * As few lines as `width` allows, of like length: a last line of one word looks wrong.
 * @param {string} words
 * @param {number} width the longest line, in characters
 * @returns {string[]}
 */
export function wrapLines(words, width) {
  const tied = tieNumbers(words, width);
  let fewest = fillLines(tied, width);
  const longest = Math.max(1, ...tied.split(" ").map(size));
  const even = Math.ceil(size(tied) / Math.max(1, fewest.length));
  for (let narrower = Math.max(longest, even); narrower < width; narrower += 1) {
    const lines = fillLines(tied, narrower);
    if (lines.length === fewest.length) {
      fewest = lines;
      break;
    }
  }
  return fewest.map((line) => line.replaceAll(TIE, " "));
}

/** Fill one line after the other; cut what is longer than a line. @param {string} words @param {number} width @returns {string[]} */
function fillLines(words, width) {
  const lines = [""];
  for (const word of words.split(" ")) {
    let space = " ";
    for (const piece of (word.match(PARTS) ?? []).flatMap((part) => cut(part, width))) {
      const line = lines[lines.length - 1];
      if (line && size(line + space + piece) > width) lines.push(piece);
      else lines[lines.length - 1] = line ? line + space + piece : piece;
      space = "";
    }
  }
  return lines.filter(Boolean);
}

/** Pieces of a text, each of so many characters. @param {string} words @param {number} width */
const cut = (words, width) => words.match(new RegExp(`.{1,${width}}`, "gsu")) ?? [];

/** Tie numbers to their words, so that no line ends between them where both fit into one. @param {string} words @param {number} width */
function tieNumbers(words, width) {
  const [first, ...rest] = words.split(" ");
  const pieces = [first];
  let before = first;
  for (const word of rest) {
    const last = pieces[pieces.length - 1];
    if (belongTogether(before, word) && size(last) + 1 + size(word) <= width)
      pieces[pieces.length - 1] = last + TIE + word;
    else pieces.push(word);
    before = word;
  }
  return pieces.join(" ");
}

/** Whether the two are a number and what it counts, or a word and its number. @param {string} before @param {string} word */
function belongTogether(before, word) {
  if (NUMBER.test(before)) return /^\p{L}/u.test(word) && !NO_UNIT.test(word) && !NUMBER.test(word);
  return /^\p{Nd}/u.test(word) && NUMBERED.test(before);
}

const ESCAPES = /** @type {Record<string, string>} */ ({
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#x27;",
  // Graphviz reads \N and the like even in a label of this kind.
  "\\": "\\\\",
});

/**
 * Table text as lines of a label of Graphviz, escaped, each with an indent.
 * @param {string} words
 * @param {number} width the longest line, in characters
 * @param {string} align LEFT or RIGHT; the middle where it is empty
 * @param {string} indent as markup
 * @returns {string}
 */
export function labelText(words, width, align = "", indent = "") {
  const key = `${width} ${align} ${indent} ${words}`;
  let found = texts.get(key);
  if (found === undefined) {
    if (texts.size > KEPT) texts.clear();
    found = labelLines(words, width, align, indent);
    texts.set(key, found);
  }
  return found;
}

/** Most texts come again in the next drawing. @type {Map<string, string>} */
const texts = new Map();
const KEPT = 4000;

/** @param {string} words @param {number} width @param {string} align @param {string} indent */
function labelLines(words, width, align, indent) {
  const clean = words.replace(/[ \t\r\n]+/g, " ").trim();
  const lines = wrapLines(clean, width).map(
    (line) => indent + line.replace(/[&<>"'\\]/g, (sign) => ESCAPES[sign]),
  );
  // Graphviz aligns a line by the break after it; a label without any text would draw nothing.
  const end = align ? `<BR ALIGN="${align}"/>` : "<BR/>";
  return (lines.join(end) || "&#160;") + (align && lines.length > 1 ? end : "");
}
