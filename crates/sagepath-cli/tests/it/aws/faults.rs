//! What is said when something goes wrong stands in `docs/aws.md`, and is read from there.

use std::time::Duration;

use scripted_aws::{Received, ScriptedServer, Step};
use serde_json::json;

use super::{ATTACH, in_progress, job, no_such_thing, said, script, user};
use crate::command::text;

type Script = Box<dyn FnMut(&Received) -> Step + Send>;

/// What happens, as `docs/aws.md` calls it, and the command that it happens to.
fn fault(name: &str) -> Option<(Script, &'static str)> {
    let describe = |step: Step| -> Script { Box::new(script("DescribeModel", vec![step])) };
    let delete = "delete model m";
    Some(match name {
        "the connection is reset" => (describe(Step::Reset), delete),
        "the answer is slow" => (
            describe(Step::json(&json!({})).after(Duration::from_secs(2))),
            "delete model m --read-timeout 0.2",
        ),
        "status 500" => (describe(Step::error(500, "InternalFailure", "")), delete),
        "throttling" => (
            describe(Step::error(400, "ThrottlingException", "Rate exceeded")),
            delete,
        ),
        "expired credentials" => {
            let message = "The security token included in the request is expired";
            (
                describe(Step::error(400, "ExpiredTokenException", message)),
                delete,
            )
        }
        "a clock that AWS does not help" => {
            let no = Step::error(403, "InvalidSignatureException", "Signature expired");
            (
                describe(no.header("date", "Tue, 01 Jan 2030 00:00:00 GMT")),
                delete,
            )
        }
        "an answer that is no JSON" => (describe(Step::bytes("text/html", "<html>")), delete),
        "no permission" => (
            describe(Step::error(400, "AccessDeniedException", "not authorized")),
            delete,
        ),
        "there is no such model" => (describe(no_such_thing()), delete),
        "SageMaker refuses" => (
            describe(Step::error(
                400,
                "ValidationException",
                "1 validation error detected",
            )),
            delete,
        ),
        "nobody listens" | "no credentials" | "no region" | "an unknown profile" => {
            (describe(no_such_thing()), delete)
        }
        "a job disappears" => {
            let steps = vec![
                Step::json(&in_progress("Training")),
                Step::json(&in_progress("Training")),
                no_such_thing(),
            ];
            (Box::new(script("DescribeTrainingJob", steps)), ATTACH)
        }
        "a job fails" => {
            let failed =
                json!({ "TrainingJobStatus": "Failed", "FailureReason": "AlgorithmError: out of memory." });
            (Box::new(job([in_progress("Training"), failed])), ATTACH)
        }
        "a job is stopped" => (Box::new(job([json!({ "TrainingJobStatus": "Stopped" })])), ATTACH),
        "AWS is away while a job runs" => {
            let steps = vec![Step::json(&in_progress("Training")), Step::Reset];
            (Box::new(script("DescribeTrainingJob", steps)), ATTACH)
        }
        _ => return None,
    })
}

/// Rows of the table of faults: what happens, what is said, the exit status.
fn documented() -> Vec<(String, String, i32)> {
    let page = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/aws.md")).unwrap();
    let rows = page
        .lines()
        .skip_while(|line| !line.starts_with("| what happens"));
    rows.skip(2)
        .take_while(|line| line.starts_with('|'))
        .map(|line| {
            let cells: Vec<&str> = line.trim_matches('|').split(" | ").map(str::trim).collect();
            let message = cells[1]
                .strip_prefix("``")
                .and_then(|rest| rest.strip_suffix("``"));
            let message = message.unwrap_or_else(|| cells[1].trim_matches('`'));
            (cells[0].to_owned(), message.to_owned(), cells[2].parse().unwrap())
        })
        .collect()
}

#[test]
fn what_goes_wrong_is_said_as_the_documentation_says() {
    let rows = documented();
    assert!(rows.len() > 15, "{}", rows.len());
    for (name, message, status) in rows {
        let (script, line) = fault(&name).expect("every row is tried");
        let server = ScriptedServer::start(script).unwrap();
        let mut command = user(&server.url(), line);
        match name.as_str() {
            "nobody listens" => {
                // A port that was free a moment ago.
                let address = std::net::TcpListener::bind("127.0.0.1:0")
                    .unwrap()
                    .local_addr()
                    .unwrap();
                command.env("AWS_ENDPOINT_URL", format!("http://{address}"));
                let output = command.output().unwrap();
                let said = text(&output.stderr).replace(&address.to_string(), "HOST");
                assert!(said.starts_with(&format!("error: {message}\n")), "{name}: {said}");
                assert_eq!(output.status.code(), Some(status), "{name}");
                continue;
            }
            "no credentials" => command.env_remove("AWS_ACCESS_KEY_ID"),
            "no region" => command.env_remove("AWS_REGION"),
            "an unknown profile" => command.env("AWS_PROFILE", "ghost"),
            "AWS is away while a job runs" => command.env("AWS_MAX_ATTEMPTS", "1"),
            _ => &mut command,
        };
        let output = command.output().unwrap();
        let said = said(&output, &server);
        let error = said
            .lines()
            .find(|line| line.starts_with("error: "))
            .unwrap_or_default();
        assert_eq!(error, format!("error: {message}"), "{name}: {said}");
        assert_eq!(output.status.code(), Some(status), "{name}: {said}");
        assert_eq!(text(&output.stdout), "", "{name}");
    }
}
