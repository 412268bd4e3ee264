// The questions of a guide, each with its help and its list, in the groups that the tables name.
import { NOTHING_ASSUMED, statedFacts } from "../core/assumptions.js";
import { UNKNOWN } from "../core/decision_diagrams.js";
import { listOf } from "../core/factor_list.js";
import { closedLevels } from "../core/profile.js";
import { joinWords } from "../core/sentences.js";
import { button } from "../elements/buttons.js";
import { make } from "../elements/elements.js";
import { asking, meanings } from "../elements/help.js";

/** @typedef {import("../core/pathway.js").Pathway} Pathway */
/** @typedef {import("../core/assumptions.js").Assumed} Assumed */

export class Controls {
  /**
   * @param {import("../core/guide").Guide} guide
   * @param {import("../hosts/dropdowns.js").List[]} lists one a factor, in their order
   */
  constructor(guide, lists) {
    this.lists = lists;
    /** @type {HTMLElement[]} */
    this.reasons = guide.factors.map(() => make("p"));
    /** @type {HTMLElement[]} */
    this.notes = guide.factors.map(() => make("p.pp-note-line"));
    /** @type {HTMLElement[]} */
    this.rows = guide.factors.map(({ id, question, help, levels }, place) =>
      make(
        "div",
        { class: `pp-control pp-for-${id}` },
        ...asking(question, "div", make("p", help), meanings(levels), this.reasons[place]),
        lists[place].element,
        this.notes[place],
      ),
    );
    /** @type {Map<string, HTMLElement[]>} */
    const groups = new Map();
    for (const [place, { group }] of guide.factors.entries()) {
      groups.set(group, [...(groups.get(group) ?? []), this.rows[place]]);
    }
    /** @type {HTMLDetailsElement[]} */
    this.groups = [...groups].map(([name, rows]) =>
      make("details.pp-group", { open: "" }, make("summary.pp-group-name", name), ...rows),
    );
    this.rest = button("", () => this.showRest(!this.root.classList.contains("pp-all")), {
      class: "pp-rest",
    });
    this.root = make("div.pp-controls", ...this.groups, this.rest, ...besides(guide.considerations));
    this.showRest(false);
  }

  /** Show the facts that make no difference, or not. @param {boolean} wanted */
  showRest(wanted) {
    this.root.classList.toggle("pp-all", wanted);
    this.rest.setAttribute("aria-expanded", `${wanted}`);
  }

  /** Open every group, or close it. @param {boolean} wanted */
  open(wanted) {
    for (const group of this.groups) group.open = wanted;
  }

  /** Show a profile: what is chosen or assumed, what follows, what is closed and why. @param {Pathway} pathway @param {Assumed} assumed */
  show(pathway, assumed = NOTHING_ASSUMED) {
    for (const [place, list] of this.lists.entries()) {
      const { labels, index, disabled, note } = listOf(pathway, place, assumed);
      list.show(labels, index, disabled);
      const { classList } = this.rows[place];
      classList.toggle("pp-unset", !index && pathway.level(place) === UNKNOWN);
      classList.toggle("pp-follows", disabled);
      this.reasons[place].textContent = note;
      this.notes[place].textContent = disabled ? basisOf(pathway, place, assumed) : note;
    }
  }

  /** Facts that make no difference are folded, but not under a reader's hands. @param {Pathway} pathway */
  stepBack(pathway) {
    let count = 0;
    for (const [place, row] of this.rows.entries()) {
      const quiet = !pathway.relevantFactors.has(place) && pathway.level(place) === UNKNOWN;
      row.classList.toggle("pp-quiet", quiet && !row.contains(document.activeElement));
      count += Number(quiet);
    }
    for (const group of this.groups) {
      group.classList.toggle("pp-quiet", !group.querySelector(".pp-control:not(.pp-quiet)"));
    }
    this.rest.hidden = !count;
    this.rest.textContent =
      count === 1 ? "1 fact makes no difference here" : `${count} facts make no difference here`;
  }
}

/** The facts from which the level of a factor follows. @param {Pathway} pathway @param {number} place @param {Assumed} assumed */
function basisOf(pathway, place, assumed) {
  const clashes = closedLevels(pathway.guide, statedFacts(pathway.codes, assumed), place);
  const places = [...clashes.values()].flatMap(({ facts }) => [...facts.keys()]);
  const others = new Set(places.filter((other) => other !== place));
  return `from ${joinWords(pathway.labels([...others]))}`;
}

/** What the guide names without a rule. @param {{label: string, text: string}[]} topics */
function besides(topics) {
  if (!topics.length) return [];
  const each = topics.flatMap(({ label, text }, i) => [i ? ", " : "", ...asking(label, "span", text)]);
  const summary = make("summary.pp-group-name", "Named without a rule");
  return [make("details.pp-group.pp-beside-rules", summary, make("p.pp-besides", ...each))];
}
