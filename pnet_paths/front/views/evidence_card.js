// What stands behind a treatment, on its card: trials, plots, all figures, and what others say.
import { barPairs, figureSentence, forestLines } from "../core/evidence.js";
import { fillPattern } from "../core/sentences.js";
import { axisStrip, barStrip, evenScale, logScale, markKey, ratioStrip } from "../drawing/evidence_plots.js";
import { make } from "../elements/elements.js";

/** @typedef {import("../core/evidence.js").Behind} Behind */
/** @typedef {import("../core/evidence.js").SideNote} SideNote */
/** @typedef {import("../core/evidence.js").TrialBehind} TrialBehind */
/** @typedef {import("../core/guide").EvidenceFigure} Figure */
/** @typedef {import("./card.js").Explain} Terms */

const WEB = /^https?:\/\//;
const SIGNS = { yes: "\u2713", unknown: "?", no: "\u2715" };

/**
 * The sections *Evidence* and *What others say* of a card, folded.
 * @param {Behind} behind
 * @param {Terms} terms
 * @returns {HTMLElement[]}
 */
export function evidenceSections(behind, terms) {
  const { words, trials, notes } = behind;
  const evidence = () =>
    make(
      "details.pp-evidence",
      make("summary", counted(words, "heading", trials.length)),
      make("p", words.order, " ", words.no_ranking),
      trials.map((trial) => trialPart(words, trial, terms)),
      forest(behind),
      medians(behind),
      allFigures(behind),
      meanings(behind),
    );
  const others = () =>
    make(
      "details.pp-others",
      make("summary", counted(words, "others_heading", notes.length)),
      make("p", words.others_note),
      make(
        "ul",
        notes.map((note) => make("li", sideNote(words, note, terms))),
      ),
    );
  return [...(trials.length ? [evidence()] : []), ...(notes.length ? [others()] : [])];
}

/** @param {Record<string, string>} words @param {string} name @param {number} count */
const counted = (words, name, count) =>
  count === 1 ? words[`${name}_one`] : fillPattern(words[name], { count });

/** A part that opens, by a name under which it is found again when the card is made anew. @param {string} name @param {string | (string | Node)[]} heading @param {...import("../elements/elements.js").Part} parts */
const folded = (name, heading, ...parts) =>
  make("details", { "data-name": name }, make("summary", heading), ...parts);

/** @param {Record<string, string>} words @param {TrialBehind} trial @param {Terms} terms */
function trialPart(words, trial, terms) {
  const { title, arms, match, sentence, isComparator, remarks } = trial;
  const figures = trial.rows
    .filter(({ isMain }) => isMain)
    .map((figure) => make("li", terms(figureSentence(words, figure))));
  const rest = [...(isComparator ? [words.comparator] : []), ...remarks];
  return folded(
    title,
    [make("span.pp-sign", SIGNS[match.fit]), ` ${title}: `, make("span.pp-arms", arms)],
    make(`p.pp-fit.pp-fit-${match.fit}`, sentence),
    make("p", make("b", terms(trial.compared)), ". ", terms(trial.inWhom)),
    rest.length > 0 && make("p", terms(rest.join(" "))),
    figures.length ? make("ul", figures) : make("p", words.no_figures),
    make("p.pp-cited", trial.reference, " ", links(trial.links)),
  );
}

/** Texts that lead to addresses, each after the other. @param {[string, string][]} pairs */
const links = (pairs) => pairs.flatMap(([label, address], i) => [i ? " \u00b7 " : "", link(label, address)]);

/** A text that leads to its address, if that is one of the web. @param {string} label @param {string} address */
const link = (label, address) =>
  WEB.test(address) ? make("a", { href: address, rel: "noreferrer", target: "_blank" }, label) : label;

