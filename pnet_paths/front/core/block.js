// An element for the page, before there is a page.

/** @typedef {[tag: string, className: string, ...content: (string | Block)[]]} Block an element for the page, as `elements/elements.js` makes it */

/** @param {string} tag @param {string} className @param {(string | Block)[]} content @returns {Block} */
export const block = (tag, className, ...content) => [tag, className, ...content];
