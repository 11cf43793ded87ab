//! Sending requests that make something: one after the other, and what was made is undone or named where one fails.

use std::fmt::Display;

use sagepath_aws::{Client, Error, Kind, Outcome, Refusal};
use serde_json::{Value, json};

use crate::Status;
use crate::aws::{Interrupt, Thing, Voice, WatchArguments, conclude, detach, named, replace, to_json, watch};
use crate::failure::{self, Failure};
use crate::fresh;
use crate::last_word::LastWord;

/// How what is sent is to be understood.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sending {
    /// Whether the command ends as soon as all is sent.
    pub(crate) detach: bool,
    /// Whether an endpoint that is there already gets what is made.
    pub(crate) update: bool,
}

/// Sends the requests, each an operation and its input, and follows what the last one makes unless that is not wanted.
pub(crate) async fn submit(
    client: &Client,
    requests: &[(&str, &Value)],
    sending: Sending,
    how: &WatchArguments,
    voice: &mut Voice,
) -> Result<Status, Failure> {
    // Until something is begun, Ctrl-C ends the process.
    let old = match requests.last() {
        Some(("CreateEndpoint", input)) if sending.update => endpoint_there(client, input).await?,
        _ => None,
    };
    let renamed = old.as_ref().map(|_| replace::renamed(requests, &fresh::suffix()));
    let requests: Vec<(&str, &Value)> = match &renamed {
        Some(renamed) => renamed
            .iter()
            .map(|(operation, input)| (*operation, input))
            .collect(),
        None => requests.to_vec(),
    };
    let mut interrupt = Interrupt::listen();
    let mut made: Vec<Thing> = Vec::new();
    // Of what was made last; an endpoint that is updated keeps its own.
    let mut arn = None;
    for (operation, input) in &requests {
        let kind =
            Kind::made_by(operation).ok_or_else(|| Failure::usage(format!("{operation} makes nothing")))?;
        let name = input
            .get(kind.name_member())
            .and_then(Value::as_str)
            .unwrap_or_default();
        if interrupt.is_pressed() {
            let undone = tokio::select! {
                undone = undo(client, &made) => undone,
                () = interrupt.pressed_again() => Undone { removed: Vec::new(), left: made },
            };
            return Err(Failure::usage(format!(
                "interrupted before {} `{name}` was made{undone}",
                kind.noun
            ))
            .tells(|word| undone.told(word.about(kind, name))));
        }
        let is_update = old.is_some() && kind == &Kind::ENDPOINT;
        let begun = async {
            if is_update {
                update(client, name, input, &made, voice).await.map(|()| None)
            } else {
                make(client, kind, name, input, &made, voice).await.map(Some)
            }
        };
        arn = tokio::select! {
            begun = begun => begun?,
            () = given_up(&mut interrupt, kind, name) => {
                let done = if is_update { "updated" } else { "made" };
                return Err(not_known(kind, name, done, &"interrupted", &made));
            }
        };
        made.push((kind, name.to_owned()));
    }
    let Some((kind, name)) = made.last() else {
        return Err(Failure::usage("there is nothing to send"));
    };
    if sending.detach {
        voice.hint(format_args!("`sagepath attach {name}` follows it"));
        let word = LastWord::new("detached").about(kind, name).with("arn", arn);
        voice.conclude([name.as_str()], &word)?;
        return Ok(Status::Yes);
    }
    let Some((outcome, found)) = watch(client, kind, name, how, voice, &mut interrupt).await? else {
        return detach(kind, name, voice);
    };
    if let (Some(_), Some((_, input))) = (&old, requests.last())
        && outcome == Outcome::Done
        && found.get("EndpointConfigName") != input.get("EndpointConfigName")
    {
        return Err(rolled_back(name, &found, &made));
    }
    let status = conclude(client, kind, name, outcome, &found, voice).await?;
    if kind == &&Kind::ENDPOINT && status == Status::Yes {
        if let Some(old) = &old {
            voice.hint(format_args!(
                "what it was made of is still there: `sagepath delete endpoint-config {old} --cascade`"
            ));
        }
        voice.hint(format_args!(
            "`sagepath invoke {name} --content-type csv < rows.csv` asks it; `sagepath delete endpoint {name} --cascade` ends it"
        ));
    }
    Ok(status)
}

