// What player, stage and quiz have in common: a host's model, an element, a guide, and an end.
import { ownName } from "../drawing/picture.js";

export class HostedView {
  /**
   * @param {import("../hosts/models.js").Model} model
   * @param {HTMLElement} el
   * @param {import("../core/guide").Guide} guide
   * @param {EventTarget} keys where keys are heard; the document in a page of its own
   */
  constructor(model, el, guide, keys = el) {
    this.model = model;
    this.el = el;
    this.guide = guide;
    this.keys = keys;
    this.unique = ownName();
    this.ends = new AbortController();
  }

  remove() {
    this.ends.abort();
  }
}
