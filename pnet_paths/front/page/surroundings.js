// The surroundings of a page: a frame that may be restricted, and the file with its data.

const IN_A_FRAME =
  "This page stands inside another program or page. Here links cannot be copied, and files and answers perhaps not be " +
  "kept: save the page as a file and open that in a browser.";

/** A note on what is impossible in a frame without an address, such as JupyterLab's viewer of HTML; empty elsewhere. */
export function frameNotice() {
  const isShutOff = self !== top && (self.origin === "null" || !/^(?:https?|file):/.test(location.protocol));
  return isShutOff ? IN_A_FRAME : "";
}

/**
 * The page's data. In the document they are reversed, as a copy that a browser saves needs them: answers to
 * questions that are still open must not be readable there.
 * @param {HTMLElement} script holds them
 * @returns {import("../core/guide").PageData}
 */
export function takeData(script) {
  const text = script.textContent ?? "";
  const backwards = [...text].reverse().join("");
  const isCopy = !text.startsWith("{");
  if (!isCopy) script.textContent = backwards;
  return JSON.parse(isCopy ? backwards : text);
}

/** The values in packed text; none where the browser cannot unpack it. @template T @param {string} text gzip in base64 @returns {Promise<T[]>} */
export async function unpack(text) {
  if (!text || typeof DecompressionStream === "undefined") return [];
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return JSON.parse(await new Response(stream).text());
}
