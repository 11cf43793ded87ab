//! What goes wrong on the way, what is tried again, and what is said in the end.

use std::time::{Duration, Instant};

use sagepath_api::logs;
use sagepath_aws::{Error, Kind, Options};
use scripted_aws::{ScriptedServer, Step};
use serde_json::json;

use crate::world::{TestResult, client, run, scripted, steps, variables};

fn throttled() -> Step {
    Step::error(400, "ThrottlingException", "Rate exceeded")
}

fn model() -> Step {
    Step::json(&json!({ "ModelName": "m" }))
}

#[test]
fn what_may_pass_is_tried_again() -> TestResult {
    for (name, fault) in [
        ("throttling", throttled()),
        ("status 429", Step::error(429, "TooMany", "")),
        ("status 500", Step::error(500, "InternalFailure", "")),
        ("status 503", Step::error(503, "ServiceUnavailable", "")),
        ("a reset", Step::Reset),
        ("half an answer", Step::BreakOff),
    ] {
        let (client, server) = scripted(steps([fault, model()]))?;
        let found = run(Kind::MODEL.describe(&client, "m"))?;
        assert_eq!(
            found.map_err(|error| error.to_string()),
            Ok(json!({ "ModelName": "m" })),
            "{name}"
        );
        assert_eq!(server.received().len(), 2, "{name}");
    }
    Ok(())
}

#[test]
fn what_does_not_pass_is_said_after_the_last_attempt() -> TestResult {
    let cases = [
        (
            throttled(),
            "DescribeModel was refused: ThrottlingException: Rate exceeded (tried 2 times) [request scripted-1]",
            "ThrottlingException",
        ),
        (
            Step::error(500, "InternalFailure", ""),
            "DescribeModel was refused: InternalFailure (tried 2 times) [request scripted-1]",
            "InternalFailure",
        ),
        (
            Step::Reset,
            "SageMaker at HOST broke off: Connection reset by peer (os error 104) (tried 2 times)",
            "Unreachable",
        ),
    ];
    for (fault, message, code) in cases {
        let (client, server) = scripted(steps([fault]))?;
        let Err(error) = run(Kind::MODEL.describe(&client, "m"))? else {
            return Err("there was an answer".into());
        };
        let host = server.url().replace("http://", "");
        assert_eq!(error.to_string().replace(&host, "HOST"), message);
        assert_eq!(error.code(), code);
        assert!(error.hint().is_some());
        assert_eq!(server.received().len(), 2);
    }
    Ok(())
}

#[test]
fn a_no_is_not_asked_for_twice() -> TestResult {
    for (status, code) in [
        (400, "ValidationException"),
        (400, "AccessDeniedException"),
        (403, "UnrecognizedClientException"),
    ] {
        let (client, server) = scripted(steps([Step::error(status, code, "no")]))?;
        let error = run(Kind::MODEL.describe(&client, "m"))?.err();
        assert_eq!(error.as_ref().map(Error::code), Some(code));
        assert_eq!(server.received().len(), 1, "{code}");
    }
    Ok(())
}

#[test]
fn a_slow_answer_has_its_time() -> TestResult {
    let server = ScriptedServer::start(|_| model().after(Duration::from_secs(5)))?;
    let options = Options {
        read_timeout: Some(Duration::from_millis(200)),
        ..Options::default()
    };
    let client = client(variables(&server.url()), options)?;
    let begin = Instant::now();
    let error = run(Kind::MODEL.describe(&client, "m"))?.err();
    assert_eq!(error.as_ref().map(Error::code), Some("Timeout"));
    assert!(begin.elapsed() < Duration::from_secs(4), "{:?}", begin.elapsed());
    Ok(())
}

