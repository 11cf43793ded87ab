//! What a program is told at the end: one document, or a last event, in every case.

use std::process::Output;

use scripted_aws::{Received, Step};
use serde_json::{Value, json};

use super::sending::{DEPLOY, TRAIN, line, updated};
use super::{ATTACH, in_progress, job, life, no_such_thing, run, script, user};
use crate::command::text;

type Script = fn() -> Box<dyn FnMut(&Received) -> Step + Send>;

fn document(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).expect("standard output is a document")
}

fn last_event(output: &Output) -> Value {
    let last = text(&output.stdout).lines().last().unwrap_or_default();
    serde_json::from_str(last).expect("an event is an object")
}

fn nothing() -> Box<dyn FnMut(&Received) -> Step + Send> {
    Box::new(|_| no_such_thing())
}

fn denied() -> Box<dyn FnMut(&Received) -> Step + Send> {
    Box::new(|_| Step::error(400, "AccessDeniedException", "not authorized"))
}

fn taken() -> Box<dyn FnMut(&Received) -> Step + Send> {
    Box::new(|_| Step::error(400, "ResourceInUse", "Job name must be unique"))
}

fn failed() -> Box<dyn FnMut(&Received) -> Step + Send> {
    let end = json!({ "TrainingJobStatus": "Failed", "FailureReason": "AlgorithmError: out of memory." });
    Box::new(job([in_progress("Training"), end]))
}

fn stopped() -> Box<dyn FnMut(&Received) -> Step + Send> {
    Box::new(job([
        json!({ "TrainingJobStatus": "Stopped", "ModelArtifacts": { "S3ModelArtifacts": "s3://b/m" } }),
    ]))
}

fn done() -> Box<dyn FnMut(&Received) -> Step + Send> {
    Box::new(life())
}

fn running() -> Box<dyn FnMut(&Received) -> Step + Send> {
    Box::new(|request| match request.operation.as_str() {
        "DescribeTrainingJob" => Step::json(&in_progress("Training")),
        "StopTrainingJob" => Step::bytes("application/x-amz-json-1.1", ""),
        _ => no_such_thing(),
    })
}

fn rolled_back() -> Box<dyn FnMut(&Received) -> Step + Send> {
    Box::new(updated(false))
}

fn broken_endpoint() -> Box<dyn FnMut(&Received) -> Step + Send> {
    Box::new(|request| match request.operation.as_str() {
        "DescribeEndpoint" => Step::json(&json!({ "EndpointStatus": "Failed", "FailureReason": "no ping." })),
        "DescribeLogStreams" => Step::json(&json!({ "logStreams": [{ "logStreamName": "v/i-1" }] })),
        "GetLogEvents" => Step::json(
            &json!({ "events": [{ "timestamp": 1, "message": "it dies" }], "nextForwardToken": "end" }),
        ),
        _ => no_such_thing(),
    })
}

/// What happens, to which command, with which exit status, outcome and message.
const TABLE: &[(Script, &str, i32, &str, &str)] = &[
    (done, ATTACH, 0, "done", ""),
    (
        failed,
        ATTACH,
        1,
        "failed",
        "training job `j` has failed: AlgorithmError: out of memory",
    ),
    (stopped, ATTACH, 1, "stopped", "training job `j` was stopped"),
    (
        nothing,
        ATTACH,
        1,
        "unknown",
        "there is no job or endpoint `j` in us-east-1",
    ),
    (
        broken_endpoint,
        "attach e --interval 0.05",
        1,
        "failed",
        "endpoint `e` has failed: no ping",
    ),
    (
        denied,
        ATTACH,
        2,
        "trouble",
        "DescribeTrainingJob was refused: AccessDeniedException: not authorized",
    ),
    (
        taken,
        TRAIN,
        1,
        "refused",
        "training job `j` was not made: CreateTrainingJob was refused: ResourceInUse",
    ),
    (
        denied,
        TRAIN,
        2,
        "trouble",
        "training job `j` was not made: CreateTrainingJob was refused: AccessDenied",
    ),
    (
        nothing,
        "train kmeans",
        2,
        "trouble",
        "a job without a file needs --input, --output, --role, --instance-type",
    ),
    (
        nothing,
        "train kmaens",
        1,
        "refused",
        "framework `kmaens` is not known",
    ),
    (
        nothing,
        "train absent.yaml",
        2,
        "trouble",
        "absent.yaml: No such file or directory",
    ),
    (
        nothing,
        "process tests/cmd/jobs.in/broken.yaml",
        2,
        "trouble",
        "tests/cmd/jobs.in/broken.yaml cannot be read",
    ),
    (
        nothing,
        "train tests/cmd/jobs.in/wrong.yaml",
        1,
        "refused",
        "tests/cmd/jobs.in/wrong.yaml: 11 errors, and nothing is sent",
    ),
    (
        rolled_back,
        DEPLOY,
        1,
        "rolled-back",
        "endpoint `e` was not updated, and goes on as before: no capacity",
    ),
];

