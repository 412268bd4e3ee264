// The rows of a pathway in words: by status, members under their group, no reason twice.

/** @typedef {import("./pathway.js").Pathway} Pathway */
/** @typedef {{ids: string[], depth: number, alike: string[]}} Row one treatment or several of a group, and members of which the same is said */

/**
 * What the guide names or leaves open, the strongest status first; services by themselves.
 * @param {Pathway} pathway
 * @returns {{groups: Row[], services: Row[]}}
 */
export function tableRows(pathway) {
  const order = Object.keys(pathway.guide.statuses);
  const strength = (/** @type {any} */ { id }) =>
    Math.min(...[{ id }, ...pathway.below(id)].map((each) => order.indexOf(pathway.status(each.id))));
  const place = (/** @type {any} */ group) =>
    pathway.status(group.id) === "not_named" ? strength(group) : order.indexOf(pathway.status(group.id));
  const spoken = spokenOf(pathway, "").sort((a, b) => place(a) - place(b));
  const rows = (/** @type {boolean} */ services) =>
    spoken.filter(({ isService }) => isService === services).flatMap((group) => rowsOf(pathway, group));
  return { groups: rows(false), services: rows(true) };
}

/** @param {Pathway} pathway @param {string} id of a group */
const spokenOf = (pathway, id) => pathway.members(id).filter((member) => pathway.isSpokenOf(member.id));

/** @param {Pathway} pathway @param {any} treatment @returns {Row[]} */
function rowsOf(pathway, { id, depth }) {
  const { alike, others } = below(pathway, id);
  return [{ ids: [id], depth, alike }, ...others];
}

/** The members of a group: those of which the same is said, and rows for the others. @param {Pathway} pathway @param {string} id @returns {{alike: string[], others: Row[]}} */
function below(pathway, id) {
  /** @type {string[]} */
  const alike = [];
  /** @type {Map<string, Row[]>} */
  const others = new Map();
  for (const member of spokenOf(pathway, id)) {
    const reason = said(pathway, member.id);
    if (reason === said(pathway, id)) {
      const { alike: more, others: rows } = below(pathway, member.id);
      alike.push(member.id, ...more);
      if (rows.length) others.set(member.id, rows);
      continue;
    }
    const rows = rowsOf(pathway, member);
    const same = others.get(reason);
    if (same && rows.length === 1 && !rows[0].alike.length) same[0].ids.push(member.id);
    else others.set(same ? member.id : reason, rows);
  }
  return { alike, others: [...others.values()].flat() };
}

/** What a row would say; of what depends the section is but its own. @param {Pathway} pathway @param {string} id */
function said(pathway, id) {
  const { status, line, inferred, sections } = pathway.verdict(id);
  return JSON.stringify([status, line, inferred, ...(status === "depends" ? [] : sections)]);
}
