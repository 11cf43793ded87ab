//! `sagepath stop`: ends a job before its time.

use clap::Args;
use sagepath_aws::{Client, Kind, Outcome};

use crate::Status;
use crate::aws::{ConnectionArguments, JobKind, JsonArgument, Voice, find};
use crate::failure::{self, Failure};
use crate::last_word::{Form, LastWord, in_every_case};

#[derive(Args)]
#[command(after_help = "\
SageMaker takes a while to stop a job: `sagepath attach NAME` waits for it. What a training job has \
saved until then is kept.

Examples:
  sagepath stop my-job
  sagepath stop my-job --json | jq -r .outcome")]
pub(crate) struct StopArguments {
    /// The name of the job
    #[arg(value_name = "NAME")]
    name: String,

    /// What it is, if not the first that has this name
    #[arg(long, value_enum, value_name = "KIND")]
    kind: Option<JobKind>,

    #[command(flatten)]
    json: JsonArgument,

    #[command(flatten)]
    connection: ConnectionArguments,
}

pub(crate) fn run(arguments: &StopArguments, quiet: bool) -> Result<Status, Failure> {
    let form = arguments.json.form();
    in_every_case(form, || {
        let connection = &arguments.connection;
        connection.run(async |client| stop(&client, arguments, form, quiet).await)
    })
}

async fn stop(
    client: &Client,
    arguments: &StopArguments,
    form: Form,
    quiet: bool,
) -> Result<Status, Failure> {
    let name = &arguments.name;
    let (kind, found) = find(client, name, arguments.kind).await?;
    if kind == &Kind::ENDPOINT {
        return Err(
            Failure::usage(format!("`{name}` is an endpoint, which does not stop by itself"))
                .hint(format!("`sagepath delete endpoint {name}` ends it"))
                .tells(|word| word.about(kind, name)),
        );
    }
    let status = found
        .get(kind.status_member())
        .and_then(serde_json::Value::as_str);
    if let Some(status) = status.filter(|status| Outcome::of(status).is_some()) {
        return Err(
            Failure::no(format!("{} `{name}` has ended already: {status}", kind.noun))
                .tells(|word| word.about(kind, name).resource(&found)),
        );
    }
    kind.stop(client, name).await?;
    let mut voice = Voice::new(form, quiet);
    if !quiet {
        failure::note(format_args!(
            "{} `{name}` stops: `sagepath attach {name}` waits for it",
            kind.noun
        ));
    }
    voice.conclude([name.as_str()], &LastWord::new("stopping").about(kind, name))?;
    Ok(Status::Yes)
}
