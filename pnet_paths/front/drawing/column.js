// A path in one column, for a page as narrow as a phone.
import { Labels } from "./flowchart.js";
import { Selection } from "./selection.js";
import { Source, spotsOf } from "./source.js";

/** @typedef {import("../core/pathway.js").Pathway} Pathway */

/** A box of a blank drawing in one column, in inches: two beside each other, high enough for a finger. */
const FINGERS = { width: "2.1", height: "0.62" };

/**
 * Questions, then groups two by two: their names alone are short.
 * @param {Selection} selection
 * @param {Labels} labels
 * @param {import("../core/guide").GraphAttributes} graph
 * @returns {string}
 */
function inPairs({ groups, ranks }, labels, graph) {
  const ids = ranks.flat();
  const boxes = ids.filter((id) => groups.includes(id));
  const pairs = boxes.flatMap((id, i) => (i % 2 ? [] : [[id, ...boxes.slice(i + 1, i + 2)]]));
  const rows = [...ids.filter((id) => !groups.includes(id)).map((id) => [id]), ...pairs];
  const source = new Source("pathway", graph);
  for (const [i, row] of rows.entries()) {
    source.rank(row.map((id) => [id, { ...labels.node(id), ...FINGERS }]));
    for (const [j, id] of row.entries()) {
      if (j) source.edge(row[j - 1], id, { style: "invis" });
      // A question stands above the middle of the two boxes below it.
      const above = rows[i - 1]?.[j] ?? rows[i - 1]?.[0];
      if (above) source.edge(above, id, { style: "invis", weight: "100" });
    }
  }
  return source.toString();
}

/**
 * The source of a path's drawing in one column, for a page as narrow as a phone: one node a rank, and between them the arrows
 * that are taken, without words.
 * @param {Pathway} pathway
 * @param {{other?: Pathway | null, blank?: boolean}} how with the statuses of another one where they differ; of treatments
 *   names alone
 * @returns {string}
 */
export function column(pathway, { other = null, blank = false } = {}) {
  const selection = new Selection(pathway, false, other, blank);
  const { column: narrow, graph } = pathway.guide.drawing;
  const labels = new Labels(selection, blank ? { card: 16 } : {}, narrow);
  if (blank) return inPairs(selection, labels, { ...narrow.graph, node: graph.node });
  const source = new Source("pathway", narrow.graph);
  const ranks = selection.ranks.flat().map((id) => [id]);
  for (const [id] of ranks) source.node(id, labels.node(id));
  const places = spotsOf(ranks);
  for (let i = 1; i < ranks.length; i++) {
    source.edge(ranks[i - 1][0], ranks[i][0], { style: "invis", weight: "100" });
  }
  for (const arrow of selection.arrows.filter(({ state }) => state === "taken")) {
    const { label: _, ...look } = labels.arrow(arrow);
    source.arrow(arrow.ends, look, places);
  }
  return source.toString();
}
