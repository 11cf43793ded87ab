//! `sagepath catalog compile`: the catalog's files into the one that answers.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use clap::Args;
use sagepath_import::{compile, facts};
use tempfile::NamedTempFile;

use super::{FolderArgument, unreadable};
use crate::Status;
use crate::failure::Failure;

/// Compile the catalog's files into one that `--catalog` takes
#[derive(Args)]
#[command(after_help = "\
Examples:
  sagepath catalog compile --out my.catalog
  sagepath catalog compile --catalog-dir path/to/catalog --out my.catalog")]
pub(super) struct CompileArguments {
    #[command(flatten)]
    folder: FolderArgument,

    /// The file to write
    #[arg(long, short, value_name = "FILE")]
    out: PathBuf,
}

pub(super) fn run(arguments: &CompileArguments) -> Result<Status, Failure> {
    let facts = facts::read(&arguments.folder.catalog_dir).map_err(|error| unreadable(&error))?;
    let bytes = compile::compile(&facts).map_err(|error| {
        Failure::usage(error.to_string()).hint("`sagepath catalog check` tells the places")
    })?;
    write(&arguments.out, &bytes).map_err(|error| Failure::file(&arguments.out, error))?;
    Ok(Status::Yes)
}

/// Writes a file in full beside its place and moves it there, so that nobody ever reads half of it. What is there and no
/// file, a device or a pipe, is written to.
fn write(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    // A link stays, and what it leads to is replaced.
    let path = &path.canonicalize().unwrap_or_else(|_| path.to_owned());
    if path.metadata().is_ok_and(|metadata| !metadata.is_file()) {
        return std::fs::OpenOptions::new()
            .write(true)
            .open(path)?
            .write_all(bytes);
    }
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file: NamedTempFile = builder.prefix(".sagepath-").tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}
