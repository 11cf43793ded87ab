//! Cursors: where the next page of a list begins.

use std::fmt;
use std::hash::{DefaultHasher, Hash, Hasher};

/// A place in the answer to one question, of one catalog: there, the list is always the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Cursor {
    position: usize,
    /// What tells the question, and the catalog that answers it, from others.
    question: u64,
}

impl Cursor {
    pub(crate) fn at(position: usize, question: &impl Hash) -> Self {
        Cursor {
            position,
            question: fingerprint(question),
        }
    }

    /// Reads a cursor; `None` if it is none, or that of another question.
    pub(crate) fn parse(text: &str, question: &impl Hash) -> Option<Self> {
        let (position, fingerprint) = text.split_once('-')?;
        let cursor = Cursor {
            position: usize::from_str_radix(position, 16).ok()?,
            question: u64::from_str_radix(fingerprint, 16).ok()?,
        };
        (cursor == Cursor::at(cursor.position, question)).then_some(cursor)
    }

    /// How many rows are before it.
    pub(crate) fn position(self) -> usize {
        self.position
    }
}

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:x}-{:016x}", self.position, self.question)
    }
}

fn fingerprint(question: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    question.hash(&mut hasher);
    hasher.finish()
}
