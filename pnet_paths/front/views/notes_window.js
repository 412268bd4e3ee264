// A window of the presenter's own beside the stage: notes of the scene, what comes next, and the time.
import { button } from "../elements/buttons.js";
import { make } from "../elements/elements.js";

const STYLE = {
  background: "#111418",
  color: "#eef0f3",
  font: "22px/1.5 system-ui, sans-serif",
  margin: "0",
  padding: "24px",
};

export class NotesWindow {
  /** @param {import("./stage.js").Stage} stage */
  constructor(stage) {
    this.stage = stage;
    /** @type {Window | null} */
    this.window = null;
    this.began = 0;
  }

  /** Open the window, or bring it to the front; it takes the stage's keys too. */
  open() {
    if (this.window && !this.window.closed) return this.window.focus();
    this.window = window.open("", "", "popup,width=720,height=820");
    if (!this.window) return this.stage.hint.replaceChildren("The browser has blocked the window for notes.");
    const { document: page } = this.window;
    page.title = "Notes";
    Object.assign(page.body.style, STYLE);
    this.began = Date.now();
    this.clock = setInterval(() => this.tick(), 1000);
    page.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => this.stage.key(event));
    addEventListener("pagehide", () => this.close());
    return this.show();
  }

  close() {
    clearInterval(this.clock);
    this.window?.close();
    this.window = null;
  }

  /** The scene that the stage shows. */
  show() {
    if (!this.window || this.window.closed) return;
    const { guide, model, presented } = this.stage;
    const { progress, title, revealed } = presented.page();
    const note = model.get("notes")[presented.id]?.[presented.number - 1];
    const beside = presented.beside(1);
    const next = beside && guide.cases.find(({ id }) => id === beside[0])?.scenes[beside[1] - 1];
    const time = make("p");
    this.time = time;
    this.tick();
    this.window.document.body.replaceChildren(
      time,
      make("p", {}, `${progress}, ${revealed ? "revealed" : "blank"}`),
      make("h1", {}, title),
      make(
        "p",
        {},
        note ||
          "No notes here. They are in the teacher's page (pnet-paths page FILE --notes), or with notes=True.",
      ),
      make("p", {}, next ? `Next: ${next.title}` : "This is the last scene."),
      button("Back", () => this.stage.wish({ do: "back" })),
      " ",
      button("On", () => this.stage.wish({ do: "on" })),
    );
  }

  /** The time of day, and since the window was opened. */
  tick() {
    if (!this.time) return;
    if (this.window?.closed) return this.close();
    const minutes = Math.floor((Date.now() - this.began) / 60_000);
    const now = new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
    this.time.textContent = `${now}, ${minutes} min since this window was opened`;
  }
}
