//! The `sagepath` command, as the wheel carries it.

use std::process::ExitCode;

fn main() -> ExitCode {
    sagepath_cli::run()
}
