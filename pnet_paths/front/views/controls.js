// The questions of a guide, each with its help and its list, in the groups that the tables name.
import { NOTHING_ASSUMED } from "../core/assumptions.js";
import { UNKNOWN } from "../core/decision_diagrams.js";
import { listOf } from "../core/factor_list.js";
import { explainBy, make } from "./elements.js";

/** @typedef {import("../core/pathway.js").Pathway} Pathway */
/** @typedef {import("../hosts/dropdowns.js").Field} Field */

export class Controls {
  /**
   * @param {any} guide
   * @param {Field[]} fields the lists, in the order of the factors
   */
  constructor(guide, fields) {
    this.guide = guide;
    this.fields = fields;
    this.controls = guide.factors.map((/** @type {any} */ factor, /** @type {number} */ place) =>
      control(factor, fields[place].element),
    );
    /** @type {Map<string, HTMLElement[]>} */
    const groups = new Map();
    for (const [place, { group }] of guide.factors.entries()) {
      groups.set(group, [...(groups.get(group) ?? []), this.controls[place]]);
    }
    this.notes = make("ul", { class: "pp-notes" });
    this.quiet = make("p", { class: "pp-quiet-note" });
    this.root = make(
      "div",
      { class: "pp-controls" },
      ...[...groups].map(([name, inside]) =>
        make(
          "div",
          { class: "pp-group", role: "group", "aria-label": name },
          make("p", { class: "pp-group-name" }, name),
          make("div", { class: "pp-group-controls" }, ...inside),
        ),
      ),
      this.quiet,
      this.notes,
      ...besides(guide.considerations),
    );
  }

  /** Show a profile: what is chosen or assumed, what follows, what is closed and why. @param {Pathway} pathway @param {import("../core/assumptions.js").Assumed} assumed */
  show(pathway, assumed = NOTHING_ASSUMED) {
    /** @type {HTMLElement[]} */
    const notes = [];
    for (const [place, { list }] of this.fields.entries()) {
      const { labels, index, disabled, note } = listOf(pathway, place, assumed);
      if (`${list.get("_options_labels")}` !== `${labels}`) list.set("_options_labels", labels);
      if (list.get("disabled") !== disabled) list.set("disabled", disabled);
      if (list.get("index") !== index) list.set("index", index);
      if (note) notes.push(make("li", {}, make("b", {}, this.guide.factors[place].question), ` ${note}`));
    }
    this.notes.replaceChildren(...notes);
  }

  /** The controls of facts that can change nothing step back. @param {Pathway} pathway */
  stepBack(pathway) {
    let some = false;
    for (const [place, element] of this.controls.entries()) {
      const quiet = !pathway.matters.has(place) && pathway.level(place) === UNKNOWN;
      element.classList.toggle("pp-quiet", quiet);
      some ||= quiet;
    }
    this.quiet.textContent = some ? pathway.said("quiet") : "";
  }

  /** To the list of a factor. @param {string} id */
  jump(id) {
    const place = this.guide.factors.findIndex((/** @type {any} */ factor) => factor.id === id);
    const select = this.controls[place]?.querySelector("select");
    select?.focus();
    select?.scrollIntoView({ block: "nearest" });
  }
}

/** A question that opens its help, and its list. @param {any} factor @param {HTMLElement} list */
function control({ id, question, help, levels }, list) {
  const meanings = make("dl");
  for (const { label, definition } of levels) {
    meanings.append(make("dt", {}, label), make("dd", {}, definition));
  }
  return make(
    "div",
    { class: `pp-control pp-for-${id}` },
    ...asking(question, "div", make("p", {}, help), meanings),
    list,
  );
}

/** A button that opens its explanation: a browser with popovers closes it at Escape or a click elsewhere. @param {string} words @param {string} tag @param {(string | Node)[]} content */
function asking(words, tag, ...content) {
  const button = make("button", { type: "button", class: "pp-ask" }, words);
  const help = make(tag, { class: "pp-help" }, ...content);
  explainBy(button, help);
  return [button, help];
}

/** What the guide names without a rule. @param {{label: string, text: string}[]} topics */
function besides(topics) {
  if (!topics.length) return [];
  const each = topics.flatMap(({ label, text }, i) => [i ? ", " : "", ...asking(label, "span", text)]);
  return [make("p", { class: "pp-besides" }, make("b", {}, "Named by the guide, without a rule: "), ...each)];
}
