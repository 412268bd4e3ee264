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
 * The page's data. In the document they are reversed once the page stands, as a copy that a browser saves needs
 * them: answers to questions that are still open must not be readable there.
 * @param {HTMLElement} script holds them
 * @returns {import("../core/guide").PageData}
 */
export function takeData(script) {
  const text = script.textContent ?? "";
  if (!text.startsWith("{")) return JSON.parse(reversed(text));
  addEventListener("load", () => {
    script.textContent = reversed(text);
  });
  return JSON.parse(text);
}

/** @param {string} text */
const reversed = (text) => [...text].reverse().join("");

/** The values in packed text; none where the browser cannot unpack it. @template T @param {string} text gzip in base64 @returns {Promise<T[]>} */
export async function unpack(text) {
  if (!text || typeof DecompressionStream === "undefined") return [];
  const characters = atob(text);
  const bytes = new Uint8Array(characters.length);
  for (let i = 0; i < bytes.length; i += 1) bytes[i] = characters.charCodeAt(i);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return JSON.parse(await new Response(stream).text());
}
