// The students' page in Firefox, over WebDriver BiDi, which Firefox speaks by itself.
// `nox -s "browser(firefox)"` writes the page and says where it and Firefox are.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import puppeteer from "puppeteer-core";

const { FIREFOX, PAGE } = process.env;
const DRAWING = ".pp-drawing svg";
let browser;

before(async () => {
  const defaultViewport = { width: 1366, height: 768 };
  browser = await puppeteer.launch({ browser: "firefox", executablePath: FIREFOX, defaultViewport });
});
after(() => browser?.close());

function middle(element) {
  const { x, y, width, height } = element.getBoundingClientRect();
  return [x + width / 2, y + height / 2];
}

async function opened(address) {
  const page = await browser.newPage();
  const wrong = [];
  page.on("pageerror", (error) => wrong.push(String(error)));
  page.on("console", (message) => {
    if (["error", "warn"].includes(message.type())) wrong.push(message.text());
  });
  page.on("request", (request) => {
    if (!/^(file|data|blob):/.test(request.url())) wrong.push(`asks for ${request.url()}`);
  });
  await page.goto(`${PAGE}${address}`);
  return { page, wrong };
}

test("the pathway is drawn, and an answer that is clicked in it redraws it", async () => {
  const { page, wrong } = await opened("#extent=metastatic");
  const answer = `${DRAWING} [data-part='answer-sstr-positive']`;
  await page.waitForSelector(answer);
  const before = await page.$eval(DRAWING, (drawing) => drawing.textContent);
  const [x, y] = await page.$eval(answer, middle); // Firefox gives a <g> no rectangles to click at
  await page.mouse.click(x, y);
  await page.waitForFunction(() => location.hash.includes("sstr=positive"));
  await page.waitForFunction(
    (drawing, text) => document.querySelector(drawing).textContent !== text,
    {},
    DRAWING,
    before,
  );
  assert.deepEqual(wrong, []);
});

for (const part of ["cases", "stage", "quiz"]) {
  test(`${part} can be opened`, async () => {
    const { page, wrong } = await opened(`#show=${part}`);
    await page.waitForFunction(() => document.querySelector("main")?.innerText.trim().length > 200);
    assert.deepEqual(wrong, []);
  });
}
