//! `sagepath attach`: follows a job, or an endpoint that comes up.

use clap::Args;

use crate::Status;
use crate::aws::{
    ConnectionArguments, Interrupt, JobKind, Voice, WatchArguments, conclude, detach, find, watch,
};
use crate::failure::Failure;
use crate::last_word::in_every_case;

#[derive(Args)]
#[command(after_help = "\
Standard output gets where the results are; what happens is told on standard error. Ctrl-C leaves the \
job alone.

Exit status: 0 when it has completed, 1 when it has failed or was stopped, 2 when AWS cannot be asked, \
130 after Ctrl-C.

Examples:
  sagepath attach my-job
  sagepath attach my-job --events | jq -r 'select(.event == \"log\").message'
  model=$(sagepath attach my-job --quiet)")]
pub(crate) struct AttachArguments {
    /// The name of the job or endpoint
    #[arg(value_name = "NAME")]
    name: String,

    /// What it is, if not the first that has this name
    #[arg(long, value_enum, value_name = "KIND")]
    kind: Option<JobKind>,

    #[command(flatten)]
    watch: WatchArguments,

    #[command(flatten)]
    connection: ConnectionArguments,
}

pub(crate) fn run(arguments: &AttachArguments, quiet: bool) -> Result<Status, Failure> {
    let AttachArguments {
        name,
        kind,
        watch: how,
        connection,
    } = arguments;
    let form = how.form.form();
    in_every_case(form, || {
        connection.run(async |client| {
            let (kind, _) = find(&client, name, *kind).await?;
            // Until here Ctrl-C ends the process: nothing is known that could be told.
            let mut interrupt = Interrupt::listen();
            let mut voice = Voice::new(form, quiet);
            match watch(&client, kind, name, how, &mut voice, &mut interrupt).await? {
                Some((outcome, found)) => conclude(&client, kind, name, outcome, &found, &mut voice).await,
                None => detach(kind, name, &mut voice),
            }
        })
    })
}
