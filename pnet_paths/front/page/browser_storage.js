// The entries of this product in the browser's storage: one for each answer and each scene, so that two tabs
// never overwrite each other.

/** @typedef {Record<string, unknown> | null} Entry what was kept under a name, whichever page or version has made it */

const PREFIX = "pnet-paths ";

export class BrowserStorage {
  /** @param {() => void} onChange called when another tab has changed something */
  constructor(onChange) {
    /** What the browser does not store, until the page is closed. @type {Map<string, string>} */
    this.unsaved = new Map();
    addEventListener("storage", ({ key }) => {
      if (key === null || key.startsWith(PREFIX)) onChange();
    });
    addEventListener("pageshow", ({ persisted }) => persisted && onChange()); // a page shown again by Back has missed the events
  }

  /** All entries by name, whichever page or version has made them. @returns {Map<string, Entry>} */
  entries() {
    const texts = new Map(this.unsaved);
    try {
      for (const key of Object.keys(localStorage)) texts.set(key, localStorage.getItem(key) ?? "");
    } catch {
      // The browser does not allow it: only what is unsaved is there.
    }
    const ours = [...texts].filter(([key]) => key.startsWith(PREFIX));
    return new Map(ours.map(([key, text]) => [key.slice(PREFIX.length), parsed(text)]));
  }

  /** @param {string} name @param {Entry} content */
  add(name, content) {
    const [key, text] = [PREFIX + name, JSON.stringify(content)];
    try {
      localStorage.setItem(key, text);
    } catch {
      this.unsaved.set(key, text);
    }
  }

  /** @param {Iterable<string>} names */
  forget(names) {
    for (const name of names) {
      this.unsaved.delete(PREFIX + name);
      try {
        localStorage.removeItem(PREFIX + name);
      } catch {
        // The browser does not allow it, so nothing is stored.
      }
    }
  }
}

/** A new id; ids sort by the time when they were made. */
export function newId() {
  const random = [...crypto.getRandomValues(new Uint32Array(2))].map((part) => part.toString(36));
  return `${Date.now().toString(36)}-${random.join("")}`;
}

/** @param {string} text of an entry, which another program of the same host may have spoilt @returns {Entry} */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
