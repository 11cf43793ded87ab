// Reading the pages: with and without scripts, light and dark, wide, narrow and printed.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fromFolder, origin, withPage } from "./site.mjs";

export const PAGES = [
  "index.html", "images.html?region=eu-west-1", "frameworks.html", "instances.html", "changes.html", "rules.html", "rules/wrong-registry.html", "about.html", "404.html", "api/",
  "ecr-us-east-2.html", "frameworks/pytorch.html", "frameworks/xgboost.html", "instances/ml.g5.xlarge.html",
];

test("a path is copied", () => withPage({}, async (page, context) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin });
  await page.goto(`${origin}/ecr-us-east-2.html`);
  const path = "257758044811.dkr.ecr.us-east-2.amazonaws.com/sagemaker-xgboost:1.7-1";
  await page.getByRole("button", { name: `Copy ${path}`, exact: true }).click();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), path);
  await page.getByText(`Copied ${path}`).waitFor();
}));

test("code is copied, from a folder too", () => withPage({}, async (page) => {
  await page.goto(`${fromFolder}/frameworks/xgboost.html`);
  const copy = page.getByRole("button", { name: "Copy the code" }).first();
  await copy.click();
  await page.getByText("Copied the code").waitFor();
}));

test("the tool that code is for is remembered on every page", () => withPage({}, async (page) => {
  await page.goto(`${origin}/frameworks/xgboost.html`);
  const shown = () => page.locator(".targets > section:visible").evaluateAll((all) => all.map((one) => one.dataset.target));
  assert.ok((await shown()).every((target) => target === "sdk-v3"));
  await page.getByRole("tab", { name: "Terraform" }).first().click();
  assert.ok((await shown()).every((target) => target === "terraform"));
  await page.goto(`${origin}/frameworks/kmeans.html`);
  assert.ok((await shown()).length > 0);
  assert.ok((await shown()).every((target) => target === "terraform"));
  assert.equal(await page.getByRole("tab", { name: "Terraform" }).first().getAttribute("aria-selected"), "true");
}));

test("old links lead to their place", () => withPage({}, async (page) => {
  await page.goto(`${origin}/ecr-us-east-2.html#xgboost-us-east-2.title`);
  const heading = page.getByRole("heading", { name: "XGBoost algorithm", exact: true });
  const top = await heading.evaluate((element) => element.getBoundingClientRect().top);
  assert.ok(top >= 0 && top < 200, `${top}`);
  await page.goto(`${origin}/sagemaker-algo-docker-registry-paths.html`);
  await page.waitForURL(`${origin}/index.html`);
}));

test("a list is narrowed", () => withPage({}, async (page) => {
  await page.goto(`${origin}/ecr-us-east-2.html`);
  await page.getByLabel("Narrow the list").fill("xgb");
  assert.deepEqual(await page.locator("#contents-list li:visible").allTextContents(), ["XGBoost", "XGBoost - Neo"]);
}));

test("without JavaScript every path is there, and nothing that does not work", () => withPage({ javaScriptEnabled: false }, async (page) => {
  await page.goto(`${fromFolder}/index.html`);
  assert.equal(await page.locator("#resolver").isVisible(), false);
  assert.equal(await page.locator("#theme").isVisible(), false);
  await page.getByText("Without JavaScript: choose a region").waitFor();
  await page.getByRole("link", { name: /US East \(Ohio\)/ }).click();
  await page.getByText("257758044811.dkr.ecr.us-east-2.amazonaws.com/sagemaker-xgboost:1.7-1").first().waitFor();
  await page.getByRole("link", { name: "All about XGBoost", exact: true }).click();
  assert.ok(await page.locator(".targets > section:visible").count() > 10);
  await page.goto(`${fromFolder}/images.html`);
  assert.equal(await page.locator("#search").isVisible(), false);
  await page.getByText("The search needs JavaScript.").waitFor();
}));

const brightness = (page) => page.evaluate(() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  canvas.fillStyle = getComputedStyle(document.body).backgroundColor;
  canvas.fillRect(0, 0, 1, 1);
  return canvas.getImageData(0, 0, 1, 1).data[0];
});

test("dark is the system's choice, or the reader's, who is remembered", () => withPage({ colorScheme: "dark" }, async (page) => {
  await page.goto(`${origin}/index.html`);
  assert.ok(await brightness(page) < 60);
  const button = page.getByRole("button", { name: /^Theme/ });
  await button.click();
  assert.equal(await button.textContent(), "Theme: light");
  assert.ok(await brightness(page) > 200);
  await page.goto(`${origin}/frameworks/xgboost.html`);
  assert.ok(await brightness(page) > 200);
  await button.click();
  assert.ok(await brightness(page) < 60);
  await page.emulateMedia({ colorScheme: "light" });
  assert.ok(await brightness(page) < 60);
  await button.click();
  assert.ok(await brightness(page) > 200);
}));

test("narrow screens need no sideways scrolling", () => withPage({ viewport: { width: 360, height: 740 } }, async (page) => {
  for (const path of PAGES) {
    await page.goto(`${origin}/${path}`);
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.ok(wider <= 0, `${path} is ${wider} pixels too wide`);
  }
}));

test("print has what is read, all of it, and no more", () => withPage({}, async (page) => {
  await page.goto(`${origin}/ecr-us-east-2.html`);
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator("header.site").isVisible(), false);
  assert.equal(await page.locator(".copy").first().isVisible(), false);
  const older = page.locator("details.older td.path").first();
  assert.ok(await older.evaluate((cell) => cell.getBoundingClientRect().height > 0));
}));

test("pages are there at once", () => withPage({}, async (page) => {
  for (const path of ["index.html", "ecr-us-east-2.html", "images.html"]) {
    await page.goto(`${origin}/${path}`);
    const paint = await page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime);
    // Told and not judged: it depends on the machine.
    console.log(`${path}: first paint after ${Math.round(paint)} ms`);
  }
}));
