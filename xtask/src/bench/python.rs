//! The Python package against the SDK.

use xshell::cmd;

use crate::python;
use crate::test::python as package;
use crate::workspace::{Profile, Workspace};

/// Builds the wheel as it is released, and runs `bench/python/measure.py` with it and the SDK.
pub(super) fn run(workspace: &Workspace) -> anyhow::Result<()> {
    let shell = &workspace.shell;
    let requirements = workspace.path("bindings/python/tests/requirements.txt");
    let tools = python::with_requirements(workspace, "venv-python", &requirements)?;
    let command = workspace.build_command(Profile::Dev)?;
    let command = format!("command={}", command.display());
    let source = workspace.path("bindings/python");
    let wheel = package::build(workspace, &tools, &source, &[&command], "wheel-released")?;
    let sdk = python::with_sdk(workspace, &workspace.sdk_version()?)?;
    // Beside the SDK's environment, which other suites use as it is.
    let beside = workspace.target("python/beside-bench");
    shell.remove_path(&beside)?;
    cmd!(
        shell,
        "{sdk} -m pip install --quiet --disable-pip-version-check --target {beside} pyperf {wheel}"
    )
    .run()?;
    let script = workspace.path("bench/python/measure.py");
    cmd!(shell, "{sdk} {script}").env("PYTHONPATH", &beside).run()?;
    Ok(())
}
