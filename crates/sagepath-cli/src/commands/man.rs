//! `sagepath man`: manual pages.

use std::path::PathBuf;

use clap::Args;

use crate::arguments;
use crate::failure::Failure;
use crate::{Status, output};

#[derive(Args)]
#[command(after_help = "\
Examples:
  sagepath man | man -l -
  sagepath man --out ~/.local/share/man/man1")]
pub(crate) struct ManArguments {
    /// Write sagepath.1, sagepath-uri.1 and so on to this folder
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

pub(crate) fn run(arguments: &ManArguments) -> Result<Status, Failure> {
    let command = arguments::parser();
    match &arguments.out {
        Some(folder) => {
            let written =
                std::fs::create_dir_all(folder).and_then(|()| clap_mangen::generate_to(command, folder));
            written.map_err(|error| Failure::file(folder, error))?;
        }
        None => {
            let mut page = Vec::new();
            clap_mangen::Man::new(command).render(&mut page)?;
            output::to_stdout(|out| Ok(out.write_all(&page)?))?;
        }
    }
    Ok(Status::Yes)
}
