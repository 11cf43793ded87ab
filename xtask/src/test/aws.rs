//! The commands that talk to AWS, and what they know of it, held against botocore and moto.

use anyhow::Context;
use xshell::cmd;

use super::examples;
use crate::workspace::{Profile, Workspace, executables};

/// Puts the same questions to botocore and to the library, and runs the command against moto.
pub(crate) fn run(workspace: &Workspace) -> anyhow::Result<()> {
    let shell = &workspace.shell;
    let sagepath = workspace.build_command(Profile::Dev)?;
    let build = cmd!(shell, "cargo build --package scripted-aws --bin aws-questions");
    let questions = executables(build)?.pop().context("cargo built no executable")?;
    let python = examples::python(workspace)?;
    let _there = shell.push_dir(workspace.path("tests/aws"));
    cmd!(
        shell,
        "{python} -W ignore::ResourceWarning -m unittest --quiet oracle transport commands jobs tour"
    )
    .env("QUESTIONS", &questions)
    .env("SAGEPATH", &sagepath)
    .env("PYTHONDONTWRITEBYTECODE", "1")
    .run()?;
    Ok(())
}
