//! A file's bytes as text, and its lines.

use std::borrow::Cow;
use std::ops::Range;

/// The text of a file. Offsets are those of the file's bytes without a byte-order mark.
#[derive(Debug)]
pub struct Source<'b> {
    bytes: &'b [u8],
    text: Cow<'b, str>,
    lines: Vec<usize>,
}

/// A place in a file, for people: both count from 1, and columns count characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

impl<'b> Source<'b> {
    /// Reads bytes as UTF-8. A byte that is none is seen as `?`, so that all else keeps its place.
    pub fn new(file: &'b [u8]) -> Self {
        let bytes = file.strip_prefix(BYTE_ORDER_MARK).unwrap_or(file);
        let text = match std::str::from_utf8(bytes) {
            Ok(text) => Cow::Borrowed(text),
            Err(_) => Cow::Owned(with_marks(bytes)),
        };
        let ends = memchr::memchr_iter(b'\n', bytes).map(|end| end + 1);
        let lines = std::iter::once(0).chain(ends).collect();
        Source { bytes, text, lines }
    }

    /// Its text.
    pub fn text(&self) -> &str {
        &self.text
    }

    pub(crate) fn bytes(&self) -> &'b [u8] {
        self.bytes
    }

    /// The place of a byte.
    pub fn position(&self, offset: usize) -> Position {
        let line = self.lines.partition_point(|start| *start <= offset).max(1);
        let start = self.lines.get(line - 1).copied().unwrap_or(0);
        let before = self.text.get(start..offset).unwrap_or_default();
        Position {
            line,
            column: before.chars().count() + 1,
        }
    }

    /// A line's bytes, counted from 1, without its end.
    pub(crate) fn line_range(&self, line: usize) -> Range<usize> {
        let start = self
            .lines
            .get(line.saturating_sub(1))
            .copied()
            .unwrap_or(self.text.len());
        let end = self.lines.get(line).copied().unwrap_or(self.text.len());
        let content = self.text.get(start..end).unwrap_or_default();
        start..start + content.trim_end_matches(['\r', '\n']).len()
    }

    pub(crate) fn line_count(&self) -> usize {
        self.lines.len()
    }
}

/// The text with a mark in place of each byte that is no UTF-8.
fn with_marks(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        text.extend(chunk.invalid().iter().map(|_| '?'));
    }
    text
}
