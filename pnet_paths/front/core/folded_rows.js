// Treatments as rows: members stand under their group, and nothing is said twice.

/** @typedef {import("./pathway.js").Pathway} Pathway */
/** @typedef {{ids: string[], depth: number, alike: string[]}} Row one treatment or several of a group, and members of which the same is said */

/**
 * Treatments and what is below them: those of which the same is said as of their group, and rows for the others.
 * @param {Pathway} pathway
 * @param {import("./guide").Treatment[]} treatments
 * @param {(id: string) => string} said
 * @param {(id: string) => boolean} isTold
 * @param {string} group that they are members of
 * @returns {{alike: string[], rows: Row[]}}
 */
export function folded(pathway, treatments, said, isTold = () => true, group = "") {
  /** @type {string[]} */
  const alike = [];
  /** @type {Map<string, Row[]>} */
  const rows = new Map();
  for (const { id, depth } of treatments.filter((each) => isTold(each.id))) {
    const below = folded(pathway, pathway.members(id), said, isTold, id);
    const same = group && rows.get(said(id));
    if (group && said(id) === said(group)) {
      alike.push(id, ...below.alike);
      rows.set(id, below.rows);
    } else if (same && !below.alike.length && !below.rows.length) same[0].ids.push(id);
    else rows.set(group && !same ? said(id) : id, [{ ids: [id], depth, alike: below.alike }, ...below.rows]);
  }
  return { alike, rows: [...rows.values()].flat() };
}
