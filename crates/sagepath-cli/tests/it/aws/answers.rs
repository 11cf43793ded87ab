//! What is deleted, asked and listed.

use scripted_aws::{Received, Step, event};
use serde_json::{Value, json};

use super::{no_such_thing, run, said};
use crate::command::text;

#[test]
fn what_cannot_be_deleted_is_named() {
    let script = |request: &Received| match request.operation.as_str() {
        "DescribeEndpoint" => {
            Step::json(&json!({ "EndpointStatus": "InService", "EndpointConfigName": "c" }))
        }
        "DescribeEndpointConfig" => Step::json(
            &json!({ "ProductionVariants": [{ "ModelName": "a" }, { "ModelName": "b" }, { "ModelName": "a" }] }),
        ),
        "DeleteEndpoint" | "DeleteEndpointConfig" => Step::bytes("application/x-amz-json-1.1", ""),
        "DeleteModel" if request.json()["ModelName"] == "a" => {
            Step::error(400, "AccessDeniedException", "not authorized")
        }
        "DeleteModel" => Step::bytes("application/x-amz-json-1.1", ""),
        _ => no_such_thing(),
    };
    let (output, server) = run(script, "delete endpoint e --cascade");
    assert_eq!(
        text(&output.stdout),
        "endpoint e\nendpoint configuration c\nmodel b\n"
    );
    assert_eq!(
        said(&output, &server),
        "warning: model `a`: DeleteModel was refused: AccessDeniedException: not authorized [request scripted-1]\n\
         error: not deleted: model `a`\n\
         hint: run the command again\n"
    );
    assert_eq!(output.status.code(), Some(1));
    let (output, _server) = run(script, "delete endpoint e");
    assert_eq!(text(&output.stdout), "endpoint e\n");
}

#[test]
fn a_model_answers_in_parts() {
    let (output, server) = run(
        |_| {
            let headers = [(":message-type", "event"), (":event-type", "PayloadPart")];
            Step::Answer {
                status: 200,
                headers: vec![("content-type".into(), "application/vnd.amazon.eventstream".into())],
                body: vec![event(&headers, b"Hel"), event(&headers, &[0xff, b'\n'])],
            }
        },
        "invoke e Cargo.toml --content-type json --accept text/event-stream --stream",
    );
    assert_eq!(output.stdout, b"Hel\xff\n", "byte for byte");
    assert_eq!(said(&output, &server), "");
    let received = server.received();
    assert_eq!(received[0].headers["content-type"], "application/json");
    assert_eq!(received[0].body, std::fs::read("Cargo.toml").unwrap());
}

#[test]
fn a_type_that_is_not_known_is_asked_for() {
    let (output, server) = run(|_| no_such_thing(), "invoke e");
    assert_eq!(
        said(&output, &server),
        "error: it is not known what is sent\nhint: name it: `--content-type csv`, or `json`, or a media type\n"
    );
    assert_eq!(output.status.code(), Some(2));
    assert!(server.received().is_empty());
}

#[test]
fn lists_are_one_and_have_an_end() {
    let script = |request: &Received| {
        let input = request.json();
        let jobs = |kind: &str, times: &[i64]| {
            let jobs: Vec<Value> = times
                .iter()
                .map(|time| json!({ format!("{kind}JobName"): format!("{kind}-{time}"), format!("{kind}JobStatus"): "Failed", "CreationTime": time }))
                .collect();
            Step::json(&json!({ format!("{kind}JobSummaries"): jobs }))
        };
        assert_eq!(input["StatusEquals"], "Failed");
        assert_eq!(input["NameContains"], "x");
        match request.operation.as_str() {
            "ListTrainingJobs" => jobs("Training", &[50, 30, 10]),
            "ListProcessingJobs" => jobs("Processing", &[40]),
            "ListTransformJobs" => jobs("Transform", &[20]),
            _ => no_such_thing(),
        }
    };
    let (output, server) = run(script, "jobs x --status failed --limit 4");
    assert_eq!(
        text(&output.stdout),
        "Training-50\ttraining\tFailed\t1970-01-01T00:00:50Z\t\n\
         Processing-40\tprocessing\tFailed\t1970-01-01T00:00:40Z\t\n\
         Training-30\ttraining\tFailed\t1970-01-01T00:00:30Z\t\n\
         Transform-20\ttransform\tFailed\t1970-01-01T00:00:20Z\t\n"
    );
    assert_eq!(
        said(&output, &server),
        "note: there are more than 4: `--limit 40` shows more\n"
    );
}
