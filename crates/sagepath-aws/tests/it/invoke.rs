//! Models that answer, whole and in parts.

use sagepath_aws::{Client, Error, Invocation};
use scripted_aws::{Step, event};

use crate::world::{TestResult, run, scripted, steps};

fn ask(client: &Client, stream: bool) -> std::io::Result<Result<String, Error>> {
    let invocation = Invocation {
        endpoint: "my-endpoint".to_owned(),
        content_type: Some("text/csv".to_owned()),
        accept: Some("application/json".to_owned()),
        stream,
        body: "1,2,3".into(),
        ..Invocation::default()
    };
    run(async {
        let mut reply = client.invoke(&invocation).await?;
        let mut text = String::new();
        while let Some(part) = reply.part().await? {
            text.push_str(&String::from_utf8_lossy(&part));
        }
        Ok(text)
    })
}

fn parts(words: &[&str]) -> Vec<Vec<u8>> {
    let headers = [(":message-type", "event"), (":event-type", "PayloadPart")];
    words
        .iter()
        .map(|word| event(&headers, word.as_bytes()))
        .collect()
}

fn streamed(body: Vec<Vec<u8>>) -> Step {
    Step::Answer {
        status: 200,
        headers: vec![("content-type".into(), "application/vnd.amazon.eventstream".into())],
        body,
    }
}

#[test]
fn an_answer_comes_as_the_model_gives_it() -> TestResult {
    let (client, server) = scripted(steps([Step::bytes("application/json", "{\"score\": 0.9}")]))?;
    assert_eq!(ask(&client, false)??, "{\"score\": 0.9}");
    let requests = server.received();
    let request = &requests[0];
    assert_eq!(request.line, "POST /endpoints/my-endpoint/invocations");
    assert_eq!(request.headers["content-type"], "text/csv");
    assert_eq!(request.headers["accept"], "application/json");
    assert_eq!(request.body, b"1,2,3");
    Ok(())
}

#[test]
fn what_cannot_be_said_is_not_sent() -> TestResult {
    let (client, server) = scripted(steps([Step::bytes("text/plain", "yes")]))?;
    let asked = |invocation: Invocation| -> std::io::Result<String> {
        Ok(match run(client.invoke(&invocation))? {
            Ok(_) => "sent".to_owned(),
            Err(error) => format!("{}: {error}", error.code()),
        })
    };
    let plain = Invocation {
        endpoint: "my-endpoint".to_owned(),
        ..Invocation::default()
    };
    let cases = [
        (
            Invocation {
                custom_attributes: Some("a\r\nhost: elsewhere".to_owned()),
                ..plain.clone()
            },
            "MalformedRequest: InvokeEndpoint: `CustomAttributes` has a line break or another control character",
        ),
        (
            Invocation::default(),
            "MalformedRequest: InvokeEndpoint: `EndpointName` is empty",
        ),
        (
            Invocation {
                target_model: Some("a.tar.gz".to_owned()),
                stream: true,
                ..plain.clone()
            },
            "MalformedRequest: InvokeEndpointWithResponseStream: `TargetModel` is no field of it",
        ),
        (
            Invocation {
                inference_component: Some("llm".to_owned()),
                ..plain
            },
            "sent",
        ),
    ];
    for (invocation, expected) in cases {
        assert_eq!(asked(invocation)?, expected);
    }
    let requests = server.received();
    assert_eq!(requests.len(), 1);
    assert_eq!(requests[0].headers["x-amzn-sagemaker-inference-component"], "llm");
    Ok(())
}

#[test]
fn a_stream_is_put_together_however_it_is_cut() -> TestResult {
    let whole: Vec<u8> = parts(&["Hel", "lo, ", "", "world"]).concat();
    for cut in [1, 7, 40, whole.len()] {
        let body = whole.chunks(cut).map(<[u8]>::to_vec).collect();
        let (client, server) = scripted(steps([streamed(body)]))?;
        assert_eq!(ask(&client, true)??, "Hello, world");
        let requests = server.received();
        let request = &requests[0];
        assert_eq!(
            request.line,
            "POST /endpoints/my-endpoint/invocations-response-stream"
        );
        assert_eq!(request.headers["x-amzn-sagemaker-accept"], "application/json");
    }
    Ok(())
}

#[test]
fn a_model_can_fail_in_the_middle_of_its_answer() -> TestResult {
    let mut body = parts(&["Hel"]);
    let headers = [
        (":message-type", "exception"),
        (":exception-type", "ModelStreamError"),
    ];
    body.push(event(
        &headers,
        br#"{"Message":"the container timed out","ErrorCode":"ModelInvocationTimeExceeded"}"#,
    ));
    let (client, _server) = scripted(steps([streamed(body)]))?;
    let error = ask(&client, true)?.err();
    assert_eq!(
        error.map(|error| error.to_string()).as_deref(),
        Some("InvokeEndpointWithResponseStream was refused: ModelStreamError: the container timed out")
    );
    Ok(())
}

#[test]
fn a_stream_that_is_cut_off_or_damaged_is_no_answer() -> TestResult {
    let mut whole = parts(&["Hello"]).concat();
    let (client, _server) = scripted(steps([streamed(vec![whole[..whole.len() - 3].to_vec()])]))?;
    assert_eq!(
        ask(&client, true)?.err().as_ref().map(Error::code),
        Some("MalformedAnswer")
    );
    whole[20] ^= 1;
    let (client, _server) = scripted(steps([streamed(vec![whole])]))?;
    assert_eq!(
        ask(&client, true)?.err().as_ref().map(Error::code),
        Some("MalformedAnswer")
    );
    Ok(())
}

#[test]
fn an_error_of_the_model_is_its_own() -> TestResult {
    let no = Step::Answer {
        status: 424,
        headers: vec![("x-amzn-errortype".into(), "ModelError:".into())],
        body: vec![br#"{"Message":"Received client error (415) from primary","OriginalStatusCode":415,"OriginalMessage":"csv only"}"#.to_vec()],
    };
    let (client, server) = scripted(steps([no]))?;
    let error = ask(&client, false)?.err();
    assert_eq!(
        error.map(|error| error.to_string()).as_deref(),
        Some("InvokeEndpoint was refused: ModelError: Received client error (415) from primary")
    );
    assert_eq!(server.received().len(), 1);
    Ok(())
}
