//! The `sagepath` command.

use std::process::ExitCode;

fn main() -> ExitCode {
    sagepath_cli::run()
}
