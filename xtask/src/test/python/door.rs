//! The questions of the differential suite, asked through Python.

use std::fs::File;
use std::io;
use std::process::Command;

use anyhow::{Context, ensure};
use differential::{Differences, Files};

use super::{PACKAGE, Package};
use crate::test::differential::{self as suite, LISTED};

impl Package<'_> {
    /// Asks what the SDK was asked, and compares the answers.
    pub(super) fn ask_the_questions_of_the_sdk(&self) -> anyhow::Result<()> {
        let Package {
            workspace, python, ..
        } = self;
        let answers = workspace.target("python/answers.jsonl");
        let files = Files {
            sagepath: answers.clone(),
            ..suite::ask_sdk(workspace)?
        };
        let status = Command::new(python)
            .arg("-B")
            .arg(workspace.path(PACKAGE).join("tests/ask.py"))
            .stdin(File::open(&files.questions)?)
            .stdout(File::create(&answers)?)
            .status()
            .with_context(|| python.display().to_string())?;
        ensure!(status.success(), "ask.py: {status}");
        let differences = Differences::read(&workspace.path("docs/differences.toml"))?;
        let tally = differential::compare(&differences, &files)?;
        if !tally.is_clean() {
            differential::write_report(&tally, LISTED, &mut io::stdout().lock())?;
        }
        ensure!(
            tally.is_clean(),
            "the Python package and the SDK differ otherwise than docs/differences.toml says"
        );
        Ok(())
    }
}
