// A pathway as a table in words: the same facts as the drawing, for eyes and screen readers.
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
  const { guide } = pathway;
  const spoken = guide.treatments.filter((/** @type {any} */ { id }) => pathway.isSpokenOf(id));
  const rows = spoken.map((/** @type {any} */ { id, label, depth }) => {
    const { status, line, inferred, sections } = pathway.verdict(id);
    const mark = inferred ? ` (${pathway.said("our_inference")})` : "";
    return make(
      "tr",
      {},
      make("th", { scope: "row", class: `pp-depth-${Math.min(depth, 2)}` }, label),
      make("td", {}, shownStatus(guide, status)),
      make("td", {}, line + mark),
      make("td", {}, sections.join("; ")),
    );
  });
  const table = make("table", { class: "pp-table" }, make("caption", {}, pathway.sentence), headRow(HEADS));
  table.append(make("tbody", {}, ...rows));
  const silent = pathway.members("").filter(({ id }) => !pathway.isSpokenOf(id));
  const labels = silent.map(({ label }) => label).join(", ");
  return [
    table,
    ...(labels ? [make("p", {}, pathway.said("not_named_here", { labels }))] : []),
    make("p", { class: "pp-foot" }, guide.footer),
  ];
}
