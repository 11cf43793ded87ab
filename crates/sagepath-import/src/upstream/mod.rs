//! What upstream publishes, read strictly: an unknown field or shape is an error that names file and key.

pub mod deep_learning_containers;
mod json;
pub mod sagemaker_core;

use std::path::PathBuf;

/// Why upstream's files could not be read.
#[derive(Debug, thiserror::Error)]
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
        error: zip::result::ZipError,
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
