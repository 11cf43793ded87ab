//! Why there is no example.

use crate::target::Target;

/// Why there is no example: prints as a sentence, lower case and without a full stop.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Unavailable {
    /// The image is known and never an answer.
    #[error("{path} is not to be used: {reason}")]
    Withheld {
        /// Its registry path.
        path: String,
        /// Why.
        reason: String,
    },
    /// The tool asks by a query, and no query means this path.
    #[error("no query means {path}, and {} would ask for it by one", target.title())]
    NoQuery {
        /// The registry path.
        path: String,
        /// The tool.
        target: Target,
    },
    /// A value cannot be written into source code as it is.
    #[error("`{0}` cannot be written into source code: it holds a quote, a backslash or a control character")]
    Unprintable(String),
    /// An example of this task is not written yet.
    #[error("there is no example of this task yet")]
    NotWritten,
}
