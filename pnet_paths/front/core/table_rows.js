// The rows of a pathway in words: by status, members under their group, no reason twice.
import { foldRows } from "./folded_rows.js";

/** @typedef {import("./guide").Treatment} Treatment */
/** @typedef {import("./pathway.js").Pathway} Pathway */
/** @typedef {import("./folded_rows.js").Row} Row */

/**
 * What the guide names or leaves open, the strongest status first; services by themselves.
 * @param {Pathway} pathway
 * @returns {{groups: Row[], services: Row[]}}
 */
export function tableRows(pathway) {
  const order = Object.keys(pathway.guide.statuses);
  const strength = (/** @type {string} */ id) => order.indexOf(pathway.status(id));
  const place = (/** @type {Treatment} */ { id }) =>
    Math.min(
      ...(pathway.status(id) === "not_named" ? pathway.below(id) : [{ id }]).map((each) => strength(each.id)),
    );
  const groups = pathway.members("").sort((a, b) => place(a) - place(b));
  const rows = (/** @type {boolean} */ services) => {
    const some = groups.filter(({ isService }) => isService === services);
    return foldRows(
      pathway,
      some,
      (id) => content(pathway, id),
      (id) => pathway.isMentioned(id),
    ).rows;
  };
  return { groups: rows(false), services: rows(true) };
}

/** What a row would say; of what depends the section is but its own. @param {Pathway} pathway @param {string} id */
function content(pathway, id) {
  const { status, line, inferred, sections } = pathway.verdict(id);
  return JSON.stringify([status, line, inferred, ...(status === "depends" ? [] : sections)]);
}
