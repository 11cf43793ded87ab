//! The documentation.

use xshell::cmd;

use crate::workspace::Workspace;

/// Builds it with warnings denied: a link that leads nowhere is one.
pub(crate) fn run(workspace: &Workspace) -> anyhow::Result<()> {
    let shell = &workspace.shell;
    let _strict = shell.push_env("RUSTDOCFLAGS", "--deny warnings");
    cmd!(shell, "cargo doc --workspace --no-deps --quiet").run()?;
    Ok(())
}
