//! `sagepath delete`: removes an endpoint, what it is made of, or a part of that.

mod in_use;

use clap::{Args, ValueEnum};
use sagepath_aws::{Client, Error, Kind};
use serde_json::{Value, json};

use self::in_use::Users;
use crate::aws::{ConnectionArguments, JsonArgument, Thing, find_one, named, to_json};
use crate::failure::{Failure, note, warn};
use crate::last_word::{Form, LastWord, in_every_case};
use crate::{Status, output};

#[derive(Args)]
#[command(after_help = "\
Each thing that was deleted is a line of standard output. What could not be is named, and the exit \
status is 1. With --cascade, a configuration or model that another endpoint uses is kept, and said to \
be; all endpoints of the region are asked for that.

Examples:
  sagepath delete endpoint my-endpoint --cascade
  sagepath delete model my-model
  sagepath delete endpoint my-endpoint --cascade --json | jq -r '.kept[].name'")]
pub(crate) struct DeleteArguments {
    /// What to delete
    #[arg(value_enum, value_name = "KIND")]
    kind: Deletable,

    /// Its name
    #[arg(value_name = "NAME")]
    name: String,

    /// Delete the configuration of an endpoint and its models, too, but for what another endpoint uses
    #[arg(long)]
    cascade: bool,

    #[command(flatten)]
    json: JsonArgument,

    #[command(flatten)]
    connection: ConnectionArguments,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Deletable {
    /// An endpoint
    Endpoint,
    /// What an endpoint consists of
    EndpointConfig,
    /// A model
    Model,
}

impl Deletable {
    fn kind(self) -> &'static Kind {
        match self {
            Deletable::Endpoint => &Kind::ENDPOINT,
            Deletable::EndpointConfig => &Kind::ENDPOINT_CONFIG,
            Deletable::Model => &Kind::MODEL,
        }
    }
}

pub(crate) fn run(arguments: &DeleteArguments, quiet: bool) -> Result<Status, Failure> {
    let DeleteArguments {
        kind,
        name,
        cascade,
        json,
        connection,
    } = arguments;
    let form = json.form();
    in_every_case(form, || {
        if *cascade && *kind == Deletable::Model {
            return Err(Failure::usage(
                "a model is made of nothing else: `--cascade` is for endpoints and their configurations",
            ));
        }
        connection.run(async |client| {
            let found = find_one(&client, kind.kind(), name).await?;
            let mut things = vec![(kind.kind(), name.clone())];
            let mut users = Users::new();
            if *cascade {
                things.extend(made_of(&client, kind.kind(), &found).await?);
                let own = (*kind == Deletable::Endpoint).then_some(name.as_str());
                let parts = &things[usize::from(own.is_some())..];
                if !parts.is_empty() {
                    let found = in_use::users(&client, parts, own).await;
                    users = found.map_err(not_known)?;
                }
            }
            let deletion = Deletion::of(&client, &things, &users, form).await?;
            deletion.conclude(form, quiet)
        })
    })
}

/// Nothing is deleted as long as it may be in use.
fn not_known(error: Error) -> Failure {
    let message = format!("it is not known what other endpoints use: {error}");
    Failure::from(error)
        .message(message)
        .hint("nothing is deleted; without `--cascade` only what is named is")
}

/// What an endpoint or its configuration is made of, in the order in which it can be deleted.
async fn made_of(client: &Client, kind: &Kind, found: &Value) -> Result<Vec<Thing>, Failure> {
    if kind != &Kind::ENDPOINT {
        return Ok(models(found));
    }
    let Some(name) = found.get("EndpointConfigName").and_then(Value::as_str) else {
        return Ok(Vec::new());
    };
    let config = match Kind::ENDPOINT_CONFIG.describe(client, name).await {
        Err(error) if error.is_not_found() => return Ok(Vec::new()),
        config => config?,
    };
    let mut things: Vec<Thing> = vec![(&Kind::ENDPOINT_CONFIG, name.to_owned())];
    things.extend(models(&config));
    Ok(things)
}

