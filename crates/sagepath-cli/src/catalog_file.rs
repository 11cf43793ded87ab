//! Which catalog answers: the embedded one, or a compiled one from a file.

use std::env;
use std::fs::File;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use sagepath::{Catalog, OpenError};

use crate::failure::Failure;

/// The variable that names a compiled catalog.
const VARIABLE: &str = "SAGEPATH_CATALOG";

/// The file that is named by an argument or, failing that, by the environment.
pub(crate) fn named(argument: Option<PathBuf>) -> Option<PathBuf> {
    argument.or_else(|| {
        env::var_os(VARIABLE)
            .filter(|file| !file.is_empty())
            .map(PathBuf::from)
    })
}

/// Does something with the catalog of a file, or with the embedded one.
pub(crate) fn with<T>(
    file: Option<&Path>,
    work: impl FnOnce(&Catalog<'_>) -> Result<T, Failure>,
) -> Result<T, Failure> {
    let Some(path) = file else {
        return work(Catalog::embedded());
    };
    let bytes = read(path)?;
    work(&open(path, &bytes)?)
}

/// The catalog of a file, or the embedded one, for as long as the process lives.
pub(crate) fn for_ever(file: Option<&Path>) -> Result<&'static Catalog<'static>, Failure> {
    let Some(path) = file else {
        return Ok(Catalog::embedded());
    };
    Ok(Box::leak(Box::new(open(path, read(path)?.leak())?)))
}

fn open<'b>(path: &Path, bytes: &'b [u8]) -> Result<Catalog<'b>, Failure> {
    Catalog::open(bytes).map_err(|error| {
        let failure = Failure::file(path, error);
        match error {
            OpenError::Foreign => {
                failure.hint("`sagepath catalog compile` makes one of a folder of catalog files")
            }
            OpenError::Format(_) => failure.hint("compile it again with this version of sagepath"),
            _ => failure.hint("copy or compile it again"),
        }
    })
}

fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    read_bounded(path).map_err(|error| {
        Failure::file(path, error).hint(format!(
            "`--catalog` and {VARIABLE} name a file that `sagepath catalog compile` wrote"
        ))
    })
}

/// The most bytes that a compiled catalog may have: 200 times those of today.
const LARGEST: u64 = 64 << 20;

/// Reads a file of reasonable size, and nothing that has no end.
fn read_bounded(path: &Path) -> io::Result<Vec<u8>> {
    let file = File::open(path)?;
    if !file.metadata()?.is_file() {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "not a file"));
    }
    let mut bytes = Vec::new();
    file.take(LARGEST).read_to_end(&mut bytes)?;
    Ok(bytes)
}
