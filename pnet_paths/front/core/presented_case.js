// A case on a stage: which scene is shown, which boxes are open, and what is told. Of a blank box there
// is nothing but its name in what `page` gives.
import { Pathway } from "./pathway.js";
import { changedStatuses, newFacts } from "./scenes.js";
import { capital, marked, sections } from "./sentences.js";
import { whyNotSentences } from "./why_not.js";

/** @typedef {any[]} Block an element for the page: its tag, its class, then texts and elements in it */
/** @typedef {{case: string, scene: number, opened: string[]}} Shown a scene counts from 1 */

export class Presentation {
  /**
   * @param {any} guide the guide's document
   * @param {Shown} shown
   * @param {boolean} predict whether the boxes of a scene are blank at first
   */
  constructor(guide, shown, predict) {
    this.guide = guide;
    this.predict = predict;
    this.groups = guide.board.groups;
    /** @type {Map<string, string[]>} */
    this.kept = new Map();
    this.shown = shown;
    this.last = "";
  }

  get case() {
    return this.guide.cases.find((/** @type {any} */ { id }) => id === this.shown.case);
  }

  get scenes() {
    return this.case.scenes;
  }

  get scene() {
    return this.scenes[this.shown.scene - 1];
  }

  /** The groups whose boxes are not open yet, from the top of the drawing. @returns {string[]} */
  get blank() {
    return this.groups.filter((/** @type {string} */ id) => !this.shown.opened.includes(id));
  }

  // -- what is wanted -----------------------------------------------------------------------------

  /** Show what a host says. @param {Shown} shown */
  take(shown) {
    const before = this.shown.opened;
    const same = this.shown.case === shown.case && this.shown.scene === shown.scene;
    const grown =
      same && shown.opened.length === before.length + 1 && before.every((id) => shown.opened.includes(id));
    this.shown = shown;
    this.last = grown ? (shown.opened.at(-1) ?? "") : "";
    this.keep();
  }

  keep() {
    this.kept.set(`${this.shown.case} ${this.shown.scene}`, this.shown.opened);
  }

  /** @param {string[]} opened @param {string} last the box that is told of */
  open(opened, last = "") {
    this.shown = { ...this.shown, opened };
    this.last = last;
    this.keep();
  }

  /** Open the box of a group, or tell of it again; without one the next from the top. @param {string} group */
  openBox(group = "") {
    const name = group || this.blank[0];
    if (!name) return;
    this.open([...new Set([...this.shown.opened, name])], name);
  }

  openAll() {
    this.open([...this.shown.opened, ...this.blank]);
  }

  /** What a presenter's remote asks for: open what is blank, then go to the next scene. */
  goOn() {
    if (this.blank.length) this.openAll();
    else this.goTo(this.shown.scene + 1);
  }

  /** Another scene, as open as it was left; no further than the case goes. @param {number} scene */
  goTo(scene) {
    const goal = Math.max(1, Math.min(this.scenes.length, scene));
    if (goal === this.shown.scene) return;
    this.enter(this.shown.case, goal);
  }

  /** Another case, from its first scene; without one the next. @param {string} id */
  goToCase(id = "") {
    const ids = this.guide.cases.map((/** @type {any} */ each) => each.id);
    const name = id || ids[(ids.indexOf(this.shown.case) + 1) % ids.length];
    if (name !== this.shown.case) this.enter(name, 1);
  }

  /** @param {string} name @param {number} scene */
  enter(name, scene) {
    const fresh = this.predict ? [] : this.groups;
    this.shown = { case: name, scene, opened: this.kept.get(`${name} ${scene}`) ?? fresh };
    this.last = "";
    this.keep();
  }

  // -- what is seen -------------------------------------------------------------------------------

  /** The scene as the stage shows it. */
  page() {
    const { guide, blank, last, groups, scenes } = this;
    const { scene, opened } = this.shown;
    const pathway = new Pathway(guide, this.scene.codes);
    const before = scene > 1 ? new Pathway(guide, scenes[scene - 2].codes) : null;
    const changed = before && !blank.length ? pathway.changedSince(before) : [];
    const names = groups.map((/** @type {string} */ id) => [id, this.name(pathway, id)]);
    const legend = Object.values(guide.statuses).map(({ symbol, word }) => `${symbol} ${word}`);
    return {
      pathway,
      opened,
      blank,
      last,
      changed: changed.map(({ id }) => id),
      names: Object.fromEntries(names),
      title: this.scene.title,
      progress: `${this.case.label} (${scene}\u00a0of\u00a0${scenes.length})`,
      story: this.story(pathway, before),
      explained: last ? about(pathway, last) : blank.length ? [] : this.explained(pathway, before),
      left: this.left(),
      foot: `${legend.join("  ")}  ${marked("", true).trim()} ${pathway.said("our_inference")}. ${guide.footer}`,
      titles: scenes.map((/** @type {any} */ { title }) => title),
      scene,
    };
  }

  /** @param {Pathway} pathway @param {string} id */
  name(pathway, id) {
    const { label } = pathway.treatment(id);
    if (!this.shown.opened.includes(id)) return `${label}: blank`;
    const { status, line } = pathway.verdict(id);
    const { word } = this.guide.statuses[status];
    return `${label}: ${line ? [word, line].join(", ") : word}`;
  }

  /** @param {Pathway} pathway @param {Pathway | null} before @returns {Block[]} */
  story(pathway, before) {
    const { story, question } = this.scene;
    const facts = before ? newFacts(before, pathway).map((fact) => ["p", "", fact]) : [];
    return [
      ["p", "pp-hall-read", story],
      ...(before ? [["div", "pp-hall-new", ...facts]] : []),
      ...(question ? [["p", "pp-hall-asked", question]] : []),
    ];
  }

  /** About all boxes once every one is open. @param {Pathway} pathway @param {Pathway | null} before @returns {Block[]} */
  explained(pathway, before) {
    const changes = before ? changedStatuses(before, pathway) : [];
    const rows = changes.map(([how, names]) => ["li", "", ["b", "", `${capital(how)}:`], ` ${names}`]);
    const cited = capital(sections([this.scene.sections]));
    return [
      ...(rows.length
        ? [
            ["h3", "", "Changed since the last scene (underlined)"],
            ["ul", "", ...rows],
          ]
        : []),
      ["p", "pp-hall-known", pathway.sentence],
      ...(cited ? [["p", "", cited]] : []),
    ];
  }

  /** What is still to come in the scene, or in the case. */
  left() {
    if (this.blank.length) return `${this.blank.length} of ${this.groups.length} boxes are blank.`;
    if (this.shown.scene < this.scenes.length) return "";
    return `End of this case.${this.guide.cases.length > 1 ? " C goes to the next one." : ""}`;
  }
}

/** About one box. @param {Pathway} pathway @param {string} id @returns {Block[]} */
function about(pathway, id) {
  const { guide } = pathway;
  const { status, line, inferred, rows, sections: own } = pathway.verdict(id);
  const { symbol, word } = guide.statuses[status];
  const silent = status === "not_named";
  const why = silent ? whyNotSentences(pathway, id)[0] : (rows[0]?.why ?? "");
  return [
    ["h3", "", pathway.treatment(id).label],
    ["p", "", ["b", "", `${symbol} ${word}`], line || inferred ? `: ${marked(line, inferred)}` : ""],
    ["p", "", why],
    ...(silent ? [] : [["p", "", capital(sections([own]))]]), // its sentence cites them
  ];
}
