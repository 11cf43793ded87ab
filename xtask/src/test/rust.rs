//! All tests of the workspace.

use xshell::cmd;

use crate::machine;
use crate::workspace::Workspace;

/// Runs them with cargo-nextest where it is installed, which is faster and tells more.
pub(crate) fn run(workspace: &Workspace) -> anyhow::Result<()> {
    let shell = &workspace.shell;
    if machine::runs(cmd!(shell, "cargo nextest --version")) {
        cmd!(shell, "cargo nextest run --workspace --no-fail-fast").run()?;
        cmd!(shell, "cargo test --workspace --doc --no-fail-fast --quiet").run()?;
    } else {
        cmd!(shell, "cargo test --workspace --no-fail-fast").run()?;
    }
    Ok(())
}
