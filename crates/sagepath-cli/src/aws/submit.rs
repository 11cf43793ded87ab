//! Sending requests that make something: one after the other, and what was made is undone or named where one fails.

use sagepath_aws::{Client, Kind};
use serde_json::{Value, json};

use crate::Status;
use crate::aws::{Interrupt, Voice, WatchArguments, watch};
use crate::failure::Failure;

/// Something that was made.
type Made = (&'static Kind, String);

/// Sends the requests, each an operation and its input, and follows what the last one makes unless that is not wanted.
pub(crate) async fn submit(
    client: &Client,
    requests: &[(&str, &Value)],
    detach: bool,
    how: &WatchArguments,
    voice: &mut Voice,
) -> Result<Status, Failure> {
    // Without credentials nothing is begun.
    client.credentials().await?;
    let mut interrupt = Interrupt::listen();
    let mut made: Vec<Made> = Vec::new();
    for (operation, input) in requests {
        let kind =
            Kind::made_by(operation).ok_or_else(|| Failure::usage(format!("{operation} makes nothing")))?;
        let name = input
            .get(kind.name_member())
            .and_then(Value::as_str)
            .unwrap_or_default();
        if interrupt.is_pressed() {
            let undone = undo(client, &made).await;
            return Err(Failure::usage(format!(
                "interrupted before {} `{name}` was made{undone}",
                kind.noun
            )));
        }
        let event = json!({ "event": "creating", "kind": kind.noun, "name": name });
        voice.say(format_args!("creating {} `{name}`", kind.noun), &event)?;
        match kind.make(client, name, input).await {
            Ok(created) => {
                let event =
                    json!({ "event": "created", "kind": kind.noun, "name": name, "arn": created.arn });
                voice.event(&event)?;
                made.push((kind, name.to_owned()));
            }
            Err(error) if error.is_ambiguous() => {
                let left = named(&made);
                let look = if kind.logs(name).is_some() {
                    format!("`sagepath attach {name}` tells")
                } else {
                    format!("`sagepath {}s {name}` tells", kind.noun)
                };
                return Err(Failure::usage(format!(
                    "it is not known whether {} `{name}` was made: {error}{left}",
                    kind.noun
                ))
                .hint(format!(
                    "{look}; the same command with the same `--name` makes none a second time"
                )));
            }
            Err(error) => {
                let undone = undo(client, &made).await;
                let is_taken = error.refusal().is_some_and(sagepath_aws::Refusal::is_in_use);
                let message = format!("{} `{name}` was not made: {error}{undone}", kind.noun);
                let failure = Failure::from(error).message(message);
                return Err(if is_taken {
                    failure.hint("take another name with `--name`")
                } else {
                    failure
                });
            }
        }
    }
    let Some((kind, name)) = made.last() else {
        return Err(Failure::usage("there is nothing to send"));
    };
    if detach {
        voice.hint(format_args!("`sagepath attach {name}` follows it"));
        let event = json!({ "event": "detached", "name": name });
        let document = json!({ kind.name_member(): name });
        voice.conclude([name.as_str()], &document, &event)?;
        return Ok(Status::Yes);
    }
    let status = watch(client, kind, name, how, voice, &mut interrupt).await?;
    if kind == &&Kind::ENDPOINT && status == Status::Yes {
        voice.hint(format_args!("`sagepath invoke {name} --content-type csv < rows.csv` asks it; `sagepath delete endpoint {name} --cascade` ends it"));
    }
    Ok(status)
}

/// Deletes what was made, the last first, and tells what came of it.
async fn undo(client: &Client, made: &[Made]) -> String {
    let (mut removed, mut left) = (Vec::new(), Vec::new());
    for thing in made.iter().rev() {
        let (kind, name) = thing;
        match kind.delete(client, name).await {
            Ok(()) => removed.push(format!("{} `{name}`", kind.noun)),
            Err(_) => left.push(thing.clone()),
        }
    }
    let removed = if removed.is_empty() {
        String::new()
    } else {
        format!("; removed again: {}", removed.join(", "))
    };
    removed + &named(&left)
}

/// What is still there.
fn named(left: &[Made]) -> String {
    if left.is_empty() {
        return String::new();
    }
    let names: Vec<String> = left
        .iter()
        .map(|(kind, name)| format!("{} `{name}`", kind.noun))
        .collect();
    format!("; still there: {}", names.join(", "))
}
