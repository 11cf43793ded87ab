//! The site in a browser.

use std::path::{Path, PathBuf};

use xshell::{Shell, cmd};

use crate::machine::{self, Absent};
use crate::node;
use crate::workspace::{Profile, Workspace};

/// Where Debian's browser is.
const CHROMIUM: &str = "/usr/bin/chromium";

/// Writes the site and does on it what readers do.
pub(crate) fn run(workspace: &Workspace) -> anyhow::Result<()> {
    let shell = &workspace.shell;
    let chromium = chromium(shell)?;
    let suite = node::with_packages(workspace, &workspace.path("tests/site"), "site/suite")?;
    let sagepath = workspace.build_command(Profile::Dev)?;
    let site = workspace.target("site/html");
    cmd!(shell, "{sagepath} pages --out {site} --quiet").run()?;
    let main = suite.join("main.mjs");
    cmd!(shell, "node --test-reporter=spec {main}")
        .env("SITE_FOLDER", site)
        .env("SAGEPATH", sagepath)
        .env("CHROMIUM", chromium)
        .run()?;
    Ok(())
}

/// The browser: the one that the environment names, or Debian's.
fn chromium(shell: &Shell) -> anyhow::Result<PathBuf> {
    if let Some(named) = std::env::var_os("CHROMIUM") {
        return Ok(named.into());
    }
    if !Path::new(CHROMIUM).exists() {
        // A browser is nothing to put on a person's machine unasked.
        if !machine::is_ci() {
            let advice = "needs Chromium: install Debian's `chromium`, or name one in CHROMIUM";
            return Err(Absent(advice.to_owned()).into());
        }
        machine::install(shell, &["chromium", "fonts-dejavu-core"])?;
    }
    Ok(CHROMIUM.into())
}
