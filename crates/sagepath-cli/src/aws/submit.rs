//! Sending requests that make something: one after the other, and what was made is undone or named where one fails.

use jiff::Timestamp;
use sagepath_aws::{Client, Error, Kind, Refusal};
use serde_json::{Value, json};

use crate::Status;
use crate::aws::{Interrupt, Voice, WatchArguments, replace, watch};
use crate::failure::Failure;

/// How what is sent is to be understood.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sending {
    /// Whether the command ends as soon as all is sent.
    pub(crate) detach: bool,
    /// Whether an endpoint that is there already gets what is made.
    pub(crate) update: bool,
}

/// Something that was made.
type Made = (&'static Kind, String);

/// Sends the requests, each an operation and its input, and follows what the last one makes unless that is not wanted.
pub(crate) async fn submit(
    client: &Client,
    requests: &[(&str, &Value)],
    sending: Sending,
    how: &WatchArguments,
    voice: &mut Voice,
) -> Result<Status, Failure> {
    // Without credentials nothing is begun.
    client.credentials().await?;
    let mut interrupt = Interrupt::listen();
    let old = match requests.last() {
        Some(("CreateEndpoint", input)) if sending.update => endpoint_there(client, input).await?,
        _ => None,
    };
    let renamed = old.as_ref().map(|_| {
        let suffix = Timestamp::now().strftime("%Y%m%d-%H%M%S").to_string();
        replace::renamed(requests, &suffix)
    });
    let requests: Vec<(&str, &Value)> = match &renamed {
        Some(renamed) => renamed
            .iter()
            .map(|(operation, input)| (*operation, input))
            .collect(),
        None => requests.to_vec(),
    };
    let mut made: Vec<Made> = Vec::new();
    for (operation, input) in &requests {
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
        if old.is_some() && kind == &Kind::ENDPOINT {
            update(client, name, input, &made, voice).await?;
        } else {
            make(client, kind, name, input, &made, voice).await?;
        }
        made.push((kind, name.to_owned()));
    }
    let Some((kind, name)) = made.last() else {
        return Err(Failure::usage("there is nothing to send"));
    };
    if sending.detach {
        voice.hint(format_args!("`sagepath attach {name}` follows it"));
        let event = json!({ "event": "detached", "name": name });
        let document = json!({ kind.name_member(): name });
        voice.conclude([name.as_str()], &document, &event)?;
        return Ok(Status::Yes);
    }
    let status = watch(client, kind, name, how, voice, &mut interrupt).await?;
    if kind == &&Kind::ENDPOINT && status == Status::Yes {
        if let (Some(old), Some((_, input))) = (&old, requests.last()) {
            check_update(client, name, input, old, &made, voice).await?;
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

async fn make(
    client: &Client,
    kind: &'static Kind,
    name: &str,
    input: &Value,
    made: &[Made],
    voice: &mut Voice,
) -> Result<(), Failure> {
    let event = json!({ "event": "creating", "kind": kind.noun, "name": name });
    voice.say(format_args!("creating {} `{name}`", kind.noun), &event)?;
    match kind.make(client, name, input).await {
        Ok(created) => {
            voice.event(&json!({ "event": "created", "kind": kind.noun, "name": name, "arn": created.arn }))
        }
        Err(error) if error.is_ambiguous() => {
            let look = if kind.logs(name).is_some() {
                format!("`sagepath attach {name}` tells")
            } else {
                format!("`aws sagemaker` or the console tells of {} `{name}`", kind.noun)
            };
            let message = format!(
                "it is not known whether {} `{name}` was made: {error}{}",
                kind.noun,
                named(made)
            );
            Err(Failure::usage(message).hint(format!(
                "{look}; the same command with the same `--name` makes none a second time"
            )))
        }
        Err(error) => {
            let is_taken = error.refusal().is_some_and(Refusal::is_in_use);
            let failure = refused(
                client,
                &format!("{} `{name}` was not made", kind.noun),
                error,
                made,
            )
            .await;
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
    made: &[Made],
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
        Err(error) if error.is_ambiguous() => Err(Failure::usage(format!(
            "it is not known whether endpoint `{name}` is updated: {error}{}",
            named(made)
        ))
        .hint(format!("`sagepath attach {name}` tells"))),
        Err(error) => Err(refused(client, &format!("endpoint `{name}` was not updated"), error, made).await),
    }
}

/// SageMaker goes back to the old configuration where the new one does not come up; the endpoint is in service all the same.
async fn check_update(
    client: &Client,
    name: &str,
    input: &Value,
    old: &str,
    made: &[Made],
    voice: &mut Voice,
) -> Result<(), Failure> {
    let found = Kind::ENDPOINT.describe(client, name).await?;
    if found.get("EndpointConfigName") == input.get("EndpointConfigName") {
        voice.hint(format_args!(
            "what it was made of is still there: `sagepath delete endpoint-config {old} --cascade`"
        ));
        return Ok(());
    }
    let reason = found.get("FailureReason").and_then(Value::as_str);
    let reason = reason
        .unwrap_or("SageMaker gives no reason")
        .trim_end_matches('.');
    let left = made
        .iter()
        .filter(|(kind, _)| *kind != &Kind::ENDPOINT)
        .cloned()
        .collect::<Vec<_>>();
    Err(Failure::no(format!(
        "endpoint `{name}` was not updated, and goes on as before: {reason}{}",
        named(&left)
    ))
    .hint(format!(
        "`sagepath logs {name}` shows what the new container has printed"
    )))
}

/// A no, with what came of what was made before.
async fn refused(client: &Client, what: &str, error: Error, made: &[Made]) -> Failure {
    let message = format!("{what}: {error}{}", undo(client, made).await);
    Failure::from(error).message(message)
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
