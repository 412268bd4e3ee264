// What player, stage and quiz have in common: a host's model, an element, a guide, and an end.
import { ownName } from "../drawing/picture.js";

export class HostedView {
  /** @param {any} model @param {HTMLElement} el @param {any} guide */
  constructor(model, el, guide) {
    this.model = model;
    this.el = el;
    this.guide = guide;
    this.unique = ownName();
    this.ends = new AbortController();
  }

  remove() {
    this.ends.abort();
  }
}
