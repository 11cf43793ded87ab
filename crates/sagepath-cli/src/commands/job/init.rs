//! `sagepath init`: a job file to start from.

use std::fs::OpenOptions;
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use clap::builder::PossibleValuesParser;
use clap::{Args, builder::TypedValueParser as _};
use clap_complete::ArgValueCompleter;
use sagepath::Catalog;
use sagepath_job::{Kind, Starter, StarterError};

use crate::arguments::RegionArgument;
use crate::commands::uri::QueryArguments;
use crate::failure::{self, Failure};
use crate::{Status, complete, default_region, output};

#[derive(Args)]
#[command(after_help = "\
The file is a right one as it stands; what only you know is marked in it.

Examples:
  sagepath init train xgboost --version 1.7-1 --region us-east-1 --out -
  sagepath init deploy pytorch@2.6 --region eu-west-1 --instance-type ml.g5.xlarge --out -
  sagepath init process sklearn@1.2-1 --out clean.yaml")]
pub(crate) struct InitArguments {
    /// What the file is for
    #[arg(value_name = "KIND", value_parser = kinds())]
    kind: Kind,

    /// The framework, such as xgboost or pytorch, also with its version: xgboost@1.7-1
    #[arg(value_name = "FRAMEWORK[@VERSION]", add = ArgValueCompleter::new(complete::frameworks_at_versions))]
    framework: String,

    /// The file to write, `-` for standard output [default: the kind, with .yaml]
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,

    #[command(flatten)]
    region: RegionArgument,

    #[command(flatten)]
    query: QueryArguments,
}

fn kinds() -> impl clap::builder::TypedValueParser<Value = Kind> {
    PossibleValuesParser::new(Kind::ALL.map(Kind::as_str)).map(|name| {
        let mut kinds = Kind::ALL.into_iter();
        kinds.find(|kind| kind.as_str() == name).unwrap_or(Kind::Train)
    })
}

pub(crate) fn run(arguments: &InitArguments, catalog: &Catalog<'_>) -> Result<Status, Failure> {
    let InitArguments { kind, query, .. } = arguments;
    let image = query.reference(&arguments.framework)?;
    let region = default_region::or_default(arguments.region.region.as_deref())?;
    let out = arguments
        .out
        .clone()
        .unwrap_or_else(|| PathBuf::from(format!("{}.yaml", kind.as_str())));
    let is_stdout = out.as_os_str() == "-";
    let usual_name = format!("{}.yaml", kind.as_str());
    let starter = Starter {
        kind: *kind,
        image: &image,
        region: &region,
        instance_type: query.instance_type.as_deref(),
        file: if is_stdout {
            &usual_name
        } else {
            out.to_str().unwrap_or(&usual_name)
        },
    };
    let text = starter.write(catalog).map_err(|error| match error {
        StarterError::Image(error) => Failure::from(error),
        StarterError::OtherUse { purpose, .. } => {
            Failure::no(error.to_string()).hint(format!("`sagepath instances --uses {purpose}` lists others"))
        }
        error => Failure::no(error.to_string()),
    })?;
    if is_stdout {
        output::to_stdout(|out| Ok(out.write_all(text.as_bytes())?))?;
        return Ok(Status::Yes);
    }
    write_new(&out, &text)?;
    let file = out.display();
    failure::tell(format_args!(
        "wrote {file}; `sagepath {} {file} --dry-run` shows what it comes to",
        kind.as_str()
    ));
    Ok(Status::Yes)
}

/// Writes a file that was not there.
fn write_new(path: &Path, text: &str) -> Result<(), Failure> {
    let file = OpenOptions::new().write(true).create_new(true).open(path);
    let mut file = file.map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => {
            Failure::file(path, "it is there already").hint("name another file with `--out`")
        }
        _ => Failure::file(path, error),
    })?;
    file.write_all(text.as_bytes())
        .map_err(|error| Failure::file(path, error))
}