#[test]
fn there_is_a_last_word_in_every_case() {
    for (make, command, status, outcome, message) in TABLE {
        let update = if *outcome == "rolled-back" {
            " --update"
        } else {
            ""
        };
        let command = line(command) + update;
        let (output, _server) = run(make(), &format!("{command} --json"));
        let document = document(&output);
        let (output, _server) = run(make(), &format!("{command} --events"));
        let event = last_event(&output);
        assert_eq!(output.status.code(), Some(*status), "{command}");
        assert_eq!(document["version"], 1);
        assert_eq!(event["event"], "end", "{command}");
        for last in [&document, &event] {
            assert_eq!(last["outcome"], *outcome, "{command}: {last}");
            let told = last["error"]["message"].as_str().unwrap_or_default();
            assert!(told.starts_with(message), "{command}: {last}");
        }
        // An event is small.
        assert_eq!(event.get("resource"), None);
    }
}

#[test]
fn what_is_known_of_a_job_is_told_with_its_end() {
    let (output, _server) = run(failed(), &format!("{ATTACH} --json"));
    let failed = document(&output);
    assert_eq!([&failed["kind"], &failed["name"]], ["training job", "j"]);
    assert_eq!(failed["reason"], "AlgorithmError: out of memory.");
    assert_eq!(failed["resource"]["TrainingJobStatus"], "Failed");
    assert_eq!(
        failed["error"]["hint"],
        "`sagepath logs j` shows what it has printed"
    );
    let (output, _server) = run(stopped(), &format!("{ATTACH} --json"));
    assert_eq!(document(&output)["results"], json!(["s3://b/m"]));
    // What is wrong with a file is told place by place.
    let (output, _server) = run(nothing(), "train tests/cmd/jobs.in/wrong.yaml --json");
    let refused = document(&output);
    assert_eq!(refused["remarks"].as_array().map(Vec::len), Some(11));
    assert_eq!(
        [&refused["remarks"][0]["line"], &refused["remarks"][0]["column"]],
        [1, 18]
    );
    let (output, _server) = run(nothing(), "process tests/cmd/jobs.in/broken.yaml --json");
    assert_eq!(document(&output)["remarks"][0]["line"], 1);
}

#[test]
fn what_was_made_before_something_failed_is_told() {
    let script = |request: &Received| match request.operation.as_str() {
        "CreateEndpoint" => Step::error(400, "ResourceLimitExceeded", "no more of them"),
        "DeleteModel" => Step::error(400, "AccessDeniedException", "not authorized"),
        _ => Step::json(&json!({})),
    };
    let (output, _server) = run(script, &format!("{} --json", line(DEPLOY)));
    let refused = document(&output);
    assert_eq!(
        refused["removed"],
        json!([{ "kind": "endpoint configuration", "name": "e" }])
    );
    assert_eq!(refused["left"], json!([{ "kind": "model", "name": "e" }]));
}

#[test]
fn a_job_that_is_left_alone_is_named() {
    let made = |_: &Received| Step::json(&json!({ "TrainingJobArn": "arn" }));
    let (output, _server) = run(made, &format!("{} --detach --json", line(TRAIN)));
    assert_eq!(
        document(&output),
        json!({ "version": 1, "outcome": "detached", "kind": "training job", "name": "j", "arn": "arn" })
    );
}

