// Boxes of one rank as high as the highest of them, so that they share their top.

const BOX = /<g id="[^"]*treatment-(\w+)" class="node[^>]*>[\s\S]*?<path[^>]* d="([^"]+)"/g;
const POINTS = 72; // to an inch

/**
 * The heights that the boxes of a drawing need to share their top, in inches.
 * @param {string} svg the drawing as it is without
 * @param {string[][]} ranks ids, rank by rank
 * @returns {Record<string, string>} by id
 */
export function levelHeights(svg, ranks) {
  /** @type {Map<string, number>} */
  const own = new Map();
  for (const [, id, path] of svg.matchAll(BOX)) {
    const numbers = (path.match(/-?[\d.]+/g) ?? []).map(Number);
    const ys = numbers.filter((_, i) => i % 2);
    own.set(id, (Math.max(...ys) - Math.min(...ys)) / POINTS);
  }
  const level = ranks.flatMap((rank) => {
    const boxes = rank.filter((id) => own.has(id));
    const highest = Math.max(...boxes.map((id) => own.get(id) ?? 0));
    return boxes.map((id) => [id, highest.toFixed(3)]);
  });
  return Object.fromEntries(level);
}
