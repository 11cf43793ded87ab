//! The package in a process of the SDK, versions 2 and 3.

use std::path::Path;

use xshell::cmd;

use super::{PACKAGE, Package};
use crate::python;

impl Package<'_> {
    /// Runs the tests that want an SDK in the environment of each, which stays as it is.
    pub(super) fn try_in_sdks(&self) -> anyhow::Result<()> {
        let workspace = self.workspace;
        let requirements = workspace.path("tests/examples/requirements/sdk-v2.txt");
        let v2 = python::with_requirements(workspace, "venv-sdk-v2", &requirements)?;
        let v3 = python::with_sdk(workspace, &workspace.sdk_version()?)?;
        for (name, python) in [("2", &v2), ("3", &v3)] {
            println!("SDK {name}:");
            self.try_in_sdk(python)?;
        }
        Ok(())
    }

    fn try_in_sdk(&self, python: &Path) -> anyhow::Result<()> {
        let Package { workspace, wheel, .. } = self;
        let shell = &workspace.shell;
        let beside = workspace.target("python/beside-sdk");
        shell.remove_path(&beside)?;
        cmd!(
            shell,
            "{python} -m pip install --quiet --disable-pip-version-check --no-compile --target {beside} pytest {wheel}"
        )
        .run()?;
        let _there = shell.push_dir(workspace.path(PACKAGE).join("tests/sdk"));
        cmd!(shell, "{python} -B -m pytest --quiet -p no:cacheprovider")
            .env("PYTHONPATH", &beside)
            .run()?;
        Ok(())
    }
}
