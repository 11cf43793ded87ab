//! What is uploaded: the source distribution, and the wheel that is built from it.

use std::path::{Path, PathBuf};

use anyhow::ensure;
use xshell::cmd;

use super::{PACKAGE, Package, build, only_file, with_tools};
use crate::workspace::{Profile, Workspace};

/// What the command is built from, in the source distribution.
const SOURCE_OF_COMMAND: &str = "crates/sagepath-cli/src/main.rs";

impl<'w> Package<'w> {
    /// Makes the source distribution, and builds the wheel from nothing else. The command in it is the workspace's: to build
    /// it a second time would take minutes.
    pub(super) fn build(workspace: &'w Workspace, python: PathBuf) -> anyhow::Result<Self> {
        let shell = &workspace.shell;
        let sdist = source_distribution(workspace, &python)?;
        let unpacked = workspace.target("python/source");
        shell.remove_path(&unpacked)?;
        shell.create_dir(&unpacked)?;
        // Files keep no time: cargo would take what has changed for what it has built.
        cmd!(
            shell,
            "tar --extract --touch --strip-components 1 --directory {unpacked} --file {sdist}"
        )
        .run()?;
        ensure!(
            unpacked.join(SOURCE_OF_COMMAND).exists(),
            "the source distribution lacks {SOURCE_OF_COMMAND}"
        );
        let command = format!("command={}", workspace.build_command(Profile::Dev)?.display());
        let wheel = build(workspace, &python, &unpacked, &["profile=dev", &command], "wheel")?;
        cmd!(shell, "{python} -m twine check --strict {sdist} {wheel}").run()?;
        Ok(Package {
            workspace,
            python,
            wheel,
        })
    }
}

fn source_distribution(workspace: &Workspace, python: &Path) -> anyhow::Result<PathBuf> {
    let shell = &workspace.shell;
    let source = workspace.path(PACKAGE);
    let folder = workspace.target("python/sdist");
    shell.remove_path(&folder)?;
    cmd!(
        shell,
        "{python} -m build --sdist --no-isolation --outdir {folder} {source}"
    )
    .env("PATH", with_tools(python)?)
    .ignore_stdout()
    .run()?;
    only_file(workspace, &folder)
}
