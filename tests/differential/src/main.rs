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
use std::io::{self, BufRead, BufReader, Lines};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, bail};
use clap::Parser;

use crate::answer::{SagepathAnswer, SdkAnswer, agree};
use crate::differences::Differences;
use crate::question::Question;
use crate::tally::Tally;

/// Compares sagepath's answers with the SDK's and explains every difference.
///
/// Exit status: 0 if every difference is explained and every entry needed, 1 if not, 2 if a file cannot be used.
#[derive(Parser)]
struct Arguments {
    /// The questions, one JSON object a line.
    #[arg(long, value_name = "FILE")]
    questions: PathBuf,

    /// The SDK's answers, line by line.
    #[arg(long, value_name = "FILE")]
    sdk: PathBuf,

    /// sagepath's answers, line by line, as `sagepath batch` prints them.
    #[arg(long, value_name = "FILE")]
    sagepath: PathBuf,

    /// The differences that are meant, each with its reason.
    #[arg(long, value_name = "FILE", default_value = "docs/differences.toml")]
    differences: PathBuf,

    /// How many groups of unexplained differences to list.
    #[arg(long, value_name = "N", default_value_t = 20)]
    limit: usize,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match run(&arguments) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::from(2)
        }
    }
}

/// Compares everything, prints the report, and tells whether all is well.
fn run(arguments: &Arguments) -> anyhow::Result<bool> {
    let differences = Differences::read(&arguments.differences)?;
    let mut tally = Tally::new(&differences);
    compare(arguments, &mut tally)?;
    match report::write(&tally, arguments.limit, &mut io::stdout().lock()) {
        // Whoever reads the report has read enough of it.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {}
        written => written.context("the report cannot be written")?,
    }
    Ok(tally.is_clean())
}

/// Reads the three files in step and counts what their lines say about each other.
fn compare(arguments: &Arguments, tally: &mut Tally<'_>) -> anyhow::Result<()> {
    let mut questions = lines_of(&arguments.questions)?;
    let mut sdk = lines_of(&arguments.sdk)?;
    let mut sagepath = lines_of(&arguments.sagepath)?;
    for number in 1_usize.. {
        let (question, sdk, sagepath) = match (questions.next(), sdk.next(), sagepath.next()) {
            (Some(question), Some(sdk), Some(sagepath)) => (question?, sdk?, sagepath?),
            (None, None, None) => break,
            _ => bail!("the three files differ in length: one of them ends before line {number}"),
        };
        let sdk = SdkAnswer::parse(&sdk).with_context(|| at(&arguments.sdk, number))?;
        let sagepath = SagepathAnswer::parse(&sagepath).with_context(|| at(&arguments.sagepath, number))?;
        if agree(&sdk, &sagepath) {
            tally.count_equal();
        } else {
            let question = Question::parse(&question).with_context(|| at(&arguments.questions, number))?;
            tally.count_different(&question, &sdk, &sagepath);
        }
    }
    Ok(())
}

fn lines_of(path: &Path) -> anyhow::Result<Lines<BufReader<File>>> {
    let file = File::open(path).with_context(|| format!("{} cannot be read", path.display()))?;
    Ok(BufReader::with_capacity(1 << 20, file).lines())
}

fn at(path: &Path, line: usize) -> String {
    format!("{}:{line}", path.display())
}
