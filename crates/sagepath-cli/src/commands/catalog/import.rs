//! `sagepath catalog import`: upstream's facts into the catalog's files.

use std::path::PathBuf;

use clap::Args;
use sagepath_import::{ImportError, Options, Sources};

use super::{FolderArgument, unreadable};
use crate::failure::Failure;
use crate::{Status, output};

/// Import what AWS published into the catalog's files, and print what changed
#[derive(Args)]
#[command(after_help = "\
What people keep (`hand-kept/` and the rest) is not touched, but for the versions in sources.toml. Either everything is \
written or nothing.

Examples:
  sagepath catalog import --sagemaker-core sagemaker_core-2.27.0-py3-none-any.whl --dry-run
  sagepath catalog import --sagemaker-core path/to/site-packages --dlc path/to/deep-learning-containers")]
pub(super) struct ImportArguments {
    /// The sagemaker-core package: a wheel, or the folder that it is installed in
    #[arg(long, value_name = "PATH", required_unless_present = "dlc")]
    sagemaker_core: Option<PathBuf>,

    /// A checkout of the repository aws/deep-learning-containers
    #[arg(long, value_name = "DIR")]
    dlc: Option<PathBuf>,

    #[command(flatten)]
    folder: FolderArgument,

    /// Let a repository's account in a region change
    #[arg(long)]
    accept_account_change: bool,

    /// Print what would change, and write nothing
    #[arg(long)]
    dry_run: bool,
}

pub(super) fn run(arguments: ImportArguments) -> Result<Status, Failure> {
    let sources = Sources {
        sagemaker_core: arguments.sagemaker_core,
        deep_learning_containers: arguments.dlc,
    };
    let options = Options {
        accept_account_changes: arguments.accept_account_change,
        dry_run: arguments.dry_run,
    };
    let report =
        sagepath_import::import(&arguments.folder.catalog_dir, &sources, options).map_err(|error| {
            match &error {
        ImportError::Read(error) => unreadable(error),
        ImportError::AccountChanges(_) => Failure::no(error.to_string())
            .hint("paths that people use would break: if AWS says so, import with `--accept-account-change`"),
        _ => Failure::usage(error.to_string()),
    }
        })?;
    output::to_stdout(|out| Ok(writeln!(out, "{report}")?))?;
    Ok(Status::Yes)
}
