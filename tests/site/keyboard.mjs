// Everything without a mouse.
import assert from "node:assert/strict";
import { test } from "node:test";
import { origin, withPage } from "./site.mjs";

const focused = (page) => page.evaluate(() => {
  const { activeElement: element } = document;
  return element.getAttribute("aria-label") || element.getAttribute("name") || element.textContent;
});

// Presses Tab until something is focused; gives how often.
const tabTo = async (page, wanted) => {
  for (let presses = 1; presses <= 60; presses += 1) {
    await page.keyboard.press("Tab");
    if (wanted.test(await focused(page))) return presses;
  }
  throw new Error(`${wanted} is not reached`);
};

test("the first key leads past the navigation", () => withPage({}, async (page) => {
  await page.goto(`${origin}/ecr-us-east-2.html`);
  await page.keyboard.press("Tab");
  assert.equal(await focused(page), "Skip to the content");
  assert.ok(await page.locator(".skip").evaluate((link) => link.getBoundingClientRect().left >= 0));
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "main");
  await page.keyboard.press("Tab");
  assert.ok(await page.evaluate(() => document.getElementById("main").contains(document.activeElement)));
}));

test("a path is found and copied", () => withPage({}, async (page) => {
  await page.goto(`${origin}/index.html`);
  await tabTo(page, /^framework$/);
  await page.keyboard.type("K-Me");
  await tabTo(page, /^region$/);
  await page.keyboard.type("eu-west-1");
  await tabTo(page, /^version$/);
  await page.keyboard.press("ArrowDown");
  const path = "438346466558.dkr.ecr.eu-west-1.amazonaws.com/kmeans:1";
  await page.getByText(path).first().waitFor();
  await tabTo(page, new RegExp(`^Copy ${path}`));
  await page.keyboard.press("Enter");
  await page.waitForFunction((text) => document.getElementById("status").textContent === text, `Copied ${path}`);
}));

test("what is focused is seen", () => withPage({}, async (page) => {
  await page.goto(`${origin}/images.html`);
  for (let presses = 0; presses < 25; presses += 1) {
    await page.keyboard.press("Tab");
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
    assert.notEqual(outline, "none", await focused(page));
  }
}));

test("arrows move between the tools that code is for", () => withPage({}, async (page) => {
  await page.goto(`${origin}/frameworks/xgboost.html`);
  await page.getByRole("tab", { name: "SageMaker Python SDK v3" }).first().focus();
  await page.keyboard.press("ArrowRight");
  const selected = () => page.locator(".targets").first().locator("[aria-selected=true]").textContent();
  assert.equal(await selected(), "SageMaker Python SDK v2");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  assert.equal(await selected(), "sagepath");
  assert.equal(await focused(page), "sagepath");
}));

test("older images open with a key", () => withPage({}, async (page) => {
  await page.goto(`${origin}/frameworks/pytorch.html`);
  const older = page.locator("details.older").first();
  await older.locator("summary").focus();
  await page.keyboard.press("Enter");
  assert.ok(await older.locator("td.path").first().isVisible());
}));
