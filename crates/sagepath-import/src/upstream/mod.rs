//! What upstream publishes, read strictly: an unknown field or shape is an error that names file and key.

pub(crate) mod deep_learning_containers;
pub(crate) mod git;
mod json;
pub(crate) mod sagemaker_core;
mod yaml;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Why upstream's files could not be read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum UpstreamError {
    /// The operating system refused.
    #[error("{}: {error}", path.display())]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What it said.
        #[source]
        error: std::io::Error,
    },
    /// The wheel is no archive that can be read.
    #[error("{}: not a wheel that can be read: {error}", path.display())]
    Wheel {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        #[source]
        error: Box<dyn std::error::Error + Send + Sync>,
    },
    /// There is nothing to import.
    #[error("{}: {message}", path.display())]
    Empty {
        /// The file or folder.
        path: PathBuf,
        /// What was looked for.
        message: &'static str,
    },
    /// A file has a shape that is not understood.
    #[error("{file}: {key}: {message}")]
    Shape {
        /// The file.
        file: String,
        /// Where in the file.
        key: String,
        /// What was expected and what was found.
        message: String,
    },
}

/// What lies in a folder, by name. A name that is no Unicode is none of upstream's.
fn entries(folder: &Path) -> Result<BTreeMap<String, PathBuf>, UpstreamError> {
    let io = |error| UpstreamError::Io {
        path: folder.to_owned(),
        error,
    };
    let mut entries = BTreeMap::new();
    for entry in std::fs::read_dir(folder).map_err(io)? {
        let entry = entry.map_err(io)?;
        if let Ok(name) = entry.file_name().into_string() {
            entries.insert(name, entry.path());
        }
    }
    Ok(entries)
}

/// Refuses a name that cannot be a framework's: it becomes the name of a file of the catalog.
fn named(slug: &str, file: &str) -> Result<(), UpstreamError> {
    let word = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    if slug.bytes().all(|byte| word(byte) || byte == b'-') && slug.bytes().next().is_some_and(word) {
        return Ok(());
    }
    Err(UpstreamError::Shape {
        file: file.to_owned(),
        key: "name".to_owned(),
        message: "expected lower-case letters, digits and hyphens".to_owned(),
    })
}
