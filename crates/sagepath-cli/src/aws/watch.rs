//! Waiting for a job or an endpoint, and telling how it goes.

use std::time::Duration;

use clap::Args;
use sagepath_aws::{Client, Event, Follower, Kind, Outcome};
use serde_json::{Value, json};

use crate::Status;
use crate::aws::conclusion::Standing;
use crate::aws::{FormArguments, Interrupt, Voice, seconds};
use crate::failure::Failure;
use crate::last_word::{Form, LastWord};

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

/// Waits for the end of something: how it ended, and what SageMaker knows of it then. `None`: of Ctrl-C.
pub(crate) async fn watch(
    client: &Client,
    kind: &'static Kind,
    name: &str,
    arguments: &WatchArguments,
    voice: &mut Voice,
    interrupt: &mut Interrupt,
) -> Result<Option<(Outcome, Value)>, Failure> {
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
    Ok(ended)
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
                .hint("somebody has deleted it; CloudTrail knows who")
                .ended(LastWord::new("unknown").about(kind, name)));
            }
            // What is under way goes on without us, so it is worth to be patient.
            Err(error) if error.is_ambiguous() || error.code() == "Unreachable" => {
                silent += 1;
                if silent >= PATIENCE {
                    return Err(Failure::from(error)
                        .hint(again(kind, name))
                        .tells(|word| word.about(kind, name)));
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

/// How to take part again.
fn again(kind: &Kind, name: &str) -> String {
    let stop = if kind == &Kind::ENDPOINT {
        "delete endpoint"
    } else {
        "stop"
    };
    format!("it goes on: `sagepath attach {name}` follows it again, `sagepath {stop} {name}` ends it")
}

/// Leaves something alone that goes on.
pub(crate) fn detach(kind: &Kind, name: &str, voice: &mut Voice) -> Result<Status, Failure> {
    voice.remark(format_args!(
        "\ndetached from {} `{name}`: {}",
        kind.noun,
        again(kind, name)
    ));
    voice.conclude([], &LastWord::new("detached").about(kind, name))?;
    Ok(Status::Interrupted)
}
