//! `cargo xtask bench`: what is fast, measured as ratios.

mod check;
mod process;
mod python;
mod server;

use clap::ValueEnum;
use xshell::cmd;

use crate::workspace::Workspace;

/// What is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Part {
    /// A whole process, against `/bin/true` and the SDK.
    Process,
    /// Look-ups in the library.
    Library,
    /// Requests to the server, against the least that axum serves, and its memory.
    Server,
    /// `sagepath check` over a large tree, against ripgrep.
    Check,
    /// The Python package, against the SDK.
    Python,
}

/// Measures the parts, or all if none is named.
pub(crate) fn run(workspace: &Workspace, parts: &[Part], pairs: usize) -> anyhow::Result<()> {
    let parts = if parts.is_empty() {
        Part::value_variants()
    } else {
        parts
    };
    for part in parts {
        match part {
            Part::Process => process::run(workspace, pairs)?,
            Part::Library => {
                let shell = &workspace.shell;
                let _there = shell.push_dir(workspace.path("bench"));
                cmd!(shell, "cargo bench --benches").run()?;
            }
            Part::Server => server::run(workspace)?,
            Part::Check => check::run(workspace)?,
            Part::Python => python::run(workspace)?,
        }
    }
    Ok(())
}
