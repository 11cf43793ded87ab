//! What a rule has to say, and how it can be mended.

use std::fmt;
use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::rules::Rule;
use crate::source::Position;

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth to know.
    Info,
    /// It works today, and may not tomorrow.
    Warning,
    /// It does not work, or does what nobody meant.
    Error,
}

/// How sure a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    /// No source tells, and something looks odd.
    Low,
    /// The structure around it was read so.
    Medium,
    /// The catalog says so.
    High,
}

/// Whether a fix keeps what a program does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Safety {
    /// The path can only have been meant so.
    Safe,
    /// Another image than today's may run: somebody should look.
    Unsafe,
}

/// A place in a file, and the text to put there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Edit {
    /// Bytes of the file, counted without a byte-order mark.
    pub range: Range<usize>,
    /// What takes their place.
    pub text: String,
}

/// Edits that together mend a finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fix {
    /// Whether it keeps what the program does.
    pub safety: Safety,
    /// In the order of their places.
    pub edits: Vec<Edit>,
}

/// Something that a rule found.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The rule.
    pub rule: &'static Rule,
    /// How bad it is.
    pub severity: Severity,
    /// How sure it is.
    pub confidence: Confidence,
    /// Bytes of the file, counted without a byte-order mark.
    pub span: Range<usize>,
    /// Where it starts.
    pub start: Position,
    /// Where it ends.
    pub end: Position,
    /// The image that makes it a mistake, where that stands elsewhere.
    pub image: Option<Range<usize>>,
    /// In a notebook: the number of the cell and the line in it, from 1.
    pub cell: Option<(usize, usize)>,
    /// What stands there, with the names of holes.
    pub found: String,
    /// What should stand there.
    pub expected: Option<String>,
    /// What is wrong, in one sentence.
    pub message: String,
    /// What to do about it, where that is not plain.
    pub help: Option<String>,
    /// How to mend it.
    pub fix: Option<Fix>,
}

macro_rules! words {
    ($type:ident { $($variant:ident = $word:literal,)* }) => {
        impl $type {
            /// Its name.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $($type::$variant => $word,)*
                }
            }
        }

        impl fmt::Display for $type {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.pad(self.as_str())
            }
        }
    };
}

words!(Severity { Info = "info", Warning = "warning", Error = "error", });
words!(Confidence { Low = "low", Medium = "medium", High = "high", });
words!(Safety { Safe = "safe", Unsafe = "unsafe", });
