// A pathway as a table in words: the same facts as the drawing, for eyes and screen readers.
import { unique } from "../core/sentences.js";
import { tableRows } from "../core/table_rows.js";
import { make } from "../elements/elements.js";

/** @typedef {import("../core/pathway.js").Pathway} Pathway */

const HEADS = ["Treatment", "Status", "Why, or what would decide", "Section of the guide"];

/** A status with its colours. @param {import("../core/guide").Guide} guide @param {import("../core/guide").Status} status */
export function shownStatus(guide, status) {
  const { symbol, word } = guide.statuses[status];
  return make("span", { class: `pp-status pp-${status}` }, `${symbol} ${word}`);
}

/** A row of heads. @param {string[]} heads */
export const headRow = (heads) =>
  make(
    "thead",
    make(
      "tr",
      heads.map((head) => make("th", { scope: "col" }, head)),
    ),
  );

/** A table with its caption. @param {string} kind @param {string} caption @param {string[]} heads @param {...HTMLElement[]} bodies rows that belong together */
export const table = (kind, caption, heads, ...bodies) =>
  make(
    `table.${kind}`,
    make("caption", caption),
    headRow(heads),
    bodies.map((rows) => make("tbody", rows)),
  );

/**
 * What the guide names and what is open for a profile.
 * @param {Pathway} pathway
 * @returns {HTMLElement[]}
 */
export function words(pathway) {
  const [groups, services] = Object.values(tableRows(pathway)).map((rows) =>
    rows.map((each) => row(pathway, each)),
  );
  const head = make("th", { scope: "rowgroup", colspan: HEADS.length }, pathway.fill("at_every_stage"));
  const beside = services.length ? [[make("tr", head), ...services]] : [];
  const silent = pathway.silences.join(" ");
  return [
    table("pp-table.pp-by-status", pathway.sentence, HEADS, groups, ...beside),
    ...(silent ? [make("p", silent)] : []),
    make("p.pp-foot", pathway.guide.footer),
  ];
}

/** @param {Pathway} pathway @param {import("../core/folded_rows.js").Row} row */
function row(pathway, { ids, depth, alike }) {
  const { status, line, inferred } = pathway.verdict(ids[0]);
  const mark = inferred ? ` (${pathway.fill("our_inference")})` : "";
  const sections = unique([...ids, ...alike].flatMap((id) => pathway.verdict(id).sections));
  const name = rowHead(depth, names(pathway, ids), names(pathway, alike));
  const cells = [shownStatus(pathway.guide, status), line + mark, sections.join("; ")];
  return make("tr", name, ...cells.map((cell) => make("td", cell)));
}

/** The head of a row, with its members below it. @param {number} depth @param {string} label @param {string} members */
export const rowHead = (depth, label, members) =>
  make(
    "th",
    { scope: "row", class: `pp-depth-${Math.min(depth, 2)}` },
    label,
    members && make("small", members),
  );

/** Treatments with their marks: "CAPTEM (most common regimen), CAPEOX". @param {Pathway} pathway @param {string[]} ids */
const names = (pathway, ids) =>
  ids
    .map((id) => {
      const marks = pathway.verdict(id).marks.map((mark) => `(${mark})`);
      return [pathway.treatment(id).label, ...marks].join(" ");
    })
    .join(", ");
