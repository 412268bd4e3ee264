// The signs beside the parts of a drawing: what differs from another one, what was right and what not.
import { grouped } from "../core/collections.js";
import { chosenId, marks } from "./focusable_parts.js";

/** @typedef {import("../core/pathway.js").Pathway} Pathway */

/**
 * Put each sign beside what stands for its treatment: itself, or the group that is folded over it.
 * @param {SVGSVGElement} svg
 * @param {import("./focusable_parts.js").Part[]} parts that can be touched
 * @param {Pathway} pathway
 * @param {Record<string, string>} signs by treatment
 */
export function sign(svg, parts, pathway, signs) {
  const drawn = new Set(parts.map(chosenId));
  /** @param {string} id @returns {string} */
  const place = (id) => {
    if (drawn.has(id) || !pathway.isTreatment(id)) return id;
    const { memberOf } = pathway.treatment(id);
    return memberOf ? place(memberOf) : id;
  };
  const seen = grouped(Object.entries(signs), ([id]) => place(id));
  const words = (/** @type {string} */ at) =>
    [...grouped(seen.get(at) ?? [], ([, sign]) => sign)].map(([sign, [[first], ...others]]) => {
      // Where the group has a sign too, it speaks for its members; a long list would cover what stands beside it.
      if (first === at) return sign;
      const more = others.length ? ` + ${others.length}` : "";
      return `${sign} ${pathway.treatment(first).label}${more}`;
    });
  marks(
    svg,
    parts.map((part) => [part, words(chosenId(part)).join(", ")]),
  );
}
