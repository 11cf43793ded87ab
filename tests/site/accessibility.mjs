// axe finds nothing that matters on any kind of page, light or dark, wide or narrow.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { test } from "node:test";
import { PAGES } from "./reading.mjs";
import { origin, withPage } from "./site.mjs";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const SETTINGS = [
  { colorScheme: "light", viewport: { width: 1280, height: 800 } },
  { colorScheme: "dark", viewport: { width: 390, height: 844 } },
];

for (const settings of SETTINGS) {
  test(`axe: ${settings.colorScheme}, ${settings.viewport.width} wide`, () => withPage(settings, async (page) => {
    for (const path of [...PAGES, "index.html?framework=pytorch&region=us-west-2&scope=training&version=2.6.0&processor=gpu"]) {
      await page.goto(`${origin}/${path}`);
      // Of long tables the first rows tell what the rest would.
      await page.evaluate(() => {
        for (const body of document.querySelectorAll("tbody")) [...body.rows].slice(5).forEach((row) => row.remove());
        for (const section of [...document.querySelectorAll("section.framework")].slice(4)) section.remove();
        for (const details of document.querySelectorAll("details")) details.open = true;
      });
      await page.evaluate(axe);
      const { violations } = await page.evaluate((values) => window.axe.run({ runOnly: { type: "tag", values } }), RULES);
      const told = violations
        .filter(({ impact }) => impact !== "minor")
        .map(({ id, impact, nodes }) => `${id} (${impact}): ${nodes.slice(0, 2).map(({ html }) => html).join(" | ")}`);
      assert.deepEqual(told, [], path);
    }
  }));
}
