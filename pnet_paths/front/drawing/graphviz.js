// The one way to Graphviz: a module with WebAssembly inside, loaded once a page. Source goes in, SVG
// comes out, as Python's drawing/render.py makes it of its own Graphviz.

const ONCE = Symbol.for("pnet-paths graphviz");
/** What the engine measures with; the page shows texts in the first of these fonts that it has. */
const MEASURED = "DejaVu Sans";
/** Signs that may stand for a no-break space, which the engine would measure wrongly. */
const STAND_INS = ["|", "`", "^", "~"];
/** As wide as the mark of an inference, which would be measured as three spaces. */
const [DAGGER, AS_WIDE] = ["\u2020", "*"];
const NOISE =
  /<\?xml[\s\S]*?\?>|<!DOCTYPE[^>]*>|<!--[\s\S]*?-->\n?|<title>[^<]*<\/title>\n?|<\/?a\b[^>]*>|\s*xmlns:xlink="[^"]*"/g;
const SHARED = / (?:xml:space="preserve"|font-family="[^"]*")/g;

/** @typedef {{layout: (source: string, format: string, engine: string) => string}} Graphviz */
/** @typedef {{load: () => Promise<Graphviz>}} Engine what the module exports */
/** @typedef {Engine | string | null} Packed what the module exports where a page has run it, or its text, compressed by gzip, in base64 */
/** @typedef {(source: string, title: string, description: string) => string} Layout SVG of Graphviz source */

/**
 * The engine of this page; its module is loaded by whoever asks first.
 * @param {() => Promise<Packed>} module null where there is none
 * @returns {Promise<Layout | null>} null where there is no engine
 */
export function layoutOf(module) {
  const page = /** @type {Record<symbol, Promise<Layout | null> | undefined>} */ (
    /** @type {unknown} */ (globalThis)
  );
  // No WebAssembly, or one that a policy refuses: the same as none.
  page[ONCE] ??= module()
    .then(loaded)
    .catch(() => null);
  return page[ONCE];
}

/** @param {Packed} packed @returns {Promise<Layout | null>} */
async function loaded(packed) {
  if (!packed) return null;
  if (typeof packed !== "string") return layingOut(await packed.load());
  const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  const text = await new Response(stream).text();
  const address = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
  try {
    const { Graphviz } = await import(address);
    return layingOut(await Graphviz.load());
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** @param {Graphviz} graphviz @returns {Layout} */
const layingOut = (graphviz) => (source, title, description) => {
  const fonts = /fontname="([^"]*)"/.exec(source)?.[1] ?? MEASURED;
  const standIn = STAND_INS.find((sign) => !source.includes(sign)) ?? " ";
  const plain = source
    .replaceAll(`fontname="${fonts}"`, `fontname="${MEASURED}"`)
    .replaceAll(/([^>])(?:&#8202;)+/g, "$1") // beside a sign it would be measured as three spaces
    .replaceAll(/&#160;|&#8202;|\u00a0/g, standIn)
    .replaceAll(DAGGER, source.includes(AS_WIDE) ? DAGGER : AS_WIDE);
  const svg = laidOut(graphviz, plain).replace(NOISE, "").replaceAll("&#45;", "-");
  const [, attributes, content] = /<svg([^>]*)>([\s\S]*)$/.exec(svg) ?? ["", "", ""];
  const names = 'role="img" aria-labelledby="title" aria-describedby="description"';
  const head = `<title id="title">${escaped(title)}</title><desc id="description">${escaped(description)}</desc>`;
  const drawn = content.replace(SHARED, "").replaceAll('<g id="a_', '<g id="');
  const marked = source.includes(AS_WIDE) ? drawn : drawn.replaceAll(AS_WIDE, DAGGER);
  const shown = standIn === " " ? marked : marked.replaceAll(standIn, "\u00a0");
  return `<svg${attributes} xml:space="preserve" font-family="${fonts}" ${names}>${head}${shown}`;
};

/** Where there is no room for curves straight lines do. @param {Graphviz} graphviz @param {string} source @returns {string} */
function laidOut(graphviz, source) {
  try {
    return graphviz.layout(source, "svg", "dot");
  } catch {
    return graphviz.layout(source.replace("{", "{ splines=line "), "svg", "dot");
  }
}

/** @param {string} words */
const escaped = (words) => words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