/// The configuration of the endpoint that a request would make, if it is there.
async fn endpoint_there(client: &Client, input: &Value) -> Result<Option<String>, Failure> {
    let text = |value: &Value, member: &str| {
        value
            .get(member)
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned()
    };
    match Kind::ENDPOINT
        .describe(client, &text(input, "EndpointName"))
        .await
    {
        Ok(found) => Ok(Some(text(&found, "EndpointConfigName"))),
        Err(error) if error.is_not_found() => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// Ctrl-C while a request is under way that makes something: once waits for its answer, twice does not.
async fn given_up(interrupt: &mut Interrupt, kind: &Kind, name: &str) {
    interrupt.pressed().await;
    failure::note(format_args!(
        "waiting for the answer that tells whether there is a {} `{name}`; Ctrl-C again does not wait",
        kind.noun
    ));
    interrupt.pressed_again().await;
}

/// Something may have come of a request, and nobody knows.
fn not_known(kind: &Kind, name: &str, done: &str, why: &dyn Display, made: &[Thing]) -> Failure {
    let look = if kind.logs(name).is_some() {
        format!("`sagepath attach {name}` tells")
    } else {
        format!("`aws sagemaker` or the console tells of {} `{name}`", kind.noun)
    };
    let hint = match done {
        "made" => format!("{look}; the same command with the same `--name` makes none a second time"),
        _ => look,
    };
    let still = still_there(made);
    let noun = kind.noun;
    Failure::usage(format!(
        "it is not known whether {noun} `{name}` was {done}: {why}{still}"
    ))
    .hint(hint)
    .tells(|word| word.about(kind, name).with("left", all_to_json(made)))
}

/// Makes something, and gives its ARN.
async fn make(
    client: &Client,
    kind: &'static Kind,
    name: &str,
    input: &Value,
    made: &[Thing],
    voice: &mut Voice,
) -> Result<String, Failure> {
    let event = json!({ "event": "creating", "kind": kind.noun, "name": name });
    voice.say(format_args!("creating {} `{name}`", kind.noun), &event)?;
    match kind.make(client, name, input).await {
        Ok(created) => {
            let arn = created.arn;
            voice.event(&json!({ "event": "created", "kind": kind.noun, "name": name, "arn": arn }))?;
            Ok(arn)
        }
        Err(error) if error.is_ambiguous() => Err(not_known(kind, name, "made", &error, made)),
        Err(error) => {
            let is_taken = error.refusal().is_some_and(Refusal::is_in_use);
            let failure = refused(client, kind, name, "made", error, made).await;
            Err(if is_taken {
                failure.hint("take another name with `--name`")
            } else {
                failure
            })
        }
    }
}

/// Lets an endpoint take a new configuration.
async fn update(
    client: &Client,
    name: &str,
    input: &Value,
    made: &[Thing],
    voice: &mut Voice,
) -> Result<(), Failure> {
    let event = json!({ "event": "updating", "kind": Kind::ENDPOINT.noun, "name": name });
    voice.say(format_args!("updating endpoint `{name}`"), &event)?;
    let config = input
        .get("EndpointConfigName")
        .and_then(Value::as_str)
        .unwrap_or_default();
    match client.update_endpoint(name, config).await {
        Ok(()) => Ok(()),
        Err(error) if error.is_ambiguous() => Err(not_known(&Kind::ENDPOINT, name, "updated", &error, made)),
        Err(error) => Err(refused(client, &Kind::ENDPOINT, name, "updated", error, made).await),
    }
}

/// SageMaker went back to the old configuration, for the new one did not come up; the endpoint is in service all the same.
fn rolled_back(name: &str, found: &Value, made: &[Thing]) -> Failure {
    let reason = found.get("FailureReason").and_then(Value::as_str);
    let words = reason
        .unwrap_or("SageMaker gives no reason")
        .trim_end_matches('.');
    let left: Vec<Thing> = made
        .iter()
        .filter(|(kind, _)| *kind != &Kind::ENDPOINT)
        .cloned()
        .collect();
    let word = LastWord::new("rolled-back")
        .about(&Kind::ENDPOINT, name)
        .with("reason", reason)
        .with("left", all_to_json(&left))
        .resource(found);
    Failure::no(format!(
        "endpoint `{name}` was not updated, and goes on as before: {words}{}",
        still_there(&left)
    ))
    .hint(format!(
        "`sagepath logs {name}` shows what the new container has printed"
    ))
    .ended(word)
}

/// A no, with what came of what was made before.
async fn refused(
    client: &Client,
    kind: &Kind,
    name: &str,
    done: &str,
    error: Error,
    made: &[Thing],
) -> Failure {
    let undone = undo(client, made).await;
    let message = format!("{} `{name}` was not {done}: {error}{undone}", kind.noun);
    Failure::from(error)
        .message(message)
        .tells(|word| undone.told(word.about(kind, name)))
}

/// What came of what was made before something failed.
struct Undone {
    removed: Vec<Thing>,
    left: Vec<Thing>,
}

/// Deletes what was made, the last first.
async fn undo(client: &Client, made: &[Thing]) -> Undone {
    let (mut removed, mut left) = (Vec::new(), Vec::new());
    for thing in made.iter().rev() {
        let (kind, name) = thing;
        match kind.delete(client, name).await {
            Ok(()) => removed.push(thing.clone()),
            Err(_) => left.push(thing.clone()),
        }
    }
    Undone { removed, left }
}

impl Undone {
    fn told(&self, word: LastWord) -> LastWord {
        word.with("removed", all_to_json(&self.removed))
            .with("left", all_to_json(&self.left))
    }
}

impl Display for Undone {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if !self.removed.is_empty() {
            write!(out, "; removed again: {}", listed(&self.removed))?;
        }
        out.write_str(&still_there(&self.left))
    }
}

/// What is still there, behind a sentence.
fn still_there(left: &[Thing]) -> String {
    if left.is_empty() {
        return String::new();
    }
    format!("; still there: {}", listed(left))
}

fn listed(things: &[Thing]) -> String {
    things.iter().map(named).collect::<Vec<_>>().join(", ")
}

/// Things as programs are told of them.
fn all_to_json(things: &[Thing]) -> Vec<Value> {
    things.iter().map(to_json).collect()
}
