// What this product keeps in the browser: each answer and each scene an entry of its own, so that two tabs
// never write over each other.

/** @typedef {Record<string, unknown> | null} Entry what was kept under a name, whichever page or version has made it */

const OURS = "pnet-paths ";

export class Kept {
  /** @param {() => void} changed called when another tab has changed something */
  constructor(changed) {
    /** What the browser does not take, until the page is closed. @type {Map<string, string>} */
    this.unsaved = new Map();
    addEventListener("storage", ({ key }) => {
      if (key === null || key.startsWith(OURS)) changed();
    });
    addEventListener("pageshow", ({ persisted }) => persisted && changed()); // Back brings no events along
  }

  /** All entries by name, whichever page or version has made them. @returns {Map<string, Entry>} */
  entries() {
    const texts = new Map(this.unsaved);
    try {
      for (const key of Object.keys(localStorage)) texts.set(key, localStorage.getItem(key) ?? "");
    } catch {
      // A browser may not allow it: then there is what is unsaved.
    }
    const ours = [...texts].filter(([key]) => key.startsWith(OURS));
    return new Map(ours.map(([key, text]) => [key.slice(OURS.length), value(text)]));
  }

  /** @param {string} name @param {Entry} content */
  add(name, content) {
    const [key, text] = [OURS + name, JSON.stringify(content)];
    try {
      localStorage.setItem(key, text);
    } catch {
      this.unsaved.set(key, text);
    }
  }

  /** @param {Iterable<string>} names */
  forget(names) {
    for (const name of names) {
      this.unsaved.delete(OURS + name);
      try {
        localStorage.removeItem(OURS + name);
      } catch {
        // Nothing can be kept there, so nothing is.
      }
    }
  }
}

/** A new id; of two the earlier one comes first in order. */
export function newId() {
  const random = [...crypto.getRandomValues(new Uint32Array(2))].map((part) => part.toString(36));
  return `${Date.now().toString(36)}-${random.join("")}`;
}

/** @param {string} text of an entry, which other programs of the same host may have spoilt @returns {Entry} */
function value(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
