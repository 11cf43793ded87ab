//! `sagepath check` over what others wrote, and its output in the hands of those that it is for.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, bail, ensure};
use xshell::cmd;

use crate::machine::{self, Absent};
use crate::python;
use crate::workspace::{Profile, Workspace};

/// The package that carries the official schema of SARIF, and where.
const SCHEMA: (&str, &str) = (
    "@microsoft/jest-sarif@1.0.0-beta.0",
    "package/lib/schemas/sarif-2.1.0-rtm.5.json",
);

/// The day for which life cycles are judged.
const TODAY: &str = "2026-08-01";

pub(crate) fn run(workspace: &Workspace) -> anyhow::Result<()> {
    let folder = workspace.target("check");
    std::fs::create_dir_all(&folder)?;
    let python = python::with_requirements(
        workspace,
        "venv-check",
        &workspace.path("tests/check/requirements.txt"),
    )?;
    let packages = packages(workspace, &python, &folder)?;
    let sagepath = workspace.build_command(Profile::Dev)?;
    findings(workspace, &sagepath, &packages, &folder)?;
    let shell = &workspace.shell;
    let planted = folder.join("planted");
    let script = workspace.path("tests/check/planted.py");
    cmd!(shell, "{python} {script} {sagepath} {packages} {planted}")
        .quiet()
        .run()?;
    let script = workspace.path("tests/check/lsp.py");
    cmd!(shell, "{python} {script} {sagepath}").quiet().run()?;
    let schema = schema(workspace, &folder)?;
    let script = workspace.path("tests/check/formats.py");
    cmd!(shell, "{python} {script} {sagepath} {planted} {schema}")
        .quiet()
        .run()?;
    Ok(())
}

/// The unpacked packages.
fn packages(workspace: &Workspace, python: &Path, folder: &Path) -> anyhow::Result<PathBuf> {
    let list = workspace.path("tests/check/packages.txt");
    let wanted = std::fs::read_to_string(&list)?;
    let packages = folder.join("packages");
    let stamp = folder.join("packages.txt");
    if std::fs::read_to_string(&stamp).is_ok_and(|there| there == wanted) {
        return Ok(packages);
    }
    let shell = &workspace.shell;
    shell.remove_path(&packages)?;
    cmd!(
        shell,
        "{python} -m pip install --quiet --disable-pip-version-check --no-deps --no-compile --only-binary :all: --target {packages} --requirement {list}"
    )
    .run()
    .map_err(|error| Absent(format!("needs the packages of {}: {error}", list.display())))?;
    std::fs::write(stamp, wanted)?;
    Ok(packages)
}

/// Compares what is found in the packages with what was found, and looked at, before.
fn findings(workspace: &Workspace, sagepath: &Path, packages: &Path, folder: &Path) -> anyhow::Result<()> {
    let output = Command::new(sagepath)
        .args([
            "check",
            "--format",
            "concise",
            "--fail-on",
            "never",
            "--today",
            TODAY,
            ".",
        ])
        .current_dir(packages)
        .output()
        .with_context(|| sagepath.display().to_string())?;
    ensure!(output.status.success(), "sagepath check: {}", output.status);
    let found = String::from_utf8(output.stdout)?;
    let recorded = workspace.path("tests/check/findings.txt");
    println!("{} findings in the packages", found.lines().count());
    if std::fs::read_to_string(&recorded)? == found {
        return Ok(());
    }
    let new = folder.join("findings.txt");
    std::fs::write(&new, found)?;
    bail!(
        "something else is found in the packages: look at each difference between {} and {}, and copy the latter over",
        recorded.display(),
        new.display()
    );
}

/// The official schema of SARIF.
fn schema(workspace: &Workspace, folder: &Path) -> anyhow::Result<PathBuf> {
    let (package, path) = SCHEMA;
    let schema = folder.join(path);
    if schema.exists() {
        return Ok(schema);
    }
    let shell = &workspace.shell;
    if !machine::runs(cmd!(shell, "npm --version")) {
        machine::install(shell, &["npm"])?;
    }
    let archive = cmd!(shell, "npm pack --silent {package} --pack-destination {folder}")
        .read()
        .map_err(|error| Absent(format!("needs the package {package}: {error}")))?;
    let archive = folder.join(archive.trim());
    cmd!(shell, "tar --extract --file {archive} --directory {folder}").run()?;
    Ok(schema)
}
