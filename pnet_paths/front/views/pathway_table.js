// A pathway as a table in words: the same facts as the drawing, for eyes and screen readers.
import { shared } from "../core/sentences.js";
import { tableRows } from "../core/table_rows.js";
import { make } from "./elements.js";

/** @typedef {import("../core/pathway.js").Pathway} Pathway */

const HEADS = ["Treatment", "Status", "Why, or what would decide", "Section of the guide"];

/** A status with its colours. @param {any} guide @param {string} status */
export function shownStatus(guide, status) {
  const { symbol, word } = guide.statuses[status];
  return make("span", { class: `pp-status pp-${status}` }, `${symbol} ${word}`);
}

/** A row of heads. @param {string[]} heads */
export const headRow = (heads) =>
  make("thead", {}, make("tr", {}, ...heads.map((head) => make("th", { scope: "col" }, head))));

/**
 * What the guide names and what is open for a profile.
 * @param {Pathway} pathway
 * @returns {HTMLElement[]}
 */
export function words(pathway) {
  const { groups, services } = tableRows(pathway);
  const rows = groups.map((each) => row(pathway, each));
  const table = make(
    "table",
    { class: "pp-table pp-by-status" },
    make("caption", {}, pathway.sentence),
    headRow(HEADS),
  );
  table.append(make("tbody", {}, ...rows));
  if (services.length) {
    const head = make("th", { scope: "rowgroup", colspan: HEADS.length }, pathway.said("at_every_stage"));
    const beside = services.map((each) => row(pathway, each));
    table.append(make("tbody", {}, make("tr", {}, head), ...beside));
  }
  const silent = pathway.silences.join(" ");
  return [
    table,
    ...(silent ? [make("p", {}, silent)] : []),
    make("p", { class: "pp-foot" }, pathway.guide.footer),
  ];
}

/** @param {Pathway} pathway @param {import("../core/table_rows.js").Row} row */
function row(pathway, { ids, depth, alike }) {
  const { status, line, inferred } = pathway.verdict(ids[0]);
  const mark = inferred ? ` (${pathway.said("our_inference")})` : "";
  const sections = shared([...ids, ...alike].flatMap((id) => pathway.verdict(id).sections));
  const name = rowHead(depth, names(pathway, ids), names(pathway, alike));
  const cells = [shownStatus(pathway.guide, status), line + mark, sections.join("; ")];
  return make("tr", {}, name, ...cells.map((cell) => make("td", {}, cell)));
}

/** The head of a row, with its members below it. @param {number} depth @param {string} label @param {string} members */
export const rowHead = (depth, label, members) =>
  make(
    "th",
    { scope: "row", class: `pp-depth-${Math.min(depth, 2)}` },
    label,
    ...(members ? [make("small", {}, members)] : []),
  );

/** Treatments with their marks: "CAPTEM (most common regimen), CAPEOX". @param {Pathway} pathway @param {string[]} ids */
const names = (pathway, ids) =>
  ids
    .map((id) => {
      const marks = pathway.verdict(id).marks.map((mark) => `(${mark})`);
      return [pathway.treatment(id).label, ...marks].join(" ");
    })
    .join(", ");
