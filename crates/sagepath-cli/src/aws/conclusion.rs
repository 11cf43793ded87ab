//! The end of a job or an endpoint, and how it is told.

use jiff::Timestamp;
use sagepath_aws::{Client, Kind, LogTail, Outcome, timestamp};
use serde_json::Value;

use crate::Status;
use crate::aws::{Voice, words};
use crate::failure::Failure;
use crate::last_word::{Form, LastWord};

/// How many log lines of a failed endpoint are shown.
const LAST_LINES: usize = 20;

/// How long it takes, and how much of that is paid for.
pub(super) struct Standing {
    pub(super) elapsed: Option<i64>,
    pub(super) billable: Option<i64>,
}

impl Standing {
    pub(super) fn of(found: &Value) -> Self {
        let time = |members: &[&str]| {
            members
                .iter()
                .find_map(|member| found.get(member).and_then(timestamp))
        };
        let end = time(&["TrainingEndTime", "ProcessingEndTime", "TransformEndTime"])
            .unwrap_or_else(Timestamp::now);
        let begin = time(&["CreationTime"]);
        Standing {
            elapsed: begin.map(|begin| end.duration_since(begin).as_secs().max(0)),
            billable: found.get("BillableTimeInSeconds").and_then(Value::as_i64),
        }
    }

    /// The line at the bottom of a terminal.
    pub(super) fn line(&self, kind: &Kind, found: &Value) -> String {
        let text = |member: &str| found.get(member).and_then(Value::as_str).map(str::to_owned);
        let parts = [
            text(&kind.name_member()),
            text(&kind.status_member()),
            text("SecondaryStatus"),
            self.elapsed.map(words),
            self.billable
                .map(|seconds| format!("{} billable", words(seconds))),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join("  ")
    }

    /// What it took, behind a sentence.
    fn words(&self) -> String {
        let elapsed = self.elapsed.map(|seconds| format!(" in {}", words(seconds)));
        let billable = self
            .billable
            .map(|seconds| format!(" ({} billable)", words(seconds)));
        elapsed.unwrap_or_default() + &billable.unwrap_or_default()
    }
}

/// Tells how it ended.
pub(crate) async fn conclude(
    client: &Client,
    kind: &'static Kind,
    name: &str,
    outcome: Outcome,
    found: &Value,
    voice: &mut Voice,
) -> Result<Status, Failure> {
    let standing = Standing::of(found);
    let reason = found.get("FailureReason").and_then(Value::as_str);
    let results = results(kind, name, found);
    let word = LastWord::new(match outcome {
        Outcome::Done => "done",
        Outcome::Stopped => "stopped",
        Outcome::Failed => "failed",
    })
    .about(kind, name)
    .with("reason", reason)
    .with("results", results.clone())
    .with("metrics", found.get("FinalMetricDataList").cloned())
    .with("elapsed_seconds", standing.elapsed)
    .with("billable_seconds", standing.billable)
    .resource(found);
    let noun = kind.noun;
    let took = standing.words();
    if outcome == Outcome::Done && kind == &Kind::ENDPOINT {
        voice.remark(format_args!("endpoint `{name}` is in service"));
    } else if outcome == Outcome::Done {
        voice.remark(format_args!("{noun} `{name}` has completed{took}"));
        for metric in metrics(found) {
            voice.remark(format_args!("  {metric}"));
        }
    }
    match outcome {
        Outcome::Done => {
            voice.conclude(results.iter().map(String::as_str), &word)?;
            Ok(Status::Yes)
        }
        Outcome::Stopped => {
            // What was saved until then is of use.
            if voice.form() == Form::Text {
                voice.conclude(results.iter().map(String::as_str), &word)?;
            }
            Err(Failure::no(format!("{noun} `{name}` was stopped")).ended(word))
        }
        Outcome::Failed => {
            if kind == &Kind::ENDPOINT {
                show_last_lines(client, kind, name, voice).await?;
            }
            let reason = reason.unwrap_or("SageMaker gives no reason");
            Err(Failure::no(format!("{noun} `{name}` has failed: {}", reason.trim_end_matches('.'))).hint(
                if kind == &Kind::ENDPOINT {
                    format!("`sagepath logs {name}` shows more; `sagepath delete endpoint {name} --cascade` removes it and what it is made of")
                } else {
                    format!("`sagepath logs {name}` shows what it has printed")
                },
            )
            .ended(word))
        }
    }
}

/// The last lines of a container that did not come up.
async fn show_last_lines(client: &Client, kind: &Kind, name: &str, voice: &mut Voice) -> Result<(), Failure> {
    let Some((group, prefix)) = kind.logs(name) else {
        return Ok(());
    };
    match LogTail::new(group, prefix).read(client).await {
        Ok(lines) => {
            for line in &lines[lines.len().saturating_sub(LAST_LINES)..] {
                voice.log(line)?;
            }
            Ok(())
        }
        Err(error) => voice.warn(format_args!("the logs cannot be read: {error}")),
    }
}

/// What is needed next: where the results are, or the name of the endpoint.
fn results(kind: &Kind, name: &str, found: &Value) -> Vec<String> {
    if kind == &Kind::ENDPOINT {
        return vec![name.to_owned()];
    }
    let mut results: Vec<String> = [
        "/ModelArtifacts/S3ModelArtifacts",
        "/TransformOutput/S3OutputPath",
    ]
    .into_iter()
    .filter_map(|pointer| found.pointer(pointer)?.as_str().map(str::to_owned))
    .collect();
    let outputs = found
        .pointer("/ProcessingOutputConfig/Outputs")
        .and_then(Value::as_array);
    results.extend(
        outputs
            .into_iter()
            .flatten()
            .filter_map(|output| output.pointer("/S3Output/S3Uri")?.as_str().map(str::to_owned)),
    );
    results
}

fn metrics(found: &Value) -> Vec<String> {
    let list = found.get("FinalMetricDataList").and_then(Value::as_array);
    list.into_iter()
        .flatten()
        .filter_map(|metric| {
            let name = metric.get("MetricName")?.as_str()?;
            Some(format!("{name} {}", metric.get("Value")?.as_f64()?))
        })
        .collect()
}
