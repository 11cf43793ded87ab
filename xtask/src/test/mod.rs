//! `cargo xtask test`: the suites, and a summary.

mod api;
mod aws;
mod check;
mod differential;
mod docs;
mod examples;
mod fuzz;
pub(crate) mod python;
mod rust;
mod server;
mod site;
mod wasm;

use std::io::{self, Write};
use std::time::{Duration, Instant};

use clap::ValueEnum;

use crate::generate;
use crate::machine::{self, Absent};
use crate::workspace::Workspace;

/// A suite of tests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Suite {
    /// All tests of the workspace, those in documentation included.
    Rust,
    /// The generated files are what they should be.
    Generated,
    /// The documentation builds without a warning.
    Docs,
    /// The library builds for wasm32-unknown-unknown.
    Wasm,
    /// Every fuzz target holds for its seeds, and for some inputs of its own.
    FuzzSmoke,
    /// The SageMaker Python SDK and `sagepath batch` give the same answers, but for the differences that are meant.
    Differential,
    /// The server and the tools for agents answer the world: right requests and wrong ones, slow clients, signals.
    Server,
    /// `sagepath check` finds in what others wrote what it found before, and its output is what its readers take.
    Check,
    /// Requests are what botocore, boto3 and the AWS CLI take and send, and what is wrong with one is found.
    Api,
    /// The commands that talk to AWS do what they say with moto, and know what botocore knows.
    Aws,
    /// Example code does what it says, run or checked by the tools that it is for.
    Examples,
    /// The Python package works in every Python of this machine, in the SDK's processes, and for type checkers.
    Python,
    /// The generated site does in a browser what it should: search, resolver, keyboard, no JavaScript, accessibility.
    Site,
}

/// How a suite ended.
enum Outcome {
    Passed,
    Failed(anyhow::Error),
    Skipped(Absent),
}

/// A row of the summary.
struct Row {
    suite: Suite,
    outcome: Outcome,
    time: Duration,
}

impl Suite {
    fn name(self) -> String {
        self.to_possible_value()
            .map(|value| value.get_name().to_owned())
            .unwrap_or_default()
    }

    fn run(self, workspace: &Workspace) -> anyhow::Result<()> {
        match self {
            Suite::Rust => rust::run(workspace),
            Suite::Generated => generate::check(workspace),
            Suite::Docs => docs::run(workspace),
            Suite::Wasm => wasm::run(workspace),
            Suite::FuzzSmoke => fuzz::run(workspace),
            Suite::Differential => differential::run(workspace),
            Suite::Server => server::run(workspace),
            Suite::Check => check::run(workspace),
            Suite::Api => api::run(workspace),
            Suite::Aws => aws::run(workspace),
            Suite::Examples => examples::run(workspace),
            Suite::Python => python::run(workspace),
            Suite::Site => site::run(workspace),
        }
    }
}

/// Runs the suites, or all if none is named, and tells whether none failed.
pub(crate) fn run(workspace: &Workspace, suites: &[Suite]) -> bool {
    let suites = if suites.is_empty() {
        Suite::value_variants()
    } else {
        suites
    };
    let rows: Vec<Row> = suites.iter().map(|suite| run_one(workspace, *suite)).collect();
    let failed = rows.iter().any(|row| matches!(row.outcome, Outcome::Failed(_)));
    // Whoever closes the output has seen enough; the exit status tells the rest.
    let _ = summarize(&rows, &mut io::stdout().lock());
    !failed
}

fn run_one(workspace: &Workspace, suite: Suite) -> Row {
    println!("\n==== {} ====", suite.name());
    let start = Instant::now();
    let result = suite.run(workspace);
    let time = start.elapsed();
    let outcome = match result.map_err(anyhow::Error::downcast::<Absent>) {
        Ok(()) => Outcome::Passed,
        Err(Ok(absent)) if machine::is_ci() => Outcome::Failed(absent.into()),
        Err(Ok(absent)) => Outcome::Skipped(absent),
        Err(Err(error)) => Outcome::Failed(error),
    };
    match &outcome {
        Outcome::Passed => {}
        Outcome::Failed(error) => println!("FAILED: {}: {error:#}", suite.name()),
        Outcome::Skipped(absent) => println!("SKIPPED: {}: {absent}", suite.name()),
    }
    Row { suite, outcome, time }
}

fn summarize(rows: &[Row], out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "\n{:<13} {:<8} {:>8}", "suite", "result", "time")?;
    let (mut passed, mut failed, mut skipped) = (0, 0, 0);
    for row in rows {
        let (word, note) = match &row.outcome {
            Outcome::Passed => {
                passed += 1;
                ("passed", String::new())
            }
            Outcome::Failed(error) => {
                failed += 1;
                ("FAILED", format!("{error:#}"))
            }
            Outcome::Skipped(absent) => {
                skipped += 1;
                ("SKIPPED", absent.to_string())
            }
        };
        let note = note.lines().next().unwrap_or_default();
        let line = format!(
            "{:<13} {word:<8} {:>8}  {note}",
            row.suite.name(),
            minutes(row.time)
        );
        writeln!(out, "{}", line.trim_end())?;
    }
    let total: Duration = rows.iter().map(|row| row.time).sum();
    writeln!(out, "{:<13} {:<8} {:>8}", "total", "", minutes(total))?;
    writeln!(out, "\n{passed} passed, {failed} failed, {skipped} skipped")
}

/// A time for people: `4s`, `1m 08s`.
fn minutes(time: Duration) -> String {
    match time.as_secs() {
        seconds @ 0..60 => format!("{seconds}s"),
        seconds => format!("{}m {:02}s", seconds / 60, seconds % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_summary_has_a_row_for_each_suite_and_ends_with_the_sums() -> anyhow::Result<()> {
        let row = |suite, outcome, seconds| Row {
            suite,
            outcome,
            time: Duration::from_secs(seconds),
        };
        let rows = [
            row(Suite::Rust, Outcome::Passed, 68),
            row(Suite::FuzzSmoke, Outcome::Failed(anyhow::anyhow!("no\nmore")), 4),
            row(Suite::Wasm, Outcome::Skipped(Absent("needs it".into())), 0),
        ];
        let mut text = Vec::new();
        summarize(&rows, &mut text)?;
        assert_eq!(
            String::from_utf8(text)?,
            "\nsuite         result       time\n\
             rust          passed     1m 08s\n\
             fuzz-smoke    FAILED         4s  no\n\
             wasm          SKIPPED        0s  needs it\n\
             total                    1m 12s\n\n\
             1 passed, 1 failed, 1 skipped\n"
        );
        Ok(())
    }
}
