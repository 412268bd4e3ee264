// What a page stands in: a frame that may be shut off, and the file that has its data.

const IN_A_FRAME =
  "This page stands inside another program or page. Here links cannot be copied, and files and answers perhaps not be " +
  "kept: save the page as a file and open that in a browser.";

/** What cannot be done in a frame without an address of its own, as JupyterLab's viewer of HTML; empty elsewhere. */
export function limits() {
  const isShutOff = self !== top && (self.origin === "null" || !/^(?:https?|file):/.test(location.protocol));
  return isShutOff ? IN_A_FRAME : "";
}

/**
 * The page's data. They stay, for a copy that a browser saves, but backwards: what is not answered yet is
 * nowhere to be read.
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

/** What a page has packed; nothing where the browser cannot unpack it. @param {string} text gzip in base64 @returns {Promise<import("../core/guide").GuidePart[]>} */
export async function unpacked(text) {
  if (!text || typeof DecompressionStream === "undefined") return [];
  const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return JSON.parse(await new Response(stream).text());
}
