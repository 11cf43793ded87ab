//! `sagepath invoke`: asks a model.

use std::io::{self, IsTerminal as _, Read as _, Write as _};
use std::path::{Path, PathBuf};

use clap::Args;
use sagepath_aws::Invocation;

use super::media_type;
use crate::Status;
use crate::aws::ConnectionArguments;
use crate::failure::{Failure, note};

#[derive(Args)]
#[command(after_help = "\
The answer goes to standard output as it comes, byte for byte.

The content type is that of the file's suffix, or one of the names csv, json, jsonl, libsvm, recordio, \
npy, parquet, text, jpeg, png, bytes; anything with a slash is sent as it is.

Exit status: 0 for an answer, 1 where the endpoint or the model refuses, 2 when AWS cannot be asked.

Examples:
  sagepath invoke my-endpoint rows.csv
  echo 1,2,3 | sagepath invoke my-endpoint --content-type csv
  sagepath invoke my-llm prompt.json --stream")]
pub(crate) struct InvokeArguments {
    /// The name of the endpoint
    #[arg(value_name = "ENDPOINT")]
    endpoint: String,

    /// What to send; standard input if it is not named, or `-`
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,

    /// What it is: a name such as csv, or a media type
    #[arg(long, short = 't', value_name = "TYPE")]
    content_type: Option<String>,

    /// What the answer should be
    #[arg(long, short, value_name = "TYPE")]
    accept: Option<String>,

    /// Let the answer come in parts, as the model makes them
    #[arg(long)]
    stream: bool,

    /// The model to ask, of an endpoint with many
    #[arg(long, value_name = "NAME", conflicts_with = "stream")]
    target_model: Option<String>,

    /// The variant to ask, of an endpoint with several
    #[arg(long, value_name = "NAME")]
    target_variant: Option<String>,

    /// The inference component to ask, of an endpoint that has such
    #[arg(long, value_name = "NAME")]
    inference_component: Option<String>,

    /// What the container gets beside the body
    #[arg(long, value_name = "TEXT")]
    custom_attributes: Option<String>,

    #[command(flatten)]
    connection: ConnectionArguments,
}

pub(crate) fn run(arguments: &InvokeArguments, quiet: bool) -> Result<Status, Failure> {
    let file = arguments.file.as_deref().filter(|file| *file != Path::new("-"));
    let content_type = match &arguments.content_type {
        Some(name) => Some(media_type::named(name)?),
        None => file.and_then(media_type::of_file),
    };
    if content_type.is_none() {
        let message = match file {
            Some(file) => format!("it is not known what {} holds", file.display()),
            None => "it is not known what is sent".to_owned(),
        };
        return Err(Failure::usage(message).hint("name it: `--content-type csv`, or `json`, or a media type"));
    }
    let invocation = Invocation {
        endpoint: arguments.endpoint.clone(),
        content_type,
        accept: arguments.accept.as_deref().map(media_type::named).transpose()?,
        target_model: arguments.target_model.clone(),
        target_variant: arguments.target_variant.clone(),
        inference_component: arguments.inference_component.clone(),
        custom_attributes: arguments.custom_attributes.clone(),
        stream: arguments.stream,
        body: read(file, quiet)?.into(),
    };
    arguments.connection.run(async |client| {
        let mut reply = match client.invoke(&invocation).await {
            // An endpoint may also be one that does not know a model: what is said of that stays.
            Err(error) if error.is_not_found() => {
                let failure = Failure::from(error);
                return Err(
                    failure.hint("`sagepath endpoints` lists what there is; `--region` looks elsewhere")
                );
            }
            reply => reply?,
        };
        if let Some(variant) = reply
            .variant
            .as_deref()
            .filter(|_| !quiet && arguments.target_variant.is_some())
        {
            note(format_args!("answered by the variant `{variant}`"));
        }
        while let Some(part) = reply.part().await? {
            let mut out = io::stdout().lock();
            out.write_all(&part)?;
            out.flush()?;
        }
        Ok(Status::Yes)
    })
}

fn read(file: Option<&Path>, quiet: bool) -> Result<Vec<u8>, Failure> {
    match file {
        Some(file) => std::fs::read(file).map_err(|error| Failure::file(file, error)),
        None => {
            if io::stdin().is_terminal() && !quiet {
                note("what is typed is sent; Ctrl-D ends it");
            }
            let mut body = Vec::new();
            io::stdin().lock().read_to_end(&mut body)?;
            Ok(body)
        }
    }
}
