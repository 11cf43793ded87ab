//! The `sagepath` command: it parses arguments, calls one crate, and prints.
//!
//! Data goes to standard output and nothing else does; talk goes to standard error. The exit status is 0 for an answer, 1
//! for a "no" (there is no such image, a path is wrong, nothing matches), 2 for a question that could not be asked, and 130 where
//! the user pressed Ctrl-C rather than wait. A reader that closes the pipe early has what it wanted: that is no failure.

mod arguments;
mod aws;
mod catalog_file;
mod commands;
mod complete;
mod day;
mod default_region;
mod failure;
mod fresh;
mod image_row;
mod last_word;
mod output;
mod path_error;
mod style;

use std::process::ExitCode;

use crate::failure::Failure;

/// How a command that did its work ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Status {
    /// There is an answer.
    Yes,
    /// The answer is no.
    No,
    /// The user did not want to wait for it.
    Interrupted,
}

/// Runs the command that the process was started with.
pub fn run() -> ExitCode {
    complete::answer_shell();
    let arguments = match arguments::parse() {
        Ok(arguments) => arguments,
        Err(error) => return arguments::refuse(&error),
    };
    arguments.color.write_global();
    match commands::run(arguments) {
        Ok(Status::Yes) | Err(Failure::BrokenPipe) => ExitCode::SUCCESS,
        Ok(Status::No) => ExitCode::FAILURE,
        // What a shell says of a process that Ctrl-C has ended.
        Ok(Status::Interrupted) => ExitCode::from(130),
        Err(Failure::Told(report)) => report.print(),
    }
}
