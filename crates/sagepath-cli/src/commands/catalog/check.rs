//! `sagepath catalog check`: whether the catalog's files hold together.

use std::path::PathBuf;

use clap::Args;
use sagepath_import::facts::ReadError;

use super::unreadable;
use crate::failure::Failure;
use crate::{Status, output};

/// Check the catalog's files, and print each problem with its place
#[derive(Args)]
#[command(after_help = "\
Each line is `path:line:column: message`. The status is 1 if there is a problem.

Examples:
  sagepath catalog check
  sagepath catalog check path/to/catalog")]
pub(super) struct CheckArguments {
    /// The folder with the catalog's files
    #[arg(value_name = "DIR", default_value = "catalog")]
    folder: PathBuf,
}

pub(super) fn run(arguments: &CheckArguments) -> Result<Status, Failure> {
    let problems: Vec<String> = match sagepath_import::check(&arguments.folder) {
        Ok(problems) => problems.iter().map(ToString::to_string).collect(),
        // A file that is not of the right shape is a problem like others, only that no more can be told.
        Err(error @ ReadError::Toml { .. }) => vec![error.to_string()],
        Err(error) => return Err(unreadable(&error)),
    };
    output::to_stdout(|out| {
        for problem in &problems {
            writeln!(out, "{problem}")?;
        }
        Ok(())
    })?;
    Ok(if problems.is_empty() {
        Status::Yes
    } else {
        Status::No
    })
}
