// Treatments as rows: members stand under their group, and nothing is said twice.

/** @typedef {import("./pathway.js").Pathway} Pathway */
/** @typedef {{ids: string[], depth: number, alike: string[]}} Row one treatment or several of a group, and the members with the same content */

/**
 * Return the members with the same content as their group, and rows for all other treatments.
 * @param {Pathway} pathway
 * @param {import("./guide").Treatment[]} treatments
 * @param {(id: string) => string} content
 * @param {(id: string) => boolean} isListed
 * @param {string} group that they are members of
 * @returns {{alike: string[], rows: Row[]}}
 */
export function foldRows(pathway, treatments, content, isListed = () => true, group = "") {
  /** @type {string[]} */
  const alike = [];
  /** @type {Map<string, Row[]>} */
  const rows = new Map();
  for (const { id, depth } of treatments.filter((each) => isListed(each.id))) {
    const below = foldRows(pathway, pathway.members(id), content, isListed, id);
    const same = group && rows.get(content(id));
    if (group && content(id) === content(group)) {
      alike.push(id, ...below.alike);
      rows.set(id, below.rows);
    } else if (same && !below.alike.length && !below.rows.length) same[0].ids.push(id);
    else
      rows.set(group && !same ? content(id) : id, [{ ids: [id], depth, alike: below.alike }, ...below.rows]);
  }
  return { alike, rows: [...rows.values()].flat() };
}