#[test]
fn a_dry_run_is_a_document() {
    let file = "tests/cmd/jobs.in/train.yaml";
    let (output, _server) = run(nothing(), &format!("train {file} --dry-run --json"));
    let planned = document(&output);
    assert_eq!(planned["outcome"], "planned");
    assert_eq!(planned["requests"][0]["operation"], "CreateTrainingJob");
    let (other, _server) = run(nothing(), &format!("train {file} --dry-run --format json"));
    assert_eq!(text(&output.stdout), text(&other.stdout));
    let (output, _server) = run(nothing(), "train tests/cmd/jobs.in/wrong.yaml --dry-run --json");
    assert_eq!(document(&output)["outcome"], "refused");
    assert_eq!(output.status.code(), Some(1));
    for (options, error) in [
        (
            "--json --format shell",
            "error: `--json` asks for one document, and `--format shell` for something else\nhint: leave out one of them\n",
        ),
        (
            "--json --format request",
            "error: `--json` asks for one document, and `--format request` for something else\nhint: leave out one of them\n",
        ),
        (
            "--events",
            "error: nothing happens in a dry run that `--events` could tell\nhint: `--dry-run --json` prints one document\n",
        ),
    ] {
        let (output, _server) = run(nothing(), &format!("train {file} --dry-run {options}"));
        assert_eq!(text(&output.stderr), error, "{options}");
        assert_eq!(output.status.code(), Some(2));
    }
}

#[test]
fn stopping_ends_in_a_document() {
    let (output, _server) = run(running(), "stop j --json");
    assert_eq!(
        document(&output),
        json!({ "version": 1, "outcome": "stopping", "kind": "training job", "name": "j" })
    );
    let (output, _server) = run(stopped(), "stop j --json");
    let refused = document(&output);
    assert_eq!(refused["outcome"], "refused");
    assert_eq!(
        refused["error"]["message"],
        "training job `j` has ended already: Stopped"
    );
    let (output, _server) = run(broken_endpoint(), "stop e --json");
    assert_eq!(document(&output)["outcome"], "trouble");
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn lists_and_logs_say_why_there_is_nothing() {
    let endpoints = |_: &Received| Step::json(&json!({ "Endpoints": [{ "EndpointName": "e" }] }));
    let (output, _server) = run(endpoints, "endpoints --json");
    assert_eq!(document(&output)[0]["name"], "e");
    for command in ["jobs --json", "models --format json", "endpoints --json"] {
        let (output, _server) = run(denied(), command);
        let document = document(&output);
        assert_eq!(document["outcome"], "trouble", "{command}");
    }
    let (output, _server) = run(|_| Step::json(&json!({})), "models --json");
    assert_eq!(text(&output.stdout), "[]\n");
    assert_eq!(output.status.code(), Some(1));

    let (output, _server) = run(life(), "logs j --json --follow --interval 0.05");
    let first = text(&output.stdout).lines().next().unwrap();
    let first: Value = serde_json::from_str(first).unwrap();
    assert_eq!([&first["event"], &first["message"]], ["log", "line 3"]);
    let (output, _server) = run(
        script("DescribeTrainingJob", vec![Step::json(&in_progress("Starting"))]),
        "logs j --json",
    );
    assert_eq!(last_event(&output)["outcome"], "empty");
    let (output, _server) = run(nothing(), "logs j --json");
    assert_eq!(last_event(&output)["outcome"], "unknown");
}

#[test]
fn a_program_is_told_that_nobody_can_be_asked() {
    let mut command = user("http://127.0.0.1:1", &format!("{} --json", line(TRAIN)));
    let output = command.env_remove("AWS_ACCESS_KEY_ID").output().unwrap();
    let document = document(&output);
    assert_eq!(document["outcome"], "trouble");
    assert_eq!(document["error"]["message"], "no credentials are found");
    assert!(
        document["error"]["hint"]
            .as_str()
            .unwrap()
            .contains("aws configure")
    );
}

#[test]
fn a_failure_is_one_though_nobody_reads_of_it() {
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let mut command = user("http://127.0.0.1:1", "train absent.yaml --json");
    let output = command.stdout(writer).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(
        text(&output.stderr),
        "error: absent.yaml: No such file or directory (os error 2)\n\
         hint: `sagepath init train FRAMEWORK@VERSION --out absent.yaml` writes one to start from\n"
    );
}
