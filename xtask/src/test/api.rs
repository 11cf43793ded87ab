//! The requests that the library and the command make, as AWS's own tools see them.

use anyhow::Context;
use xshell::cmd;

use crate::generate::service_models;
use crate::workspace::{Profile, Workspace, executables};

/// Compares with botocore, boto3 and the AWS CLI; nothing is sent.
pub(crate) fn run(workspace: &Workspace) -> anyhow::Result<()> {
    let shell = &workspace.shell;
    let python = service_models::environment(workspace)?;
    let sagepath = workspace.build_command(Profile::Dev)?;
    let mut built = executables(cmd!(shell, "cargo build --package api-judge"))?;
    let judge = built.pop().context("cargo built no executable")?;
    let folder = workspace.path("tests/api");
    let operations = workspace.path("crates/sagepath-api/operations.txt");
    let _clean = shell.push_env("PYTHONDONTWRITEBYTECODE", "1");
    let (made, jobs) = (folder.join("made_requests.py"), folder.join("jobs.py"));
    cmd!(shell, "{python} {made} {judge} {operations}").run()?;
    cmd!(shell, "{python} {jobs} {sagepath}").run()?;
    Ok(())
}
