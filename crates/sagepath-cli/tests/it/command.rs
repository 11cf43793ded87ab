//! How the command is started: from a known environment.

use std::process::{Command, Output, Stdio};

/// The command that is tested.
pub(crate) const SAGEPATH: &str = env!("CARGO_BIN_EXE_sagepath");

/// All that the environment says.
pub(crate) const ENVIRONMENT: &[(&str, &str)] = &[("HOME", "/nonexistent"), ("TERM", "dumb")];

/// The command with these arguments.
pub(crate) fn sagepath<'a>(arguments: impl IntoIterator<Item = &'a str>) -> Command {
    let mut command = Command::new(SAGEPATH);
    command
        .args(arguments)
        .env_clear()
        .envs(ENVIRONMENT.iter().copied())
        .stdin(Stdio::null());
    command
}

/// Runs the command with these arguments.
pub(crate) fn run<'a>(arguments: impl IntoIterator<Item = &'a str>) -> Output {
    sagepath(arguments).output().expect("the command starts")
}

/// What the command printed, as text.
pub(crate) fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("the command prints UTF-8")
}

/// What the command prints with these arguments, which it must know how to answer.
pub(crate) fn stdout<'a>(arguments: impl IntoIterator<Item = &'a str>) -> String {
    let output = run(arguments);
    assert!(output.status.success(), "{}", text(&output.stderr));
    text(&output.stdout).to_owned()
}
