//! Jobs and endpoints on their way, and Ctrl-C.

use scripted_aws::{ScriptedServer, Step};
use serde_json::{Value, json};

use super::{ATTACH, begun, in_progress, job, life, no_such_thing, press_ctrl_c, run, said, script};
use crate::command::text;

#[test]
fn a_job_is_followed_to_its_end() {
    let (output, server) = run(life(), ATTACH);
    assert_eq!(text(&output.stdout), "s3://bucket/j/output/model.tar.gz\n");
    assert_eq!(
        said(&output, &server),
        "InProgress, Starting: Starting it\n\
         InProgress, Training: Training it\n\
         line 3\n\
         line 4\n\
         training job `j` has completed in 3m 20s (1m 01s billable)\n  \
           validation:rmse 0.25\n"
    );
    assert_eq!(output.status.code(), Some(0));

    let (output, _server) = run(life(), &format!("{ATTACH} --quiet"));
    assert_eq!(text(&output.stderr), "");
    let (output, _server) = run(life(), &format!("{ATTACH} --quiet --json"));
    let document: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(document["outcome"], "done");
    assert_eq!(document["billable_seconds"], 61);
    assert_eq!(document["resource"]["BillableTimeInSeconds"], 61);
}

#[test]
fn events_are_a_stream_for_programs() {
    let (output, _server) = run(life(), &format!("{ATTACH} --events"));
    assert_eq!(text(&output.stderr), "");
    let events: Vec<Value> = text(&output.stdout)
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let kinds: Vec<&str> = events
        .iter()
        .filter_map(|event| event["event"].as_str())
        .collect();
    assert_eq!(kinds, ["status", "status", "log", "status", "log", "end"]);
    let end = events.last().unwrap();
    assert_eq!(end["outcome"], "done");
    assert_eq!(end["results"], json!(["s3://bucket/j/output/model.tar.gz"]));
    assert_eq!([&end["elapsed_seconds"], &end["billable_seconds"]], [200, 61]);
}

#[test]
fn trouble_on_the_way_is_told_and_overcome() {
    let done =
        json!({ "TrainingJobStatus": "Completed", "ModelArtifacts": { "S3ModelArtifacts": "s3://b/m" } });
    let steps = vec![
        Step::json(&in_progress("Training")),
        Step::json(&in_progress("Training")),
        Step::Reset,
        Step::Reset,
        Step::json(&done),
    ];
    let (output, server) = run(script("DescribeTrainingJob", steps), ATTACH);
    assert_eq!(text(&output.stdout), "s3://b/m\n");
    let said = said(&output, &server);
    assert!(
        said.contains("warning: SageMaker at HOST broke off: Connection reset"),
        "{said}"
    );
    assert_eq!(output.status.code(), Some(0));
}

/// What a command prints that follows a job, and is interrupted.
fn interrupted(line: &str) -> std::process::Output {
    let server = ScriptedServer::start(job([in_progress("Training")])).unwrap();
    let mut child = begun(&server, line, 6);
    press_ctrl_c(&child);
    assert_eq!(child.wait().unwrap().code(), Some(130));
    assert!(
        !server
            .operations()
            .iter()
            .any(|operation| operation.starts_with("Stop"))
    );
    child.wait_with_output().unwrap()
}

#[test]
fn ctrl_c_leaves_a_job_alone() {
    let output = interrupted(ATTACH);
    let said = text(&output.stderr);
    assert!(
        said.ends_with(
            "detached from training job `j`: it goes on: `sagepath attach j` follows it again, `sagepath stop j` ends it\n"
        ),
        "{said}"
    );
    assert_eq!(text(&output.stdout), "");
    let output = interrupted(&format!("{ATTACH} --json"));
    let document: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(
        document,
        json!({ "version": 1, "outcome": "detached", "kind": "training job", "name": "j" })
    );
}

#[test]
fn a_job_is_stopped_once() {
    let (output, server) = run(
        |request| match request.operation.as_str() {
            "DescribeTrainingJob" => Step::json(&in_progress("Training")),
            "StopTrainingJob" => Step::bytes("application/x-amz-json-1.1", ""),
            _ => no_such_thing(),
        },
        "stop j",
    );
    assert_eq!(text(&output.stdout), "j\n");
    assert_eq!(
        said(&output, &server),
        "note: training job `j` stops: `sagepath attach j` waits for it\n"
    );
    assert_eq!(server.operations(), ["DescribeTrainingJob", "StopTrainingJob"]);
    let (output, server) = run(job([json!({ "TrainingJobStatus": "Completed" })]), "stop j");
    assert_eq!(
        said(&output, &server),
        "error: training job `j` has ended already: Completed\n"
    );
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn an_endpoint_that_fails_shows_why() {
    let (output, server) = run(
        |request| match request.operation.as_str() {
            "DescribeEndpoint" => Step::json(
                &json!({ "EndpointStatus": "Failed", "FailureReason": "The container did not pass the ping health check." }),
            ),
            "DescribeLogStreams" => {
                assert_eq!(request.json()["logGroupName"], "/aws/sagemaker/Endpoints/e");
                Step::json(&json!({ "logStreams": [{ "logStreamName": "all/i-1" }] }))
            }
            "GetLogEvents" => {
                let events: Vec<Value> = (0..30)
                    .map(|line| json!({ "timestamp": line, "message": format!("line {line}") }))
                    .collect();
                let is_first = request.json().get("nextToken").is_none();
                Step::json(
                    &json!({ "events": if is_first { events } else { vec![] }, "nextForwardToken": "end" }),
                )
            }
            _ => no_such_thing(),
        },
        "attach e --interval 0.05",
    );
    let said = said(&output, &server);
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(lines[0], "line 10");
    assert_eq!(
        lines[20..],
        [
            "error: endpoint `e` has failed: The container did not pass the ping health check",
            "hint: `sagepath logs e` shows more; `sagepath delete endpoint e --cascade` removes it and what it is made of"
        ]
    );
    assert_eq!(output.status.code(), Some(1));
}
