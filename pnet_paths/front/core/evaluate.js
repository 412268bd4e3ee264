// Evaluates a compiled guide in the browser: the same answers as Python, without a kernel.
// It knows factors, levels and statuses by id only.

export const UNKNOWN = -1;
const STATES = ["taken", "open", "off"]; // on the way for sure, perhaps, not
const [TAKEN, OPEN, OFF] = [0, 1, 2];
const OF_CONDITION = [OFF, OFF, TAKEN, OPEN]; // by what is possible: unmet, met or both, as bits
const NOWHERE = 0b1; // a condition's bits where no completion meets it
const OF_STATUS = { usual: TAKEN, option: TAKEN, later: TAKEN, depends: OPEN };

/** For each node the ranks possible over all completions, as bits; 0: it cannot occur. */
function ranks({ nodes, statuses }, codes) {
  const first = statuses.length;
  const found = new Uint8Array(first + nodes.length);
  for (let bits = 0; bits < first; bits += 1) found[bits] = bits;
  // A node's branches stand before it. Plain loops: this runs at every choice, seldom enough to
  // stay uncompiled.
  for (let i = 0; i < nodes.length; i += 1) {
    const branches = nodes[i][1];
    const code = codes[nodes[i][0]];
    let bits = code === UNKNOWN ? 0 : found[branches[code]];
    if (code === UNKNOWN) for (let j = 0; j < branches.length; j += 1) bits |= found[branches[j]];
    found[first + i] = bits;
  }
  return found;
}

/** Every treatment's status and whether it is inferred, each decision's answer, and the state of decisions and arrows.
 *  Null where the profile cannot occur. */
export function evaluate(guide, codes) {
  const bits = ranks(guide, codes);
  if (!bits[guide.space]) return null;
  const statuses = {};
  const inferred = {};
  for (const id in guide.treatments) {
    statuses[id] = guide.statuses[bits[guide.treatments[id]]];
    inferred[id] = statuses[id] !== "not_named" && bits[guide.inferred[id]] !== NOWHERE;
  }
  const conditions = guide.arrows.map((arrow) => OF_CONDITION[bits[arrow.root]]);
  const states = reached(guide, statuses, conditions);
  const arrows = {};
  guide.arrows.forEach(({ origin, target }, i) => {
    const state = Math.max(conditions[i], states[origin], states[target]);
    arrows[`${origin}-${target}`] = STATES[state];
  });
  const decisions = {};
  for (const id of guide.asked) {
    decisions[id] = { state: STATES[states[id]], level: level(guide, codes, id) };
  }
  return { statuses, inferred, decisions, arrows };
}

/** How surely each end of an arrow is on the way; see the same in Python's Route. */
function reached(guide, statuses, conditions) {
  const states = {};
  for (const id of guide.asked) states[id] = guide.starts.includes(id) ? TAKEN : OFF;
  for (const id in statuses) states[id] = OF_STATUS[statuses[id]] ?? OFF;
  for (let changed = true; changed; ) {
    changed = false;
    guide.arrows.forEach(({ origin, target }, i) => {
      const state = Math.max(conditions[i], states[origin]);
      if (state < states[target] && guide.asked.includes(target)) {
        states[target] = state;
        changed = true;
      }
    });
  }
  return states;
}

/** The label of a factor's level, known or implied; null where it is neither. */
function level(guide, codes, id) {
  const place = guide.factors.findIndex((factor) => factor.id === id);
  const { levels } = guide.factors[place];
  if (codes[place] !== UNKNOWN) return levels[codes[place]].label;
  const open = levels.filter((_, code) => canOccur(guide, guide.space, codes.with(place, code)));
  return open.length === 1 ? open[0].label : null;
}

function canOccur(guide, number, codes) {
  const node = guide.nodes[number - guide.statuses.length];
  if (!node) return number !== 0;
  const [factor, branches] = node;
  if (codes[factor] !== UNKNOWN) return canOccur(guide, branches[codes[factor]], codes);
  return branches.some((branch) => canOccur(guide, branch, codes));
}

/** The known facts as a sentence; each subject has its own clause. See the same in Python's words. */
export function sentence(guide, codes) {
  const said = new Map();
  guide.factors.forEach((factor, place) => {
    if (codes[place] === UNKNOWN) return;
    const subject = factor.subject || guide.subject;
    said.set(subject, [...(said.get(subject) ?? []), factor.levels[codes[place]].phrase]);
  });
  if (!said.size) return `Nothing is known about ${guide.subject} yet.`;
  const told = [...said].map(([subject, phrases]) => `${subject} ${joined(phrases)}`);
  return `${capital(listed(told, true))}.`;
}

/** Phrases in a row; those that begin with the same verb share it, but for "has" and a "not". */
function joined(phrases) {
  const runs = [];
  for (const phrase of phrases) {
    const [verb, ...words] = phrase.split(" ");
    const alone = verb === "has" || words[0] === "not";
    if (runs.at(-1)?.verb === verb && !alone) runs.at(-1).parts.push(words.join(" "));
    else runs.push(alone ? { verb: "", parts: [phrase] } : { verb, parts: [words.join(" ")] });
  }
  const told = runs.map(({ verb, parts }) => `${verb} ${listed(parts, false)}`.trim());
  return listed(told, told.length > 2 || told.some((each) => / and |, /.test(each)));
}

function capital(words) {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function listed(words, comma) {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")}${comma ? "," : ""} and ${words.at(-1)}`;
}
