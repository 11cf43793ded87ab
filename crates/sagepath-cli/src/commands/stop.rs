//! `sagepath stop`: ends a job before its time.

use clap::Args;
use sagepath_aws::Kind;

use crate::aws::{ConnectionArguments, JobKind, find};
use crate::failure::{self, Failure};
use crate::{Status, output};

#[derive(Args)]
#[command(after_help = "\
SageMaker takes a while to stop a job: `sagepath attach NAME` waits for it. What a training job has \
saved until then is kept.

Example:
  sagepath stop my-job")]
pub(crate) struct StopArguments {
    /// The name of the job
    #[arg(value_name = "NAME")]
    name: String,

    /// What it is, if not the first that has this name
    #[arg(long, value_enum, value_name = "KIND")]
    kind: Option<JobKind>,

    #[command(flatten)]
    connection: ConnectionArguments,
}

pub(crate) fn run(arguments: &StopArguments, quiet: bool) -> Result<Status, Failure> {
    let StopArguments {
        name,
        kind,
        connection,
    } = arguments;
    connection.run(async |client| {
        let (kind, found) = find(&client, name, *kind).await?;
        if kind == &Kind::ENDPOINT {
            return Err(
                Failure::usage(format!("`{name}` is an endpoint, which does not stop by itself"))
                    .hint(format!("`sagepath delete endpoint {name}` ends it")),
            );
        }
        let status = found
            .get(kind.status_member())
            .and_then(serde_json::Value::as_str);
        if let Some(status @ ("Completed" | "Failed" | "Stopped")) = status {
            return Err(Failure::no(format!(
                "{} `{name}` has ended already: {status}",
                kind.noun
            )));
        }
        kind.stop(&client, name).await?;
        if !quiet {
            failure::note(format_args!(
                "{} `{name}` stops: `sagepath attach {name}` waits for it",
                kind.noun
            ));
        }
        output::to_stdout(|out| Ok(writeln!(out, "{name}")?))?;
        Ok(Status::Yes)
    })
}
