// The resolver: what it answers is what the command answers.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fromFolder, origin, sagepath, withPage } from "./site.mjs";

// In the page: takes one choice after another until there is one answer, and gives the command and the path that are shown.
const resolveAtRandom = ({ seed, rounds, instanceTypes }) => {
  let state = seed;
  const random = (count) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % count;
  };
  const fields = document.querySelector("#resolver .fields");
  const answer = document.getElementById("answer");
  const field = (name) => fields.querySelector(`[name=${name}]`);
  const set = (control, value) => {
    control.value = value;
    control.dispatchEvent(new Event("input"));
  };
  const any = (select) => select.options[1 + random(select.options.length - 1)].value;
  const answers = [];
  const refusals = [];
  for (let round = 0; round < rounds; round += 1) {
    const frameworks = field("framework").options;
    set(field("instance_type"), "");
    set(field("region"), any(field("region")));
    set(field("framework"), frameworks[1 + (round % (frameworks.length - 1))].value);
    const instanceType = round % 2 ? instanceTypes[random(instanceTypes.length)] : "";
    set(field("instance_type"), instanceType);
    for (let step = 0; step < 12; step += 1) {
      const open = [...fields.querySelectorAll("select")]
        .filter((select) => select.value === "" && !select.parentElement.hidden);
      if (open.length === 0) break;
      set(open[0], any(open[0]));
    }
    const command = answer.querySelector("pre")?.textContent;
    const paths = [...answer.querySelectorAll(".found code")].map((code) => code.textContent);
    const asked = { framework: field("framework").value, region: field("region").value, instanceType };
    if (command) answers.push({ command, path: paths[0], count: paths.length });
    else refusals.push({ ...asked, text: answer.textContent, count: paths.length });
  }
  return { answers, refusals };
};

const INSTANCE_TYPES = [
  "ml.m5.xlarge", "ml.c7g.xlarge", "ml.g5.xlarge", "ml.p4d.24xlarge", "ml.p2.xlarge", "ml.inf1.xlarge", "ml.inf2.xlarge",
  "ml.trn1.2xlarge", "ml.g6.xlarge",
];

test("hundreds of answers are the command's", () => withPage({}, async (page) => {
  await page.goto(`${origin}/index.html`);
  const { answers, refusals } = await page.evaluate(resolveAtRandom, {
    seed: 20261126, rounds: 500, instanceTypes: INSTANCE_TYPES,
  });
  console.log(`${answers.length} answers, ${refusals.length} refusals`);
  assert.ok(answers.length > 200, `${answers.length} answers`);
  for (const { command, path, count } of answers) {
    assert.equal(count, 1, command);
    const [name, ...words] = command.split(" ");
    assert.equal(name, "sagepath");
    assert.deepEqual(sagepath(...words, "--quiet").lines, [path], command);
  }
  assert.ok(refusals.length > 50, `${refusals.length} refusals`);
  for (const { framework, region, instanceType, text, count } of refusals) {
    assert.match(text, /^No image of /, `${framework} ${region} ${instanceType}`);
    assert.equal(count, 0);
    const instance = instanceType ? ["--instance-type", instanceType] : [];
    const { status } = sagepath("uri", framework, "--region", region, ...instance, "--quiet");
    assert.equal(status, 1, `${framework} ${region} ${instanceType}: the command has an answer`);
  }
}));

test("choosing narrows what is left, and the state is in the address", () => withPage({}, async (page) => {
  await page.goto(`${origin}/index.html`);
  await page.getByText("Choose a framework and a region.").waitFor();
  await page.getByLabel("Framework", { exact: true }).selectOption("pytorch");
  await page.getByLabel("Region", { exact: true }).selectOption("us-west-2");
  await page.getByLabel("Job type").selectOption("training");
  await page.getByLabel("Version").selectOption("2.6.0");
  await page.getByLabel("Processor").selectOption("gpu");
  const answer = page.locator("#answer .found");
  const path = "763104351884.dkr.ecr.us-west-2.amazonaws.com/pytorch-training:2.6.0-gpu-py312";
  assert.equal(await answer.locator("code").textContent(), path);
  const { searchParams } = new URL(page.url());
  assert.deepEqual(Object.fromEntries(searchParams), {
    framework: "pytorch", region: "us-west-2", scope: "training", version: "2.6.0", processor: "gpu",
  });

  // The address leads back to the answer, and a new region to its own.
  await page.reload();
  assert.equal(await answer.locator("code").textContent(), path);
  await page.getByLabel("Region", { exact: true }).selectOption("cn-north-1");
  assert.equal(
    await answer.locator("code").textContent(),
    "727897471807.dkr.ecr.cn-north-1.amazonaws.com.cn/pytorch-training:2.6.0-gpu-py312",
  );
}));

test("an alias in the address stands for its version", () => withPage({}, async (page) => {
  await page.goto(`${origin}/index.html?framework=pytorch&region=eu-west-1&scope=inference&version=2.6&processor=cpu`);
  assert.equal(await page.getByLabel("Version").inputValue(), "2.6.0");
}));

test("nonsense in the address is no harm", () => withPage({}, async (page) => {
  await page.goto(`${origin}/index.html?framework=%3Cscript%3E&region=us-east-1&instance_type=ml.nothing`);
  await page.getByText("Instance type ml.nothing is not known.").waitFor();
  await page.goto(`${origin}/index.html?framework=xgboost&region=us-east-1&version=1`);
  // What is never given out is not offered.
  const versions = await page.getByLabel("Version").locator("option").allTextContents();
  assert.ok(versions.includes("1.7-1") && !versions.includes("1") && !versions.includes("latest"));
}));

test("it works from a folder", () => withPage({}, async (page) => {
  await page.goto(`${fromFolder}/index.html?framework=kmeans&region=us-gov-west-1&version=1`);
  const path = await page.locator("#answer .found code").textContent();
  assert.deepEqual(sagepath("uri", "kmeans", "--region", "us-gov-west-1").lines, [path]);
  await page.getByLabel("Region", { exact: true }).selectOption("eu-west-1");
  assert.match(page.url(), /region=eu-west-1/);
}));
