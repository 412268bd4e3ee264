// The link to what is shown: copied, and in a field to copy it from where the browser does not allow that.
import { make } from "../elements/elements.js";
import { frameNotice } from "./surroundings.js";

export class LinkField {
  /** @param {string} base where the page is found; where it is, if that is empty @param {() => string} address of what is shown */
  constructor(base, address) {
    this.base = base;
    this.address = address;
    this.root = make("input", { class: "pp-link", readonly: "", "aria-label": "Link to what is shown" });
    this.hide();
  }

  hide() {
    this.root.hidden = true;
  }

  /** Copy the link; returns what to tell of it. @returns {Promise<string>} */
  async copy() {
    if (frameNotice() && !this.base) return frameNotice();
    const base = this.base || location.href.replace(/#.*/, "");
    this.root.value = `${base}${this.address()}`;
    this.root.hidden = false;
    const here = base.startsWith("file:") ? " It leads to this file on this computer only." : "";
    try {
      await navigator.clipboard.writeText(this.root.value);
      return `The link is copied.${here}`;
    } catch {
      this.root.select();
      return `Copy the link from the field above.${here}`;
    }
  }
}
