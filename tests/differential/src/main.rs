//! The comparison as a command, for running the suite by hand.

use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context;
use clap::Parser;
use differential::{Differences, Files};

/// Compares sagepath's answers with the SDK's and explains every difference.
///
/// Exit status: 0 if every difference is explained, every entry needed and every example true, 1 if not, 2 if a file
/// cannot be used.
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
    match run(Arguments::parse()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::from(2)
        }
    }
}

/// Compares everything, prints the report, and tells whether all is well.
fn run(arguments: Arguments) -> anyhow::Result<bool> {
    let differences = Differences::read(&arguments.differences)?;
    let files = Files {
        questions: arguments.questions,
        sdk: arguments.sdk,
        sagepath: arguments.sagepath,
    };
    let tally = differential::compare(&differences, &files)?;
    match differential::write_report(&tally, arguments.limit, &mut io::stdout().lock()) {
        // Whoever reads the report has read enough of it.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {}
        written => written.context("the report cannot be written")?,
    }
    Ok(tally.is_clean())
}
