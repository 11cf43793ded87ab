//! What the command prints, as a whole: data, talk and exit status.
//!
//! Most cases are files under `tests/cmd`, and a new case is a new file or block there; `TRYCMD=overwrite` records what the
//! command prints now, for a reviewer to read in the diff. What a file cannot say (pipes, files that come and go) is here.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod aws;
mod batch;
mod catalog;
mod check;
mod command;
mod completion;
mod help;
mod jobs;
mod output;
mod pages;

use std::path::Path;
use std::process::Command;

/// Says that the environment is the known one.
const CLEAN: &str = "SAGEPATH_TEST_CLEAN";

/// Every case file, in an environment that says nothing but what the case says.
#[test]
fn cases() {
    if std::env::var_os(CLEAN).is_none() {
        // Cases inherit the environment, and a process cannot clean its own safely: so another one runs them.
        let mut again = Command::new(std::env::current_exe().unwrap());
        again
            .args(["--exact", "cases", "--nocapture"])
            .env_clear()
            .envs(command::ENVIRONMENT.iter().copied());
        again
            .env(CLEAN, "1")
            .env("NO_COLOR", "1")
            .envs(std::env::var_os("TRYCMD").map(|mode| ("TRYCMD", mode)));
        assert!(again.status().unwrap().success(), "a case failed: see above");
        return;
    }
    let cases = trycmd::TestCases::new();
    cases.register_bin("sagepath", Path::new(command::SAGEPATH));
    cases
        .case("tests/cmd/*.md")
        .case("tests/cmd/*.toml")
        .case("../../README.md")
        .case("../../docs/aws.md")
        .case("../../docs/jobs.md");
    cases.run();
}
