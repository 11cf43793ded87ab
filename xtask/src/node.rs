//! Node, and folders of scripts with the packages that they need.

use std::path::{Path, PathBuf};

use xshell::{Shell, cmd};

use crate::machine::{self, Absent};
use crate::workspace::Workspace;

/// Copies a folder of scripts among what is built, with the packages that its `package-lock.json` names, and tells where.
/// The working copy stays as it is.
pub(crate) fn with_packages(workspace: &Workspace, source: &Path, name: &str) -> anyhow::Result<PathBuf> {
    let shell = &workspace.shell;
    ready(shell)?;
    let folder = workspace.target(name);
    shell.create_dir(&folder)?;
    let stamp = folder.join("installed-lock.json");
    let wanted = std::fs::read_to_string(source.join("package-lock.json"))?;
    for file in shell.read_dir(source)?.iter().filter(|file| file.is_file()) {
        shell.copy_file(file, &folder)?;
    }
    if std::fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(folder);
    }
    let _there = shell.push_dir(&folder);
    cmd!(
        shell,
        "npm ci --ignore-scripts --no-audit --no-fund --loglevel error"
    )
    .run()
    .map_err(|error| Absent(format!("needs the npm packages of {}: {error}", source.display())))?;
    std::fs::write(stamp, wanted)?;
    Ok(folder)
}

/// Makes sure that there are `node` and `npm`. Some packages of the one bring the other.
fn ready(shell: &Shell) -> anyhow::Result<()> {
    if !machine::runs(cmd!(shell, "node --version")) {
        machine::install(shell, &["nodejs"])?;
    }
    if !machine::runs(cmd!(shell, "npm --version")) {
        machine::install(shell, &["npm"])?;
    }
    Ok(())
}
