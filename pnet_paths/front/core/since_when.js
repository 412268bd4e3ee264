// What others recommended or decided of compared treatments, and when: Python's sources/since_when.py again.
import { grouped, order } from "./collections.js";
import { dateWords, orderOf } from "./dates.js";
import { howRead, noteFor, noteSentence } from "./evidence.js";
import { joinWords } from "./sentences.js";

/** @typedef {import("./evidence.js").SideNote} SideNote */
/** @typedef {import("./source_statements.js").SourceStatements} Statements */
/** @typedef {import("./source_statements.js").ComparedTreatment} ComparedTreatment */
/** @typedef {{note: SideNote, labels: string, place: string, about: string, sentence: string}} DatedNote `about` is the words before the note */

/** Words of the notes, which all guides with evidence share. @param {Statements} statements */
export const noteWords = (statements) =>
  statements.order.map((at) => statements.of(at).guide.evidence.words).find(({ note }) => note) ?? {};

/** What the notes are, the dates of the sources, and what is not claimed. @param {Statements} statements */
export function sinceWhenLead(statements) {
  const { dates, titles } = statements.data;
  const parts = statements.order.map((at) =>
    statements.fill(dates[at] ? "dated" : "undated", { source: titles[at], date: dateWords(dates[at]) }),
  );
  return statements.fill("placed", { dates: parts.join("; ") });
}

/** The notes that speak of such a profile, or may, by date. @param {Statements} statements @returns {DatedNote[]} */
export function sinceWhen(statements) {
  const words = noteWords(statements);
  const notes = [...gathered(statements)].filter(([, { match }]) => match.fit !== "no");
  const byDate = notes.sort(([, a], [, b]) => order([a.date, a.id], [b.date, b.id]));
  return byDate.map(([treatments, note]) => {
    const labels = joinWords(treatments.map(({ label, phrase }, i) => (i ? phrase : label)));
    const place = placeOf(statements, note.date);
    const told = noteSentence(words, note);
    const about = place ? `${labels}, ${place}` : labels;
    const sentence = statements.fill(place ? "about" : "about_undated", { labels, place, note: told });
    return { note, labels, place, about, sentence };
  });
}

/**
 * Each note once, as the facts of all sources have it, with the treatments that it is about.
 * @param {Statements} statements
 * @returns {Generator<[ComparedTreatment[], SideNote & {id: string}]>}
 */
function* gathered(statements) {
  const shown = statements.treatments.filter(({ isSilent }) => !isSilent);
  const found = shown.flatMap((treatment) =>
    statements.order.flatMap((at) => {
      const pathway = statements.of(at);
      const ids = pathway.guide.evidence.treatments[treatment.id]?.notes ?? [];
      return ids.map((id) => ({ id, treatment, note: noteFor(pathway, id) }));
    }),
  );
  for (const [id, all] of grouped(found, (each) => each.id)) {
    const about = [...new Set(all.map(({ treatment }) => treatment))];
    const those = new Set(about.map((each) => each.id));
    const notes = all.map(({ note }) => note);
    const told = ["no", "yes"].map((fit) => notes.find(({ match }) => match.fit === fit)).find(Boolean);
    const { match, sentence } = told ?? notes[0];
    const how = howRead(noteWords(statements), restsOn(statements, id), notes[0].read);
    yield [about.filter(({ memberOf }) => !those.has(memberOf)), { ...notes[0], id, match, sentence, how }];
  }
}

/** Which of the sources say that they rest on a note's document, in words; blank for none. @param {Statements} statements @param {string} id */
function restsOn(statements, id) {
  const resting = statements.order.filter((at) => {
    const { notes, words } = statements.of(at).guide.evidence;
    return Object.hasOwn(notes, id) && notes[id].when === words.rests_on;
  });
  const source = joinWords(resting.map((at) => statements.data.titles[at]));
  return source && statements.fill("rests_on", { source });
}

/** Where a date stands between the sources, in words; blank where none has a date. @param {Statements} statements @param {string} day */
function placeOf(statements, day) {
  const { dates, titles } = statements.data;
  const dated = statements.order.filter((at) => dates[at]);
  const groups = grouped(dated, (at) => orderOf(day, dates[at]));
  const names = (/** @type {"later" | "same" | "earlier"} */ when) =>
    joinWords((groups.get(when) ?? []).map((at) => titles[at]));
  const [later, same, earlier] = [names("later"), names("same"), names("earlier")];
  if (later && earlier && !same) return statements.fill("between", { earlier: later, later: earlier });
  const shortest = Math.min(day.length, ...(groups.get("same") ?? []).map((at) => dates[at].length));
  const precision = { 4: "same_year", 7: "same_month", 10: "same_day" }[shortest] ?? "same_year";
  return [
    later && statements.fill("later", { sources: later }),
    same && statements.fill(precision, { sources: same }),
    earlier && statements.fill("earlier", { sources: earlier }),
  ]
    .filter(Boolean)
    .join(", ");
}
