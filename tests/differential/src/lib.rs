//! Compares sagepath's answers with the SageMaker Python SDK's, question by question.
//!
//! `sdk.py` writes the questions and the SDK's answers, `sagepath batch` writes ours. Where the two disagree, an
//! entry of `docs/differences.toml` must say so and why; an entry that nothing confirms any more must go. See
//! README.md.

mod answer;
mod differences;
mod glob;
mod question;
mod report;
mod tally;

use std::fs::File;
use std::io::{BufRead, BufReader, Lines};
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

pub use crate::answer::{SagepathAnswer, SdkAnswer, agree};
pub use crate::differences::{Block, Difference, Differences, Example};
pub use crate::question::{Argument, Question};
pub use crate::report::write as write_report;
pub use crate::tally::{DifferenceTally, Tally, WrongExample};

/// The three files that are read in step.
#[derive(Clone, Debug)]
pub struct Files {
    /// The questions, one JSON object a line.
    pub questions: PathBuf,
    /// The SDK's answers, line by line.
    pub sdk: PathBuf,
    /// sagepath's answers, line by line, as `sagepath batch` prints them.
    pub sagepath: PathBuf,
}

/// Reads the files in step and counts what their lines say about each other.
///
/// # Errors
///
/// If a file cannot be read, has a line that cannot be used, or ends before the others.
pub fn compare<'a>(differences: &'a Differences, files: &Files) -> anyhow::Result<Tally<'a>> {
    let mut tally = Tally::new(differences);
    let mut questions = lines_of(&files.questions)?;
    let mut sdk = lines_of(&files.sdk)?;
    let mut sagepath = lines_of(&files.sagepath)?;
    for number in 1_usize.. {
        let (question, sdk, sagepath) = match (questions.next(), sdk.next(), sagepath.next()) {
            (Some(question), Some(sdk), Some(sagepath)) => (question?, sdk?, sagepath?),
            (None, None, None) => break,
            _ => bail!("the three files differ in length: one of them ends before line {number}"),
        };
        let question = Question::parse(&question).with_context(|| at(&files.questions, number))?;
        let sdk = SdkAnswer::parse(&sdk).with_context(|| at(&files.sdk, number))?;
        let sagepath = SagepathAnswer::parse(&sagepath).with_context(|| at(&files.sagepath, number))?;
        tally.count(&question, &sdk, &sagepath);
    }
    Ok(tally)
}

fn lines_of(path: &Path) -> anyhow::Result<Lines<BufReader<File>>> {
    let file = File::open(path).with_context(|| format!("{} cannot be read", path.display()))?;
    Ok(BufReader::with_capacity(1 << 20, file).lines())
}

fn at(path: &Path, line: usize) -> String {
    format!("{}:{line}", path.display())
}