#[test]
fn nobody_at_home() -> TestResult {
    // A port that was free a moment ago.
    let address = std::net::TcpListener::bind("127.0.0.1:0")?.local_addr()?;
    let client_of = |url: &str| client(variables(url), Options::default());
    let error = run(Kind::MODEL.describe(&client_of(&format!("http://{address}"))?, "m"))?.err();
    assert_eq!(
        error.map(|error| (error.to_string(), error.is_ambiguous())),
        Some((
            format!(
                "SageMaker at {address} cannot be reached: Connection refused (os error 111) (tried 2 times)"
            ),
            false
        ))
    );
    let error = run(Kind::MODEL.describe(&client_of("http://nowhere.invalid")?, "m"))?.err();
    let message = error.map(|error| error.to_string()).unwrap_or_default();
    assert!(
        message.starts_with("SageMaker at nowhere.invalid was not found: "),
        "{message}"
    );
    Ok(())
}

#[test]
fn an_answer_that_is_no_json_is_said_to_be_none() -> TestResult {
    for body in ["<html>Sign in to the network</html>", "[]", "{\"ModelName\":"] {
        let (client, _server) = scripted(steps([Step::bytes("text/html", body)]))?;
        let error = run(Kind::MODEL.describe(&client, "m"))?.err();
        assert_eq!(error.as_ref().map(Error::code), Some("MalformedAnswer"), "{body}");
    }
    Ok(())
}

#[test]
fn expired_credentials_are_looked_for_again_once() -> TestResult {
    let expired = || {
        Step::error(
            400,
            "ExpiredTokenException",
            "The security token included in the request is expired",
        )
    };
    let (client, server) = scripted(steps([expired(), model()]))?;
    assert!(run(Kind::MODEL.describe(&client, "m"))?.is_ok());
    assert_eq!(server.received().len(), 2);

    let (client, server) = scripted(steps([expired()]))?;
    let Err(error) = run(Kind::MODEL.describe(&client, "m"))? else {
        return Err("there was an answer".into());
    };
    assert_eq!(server.received().len(), 2);
    assert!(error.hint().is_some_and(|hint| hint.contains("aws sso login")));
    Ok(())
}

#[test]
fn a_list_is_asked_for_page_by_page() -> TestResult {
    let (client, server) = scripted(|request| {
        Step::json(&match request.json()["NextToken"].as_str() {
            None => json!({ "Models": [{ "ModelName": "a" }, { "ModelName": "b" }], "NextToken": "2" }),
            Some("2") => json!({ "Models": [], "NextToken": "3" }),
            Some(_) => json!({ "Models": [{ "ModelName": "c" }] }),
        })
    })?;
    let mut names = Vec::new();
    run(
        Kind::MODEL.list(&client, &json!({ "NameContains": "x" }), |model| {
            names.push(model["ModelName"].as_str().unwrap_or_default().to_owned());
            true
        }),
    )??;
    assert_eq!(names, ["a", "b", "c"]);
    assert!(
        server
            .received()
            .iter()
            .all(|request| request.json()["NameContains"] == "x")
    );

    // Whoever has enough does not ask for more.
    let (client, server) = scripted(|_| Step::json(&json!({ "Models": [{}, {}], "NextToken": "more" })))?;
    run(Kind::MODEL.list(&client, &json!({}), |_| false))??;
    assert_eq!(server.received().len(), 1);
    Ok(())
}

#[test]
fn a_request_is_what_the_protocol_wants() -> TestResult {
    let (client, server) = scripted(steps([Step::json(&json!({}))]))?;
    run(client.call(&logs::GET_LOG_EVENTS, &json!({ "logGroupName": "g" })))??;
    let requests = server.received();
    let request = &requests[0];
    assert_eq!(request.line, "POST /");
    assert_eq!(request.json(), json!({ "logGroupName": "g" }));
    let header = |name: &str| request.headers.get(name).map(String::as_str).unwrap_or_default();
    assert_eq!(header("content-type"), "application/x-amz-json-1.1");
    assert_eq!(header("x-amz-target"), "Logs_20140328.GetLogEvents");
    assert_eq!(header("host"), server.url().replace("http://", ""));
    assert!(header("user-agent").starts_with("sagepath/"));
    assert!(
        header("authorization").contains(
            "/us-east-1/logs/aws4_request, SignedHeaders=content-type;host;x-amz-date;x-amz-target, "
        )
    );
    Ok(())
}
