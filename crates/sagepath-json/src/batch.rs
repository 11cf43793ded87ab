//! Questions as JSON Lines, answers as JSON Lines, in the same order.
//!
//! Each line of output answers one of input: an [`Answer`], or a [`Refusal`] for a question that has no answer and for a line
//! that is no question. Blank lines are passed over.

use std::fmt::Display;
use std::io::{self, Read, Write};

use memchr::memchr;
use sagepath::Catalog;

use crate::answer::Answer;
use crate::question::Question;
use crate::refusal::Refusal;

/// Bytes of a line, its end included, at most: no question is that long, and a line that comes in pieces is held in memory.
pub const LONGEST_LINE: usize = 1 << 20;

/// Bytes that are read at once.
const BLOCK: usize = 1 << 16;

/// Answers every line of `input`.
///
/// Whoever asks line by line and waits must get the answer: before a read that may wait, what is answered is flushed.
///
/// # Errors
///
/// What reading or writing gives.
pub fn answer_all(catalog: &Catalog<'_>, mut input: impl Read, mut output: impl Write) -> io::Result<()> {
    let mut lines = Lines::default();
    let mut block = vec![0; BLOCK];
    loop {
        let read = match input.read(&mut block) {
            Ok(0) => break,
            Ok(read) => read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        lines.answer(catalog, &block[..read], &mut output)?;
        output.flush()?;
    }
    lines.end(catalog, &mut output)?;
    output.flush()
}

/// The lines of an input that comes in pieces, wherever they are broken.
#[derive(Debug, Default)]
pub struct Lines {
    /// The begin of a line whose end has not come yet.
    begun: Vec<u8>,
    /// Whether the line that has begun is already refused, and what is left of it is of no interest.
    refused: bool,
}

impl Lines {
    /// Answers the lines that end in `piece`, and keeps what has begun.
    ///
    /// # Errors
    ///
    /// What writing gives.
    pub fn answer(
        &mut self,
        catalog: &Catalog<'_>,
        mut piece: &[u8],
        output: &mut impl Write,
    ) -> io::Result<()> {
        while let Some(end) = memchr(b'\n', piece) {
            let (line, rest) = piece.split_at(end + 1);
            piece = rest;
            if self.begun.is_empty() && !self.refused {
                answer(catalog, line, output)?;
            } else {
                self.begin(line, output)?;
                self.end(catalog, output)?;
            }
        }
        self.begin(piece, output)
    }

    /// Answers the last line, which needs no end.
    ///
    /// # Errors
    ///
    /// What writing gives.
    pub fn end(&mut self, catalog: &Catalog<'_>, output: &mut impl Write) -> io::Result<()> {
        if !std::mem::take(&mut self.refused) {
            answer(catalog, &self.begun, output)?;
        }
        self.begun.clear();
        Ok(())
    }

    fn begin(&mut self, piece: &[u8], output: &mut impl Write) -> io::Result<()> {
        if self.refused || piece.is_empty() {
            return Ok(());
        }
        if is_too_long(self.begun.len() + piece.len(), piece) {
            self.refused = true;
            // Its room is given back as well.
            self.begun = Vec::new();
            return refuse_too_long(output);
        }
        self.begun.extend_from_slice(piece);
        Ok(())
    }
}

/// Whether a line is too long, given its bytes so far and the last piece of them.
fn is_too_long(length: usize, piece: &[u8]) -> bool {
    length - usize::from(piece.ends_with(b"\n")) >= LONGEST_LINE
}

fn answer(catalog: &Catalog<'_>, line: &[u8], output: &mut impl Write) -> io::Result<()> {
    if is_too_long(line.len(), line) {
        return refuse_too_long(output);
    }
    let text = line.trim_ascii_start();
    if text.is_empty() {
        return Ok(());
    }
    if !text.starts_with(b"{") {
        return refuse(&"line is not a JSON object", output);
    }
    let question: Question<'_> = match serde_json::from_slice(line) {
        Ok(question) => question,
        Err(error) => return refuse(&error, output),
    };
    match question.resolve(catalog) {
        Ok(located) => serde_json::to_writer(&mut *output, &Answer::new(&located))?,
        Err(error) => serde_json::to_writer(&mut *output, &Refusal::new(&error))?,
    }
    output.write_all(b"\n")
}

#[cold]
fn refuse_too_long(output: &mut impl Write) -> io::Result<()> {
    refuse(&format_args!("line is longer than {LONGEST_LINE} bytes"), output)
}

/// Writes that something is no question.
///
/// # Errors
///
/// What writing gives.
pub fn refuse(reason: &dyn Display, output: &mut impl Write) -> io::Result<()> {
    serde_json::to_writer(&mut *output, &Refusal::malformed(reason))?;
    output.write_all(b"\n")
}
