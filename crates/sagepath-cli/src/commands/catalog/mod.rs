//! `sagepath catalog`: the facts behind the answers, and how they are kept.

mod check;
mod compile;
mod import;
mod info;

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use sagepath_import::facts::ReadError;

use crate::Status;
use crate::failure::Failure;

#[derive(Args)]
#[command(after_help = "\
The facts are TOML files under `catalog/` of sagepath's source. Who cannot wait for a release takes that folder, imports \
what AWS published, compiles it and names the result with `--catalog` or in SAGEPATH_CATALOG:
  sagepath catalog import --sagemaker-core sagemaker_core-2.27.0-py3-none-any.whl
  sagepath catalog compile --out my.catalog
  sagepath --catalog my.catalog uri xgboost@1.7-1 --region us-east-1")]
pub(crate) struct CatalogArguments {
    #[command(subcommand)]
    command: CatalogCommand,
}

#[derive(Subcommand)]
enum CatalogCommand {
    Info(info::InfoArguments),
    Check(check::CheckArguments),
    Import(import::ImportArguments),
    Compile(compile::CompileArguments),
}

/// The folder with the catalog's files.
#[derive(Args)]
struct FolderArgument {
    /// The folder with the catalog's files
    #[arg(long, value_name = "DIR", default_value = "catalog")]
    catalog_dir: PathBuf,
}

pub(crate) fn run(arguments: CatalogArguments, file: Option<&Path>) -> Result<Status, Failure> {
    match arguments.command {
        CatalogCommand::Info(own) => info::run(&own, file),
        CatalogCommand::Check(own) => check::run(&own),
        CatalogCommand::Import(own) => import::run(own),
        CatalogCommand::Compile(own) => compile::run(&own),
    }
}

/// Why the catalog's files cannot be used.
fn unreadable(error: &ReadError) -> Failure {
    let failure = Failure::usage(error.to_string());
    match error {
        ReadError::Io { .. } => {
            failure.hint("name the folder with the catalog's files: `catalog/` of sagepath's source")
        }
        ReadError::Toml { .. } => failure,
    }
}
