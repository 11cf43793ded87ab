//! Waiting for a job or an endpoint, and telling how it goes.

use std::time::Duration;

use clap::Args;
use jiff::Timestamp;
use sagepath_aws::{Client, Event, Follower, Kind, LogTail, Outcome, timestamp};
use serde_json::{Value, json};

use crate::Status;
use crate::aws::{Form, FormArguments, Interrupt, Voice, seconds, words};
use crate::failure::Failure;

#[derive(Args)]
pub(crate) struct WatchArguments {
    #[command(flatten)]
    pub(crate) form: FormArguments,

    /// Show no log lines
    #[arg(long)]
    pub(crate) no_logs: bool,

    /// How many seconds to wait before it is asked again
    #[arg(long, value_name = "SECONDS", value_parser = seconds, default_value = "5")]
    pub(crate) interval: Duration,
}

/// How many times in a row nobody may answer. Each time the client has tried several times by itself.
const PATIENCE: u32 = 5;
/// How many log lines of a failed endpoint are shown.
const LAST_LINES: usize = 20;

/// Waits for the end of something, and tells how it was.
pub(crate) async fn watch(
    client: &Client,
    kind: &'static Kind,
    name: &str,
    arguments: &WatchArguments,
    voice: &mut Voice,
    interrupt: &mut Interrupt,
) -> Result<Status, Failure> {
    let watched = async {
        let mut follower = Follower::new(client, kind, name);
        // An endpoint prints for as long as it lives: its logs are of interest if it fails.
        if !arguments.no_logs && kind != &Kind::ENDPOINT {
            follower = follower.with_logs();
        }
        wait(&mut follower, kind, name, arguments.interval, voice).await
    };
    let ended = tokio::select! {
        ended = watched => ended?,
        () = interrupt.pressed() => None,
    };
    voice.hush();
    match ended {
        Some((outcome, found)) => conclude(client, kind, name, outcome, &found, voice).await,
        None => detach(kind, name, voice),
    }
}

/// Asks until it has come to its end; `None` never comes of it.
async fn wait(
    follower: &mut Follower<'_>,
    kind: &Kind,
    name: &str,
    interval: Duration,
    voice: &mut Voice,
) -> Result<Option<(Outcome, Value)>, Failure> {
    let mut is_known = false;
    let mut silent = 0;
    loop {
        match follower.look().await {
            Ok((events, found)) => {
                (is_known, silent) = (true, 0);
                let standing = Standing::of(&found);
                for event in &events {
                    tell(event, &standing, voice)?;
                }
                if let Some(error) = follower.take_logs_error() {
                    voice.warn(format_args!("the logs cannot be read: {error}"))?;
                }
                if let Some(outcome) = follower.outcome() {
                    last_lines(follower, interval, voice).await?;
                    return Ok(Some((outcome, found)));
                }
                voice.stand(|| standing.line(kind, &found));
            }
            Err(error) if error.is_not_found() && is_known => {
                return Err(Failure::no(format!(
                    "{} `{name}` has disappeared: SageMaker does not know it any more",
                    kind.noun
                ))
                .hint("somebody has deleted it; CloudTrail knows who"));
            }
            // What is under way goes on without us, so it is worth to be patient.
            Err(error) if error.is_ambiguous() || error.code() == "Unreachable" => {
                silent += 1;
                if silent >= PATIENCE {
                    return Err(Failure::from(error).hint(again(kind, name)));
                }
                voice.warn(format_args!("{error}; asking again"))?;
            }
            Err(error) => return Err(error.into()),
        }
        tokio::time::sleep(interval).await;
    }
}

/// What a container has printed last comes a little after its end.
async fn last_lines(
    follower: &mut Follower<'_>,
    interval: Duration,
    voice: &mut Voice,
) -> Result<(), Failure> {
    if !follower.has_logs() {
        return Ok(());
    }
    tokio::time::sleep(interval.min(Duration::from_secs(2))).await;
    let Ok((events, _)) = follower.look().await else {
        return Ok(());
    };
    for event in &events {
        if let Event::Log(line) = event {
            voice.log(line)?;
        }
    }
    Ok(())
}

fn tell(event: &Event, standing: &Standing, voice: &mut Voice) -> Result<(), Failure> {
    match event {
        Event::Log(line) => voice.log(line),
        Event::Status {
            status,
            secondary,
            message,
        } => {
            let event = json!({
                "event": "status",
                "status": status,
                "secondary_status": secondary,
                "message": message,
                "elapsed_seconds": standing.elapsed,
                "billable_seconds": standing.billable,
            });
            // The end has words of its own.
            if voice.form() != Form::Events && Outcome::of(status).is_some() {
                return Ok(());
            }
            let secondary = secondary.as_deref().filter(|secondary| secondary != status);
            let detail = secondary
                .map(|secondary| format!(", {secondary}"))
                .unwrap_or_default();
            let message = message
                .as_deref()
                .map(|message| format!(": {message}"))
                .unwrap_or_default();
            voice.say(format_args!("{status}{detail}{message}"), &event)
        }
    }
}

/// How long it takes, and how much of that is paid for.
struct Standing {
    elapsed: Option<i64>,
    billable: Option<i64>,
}

impl Standing {
    fn of(found: &Value) -> Self {
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
    fn line(&self, kind: &Kind, found: &Value) -> String {
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

async fn conclude(
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
    let event = json!({
        "event": "end",
        "outcome": match outcome {
            Outcome::Done => "done",
            Outcome::Stopped => "stopped",
            Outcome::Failed => "failed",
        },
        "name": name,
        "reason": reason,
        "results": results,
        "metrics": found.get("FinalMetricDataList"),
        "elapsed_seconds": standing.elapsed,
        "billable_seconds": standing.billable,
    });
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
    let lines = match outcome {
        Outcome::Failed => [].as_slice(),
        _ => results.as_slice(),
    };
    voice.conclude(lines.iter().map(String::as_str), found, &event)?;
    match outcome {
        Outcome::Done => Ok(Status::Yes),
        Outcome::Stopped => Err(Failure::no(format!("{noun} `{name}` was stopped"))),
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
            ))
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

/// How to take part again.
fn again(kind: &Kind, name: &str) -> String {
    let stop = if kind == &Kind::ENDPOINT {
        "delete endpoint"
    } else {
        "stop"
    };
    format!("it goes on: `sagepath attach {name}` follows it again, `sagepath {stop} {name}` ends it")
}

fn detach(kind: &Kind, name: &str, voice: &mut Voice) -> Result<Status, Failure> {
    let event = json!({ "event": "detached", "name": name });
    voice.say(
        format_args!("\ndetached from {} `{name}`: {}", kind.noun, again(kind, name)),
        &event,
    )?;
    Ok(Status::Interrupted)
}
