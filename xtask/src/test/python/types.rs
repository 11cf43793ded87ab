//! The package's types, as mypy and pyright see them.

use xshell::cmd;

use super::{PACKAGE, Package};

impl Package<'_> {
    /// Checks the package and a program that uses it, and the stub against the extension module.
    pub(super) fn check_types(&self) -> anyhow::Result<()> {
        let Package {
            workspace, python, ..
        } = self;
        let shell = &workspace.shell;
        let cache = workspace.target("python/mypy");
        let _there = shell.push_dir(workspace.path(PACKAGE));
        cmd!(
            shell,
            "{python} -B -m mypy --cache-dir {cache} --no-error-summary"
        )
        .run()?;
        cmd!(
            shell,
            "{python} -B -m mypy.stubtest --mypy-config-file pyproject.toml sagepath._sagepath"
        )
        .run()?;
        cmd!(shell, "{python} -B -m pyright --pythonpath {python}").run()?;
        Ok(())
    }
}
