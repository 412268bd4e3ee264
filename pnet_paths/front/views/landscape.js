// One fact turned: a column for each of its levels, and what the guide offers with each.

import { unchangedAssumptions } from "../core/assumptions.js";
import { grouped } from "../core/collections.js";
import { withMark } from "../core/sentences.js";
import { alone, columns, firstFact, rows } from "../core/turned_fact.js";
import { button, choosing } from "../elements/buttons.js";
import { make, refill } from "../elements/elements.js";
import { rowHead } from "./pathway_table.js";

/** @typedef {import("../core/pathway.js").Pathway} Pathway */
/** @typedef {import("../core/assumptions.js").Assumed} Assumed */
/** @typedef {import("../core/turned_fact.js").Row} Row */

export class Landscape {
  /** @param {(codes: number[], place: number, code: number) => void} take is told of the level that was chosen, and of all facts with it */
  constructor(take) {
    this.take = take;
    /** The fact that a reader chose to turn. @type {number | null} */
    this.place = null;
    this.list = choosing({ "aria-label": "The fact to turn" }, (place) => {
      this.place = Number(place);
      if (this.shown) this.show(...this.shown);
    });
    const question = make("label", "How does ", this.list, " change what is offered here?");
    this.table = make("div.pp-turned");
    this.same = make("details.pp-same");
    this.foot = make("p.pp-foot");
    const parts = [make("p.pp-turn", question), this.table, this.same, this.foot];
    this.root = make("div", { role: "region", "aria-label": "Landscape" }, ...parts);
  }

  /** @param {Pathway} pathway @param {Assumed} assumed */
  show(pathway, assumed) {
    const { guide } = pathway;
    /** @type {[Pathway, Assumed]} */
    this.shown = [pathway, assumed];
    const place = this.place ?? firstFact(pathway);
    this.offer(pathway, place);
    const levels = columns(pathway, place, assumed);
    const heads = levels.map((level) => this.head(pathway, place, level));
    const all = rows(pathway, levels);
    const inWords = alone(pathway, place, assumed);
    const says = all.filter(
      (row) => row.differs || all.some((other) => other.differs && isWithin(pathway, other, row)),
    );
    const body = says.map((row) =>
      make(
        "tr",
        name(pathway, row),
        row.cells.map((each) => cell(guide, each, inWords)),
      ),
    );
    const nothing = make("tr", make("td", { colspan: levels.length + 1 }, "It changes no status here."));
    const top = make("thead", make("tr", make("td"), heads));
    refill(this.table, make("table", top, make("tbody", body.length ? body : nothing)));
    const rest = all.filter((row) => !says.includes(row));
    this.same.replaceChildren(
      make("summary", `The same whichever: ${rest.length}`),
      ...byStatus(pathway, rest, inWords),
    );
    this.same.hidden = !rest.length;
    this.foot.textContent = guide.footer;
  }

  /** The facts to choose from; those that make a difference first. @param {Pathway} pathway @param {number} chosen */
  offer(pathway, chosen) {
    const options = (/** @type {boolean} */ matters) =>
      [...pathway.guide.factors.entries()]
        .filter(([place]) => pathway.relevantFactors.has(place) === matters)
        .map(([place, { label }]) => make("option", { value: place }, label));
    this.list.replaceChildren(
      make("optgroup", { label: "Makes a difference here" }, ...options(true)),
      make("optgroup", { label: "Makes none here" }, ...options(false)),
    );
    this.list.value = `${chosen}`;
  }

  /** @param {Pathway} pathway @param {number} place @param {import("../core/turned_fact.js").Column} column */
  head({ guide, codes }, place, { code, pathway: then, note }) {
    const { label } = guide.factors[place].levels[code];
    const small = note && make("small", note);
    if (!then) return make("th", { scope: "col", class: "pp-closed" }, make("s", label), small);
    const choose = () => {
      this.place = place;
      this.take(then.codes, place, code);
    };
    const pressed = { "aria-pressed": codes[place] === code, "data-turn": `${place} ${code}` };
    return make("th", { scope: "col" }, button(label, choose, { class: "pp-key", ...pressed }), small);
  }
}

/** The view of the explorer that turns one fact; the fact that was chosen stays. */
export const landscape = {
  /** @param {import("./explorer.js").Explorer} explorer */
  show(explorer) {
    explorer.landscape ??= new Landscape((codes) =>
      explorer.take(codes, unchangedAssumptions(explorer.assumed, explorer.pathway.codes, codes)),
    );
    explorer.place.hidden = true;
    explorer.heat.append(explorer.landscape.root);
  },
  /** @param {import("./explorer.js").Explorer} explorer */
  follow: ({ landscape, pathway, assumed }) => landscape?.show(pathway, assumed),
  /** @param {import("./explorer.js").Explorer} explorer */
  hide(explorer) {
    explorer.place.hidden = false;
    explorer.heat.replaceChildren();
  },
};

/** Whether a row is of members below the treatments of another. @param {Pathway} pathway @param {Row} row @param {Row} above */
const isWithin = (pathway, { ids: [first] }, above) =>
  above.ids.some((id) => pathway.below(id).some((member) => member.id === first));

/** @param {Pathway} pathway @param {Row} row */
const name = (pathway, { ids, depth, alike }) =>
  rowHead(depth, pathway.labelList(ids), pathway.labelList(alike));

/** @param {import("../core/guide").Guide} guide @param {import("../core/turned_fact.js").Cell} cell @param {boolean} inWords */
function cell(guide, cell, inWords) {
  return cell ? make("td", chip(guide, cell, inWords)) : make("td.pp-closed");
}

/** A status; where nothing else is known for how many instead of what is open or silent. @param {import("../core/guide").Guide} guide @param {NonNullable<import("../core/turned_fact.js").Cell>} cell @param {boolean} inWords */
function chip({ statuses, patterns }, { status, inferred }, inWords) {
  const { symbol, word } = statuses[status];
  const some = inWords && patterns[`alone_${status}`];
  return make("span", { class: `pp-chip pp-${status}` }, withMark(some || `${symbol} ${word}`, inferred));
}

/** Rows that are the same with every level, by what they are. @param {Pathway} pathway @param {Row[]} rest @param {boolean} inWords */
function byStatus(pathway, rest, inWords) {
  const alike = grouped(rest, ({ cells }) => JSON.stringify(cells.find(Boolean)));
  return [...alike.values()].map((same) => {
    const one = same[0].cells.find(Boolean);
    const ids = same.flatMap((row) => row.ids);
    return make("p", one && [chip(pathway.guide, one, inWords), " "], pathway.labelList(ids));
  });
}
