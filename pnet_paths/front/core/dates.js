// Dates that may be a year or a month alone: Python's evidence/dates.py again.
const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);

/** A date as it is written in a sentence: "26 March 2025", "December 2023", "2023". @param {string} date */
export function dateWords(date) {
  const [year, month, day] = date.split("-");
  return [day && Number(day), month && MONTHS[Number(month) - 1], year].filter(Boolean).join(" ");
}

/** Whether a date is earlier or later than another, as far as both tell. @param {string} date @param {string} other @returns {"earlier" | "same" | "later"} */
export function orderOf(date, other) {
  const length = Math.min(date.length, other.length);
  const [a, b] = [date, other].map((each) => each.slice(0, length));
  return a === b ? "same" : a < b ? "earlier" : "later";
}
