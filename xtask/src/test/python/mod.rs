//! The Python package, in the hands of every Python of this machine, of type checkers, and of the SDK.

mod distribution;
mod door;
mod interpreters;
mod sdk;
mod types;

use std::path::{Path, PathBuf};

use anyhow::Context;
use xshell::cmd;

use crate::python;
use crate::workspace::Workspace;

/// The package's folder.
const PACKAGE: &str = "bindings/python";

/// The tools, and what they have built.
struct Package<'w> {
    workspace: &'w Workspace,
    /// The interpreter that has the tools of `tests/requirements.txt`.
    python: PathBuf,
    wheel: PathBuf,
}

/// Builds the wheel, and tries it wherever it has to work.
pub(crate) fn run(workspace: &Workspace) -> anyhow::Result<()> {
    let requirements = workspace.path(PACKAGE).join("tests/requirements.txt");
    let python = python::with_requirements(workspace, "venv-python", &requirements)?;
    let package = Package::build(workspace, python)?;
    package.try_every_interpreter()?;
    package.check_types()?;
    package.ask_the_questions_of_the_sdk()?;
    package.try_in_sdks()
}

/// Builds the wheel of a source tree with some settings, and tells where it is.
pub(crate) fn build(
    workspace: &Workspace,
    python: &Path,
    source: &Path,
    settings: &[&str],
    name: &str,
) -> anyhow::Result<PathBuf> {
    let shell = &workspace.shell;
    let wheels = workspace.target("python").join(name);
    shell.remove_path(&wheels)?;
    let settings = settings.iter().flat_map(|setting| ["--config-settings", setting]);
    cmd!(
        shell,
        "{python} -m pip wheel --quiet --disable-pip-version-check --no-build-isolation --no-deps {settings...} --wheel-dir {wheels} {source}"
    )
    .env("CARGO_TARGET_DIR", workspace.target("python/cargo"))
    .env("PATH", with_tools(python)?)
    .run()?;
    only_file(workspace, &wheels)
}

/// The search path with an environment's programs in front.
pub(crate) fn with_tools(python: &Path) -> anyhow::Result<std::ffi::OsString> {
    let tools = python.parent().context("a program is in a folder")?;
    let own = std::env::var_os("PATH").unwrap_or_default();
    let all = std::iter::once(tools.to_owned()).chain(std::env::split_paths(&own));
    Ok(std::env::join_paths(all)?)
}

/// The one file of a folder.
fn only_file(workspace: &Workspace, folder: &Path) -> anyhow::Result<PathBuf> {
    let mut files = workspace.shell.read_dir(folder)?;
    files
        .pop()
        .with_context(|| format!("{} is empty", folder.display()))
}
