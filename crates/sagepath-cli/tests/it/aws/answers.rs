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
        "ListEndpoints" => Step::json(&json!({ "Endpoints": [{ "EndpointName": "e" }] })),
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
    let (output, server) = run(script, "delete endpoint e");
    assert_eq!(text(&output.stdout), "endpoint e\n");
    assert_eq!(server.operations(), ["DescribeEndpoint", "DeleteEndpoint"]);

    let (output, _server) = run(script, "delete endpoint e --cascade --json");
    assert_eq!(output.status.code(), Some(1));
    let document: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(document["outcome"], "incomplete");
    assert_eq!(document["deleted"].as_array().map(Vec::len), Some(3));
    assert_eq!(document["left"][0]["name"], "a");
    assert!(
        document["left"][0]["reason"]
            .as_str()
            .unwrap()
            .contains("not authorized")
    );
    assert_eq!(document["error"]["message"], "not deleted: model `a`");
}

/// Endpoints, each with its configuration; configurations, each with its models. What is deleted is told by the operations.
fn region(
    endpoints: &'static [(&str, &str)],
    configs: &'static [(&str, &[&str])],
) -> impl FnMut(&Received) -> Step + Send + 'static {
    move |request| {
        let input = request.json();
        let named = |member: &str| input[member].as_str().unwrap_or_default().to_owned();
        match request.operation.as_str() {
            "ListEndpoints" => {
                // A page holds one.
                let at: usize = named("NextToken").parse().unwrap_or(0);
                let next = (at + 1 < endpoints.len()).then(|| (at + 1).to_string());
                Step::json(&json!({ "Endpoints": [{ "EndpointName": endpoints[at].0 }], "NextToken": next }))
            }
            "DescribeEndpoint" => {
                let name = named("EndpointName");
                let found = endpoints.iter().find(|(own, _)| *own == name);
                found.map_or_else(no_such_thing, |(_, config)| {
                    Step::json(&json!({ "EndpointName": name, "EndpointConfigName": config }))
                })
            }
            "DescribeEndpointConfig" => {
                let name = named("EndpointConfigName");
                let found = configs.iter().find(|(own, _)| *own == name);
                found.map_or_else(no_such_thing, |(_, models)| {
                    let variants = models.iter().map(|model| json!({ "ModelName": model }));
                    Step::json(&json!({ "ProductionVariants": variants.collect::<Vec<_>>() }))
                })
            }
            name if name.starts_with("Delete") => Step::bytes("application/x-amz-json-1.1", ""),
            _ => no_such_thing(),
        }
    }
}

#[test]
fn what_another_endpoint_uses_is_kept() {
    // Of the models `own` and `shared`, another endpoint's configuration has one; a third endpoint has a configuration that is gone.
    let script = || {
        region(
            &[("e", "c"), ("f", "d"), ("g", "d"), ("h", "gone")],
            &[("c", &["own", "shared"]), ("d", &["shared"])],
        )
    };
    let (output, server) = run(script(), "delete endpoint e --cascade");
    assert_eq!(
        text(&output.stdout),
        "endpoint e\nendpoint configuration c\nmodel own\n"
    );
    assert_eq!(
        said(&output, &server),
        "note: model `shared` is kept: it is in use by the endpoints `f`, `g`\n"
    );
    assert_eq!(output.status.code(), Some(0));
    let asked = |name: &str| server.operations().iter().filter(|own| *own == name).count();
    assert_eq!(asked("ListEndpoints"), 4);
    assert_eq!(asked("DescribeEndpoint"), 4, "each once");
    assert_eq!(asked("DescribeEndpointConfig"), 3, "each once");
    let (output, _server) = run(script(), "delete endpoint e --cascade --json");
    let document: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(
        document,
        json!({
            "version": 1,
            "outcome": "done",
            "deleted": [
                { "kind": "endpoint", "name": "e" },
                { "kind": "endpoint configuration", "name": "c" },
                { "kind": "model", "name": "own" },
            ],
            "kept": [{ "kind": "model", "name": "shared", "used_by": ["f", "g"] }],
            "left": [],
        })
    );
}

#[test]
fn a_configuration_that_another_endpoint_uses_is_kept_with_its_models() {
    let script = || region(&[("e", "c"), ("f", "c")], &[("c", &["m"])]);
    let (output, server) = run(script(), "delete endpoint e --cascade");
    assert_eq!(text(&output.stdout), "endpoint e\n");
    assert_eq!(
        said(&output, &server),
        "note: endpoint configuration `c` is kept: it is in use by the endpoint `f`\n\
         note: model `m` is kept: it is in use by the endpoint `f`\n"
    );
    // What was named itself is not deleted: that is a no.
    let (output, server) = run(script(), "delete endpoint-config c --cascade --quiet");
    assert_eq!(text(&output.stdout), "");
    assert_eq!(
        said(&output, &server),
        "error: not deleted: endpoint configuration `c`, which the endpoints `e`, `f` use\n\
         hint: delete the endpoints that use it first\n"
    );
    assert_eq!(output.status.code(), Some(1));
    assert!(!server.operations().iter().any(|name| name.starts_with("Delete")));
}

