// What all tests share: the browser, the site in a folder and from `sagepath serve`, and the command to compare with.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const needed = (name) => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run \`cargo xtask test site\``);
  return value;
};
const folder = needed("SITE_FOLDER");
const command = needed("SAGEPATH");

// The first line that the server prints is its address.
const server = spawn(command, ["serve", "--quiet", "--listen", "127.0.0.1:0"], { stdio: ["ignore", "pipe", "inherit"] });
const [address] = await once(createInterface(server.stdout), "line");

export const origin = address.replace(/\/$/, "");
export const fromFolder = pathToFileURL(folder).href;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
  ],
});

// Gives a test a page of its own, and fails it for what went wrong on it: errors, and requests that leave the site.
export const withPage = async (options, test) => {
  const context = await browser.newContext(options);
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const wrong = [];
  page.on("pageerror", (error) => wrong.push(`error: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") wrong.push(`console: ${message.text()}`);
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(origin) && !request.url().startsWith("file:")) wrong.push(`request: ${request.url()}`);
  });
  try {
    await test(page, context);
  } finally {
    await context.close();
  }
  if (wrong.length > 0) throw new Error(wrong.join("\n"));
};

// Runs the command, and gives its exit status and the lines it printed.
export const sagepath = (...words) => {
  const { status, stdout, error } = spawnSync(command, words, { encoding: "utf8", maxBuffer: 1 << 26 });
  if (error) throw error;
  return { status, lines: stdout.split("\n").filter(Boolean) };
};

export const close = async () => {
  await browser.close();
  server.kill();
};
