//! `sagepath logs`: what the containers of a job or an endpoint have printed.

use std::time::Duration;

use clap::Args;
use sagepath_aws::{Client, Follower, Kind, LogLine, LogTail, Outcome};
use serde_json::Value;

use crate::aws::{ConnectionArguments, JobKind, find, log_event, seconds};
use crate::failure::Failure;
use crate::last_word::{Form, LastWord, in_every_case};
use crate::style::FAINT;
use crate::{Status, output};

#[derive(Args)]
#[command(after_help = "\
Where several containers have printed, each line begins with the container's. With --json, each line \
is an event `log` as `sagepath attach --events` tells them; where there are none, an event `end` tells why.

Examples:
  sagepath logs my-job
  sagepath logs my-endpoint --follow
  sagepath logs my-job --tail 50
  sagepath logs my-job --json | jq -r .message")]
pub(crate) struct LogsArguments {
    /// The name of the job or endpoint
    #[arg(value_name = "NAME")]
    name: String,

    /// What it is, if not the first that has this name
    #[arg(long, value_enum, value_name = "KIND")]
    kind: Option<JobKind>,

    /// Go on until the job has ended, or Ctrl-C
    #[arg(long, short)]
    follow: bool,

    /// Only the last lines
    #[arg(long, value_name = "N")]
    tail: Option<usize>,

    /// Print a JSON object a line
    #[arg(long)]
    json: bool,

    /// How many seconds to wait before it is asked again
    #[arg(long, value_name = "SECONDS", value_parser = seconds, default_value = "5")]
    interval: Duration,

    #[command(flatten)]
    connection: ConnectionArguments,
}

pub(crate) fn run(arguments: &LogsArguments) -> Result<Status, Failure> {
    let form = if arguments.json { Form::Events } else { Form::Text };
    in_every_case(form, || {
        arguments.connection.run(async |client| {
            let (kind, found) = find(&client, &arguments.name, arguments.kind).await?;
            tokio::select! {
                shown = show(&client, kind, &found, arguments) => shown,
                _ = tokio::signal::ctrl_c() => Ok(Status::Interrupted),
            }
        })
    })
}

async fn show(
    client: &Client,
    kind: &'static Kind,
    found: &Value,
    arguments: &LogsArguments,
) -> Result<Status, Failure> {
    let LogsArguments {
        name,
        follow,
        tail,
        interval,
        ..
    } = arguments;
    let Some((group, prefix)) = kind.logs(name) else {
        return Err(Failure::usage(format!("{} has no logs", kind.noun)));
    };
    let mut logs = LogTail::new(group, prefix);
    let mut follower = Follower::new(client, kind, name);
    let mut count = 0;
    loop {
        // The end is looked for before the lines are read: what comes in between is not lost.
        if *follow {
            follower.look().await?;
        }
        let lines = logs.read(client).await?;
        let first = match tail {
            Some(tail) if count == 0 => lines.len().saturating_sub(*tail),
            _ => 0,
        };
        count += lines.len();
        print(&lines[first..], logs.has_several_streams(), arguments.json)?;
        let is_over = kind != &Kind::ENDPOINT && follower.outcome().is_some();
        if !follow || is_over {
            break;
        }
        tokio::time::sleep(*interval).await;
    }
    if count == 0 {
        let status = found.get(kind.status_member()).and_then(Value::as_str);
        let has_ended = kind != &Kind::ENDPOINT
            && (follower.outcome().is_some() || status.and_then(Outcome::of).is_some());
        let yet = if has_ended { "" } else { " yet" };
        return Err(
            Failure::no(format!("{} `{name}` has printed nothing{yet}", kind.noun))
                .ended(LastWord::new("empty").about(kind, name)),
        );
    }
    Ok(Status::Yes)
}

fn print(lines: &[LogLine], with_stream: bool, as_json: bool) -> Result<(), Failure> {
    output::to_stdout(|out| {
        for line in lines {
            let LogLine { stream, message, .. } = line;
            if as_json {
                writeln!(out, "{}", log_event(line))?;
            } else if with_stream {
                writeln!(out, "{FAINT}{stream}{FAINT:#} {message}")?;
            } else {
                writeln!(out, "{message}")?;
            }
        }
        Ok(())
    })
}
