//! The commands that talk to AWS, against a scripted server (`tests/aws`), which is no AWS, and does what each test tells it.

mod answers;
mod buckets;
mod faults;
mod following;
mod interrupting;
mod last_word;
mod sending;

use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use scripted_aws::{Received, ScriptedServer, Step};
use serde_json::{Value, json};

use crate::command::{sagepath, text};

/// The command of a user with keys of his own, whose AWS is at a URL.
fn user(url: &str, line: &str) -> Command {
    let mut command = sagepath(line.split(' '));
    command.envs([
        ("AWS_ACCESS_KEY_ID", "AKIDSCRIPTED"),
        ("AWS_SECRET_ACCESS_KEY", "secret"),
        ("AWS_REGION", "us-east-1"),
        ("AWS_ENDPOINT_URL", url),
        // Nobody is there, and nothing is known of buckets.
        ("AWS_ENDPOINT_URL_S3", "http://127.0.0.1:9"),
        ("AWS_EC2_METADATA_DISABLED", "true"),
        ("AWS_MAX_ATTEMPTS", "2"),
    ]);
    command
}

fn run(script: impl FnMut(&Received) -> Step + Send + 'static, line: &str) -> (Output, ScriptedServer) {
    let server = ScriptedServer::start(script).unwrap();
    (user(&server.url(), line).output().unwrap(), server)
}

/// A command that has begun to ask a server, which has got so many requests.
fn begun(server: &ScriptedServer, line: &str, requests: usize) -> Child {
    let child = user(&server.url(), line)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let begin = Instant::now();
    while server.received().len() < requests && begin.elapsed() < Duration::from_secs(20) {
        std::thread::sleep(Duration::from_millis(20));
    }
    child
}

fn press_ctrl_c(child: &Child) {
    let mut kill = Command::new("kill");
    let kill = kill.args(["-INT", &child.id().to_string()]);
    assert!(kill.status().unwrap().success());
}

/// What was said, with a host that is always called the same.
fn said(output: &Output, server: &ScriptedServer) -> String {
    text(&output.stderr).replace(&server.url().replace("http://", ""), "HOST")
}

fn no_such_thing() -> Step {
    Step::error(400, "ValidationException", "Requested resource not found.")
}

/// A training job `j` that is described so, one after the other; there is nothing else.
fn job(descriptions: impl IntoIterator<Item = Value>) -> impl FnMut(&Received) -> Step + Send + 'static {
    let mut steps = Vec::new();
    for mut description in descriptions {
        description["TrainingJobName"] = "j".into();
        steps.push(Step::json(&description));
    }
    script("DescribeTrainingJob", steps)
}

/// Steps for one operation, the last of which is repeated; there is nothing else.
fn script(operation: &'static str, steps: Vec<Step>) -> impl FnMut(&Received) -> Step + Send + 'static {
    let mut asked = 0;
    move |request| {
        if request.operation != operation {
            return no_such_thing();
        }
        asked += 1;
        steps[(asked - 1).min(steps.len() - 1)].clone()
    }
}

fn in_progress(secondary: &str) -> Value {
    json!({ "TrainingJobStatus": "InProgress", "SecondaryStatus": secondary })
}

const ATTACH: &str = "attach j --interval 0.05";

/// A training job that takes four steps and prints a line in each.
fn life() -> impl FnMut(&Received) -> Step + Send + 'static {
    let mut asked: i64 = 0;
    move |request| match request.operation.as_str() {
        "DescribeTrainingJob" => {
            asked += 1;
            let step = |secondary: &str| {
                let mut description = in_progress(secondary);
                description["SecondaryStatusTransitions"] =
                    json!([{ "Status": secondary, "StatusMessage": format!("{secondary} it") }]);
                description
            };
            let mut description = match asked {
                // `attach` asks once what the name stands for.
                1 | 2 => step("Starting"),
                3 => step("Training"),
                _ => json!({
                    "TrainingJobStatus": "Completed",
                    "SecondaryStatus": "Completed",
                    "TrainingEndTime": 1_764_201_800,
                    "BillableTimeInSeconds": 61,
                    "ModelArtifacts": { "S3ModelArtifacts": "s3://bucket/j/output/model.tar.gz" },
                    "FinalMetricDataList": [{ "MetricName": "validation:rmse", "Value": 0.25 }],
                }),
            };
            description["CreationTime"] = 1_764_201_600.into();
            Step::json(&description)
        }
        "DescribeLogStreams" if asked < 3 => Step::error(400, "ResourceNotFoundException", "no such group"),
        "DescribeLogStreams" => Step::json(&json!({ "logStreams": [{ "logStreamName": "j/algo-1" }] })),
        "GetLogEvents" => {
            let input = request.json();
            let from = input["nextToken"]
                .as_str()
                .and_then(|token| token.parse().ok())
                .unwrap_or(3);
            let lines: Vec<Value> = (from..asked.min(5))
                .map(|line| json!({ "timestamp": line * 1000, "message": format!("line {line}\n") }))
                .collect();
            Step::json(&json!({ "events": lines, "nextForwardToken": asked.to_string() }))
        }
        _ => no_such_thing(),
    }
}
