//! Prints requests.

use sagepath_check::Source;
use sagepath_job::{Plan, Remark};
use serde_json::{Value as Json, json};

use super::Job;
use crate::failure::{self, Failure};
use crate::output;

/// The request; of several, each under its operation.
pub(super) fn requests(plan: &Plan) -> Result<(), Failure> {
    output::to_stdout(|out| match &plan.requests[..] {
        [request] => output::json(&request.input, out),
        requests => {
            let fields = requests
                .iter()
                .map(|request| (request.operation.name.to_owned(), request.input.clone()));
            output::json(&Json::Object(fields.collect()), out)
        }
    })
}

/// A command of the AWS CLI for each request.
pub(super) fn shell(plan: &Plan, region: &str) -> Result<(), Failure> {
    output::to_stdout(|out| {
        for request in &plan.requests {
            let service = request.operation.service.name;
            let command = kebab(request.operation.name);
            let input = serde_json::to_string_pretty(&request.input)?.replace('\'', r"'\''");
            writeln!(
                out,
                "aws {service} {command} --region {region} --cli-input-json '{input}'"
            )?;
        }
        Ok(())
    })
}

/// `CreateTrainingJob` as a command: `create-training-job`.
fn kebab(name: &str) -> String {
    let mut kebab = String::new();
    for (at, letter) in name.char_indices() {
        if at > 0 && letter.is_ascii_uppercase() {
            kebab.push('-');
        }
        kebab.push(letter.to_ascii_lowercase());
    }
    kebab
}

/// Requests, choices and remarks as one document.
pub(super) fn everything(plan: &Plan, job: &Job, region: &str) -> Result<(), Failure> {
    let requests: Vec<Json> = plan
        .requests
        .iter()
        .map(|request| json!({"operation": request.operation.name, "input": request.input}))
        .collect();
    let choices: Vec<Json> = plan
        .choices
        .iter()
        .map(|choice| {
            json!({
                "operation": choice.operation,
                "field": choice.field,
                "value": choice.value,
                "reason": choice.reason,
            })
        })
        .collect();
    let document = json!({
        "version": 1,
        "outcome": if plan.is_refused() { "refused" } else { "planned" },
        "region": region,
        "refused": plan.is_refused(),
        "requests": requests,
        "choices": choices,
        "remarks": remarks(plan, job),
    });
    output::to_stdout(|out| output::json(&document, out))
}

/// What is wrong with a file, and what is worth to know of it, for programs.
pub(super) fn remarks(plan: &Plan, job: &Job) -> Vec<Json> {
    let source = Source::new(job.text.as_bytes());
    let remarks = plan.remarks.iter();
    remarks.map(|remark| located(remark, &source)).collect()
}

fn located(remark: &Remark, source: &Source<'_>) -> Json {
    let start = source.position(remark.span.start);
    json!({
        "rule": remark.rule,
        "severity": remark.severity,
        "line": start.line,
        "column": start.column,
        "message": remark.message,
        "help": remark.help,
    })
}

/// What the file left open, and how it was decided.
pub(super) fn explain(plan: &Plan) {
    for choice in &plan.choices {
        failure::note(format_args!(
            "{} {} is {}: {}",
            choice.operation, choice.field, choice.value, choice.reason
        ));
    }
}