/** @param {Behind} behind */
function forest(behind) {
  const { words, axis } = behind;
  const lines = forestLines(behind);
  if (!axis || !lines.length) return [];
  const rows = lines.map(({ line, fit }) => {
    const { title, compared, design, text } = line;
    return make(
      "li",
      make("p", make("b", title), " ", make("span.pp-ratio", text)),
      make("p.pp-arms", [compared, design].filter(Boolean).join("; ")),
      ratioStrip(line, axis, fit),
    );
  });
  const plot = make(
    "figure.pp-plot",
    markKey(words, lines),
    make("ul", rows),
    make(
      "div.pp-axis-foot",
      axisStrip(axis, logScale),
      make(
        "p.pp-sides",
        make("span", `\u2190\u00a0${words.forest_left}`),
        make("span", `${words.forest_right}\u00a0\u2192`),
      ),
    ),
    make("figcaption", `${axis.label}. ${words.forest_sentence}`),
  );
  return folded("forest", words.forest, plot);
}

/** @param {Behind} behind */
function medians(behind) {
  const { words } = behind;
  const pairs = barPairs(behind);
  if (!pairs.length) return [];
  const compared = pairs.filter(({ isCompared }) => isCompared);
  const apart = pairs.filter(({ isCompared }) => !isCompared);
  return folded(
    "medians",
    words.medians,
    compared.length > 0 && plotOfPairs(compared, words.medians_sentence),
    apart.length > 0 && plotOfPairs(apart, words.medians_apart),
  );
}

/** @param {import("../core/guide").Pair[]} pairs @param {string} caption */
function plotOfPairs(pairs, caption) {
  const items = pairs.map(({ title, design, axis, bars }) =>
    make(
      "li",
      make("p", make("b", title), `, ${axis.label}`),
      design && make("p.pp-arms", design),
      bars.map((bar, i) => [make("p.pp-arms", `${bar.arm}: ${bar.text}`), barStrip(bar, axis, i > 0)]),
      axisStrip(axis, evenScale),
    ),
  );
  return make("figure.pp-plot", make("ul", items), make("figcaption", caption));
}

/** All figures, other versions too, each with how and where it was read. @param {Behind} behind */
function allFigures({ words, trials }) {
  const some = trials.filter(({ rows }) => rows.length);
  if (!some.length) return [];
  const parts = some.map(({ title, rows }) => [
    make("h4", title),
    make("ul.pp-figures", ...rows.map((figure) => make("li", figureParts(words, figure)))),
  ]);
  return folded("table", words.table, ...parts);
}

/** @param {Record<string, string>} words @param {Figure} figure */
function figureParts(words, figure) {
  const arms = figure.arms.map((arm, i) => figure.values[i] && `${arm}: ${figure.values[i]}`);
  const p = figure.p && fillPattern(words.p, { p: figure.p });
  const ratio = [figure.ratio, figure.compared, p].filter(Boolean).join(", ");
  return [
    make("p", make("b", figure.endpoint), ` (${figure.scope})`),
    [...arms, ratio].filter(Boolean).map((each) => make("p", each)),
    figure.remarks.map((each) => make("p.pp-remark", each)),
    make(
      "p.pp-cited",
      `${fillPattern(words.read, { read: figure.read })}; `,
      addresses(figure.addresses),
      `; ${fillPattern(words.row, { row: figure.row })}`,
    ),
  ];
}

/** @param {string[]} places */
const addresses = (places) => links(places.map((each) => [each.replace(WEB, ""), each]));

/** Who said what, how strongly, how that was read, and whether it speaks of a profile. @param {Record<string, string>} words @param {SideNote} note @param {Terms} [terms] */
export const sideNote = (words, note, terms) => [
  make("b", note.head),
  `: ${note.strongly} (${note.how}). `,
  terms ? terms(note.text) : note.text,
  make("p.pp-fit", `${SIGNS[note.match.fit]} ${note.sentence}`),
  note.beyond && make("p", fillPattern(words.beyond, { beyond: note.beyond })),
  make("p.pp-cited", addresses(note.addresses)),
];

/** @param {Behind} behind */
function meanings({ words, terms }) {
  const pairs = Object.entries(terms).map(([term, meaning]) => [make("dt", term), make("dd", meaning)]);
  return folded("words", words.words, make("dl", pairs));
}
