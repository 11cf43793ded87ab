//! The project's chores: `cargo xtask test | generate | refresh | bench`.

mod bench;
mod generate;
mod machine;
mod node;
mod python;
mod refresh;
mod test;
mod workspace;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::bench::Part;
use crate::test::Suite;
use crate::workspace::Workspace;

/// The project's chores.
///
/// Exit status: 0 if all is well, 1 if not.
#[derive(Parser)]
#[command(bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Subcommand)]
enum Chore {
    /// Runs the tests: all suites, or those that are named.
    ///
    /// What a suite needs is set up under `target/`. A suite whose needs cannot be met is skipped, and the summary says
    /// so; where the environment has `CI=true`, it fails.
    Test {
        /// The suites to run.
        #[arg(value_enum)]
        suites: Vec<Suite>,
    },
    /// Writes the generated files: the compiled catalog, and the pages on the differences from the SDK, the rules and the
    /// Python package.
    Generate {
        /// Write nothing, and fail if a file is not what it would be.
        #[arg(long)]
        check: bool,
    },
    /// Imports the newest release of sagemaker-core into the catalog, and writes the generated files.
    Refresh {
        /// Accept that a repository gets another account in a region.
        #[arg(long)]
        accept_account_change: bool,
    },
    /// Measures: a whole process against `/bin/true` and the SDK, the library, the server against a bare one, `check` against
    /// ripgrep, and the Python package against the SDK.
    Bench {
        /// What to measure: all, if nothing is named.
        #[arg(value_enum)]
        parts: Vec<Part>,
        /// How many times to run the command, and `/bin/true` in turn with it.
        #[arg(long, value_name = "N", default_value_t = 200)]
        pairs: usize,
    },
}

fn main() -> ExitCode {
    match run(Arguments::parse().chore) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Does a chore, and tells whether all is well.
fn run(chore: Chore) -> anyhow::Result<bool> {
    let workspace = Workspace::open()?;
    match chore {
        Chore::Test { suites } => Ok(test::run(&workspace, &suites)),
        Chore::Generate { check: true } => generate::check(&workspace).map(|()| true),
        Chore::Generate { check: false } => generate::write(&workspace).map(|()| true),
        Chore::Refresh {
            accept_account_change,
        } => refresh::run(&workspace, accept_account_change).map(|()| true),
        Chore::Bench { parts, pairs } => bench::run(&workspace, &parts, pairs).map(|()| true),
    }
}