/// The models of a configuration, each once.
fn models(config: &Value) -> Vec<Thing> {
    let mut models: Vec<Thing> = Vec::new();
    for variants in ["ProductionVariants", "ShadowProductionVariants"] {
        let variants = config.get(variants).and_then(Value::as_array);
        for variant in variants.into_iter().flatten() {
            if let Some(name) = variant.get("ModelName").and_then(Value::as_str) {
                let model = (&Kind::MODEL, name.to_owned());
                if !models.contains(&model) {
                    models.push(model);
                }
            }
        }
    }
    models
}

/// What came of deleting things.
#[derive(Default)]
struct Deletion {
    deleted: Vec<Thing>,
    /// What endpoints use, and which.
    kept: Vec<(Thing, Vec<String>)>,
    /// What could not be deleted, and why.
    left: Vec<(Thing, String)>,
    /// Whether the thing that was named is kept.
    is_refused: bool,
}

impl Deletion {
    async fn of(client: &Client, things: &[Thing], users: &Users, form: Form) -> Result<Self, Failure> {
        let mut deletion = Deletion::default();
        for (number, thing) in things.iter().enumerate() {
            if let Some(endpoints) = users.get(&in_use::key(thing)) {
                let endpoints = endpoints.iter().cloned().collect();
                deletion.kept.push((thing.clone(), endpoints));
                deletion.is_refused |= number == 0;
                continue;
            }
            let (kind, name) = thing;
            match kind.delete(client, name).await {
                Ok(()) => {
                    if form == Form::Text {
                        output::to_stdout(|out| Ok(writeln!(out, "{} {name}", kind.noun)?))?;
                    }
                    deletion.deleted.push(thing.clone());
                }
                Err(error) if error.is_not_found() => {}
                Err(error) => {
                    warn(format_args!("{} `{name}`: {error}", kind.noun));
                    deletion.left.push((thing.clone(), error.to_string()));
                }
            }
        }
        Ok(deletion)
    }

    fn conclude(&self, form: Form, quiet: bool) -> Result<Status, Failure> {
        if let Some((thing, endpoints)) = self.kept.first().filter(|_| self.is_refused) {
            let (users, verb) = used_by(endpoints);
            let message = format!("not deleted: {}, which the {users} {verb}", named(thing));
            return Err(Failure::no(message)
                .hint("delete the endpoints that use it first")
                .ended(self.last_word("refused")));
        }
        for (thing, endpoints) in self.kept.iter().filter(|_| !quiet) {
            let (users, _) = used_by(endpoints);
            note(format_args!(
                "{} is kept: it is in use by the {users}",
                named(thing)
            ));
        }
        if self.left.is_empty() {
            self.last_word("done").say(form)?;
            return Ok(Status::Yes);
        }
        let left: Vec<String> = self.left.iter().map(|(thing, _)| named(thing)).collect();
        Err(Failure::no(format!("not deleted: {}", left.join(", ")))
            .hint("run the command again")
            .ended(self.last_word("incomplete")))
    }

    fn last_word(&self, outcome: &'static str) -> LastWord {
        let deleted = self.deleted.iter().map(to_json);
        let kept = self.kept.iter().map(
            |((kind, name), endpoints)| json!({ "kind": kind.noun, "name": name, "used_by": endpoints }),
        );
        let left = self
            .left
            .iter()
            .map(|((kind, name), reason)| json!({ "kind": kind.noun, "name": name, "reason": reason }));
        LastWord::new(outcome)
            .with("deleted", deleted.collect::<Vec<_>>())
            .with("kept", kept.collect::<Vec<_>>())
            .with("left", left.collect::<Vec<_>>())
    }
}

/// Endpoints, and what they do with something.
fn used_by(endpoints: &[String]) -> (String, &'static str) {
    let names: Vec<String> = endpoints.iter().map(|name| format!("`{name}`")).collect();
    let names = names.join(", ");
    if endpoints.len() == 1 {
        (format!("endpoint {names}"), "uses")
    } else {
        (format!("endpoints {names}"), "use")
    }
}
