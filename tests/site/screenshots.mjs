// Makes the pictures of the README: `cargo xtask test site` has written the site that is shown.
import { join } from "node:path";
import { close, origin, withPage } from "./site.mjs";

const [folder] = process.argv.slice(2);
const PICTURES = [
  ["site-light.png", "light", "index.html?framework=pytorch&region=us-west-2&scope=inference&version=2.6.0&processor=cpu"],
  ["site-dark.png", "dark", "ecr-eu-west-1.html#xgboost-eu-west-1.title"],
];
for (const [name, colorScheme, path] of PICTURES) {
  await withPage({ colorScheme, viewport: { width: 1280, height: 640 } }, async (page) => {
    await page.goto(`${origin}/${path}`);
    await page.screenshot({ path: join(folder, name) });
  });
}
await close();
