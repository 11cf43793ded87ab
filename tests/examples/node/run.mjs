// Runs the JavaScript examples against a moto server, and makes the templates of the TypeScript CDK apps.
//
//     node run.mjs INDEX ENDPOINT > OUTCOMES
//
// INDEX is a file of JSON lines: an example's `id`, `target`, `task`, `region` and `file`. An outcome is a line of JSON with the
// `id`, and what moto has after the example was run; a CDK app leaves its template in `cdk.out` beside it. Each example is run in
// an empty world of its own.

import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

import {
  DescribeEndpointCommand,
  DescribeEndpointConfigCommand,
  DescribeModelCommand,
  DescribeTrainingJobCommand,
  ListEndpointConfigsCommand,
  ListEndpointsCommand,
  ListModelsCommand,
  ListTrainingJobsCommand,
  SageMakerClient,
} from "@aws-sdk/client-sagemaker";

const READ = {
  CreateTrainingJob: [ListTrainingJobsCommand, "TrainingJobSummaries", "TrainingJobName", DescribeTrainingJobCommand],
  CreateModel: [ListModelsCommand, "Models", "ModelName", DescribeModelCommand],
  CreateEndpointConfig: [ListEndpointConfigsCommand, "EndpointConfigs", "EndpointConfigName", DescribeEndpointConfigCommand],
  CreateEndpoint: [ListEndpointsCommand, "Endpoints", "EndpointName", DescribeEndpointCommand],
};

const [index, endpoint] = process.argv.slice(2);
Object.assign(process.env, {
  AWS_ACCESS_KEY_ID: "testing",
  AWS_ENDPOINT_URL: endpoint,
  AWS_SECRET_ACCESS_KEY: "testing",
});
const write = process.stdout.write.bind(process.stdout);

for (const line of readFileSync(index, "utf8").trim().split("\n")) {
  const entry = JSON.parse(line);
  const outcome = { id: entry.id, error: null };
  const printed = [];
  console.log = (...words) => printed.push(words.join(" "));
  try {
    if (entry.target === "cdk-typescript") {
      process.env.CDK_OUTDIR = join(dirname(entry.file), "cdk.out");
      await import(pathToFileURL(entry.file.replace(/\.ts$/, ".js")));
    } else {
      await fetch(`${endpoint}/moto-api/reset`, { method: "POST" });
      await import(pathToFileURL(entry.file));
      outcome.path = entry.task === "path" ? printed.join("\n") : null;
      outcome.requests = await readBack(entry.region);
    }
  } catch (error) {
    outcome.error = String(error);
  }
  write(`${JSON.stringify(outcome)}\n`);
}

async function readBack(region) {
  const sagemaker = new SageMakerClient({ region });
  const requests = {};
  for (const [operation, [List, key, name, Describe]] of Object.entries(READ)) {
    for (const summary of (await sagemaker.send(new List({})))[key] ?? []) {
      requests[operation] = await sagemaker.send(new Describe({ [name]: summary[name] }));
    }
  }
  return requests;
}
