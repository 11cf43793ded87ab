//! The SDK's answers and ours.

use std::fs::File;
use std::io;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, ensure};
use differential::{Differences, Files};
use xshell::cmd;

use crate::python;
use crate::workspace::{Profile, Workspace};

/// How many groups of unexplained differences are listed.
pub(super) const LISTED: usize = 20;

/// Asks both, and compares.
pub(crate) fn run(workspace: &Workspace) -> anyhow::Result<()> {
    let differences = Differences::read(&workspace.path("docs/differences.toml"))?;
    let files = ask_sdk(workspace)?;
    ask_sagepath(workspace, &files)?;
    let tally = differential::compare(&differences, &files)?;
    differential::write_report(&tally, LISTED, &mut io::stdout().lock())?;
    ensure!(
        tally.is_clean(),
        "sagepath and the SDK differ otherwise than docs/differences.toml says"
    );
    Ok(())
}

/// Makes the questions and the SDK's answers, unless those that are there are of the same script and the same SDK.
pub(super) fn ask_sdk(workspace: &Workspace) -> anyhow::Result<Files> {
    let folder = workspace.target("differential");
    std::fs::create_dir_all(&folder)?;
    let files = Files {
        questions: folder.join("questions.jsonl"),
        sdk: folder.join("sdk.jsonl"),
        sagepath: folder.join("sagepath.jsonl"),
    };
    let version = workspace.sdk_version()?;
    let script = workspace.path("tests/differential/sdk.py");
    let made_by = format!(
        "sagemaker-core {version}\n\n{}",
        std::fs::read_to_string(&script)?
    );
    let stamp = folder.join("made-by.txt");
    if std::fs::read_to_string(&stamp).is_ok_and(|stamped| stamped == made_by) {
        println!("the answers of sagemaker-core {version} are at hand");
        return Ok(files);
    }
    let shell = &workspace.shell;
    shell.remove_path(&stamp)?;
    let python = python::with_sdk(workspace, &version)?;
    cmd!(shell, "{python} {script} --out {folder}").run()?;
    std::fs::write(stamp, made_by)?;
    Ok(files)
}

fn ask_sagepath(workspace: &Workspace, files: &Files) -> anyhow::Result<()> {
    let sagepath: PathBuf = workspace.build_command(Profile::Dev)?;
    let status = Command::new(&sagepath)
        .arg("batch")
        .stdin(File::open(&files.questions)?)
        .stdout(File::create(&files.sagepath)?)
        .status()
        .with_context(|| sagepath.display().to_string())?;
    // Refusals are answers like any others; a line that is no question would be one too, and the comparison would tell.
    ensure!(
        status.code().is_some_and(|code| code <= 1),
        "sagepath batch: {status}"
    );
    Ok(())
}
