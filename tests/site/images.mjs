// The search over all images: what it finds is what `sagepath list` lists.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fromFolder, origin, sagepath, withPage } from "./site.mjs";

const found = async (page) => {
  const more = page.getByRole("button", { name: /^Show all/ });
  if (await more.isVisible()) await more.click();
  return (await page.locator("#results td.path code").allTextContents()).sort();
};
const listed = (...words) => sagepath("list", ...words, "--format", "plain").lines.sort();

const CASES = [
  ["region=eu-west-1&framework=pytorch", ["pytorch", "--region", "eu-west-1"]],
  ["region=cn-north-1&scope=inference&processor=inf2", ["--scope", "inference", "--processor", "inf2", "--region", "cn-north-1"]],
  ["region=us-east-1&python=py312&listed=1", ["--python", "py312", "--listed", "--region", "us-east-1"]],
  ["region=us-gov-east-1&alive=1&listed=1", ["--alive-on", "today", "--listed", "--region", "us-gov-east-1"]],
  ["region=us-iso-east-1", ["--region", "us-iso-east-1"]],
];

for (const [query, words] of CASES) {
  test(`filters: ${query}`, () => withPage({}, async (page) => {
    await page.goto(`${origin}/images.html?${query}`);
    assert.deepEqual(await found(page), listed(...words));
  }));
}

test("words narrow the list as they are typed, and the state is in the address", () => withPage({}, async (page) => {
  await page.goto(`${origin}/images.html`);
  const search = page.getByRole("searchbox", { name: "Search" });
  await search.pressSequentially("xgboost 1.7-1");
  assert.equal(await page.locator("#count").textContent(), `1 of ${listed("--all-regions").length} images`);
  assert.deepEqual(await found(page), ["sagemaker-xgboost:1.7-1"]);
  await page.getByLabel("Region").selectOption("us-east-1");
  assert.deepEqual(await found(page), ["683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-xgboost:1.7-1"]);
  await page.reload();
  assert.deepEqual(await found(page), ["683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-xgboost:1.7-1"]);
  await search.fill("nothing has this name");
  await page.getByText("No image has all of it.").waitFor();
}));

test("versions are offered for a framework, and go with it", () => withPage({}, async (page) => {
  await page.goto(`${fromFolder}/images.html`);
  const version = page.getByLabel("Version");
  assert.equal(await version.isVisible(), false);
  await page.getByLabel("Framework").selectOption("xgboost");
  await version.selectOption("3.2-0");
  assert.deepEqual(await found(page), ["sagemaker-xgboost:3.2-0"]);
  await page.getByLabel("Framework").selectOption("kmeans");
  assert.equal(await version.inputValue(), "");
  assert.deepEqual(await found(page), ["kmeans:1", "kmeans:latest"]);
}));
