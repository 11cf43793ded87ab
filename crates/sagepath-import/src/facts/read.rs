//! Reading the files, with errors that name file, line and column.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;

use super::{Facts, FrameworkFacts};

/// Why the catalog's files could not be read.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// The operating system refused.
    #[error("{}: {error}", path.display())]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What it said.
        #[source]
        error: std::io::Error,
    },
    /// A file is no TOML, or holds what it must not.
    #[error("{}:{line}:{column}: {message}", path.display())]
    Toml {
        /// The file.
        path: PathBuf,
        /// From 1.
        line: usize,
        /// From 1.
        column: usize,
        /// What is wrong, in one line.
        message: String,
    },
}

/// Reads all files of a catalog.
///
/// # Errors
///
/// [`ReadError`] for the first file that is missing, unreadable or not of the right shape.
pub fn read(catalog: &Path) -> Result<Facts, ReadError> {
    let kept = catalog.join("hand-kept");
    let mut facts = Facts {
        sources: file(&catalog.join("sources.toml"))?,
        regions: file(&catalog.join("regions.toml"))?,
        processors: file(&catalog.join("processors.toml"))?,
        instances: file(&catalog.join("instances.toml"))?,
        registries: optional(&catalog.join("registries.toml"))?,
        kept_registries: optional(&kept.join("registries.toml"))?,
        frameworks: BTreeMap::new(),
    };
    for (slug, path) in toml_files(&catalog.join("frameworks"))? {
        facts.frameworks.insert(
            slug,
            FrameworkFacts {
                imported: file(&path)?,
                ..FrameworkFacts::default()
            },
        );
    }
    for (slug, path) in toml_files(&kept.join("frameworks"))? {
        facts.frameworks.entry(slug).or_default().kept = file(&path)?;
    }
    Ok(facts)
}

fn optional<T: DeserializeOwned + Default>(path: &Path) -> Result<T, ReadError> {
    if path.exists() {
        file(path)
    } else {
        Ok(T::default())
    }
}

fn file<T: DeserializeOwned>(path: &Path) -> Result<T, ReadError> {
    let text = std::fs::read_to_string(path).map_err(|error| ReadError::Io {
        path: path.to_owned(),
        error,
    })?;
    parse(&text, path)
}

/// The value of a text that is, or will be, in a file.
pub(crate) fn parse<T: DeserializeOwned>(text: &str, path: &Path) -> Result<T, ReadError> {
    toml::from_str(text).map_err(|error| {
        let (line, column) = position(text, error.span().map_or(0, |span| span.start));
        ReadError::Toml {
            path: path.to_owned(),
            line,
            column,
            message: error.message().replace('\n', " "),
        }
    })
}

/// The line and column, from 1, of a byte of a text.
pub(crate) fn position(text: &str, byte: usize) -> (usize, usize) {
    let before = text.get(..byte).unwrap_or(text);
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    (
        before.matches('\n').count() + 1,
        before[line_start..].chars().count() + 1,
    )
}

/// The TOML files of a folder, by stem, sorted; none if there is no such folder.
fn toml_files(folder: &Path) -> Result<BTreeMap<String, PathBuf>, ReadError> {
    let at = |error| ReadError::Io {
        path: folder.to_owned(),
        error,
    };
    let mut files = BTreeMap::new();
    if !folder.exists() {
        return Ok(files);
    }
    for entry in std::fs::read_dir(folder).map_err(at)? {
        let path = entry.map_err(at)?.path();
        if path.extension().is_some_and(|extension| extension == "toml")
            && let Some(stem) = path.file_stem().and_then(|stem| stem.to_str())
        {
            files.insert(stem.to_owned(), path);
        }
    }
    Ok(files)
}
