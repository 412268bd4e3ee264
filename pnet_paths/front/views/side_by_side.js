// Two profiles side by side in words: what differs, and which facts make each difference. What differs
// is marked in both drawings; profiles are copied and swapped here.
import { compare, madeBy } from "../core/compare.js";
import { Pathway } from "../core/pathway.js";
import { codesOf, setLists } from "../hosts/dropdowns.js";
import { hear, modelOf, shared } from "../hosts/models.js";
import { make } from "./card.js";
import { headRow, shownStatus } from "./table.js";

/** @typedef {import("../core/compare.js").Difference} Difference */

const HEADS = ["What differs", "A", "B", "Facts that make the difference"];

/** @param {{model: any, el: HTMLElement}} host */
async function render({ model, el }) {
  const guide = await shared(model, "document");
  const all = (/** @type {string} */ name) =>
    Promise.all(model.get(name).map((/** @type {string} */ id) => modelOf(model, id)));
  const [a, b, drawings] = await Promise.all(["lists_a", "lists_b", "drawings"].map(all));
  const words = make("div", { class: "pp-summary" });
  /** Both profiles with other facts; Python does the same when it listens. @param {string} what @param {number[]} first @param {number[]} second */
  const take = (what, first, second) => {
    model.send({ do: what });
    setLists(a, first);
    setLists(b, second);
  };
  const button = (/** @type {string} */ label, /** @type {() => void} */ act) => {
    const made = make("button", { type: "button", class: "jupyter-button" }, label);
    made.addEventListener("click", act);
    return made;
  };
  const bar = make(
    "div",
    { class: "pp-bar" },
    button("Copy A to B", () => take("a_to_b", codesOf(a), codesOf(a))),
    button("Copy B to A", () => take("b_to_a", codesOf(b), codesOf(b))),
    button("Swap A and B", () => take("swap", codesOf(b), codesOf(a))),
  );
  el.replaceChildren(bar, words);
  const show = () => {
    const sides = [a, b].map((lists) => new Pathway(guide, codesOf(lists)));
    if (!sides.every(({ occurs }) => occurs)) return; // it is on its way to another profile
    const { factors, differences } = compare(sides[0], sides[1]);
    const signs = Object.fromEntries(differences.map(({ id }) => [id, "\u2260"]));
    for (const drawing of drawings) drawing.set("signs", signs);
    words.replaceChildren(...inWords(sides[0], factors, differences));
  };
  const ends = new AbortController();
  for (const list of [...a, ...b]) hear(list, "change:index", show, ends.signal);
  show();
  return () => {
    ends.abort();
    for (const drawing of drawings) drawing.set("signs", {});
  };
}

/** The differences as a table. @param {Pathway} a @param {number[]} factors @param {Difference[]} differences */
function inWords(a, factors, differences) {
  const { guide } = a;
  const labels = a.labels(factors).join(", ");
  const facts = labels ? `The profiles differ in: ${labels}.` : "The profiles are alike.";
  if (!differences.length) return [make("p", {}, `${facts} ${a.said("no_difference")}`)];
  const rows = together(a, differences).map((alike) => {
    const [first, ...members] = alike.map(({ id }) => a.treatment(id).label);
    return make(
      "tr",
      {},
      make("th", { scope: "row" }, members.length ? `${first} (${members.join(", ")})` : first),
      make("td", {}, shownStatus(guide, alike[0].before)),
      make("td", {}, shownStatus(guide, alike[0].after)),
      make("td", {}, madeBy(a, alike[0])),
    );
  });
  const table = make("table", { class: "pp-table" }, make("caption", {}, facts), headRow(HEADS));
  table.append(make("tbody", {}, ...rows));
  return [table, make("p", { class: "pp-foot" }, guide.footer)];
}

/** The differences, those of members that differ just as their group does with the group's. @param {Pathway} a @param {Difference[]} differences */
function together(a, differences) {
  /** @type {Map<string, Difference[]>} */
  const rows = new Map();
  const of = new Map();
  const same = (/** @type {Difference} */ one, /** @type {Difference} */ other) =>
    one.before === other.before && one.after === other.after && `${one.because}` === `${other.because}`;
  for (const each of differences) {
    let group = of.get(a.treatment(each.id).memberOf) ?? each.id;
    if (!same((rows.get(group) ?? [each])[0], each)) group = each.id;
    rows.set(group, [...(rows.get(group) ?? []), each]);
    of.set(each.id, group);
  }
  return [...rows.values()];
}

export default { render };