#[test]
fn nobody_is_asked_for_where_there_is_nothing_to_delete() {
    let (output, server) = run(region(&[("e", "gone")], &[]), "delete endpoint e --cascade");
    assert_eq!(text(&output.stdout), "endpoint e\n");
    assert!(!server.operations().contains(&"ListEndpoints".to_owned()));
    // Who may not list is told before anything is deleted.
    let mut region = region(&[("e", "c")], &[("c", &["m"])]);
    let (output, server) = run(
        move |request| match request.operation.as_str() {
            "ListEndpoints" => Step::error(400, "AccessDeniedException", "not authorized"),
            _ => region(request),
        },
        "delete endpoint e --cascade",
    );
    assert_eq!(
        said(&output, &server),
        "error: it is not known what other endpoints use: ListEndpoints was refused: AccessDeniedException: not authorized \
         [request scripted-1]\n\
         hint: nothing is deleted; without `--cascade` only what is named is\n"
    );
    assert_eq!(output.status.code(), Some(2));
    assert!(!server.operations().iter().any(|name| name.starts_with("Delete")));
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

#[test]
fn an_empty_list_says_where_it_was_looked_for() {
    let nothing = |_: &Received| Step::json(&json!({}));
    for (command, expected) in [
        (
            "jobs",
            "error: there is no job in us-east-1\nhint: `--region` looks elsewhere\n",
        ),
        (
            "models churn",
            "error: no model in us-east-1 matches\nhint: `sagepath models` lists all; `--region` looks elsewhere\n",
        ),
        (
            "endpoints --status failed --region eu-west-1",
            "error: no endpoint in eu-west-1 matches\nhint: `sagepath endpoints` lists all; `--region` looks elsewhere\n",
        ),
    ] {
        let (output, server) = run(nothing, command);
        assert_eq!(said(&output, &server), expected, "{command}");
        assert_eq!(output.status.code(), Some(1));
    }
}

#[test]
fn a_status_is_understood_as_it_is_shown() {
    for (command, status) in [
        ("endpoints --status InService", "InService"),
        ("endpoints --status in-service", "InService"),
        ("endpoints --status outofservice", "OutOfService"),
        ("jobs --kind training --status InProgress", "InProgress"),
        ("jobs --kind training --status Failed", "Failed"),
    ] {
        let (_output, server) = run(|_| Step::json(&json!({})), command);
        assert_eq!(server.received()[0].json()["StatusEquals"], status, "{command}");
    }
    for command in ["jobs --limit 0", "models -n x"] {
        let (output, server) = run(|_| Step::json(&json!({})), command);
        assert!(
            said(&output, &server).contains("it is no number from 1 on"),
            "{command}"
        );
        assert_eq!(output.status.code(), Some(2));
    }
}

#[test]
fn lists_are_sorted_whoever_makes_them() {
    let models = json!({ "Models": [
        { "ModelName": "old", "CreationTime": 1 },
        { "ModelName": "new", "CreationTime": 2 },
    ] });
    let (output, _server) = run(move |_| Step::json(&models), "models");
    assert_eq!(
        text(&output.stdout),
        "new\t1970-01-01T00:00:02Z\nold\t1970-01-01T00:00:01Z\n"
    );
}

#[test]
fn an_endpoint_that_is_not_there_is_looked_for_in_a_list() {
    let script = |_: &Received| {
        Step::error(
            400,
            "ValidationError",
            "Endpoint e of account 123456789012 not found.",
        )
    };
    let (output, server) = run(script, "invoke e Cargo.toml --content-type csv");
    assert_eq!(
        said(&output, &server),
        "error: InvokeEndpoint was refused: ValidationError: Endpoint e of account 123456789012 not found. [request scripted-1]\n\
         hint: `sagepath endpoints` lists what there is; `--region` looks elsewhere\n"
    );
    assert_eq!(output.status.code(), Some(1));
    let (output, server) = run(script, "invoke e Cargo.toml");
    assert_eq!(
        said(&output, &server),
        "error: it is not known what Cargo.toml holds\n\
         hint: name it: `--content-type csv`, or `json`, or a media type\n"
    );
}

#[test]
fn logs_that_are_empty_may_come_as_long_as_a_job_runs() {
    for (status, expected) in [
        ("InProgress", "error: training job `j` has printed nothing yet\n"),
        ("Completed", "error: training job `j` has printed nothing\n"),
    ] {
        let steps = vec![Step::json(&json!({ "TrainingJobStatus": status }))];
        let (output, server) = run(super::script("DescribeTrainingJob", steps), "logs j");
        assert_eq!(said(&output, &server), expected);
    }
}
