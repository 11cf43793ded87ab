//! YAML, JSON and TOML as one tree of values that know where they stand.
//!
//! Whoever judges what a file says must be able to point at it. So a [`Node`] is a value together with the bytes of the file
//! that it was read from; a node that was not read from a file has an empty span.
//!
//! ```
//! use sagepath_document::{Format, read};
//!
//! let text = "ResourceConfig:\n  InstanceCount: 2\n";
//! let document = read(text, Format::Yaml)?;
//! let count = document.at(["ResourceConfig", "InstanceCount"]).unwrap();
//! assert_eq!(count.as_integer(), Some(2));
//! assert_eq!(&text[count.span.clone()], "2");
//! # Ok::<(), sagepath_document::ReadError>(())
//! ```
//!
//! [`read()`] is strict, and says what is wrong with a file and where. [`lenient`] is for files that belong to others: it reads what
//! it can.

mod json;
pub mod lenient;
mod node;
mod toml;
mod yaml;

use std::path::Path;

pub use crate::node::{Entry, Node, Span, Value};

/// A language for data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// YAML 1.2, one document; anchors, aliases and `<<` are followed.
    Yaml,
    /// JSON; comments and trailing commas are allowed.
    Json,
    /// TOML 1.1.
    Toml,
}

impl Format {
    /// The format of a file, by the end of its name.
    pub fn of(path: &Path) -> Option<Self> {
        let extension = path.extension()?.to_str()?.to_ascii_lowercase();
        match extension.as_str() {
            "yaml" | "yml" => Some(Format::Yaml),
            "json" | "jsonc" => Some(Format::Json),
            "toml" => Some(Format::Toml),
            _ => None,
        }
    }

    /// The format of a text without a name: what begins with a brace is JSON, and all else YAML.
    pub fn guess(text: &str) -> Self {
        if text.trim_start().starts_with('{') {
            Format::Json
        } else {
            Format::Yaml
        }
    }
}

/// Why a file cannot be read, and where.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct ReadError {
    /// What is wrong, in one sentence.
    pub message: String,
    /// The bytes of the file to point at.
    pub span: Span,
}

/// Reads a file that holds one document.
///
/// # Errors
///
/// [`ReadError`] if it is not in this format, or holds more or less than one document.
pub fn read(text: &str, format: Format) -> Result<Node, ReadError> {
    match format {
        Format::Yaml => yaml::read(text),
        Format::Json => json::read(text),
        Format::Toml => toml::read(text),
    }
}
