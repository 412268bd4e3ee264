// Nodes and arrows as Graphviz source, written as Python's graphviz package writes them: one way for all drawings.

/** @typedef {Record<string, string>} Attributes a label stands first, the others by name */

const PLAIN = /^(?:[a-zA-Z_][a-zA-Z0-9_]*|-?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?))$/;
const KEYWORDS = ["node", "edge", "graph", "digraph", "subgraph", "strict"];

/** @param {string} words */
function quoted(words) {
  if (/^\s*<[\s\S]*>\s*$/.test(words)) return words;
  return PLAIN.test(words) && !KEYWORDS.includes(words.toLowerCase())
    ? words
    : `"${words.replaceAll('"', '\\"')}"`;
}

/** @param {Attributes} attributes */
const sorted = (attributes) =>
  Object.keys(attributes)
    .sort()
    .map((name) => `${quoted(name)}=${quoted(attributes[name])}`)
    .join(" ");

/** Of a node or an edge, with its label first. @param {Attributes} attributes */
const attributeList = ({ label, ...others }) =>
  [...(label === undefined ? [] : [`label=${quoted(label)}`]), sorted(others)].join(" ");

export class Source {
  /** @param {string} name @param {Record<string, Attributes>} common of the graph, its nodes and its edges */
  constructor(name, common) {
    this.lines = Object.entries(common).map(([of, attributes]) => `\t${of} [${sorted(attributes)}]`);
    this.name = name;
  }

  /** Nodes that stand in a rank, from left to right. @param {[string, Attributes][]} nodes */
  rank(nodes) {
    this.lines.push("\t{", "\t\trank=same");
    for (const [id, attributes] of nodes) this.node(id, attributes, "\t\t");
    this.lines.push("\t}");
  }

  /** @param {string} id @param {Attributes} attributes @param {string} [indent] */
  node(id, attributes, indent = "\t") {
    this.lines.push(`${indent}${quoted(id)} [${attributeList(attributes)}]`);
  }

  /** From one end to the other: an id, or one with a port and a side. @param {string} tail @param {string} head @param {Attributes} attributes */
  edge(tail, head, attributes) {
    const [from, to] = [tail, head].map((end) => {
      const [id, port, side] = end.split(":");
      return port === undefined ? quoted(id) : `${quoted(id)}:${quoted(port)}:${side}`;
    });
    this.lines.push(`\t${from} -> ${to} [${attributeList(attributes)}]`);
  }

  /** Invisible edges keep the order in each rank and the ranks in theirs. @param {string[][]} ranks */
  hold(ranks) {
    for (const rank of ranks) {
      for (let i = 1; i < rank.length; i++) this.edge(rank[i - 1], rank[i], { style: "invis", weight: "10" });
    }
    for (let i = 1; i < ranks.length; i++) {
      this.edge(ranks[i - 1][0], ranks[i][0], { style: "invis", weight: "0" });
    }
  }

  /**
   * An arrow between nodes, from each answer that leads on. Graphviz orders a rank along its arrows: one that runs
   * against the order is turned around.
   * @param {[string, string]} ends
   * @param {Attributes} attributes
   * @param {Map<string, [number, number]>} places
   * @param {string[]} [answers] to a question
   */
  arrow([origin, target], attributes, places, answers = []) {
    const [[i, j], [k, l]] = [places.get(target) ?? [0, 0], places.get(origin) ?? [0, 0]];
    const against = i < k || (i === k && j < l);
    for (const [place, answer] of (answers.length ? answers : [""]).entries()) {
      const tail = answer ? `${origin}:${answer}:s` : origin;
      const look = { ...attributes, id: place ? `${attributes.id}.${place}` : attributes.id };
      if (against) this.edge(target, tail, { ...look, dir: "back" });
      else this.edge(tail, target, look);
    }
  }

  toString() {
    return [`digraph ${this.name} {`, ...this.lines, "}", ""].join("\n");
  }
}

/** The rank of each node and its place in it. @param {string[][]} ranks @returns {Map<string, [number, number]>} */
export const spotsOf = (ranks) =>
  new Map(ranks.flatMap((rank, i) => rank.map((id, j) => [id, /** @type {[number, number]} */ ([i, j])])));
