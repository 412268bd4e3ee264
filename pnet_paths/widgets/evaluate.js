// Evaluates a compiled guide in the browser: the same answers as Python, without a kernel.
// It knows factors, levels and statuses by id only.

export const UNKNOWN = -1;
const STATES = ["taken", "open", "off"]; // on the way for sure, perhaps, not
const OFFERED = new Set(["usual", "option", "later"]);

/** The ranks possible over all completions of a profile, as bits; 0: it cannot occur. */
export function ranks(guide, root, codes, known = []) {
  const first = guide.statuses.length;
  if (root < first) return root;
  let found = known[root];
  if (found === undefined) {
    const [factor, branches] = guide.nodes[root - first];
    const code = codes[factor];
    if (code === UNKNOWN) {
      found = 0;
      for (const branch of branches) found |= ranks(guide, branch, codes, known);
    } else found = ranks(guide, branches[code], codes, known);
    known[root] = found;
  }
  return found;
}

/** Every treatment's status, each decision's answer, and the state of decisions and arrows.
 *  Null where the profile cannot occur. */
export function evaluate(guide, codes) {
  const known = [];
  const bits = (root) => ranks(guide, root, codes, known);
  if (!bits(guide.space)) return null;
  const statuses = {};
  for (const [id, root] of Object.entries(guide.treatments)) {
    statuses[id] = guide.statuses[bits(root)];
  }
  const conditions = guide.steps.map((step) => ["off", "off", "taken", "open"][bits(step.root)]);
  const states = reached(guide, statuses, conditions);
  const arrows = {};
  guide.steps.forEach((step, i) => {
    const key = `${step.origin}-${step.target}`;
    const state = least([conditions[i], states[step.origin], states[step.target]]);
    arrows[key] = arrows[key] ? most([arrows[key], state]) : state;
  });
  const decisions = {};
  for (const id of guide.asked) {
    decisions[id] = { state: states[id], level: level(guide, codes, id) };
  }
  return { statuses, decisions, arrows };
}

/** Whether each end of an arrow is on the way; see the same in Python's Route. */
function reached(guide, statuses, conditions) {
  const asked = new Set(guide.asked);
  const states = {};
  for (const id of guide.asked) states[id] = guide.starts.includes(id) ? "taken" : "off";
  for (const [id, status] of Object.entries(statuses)) {
    states[id] = OFFERED.has(status) ? "taken" : status === "depends" ? "open" : "off";
  }
  for (let changed = true; changed;) {
    changed = false;
    guide.steps.forEach((step, i) => {
      if (!asked.has(step.target)) return;
      const state = most([states[step.target], least([conditions[i], states[step.origin]])]);
      changed ||= state !== states[step.target];
      states[step.target] = state;
    });
  }
  return states;
}

/** The label of a factor's level, known or implied; null where it is neither. */
function level(guide, codes, id) {
  const place = guide.factors.findIndex((factor) => factor.id === id);
  const { levels } = guide.factors[place];
  if (codes[place] !== UNKNOWN) return levels[codes[place]].label;
  const open = levels.filter((_, code) => ranks(guide, guide.space, codes.with(place, code)));
  return open.length === 1 ? open[0].label : null;
}

const least = (states) => STATES[Math.max(...states.map((state) => STATES.indexOf(state)))];
const most = (states) => STATES[Math.min(...states.map((state) => STATES.indexOf(state)))];

/** The known facts as a sentence; phrases that begin with the same verb share it. */
export function sentence(guide, codes) {
  const runs = [];
  guide.factors.forEach((factor, place) => {
    if (codes[place] === UNKNOWN) return;
    const [verb, ...rest] = factor.levels[codes[place]].phrase.split(" ");
    if (runs.at(-1)?.verb !== verb) runs.push({ verb, parts: [] });
    runs.at(-1).parts.push(rest.join(" "));
  });
  if (!runs.length) return "Nothing is known about the tumor yet.";
  const told = runs.map(({ verb, parts }) => `${verb} ${listed(parts, "")}`.trim());
  return `The tumor ${listed(told, told.length > 1 ? "," : "")}.`;
}

function listed(words, comma) {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")}${comma} and ${words.at(-1)}`;
}
