//! `sagepath delete`: removes an endpoint, what it is made of, or a part of that.

use clap::{Args, ValueEnum};
use sagepath_aws::{Client, Kind};
use serde_json::Value;

use crate::aws::{ConnectionArguments, find_one};
use crate::failure::{Failure, warn};
use crate::{Status, output};

#[derive(Args)]
#[command(after_help = "\
Each thing that was deleted is a line of standard output. What could not be is named, and the exit \
status is 1.

Examples:
  sagepath delete endpoint my-endpoint --cascade
  sagepath delete model my-model")]
pub(crate) struct DeleteArguments {
    /// What to delete
    #[arg(value_enum, value_name = "KIND")]
    kind: Deletable,

    /// Its name
    #[arg(value_name = "NAME")]
    name: String,

    /// Delete the configuration of an endpoint and its models, too; another endpoint may use them, which is not looked for
    #[arg(long)]
    cascade: bool,

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

/// Something to delete.
type Thing = (&'static Kind, String);

pub(crate) fn run(arguments: &DeleteArguments) -> Result<Status, Failure> {
    let DeleteArguments {
        kind,
        name,
        cascade,
        connection,
    } = arguments;
    if *cascade && *kind == Deletable::Model {
        return Err(Failure::usage(
            "a model is made of nothing else: `--cascade` is for endpoints and their configurations",
        ));
    }
    connection.run(async |client| {
        let found = find_one(&client, kind.kind(), name).await?;
        let mut things = vec![(kind.kind(), name.clone())];
        if *cascade {
            things.extend(made_of(&client, kind.kind(), &found).await?);
        }
        delete_all(&client, &things).await
    })
}

/// What an endpoint or its configuration is made of, in the order in which it can be deleted.
async fn made_of(client: &Client, kind: &Kind, found: &Value) -> Result<Vec<Thing>, Failure> {
    let mut things = Vec::new();
    let config = if kind == &Kind::ENDPOINT {
        let Some(name) = found.get("EndpointConfigName").and_then(Value::as_str) else {
            return Ok(things);
        };
        let config = match Kind::ENDPOINT_CONFIG.describe(client, name).await {
            Err(error) if error.is_not_found() => return Ok(things),
            config => config?,
        };
        things.push((&Kind::ENDPOINT_CONFIG, name.to_owned()));
        config
    } else {
        found.clone()
    };
    for variants in ["ProductionVariants", "ShadowProductionVariants"] {
        let variants = config.get(variants).and_then(Value::as_array);
        for variant in variants.into_iter().flatten() {
            if let Some(name) = variant.get("ModelName").and_then(Value::as_str) {
                let model = (&Kind::MODEL, name.to_owned());
                if !things.contains(&model) {
                    things.push(model);
                }
            }
        }
    }
    Ok(things)
}

async fn delete_all(client: &Client, things: &[Thing]) -> Result<Status, Failure> {
    let mut left = Vec::new();
    for (kind, name) in things {
        match kind.delete(client, name).await {
            Ok(()) => output::to_stdout(|out| Ok(writeln!(out, "{} {name}", kind.noun)?))?,
            Err(error) if error.is_not_found() => {}
            Err(error) => {
                warn(format_args!("{} `{name}`: {error}", kind.noun));
                left.push(format!("{} `{name}`", kind.noun));
            }
        }
    }
    if left.is_empty() {
        return Ok(Status::Yes);
    }
    Err(Failure::no(format!("not deleted: {}", left.join(", "))).hint("run the command again"))
}
