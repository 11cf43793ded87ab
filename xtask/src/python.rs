//! Python environments under the target folder, and the SDK in them.

use std::path::{Path, PathBuf};

use anyhow::Context;
use xshell::cmd;

use crate::machine::{self, Absent};
use crate::workspace::Workspace;

/// The interpreter of an environment that has this release of `sagemaker-core`.
pub(crate) fn with_sdk(workspace: &Workspace, version: &str) -> anyhow::Result<PathBuf> {
    let folder = workspace.target("venv-differential");
    let stamp = folder.join("sagemaker-core-version");
    let python = folder.join("bin").join("python");
    if std::fs::read_to_string(&stamp).is_ok_and(|installed| installed == version)
        && works(workspace, &python)
    {
        return Ok(python);
    }
    create(workspace, &folder)?;
    let shell = &workspace.shell;
    let requirement = format!("sagemaker-core=={version}");
    cmd!(
        shell,
        "{python} -m pip install --quiet --disable-pip-version-check {requirement}"
    )
    .run()
    .map_err(|error| Absent(format!("needs the package {requirement}: {error}")))?;
    std::fs::write(stamp, version)?;
    Ok(python)
}

/// The interpreter of an environment that has what a file of requirements names.
pub(crate) fn with_requirements(workspace: &Workspace, name: &str, file: &Path) -> anyhow::Result<PathBuf> {
    let folder = workspace.target(name);
    let stamp = folder.join("requirements.txt");
    let wanted = std::fs::read_to_string(file)?;
    if std::fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(folder.join("bin").join("python"));
    }
    let python = create(workspace, &folder)?;
    let shell = &workspace.shell;
    // Of large packages only a few modules are used: those compile when they are.
    cmd!(
        shell,
        "{python} -m pip install --quiet --disable-pip-version-check --no-compile --requirement {file}"
    )
    .run()
    .map_err(|error| Absent(format!("needs the packages of {}: {error}", file.display())))?;
    std::fs::write(stamp, wanted)?;
    Ok(python)
}

/// Creates an empty environment, in place of what is there, and returns its interpreter.
pub(crate) fn create(workspace: &Workspace, folder: &Path) -> anyhow::Result<PathBuf> {
    let shell = &workspace.shell;
    shell.remove_path(folder)?;
    if !machine::runs(cmd!(shell, "python3 --version")) {
        machine::install(shell, &["python3", "python3-venv"])?;
    }
    // Debian's Python comes without what makes environments.
    if !machine::runs(cmd!(shell, "python3 -m venv {folder}")) {
        shell.remove_path(folder)?;
        machine::install(shell, &["python3-venv"])?;
        cmd!(shell, "python3 -m venv {folder}").run()?;
    }
    Ok(folder.join("bin").join("python"))
}

/// Downloads the newest wheel of a package into an empty folder, without what it depends on.
pub(crate) fn download(workspace: &Workspace, package: &str, folder: &Path) -> anyhow::Result<PathBuf> {
    let python = create(workspace, &folder.join("venv"))?;
    let shell = &workspace.shell;
    let wheels = folder.join("wheels");
    shell.remove_path(&wheels)?;
    cmd!(
        shell,
        "{python} -m pip download --quiet --disable-pip-version-check --no-deps --only-binary :all: --dest {wheels} {package}"
    )
    .run()
    .map_err(|error| Absent(format!("needs the package {package}: {error}")))?;
    let files = shell.read_dir(&wheels)?;
    let mut files = files.into_iter();
    files
        .next()
        .with_context(|| format!("pip downloaded nothing for {package}"))
}

fn works(workspace: &Workspace, python: &Path) -> bool {
    let shell = &workspace.shell;
    machine::runs(cmd!(shell, "{python} -c 'import sagemaker.core'"))
}
