//! Tells what `sagepath-api` says of requests, one JSON object a line: what is wrong with each, and how it would be sent.

use std::io::{self, BufRead as _, BufWriter, Write as _};

use anyhow::Context;
use sagepath_api::{Node, Violation, find};
use serde::Deserialize;
use serde_json::{Value as Json, json};

/// A request as `made_requests.py` makes it.
#[derive(Deserialize)]
struct Question {
    operation: String,
    input: Json,
    /// The body, where the request has one that is no JSON.
    #[serde(default)]
    payload: String,
}

fn main() -> anyhow::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    for line in io::stdin().lock().lines() {
        let question: Question = serde_json::from_str(&line?)?;
        serde_json::to_writer(&mut out, &answer(question)?)?;
        writeln!(out)?;
    }
    Ok(out.flush()?)
}

fn answer(question: Question) -> anyhow::Result<Json> {
    let Question {
        operation,
        input,
        payload,
    } = question;
    let operation = find(&operation).with_context(|| format!("there is no operation {operation}"))?;
    let document = Node::from(input);
    let violations: Vec<Json> = operation.validate(&document).iter().map(told).collect();
    let sent = operation
        .request(&document, payload.as_bytes())
        .ok()
        .map(|request| {
            json!({
                "method": request.method,
                "path": request.path,
                "query": request.query,
                "headers": request.headers,
                "body": String::from_utf8_lossy(&request.body),
            })
        });
    Ok(json!({"violations": violations, "sent": sent}))
}

fn told(violation: &Violation) -> Json {
    json!([violation.problem.name(), violation.path.pointer()])
}
