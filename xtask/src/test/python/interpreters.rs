//! The wheel in clean environments of every Python that the machine has.

use std::path::{Path, PathBuf};

use anyhow::ensure;
use xshell::{Shell, cmd};

use super::{PACKAGE, Package};
use crate::machine;
use crate::workspace::Workspace;

/// The oldest minor version of Python 3 that the package supports, and one that is not there yet.
const MINOR_VERSIONS: std::ops::Range<u32> = 9..20;

/// Prints the version of a Python, `3.12`.
const VERSION: &str = "import sys; print('%d.%d' % sys.version_info[:2])";

impl Package<'_> {
    /// Runs the tests in an environment of each.
    pub(super) fn try_every_interpreter(&self) -> anyhow::Result<()> {
        let Package { workspace, .. } = self;
        let interpreters = interpreters(&workspace.shell);
        ensure!(
            !interpreters.is_empty(),
            "there is no Python of version 3.{} or newer",
            MINOR_VERSIONS.start
        );
        self.run_tests(&self.python)?;
        for (version, interpreter) in interpreters {
            println!("Python {version}:");
            let python = environment(workspace, &version, &interpreter)?;
            self.run_tests(&python)?;
        }
        Ok(())
    }

    /// Installs the wheel in an environment, and runs the package's tests there.
    fn run_tests(&self, python: &Path) -> anyhow::Result<()> {
        let Package { workspace, wheel, .. } = self;
        let shell = &workspace.shell;
        cmd!(
            shell,
            "{python} -m pip install --quiet --disable-pip-version-check --force-reinstall --no-deps --no-index {wheel}"
        )
        .run()?;
        // The folder of the package is no place to start Python in: it would import the sources.
        let _there = shell.push_dir(workspace.path(PACKAGE).join("tests"));
        cmd!(
            shell,
            "{python} -B -m pytest --quiet -p no:cacheprovider --ignore sdk --ignore typing"
        )
        .run()?;
        Ok(())
    }
}

/// One interpreter for each version, on the search path or among pyenv's.
fn interpreters(shell: &Shell) -> Vec<(String, PathBuf)> {
    let minors = MINOR_VERSIONS.map(|minor| PathBuf::from(format!("python3.{minor}")));
    let pyenv = shell
        .var_os("PYENV_ROOT")
        .map(PathBuf::from)
        .or_else(|| Some(std::env::home_dir()?.join(".pyenv")));
    let of_pyenv = pyenv
        .and_then(|root| shell.read_dir(root.join("versions")).ok())
        .unwrap_or_default()
        .into_iter()
        .map(|version| version.join("bin").join("python"));
    let mut found: Vec<(u32, PathBuf)> = minors
        .chain(of_pyenv)
        .chain([PathBuf::from("python3")])
        .filter_map(|interpreter| Some((minor_version(shell, &interpreter)?, interpreter)))
        .collect();
    found.sort_by_key(|(minor, _)| *minor);
    found.dedup_by_key(|(minor, _)| *minor);
    found
        .into_iter()
        .map(|(minor, interpreter)| (format!("3.{minor}"), interpreter))
        .collect()
}

/// The minor version of an interpreter that runs, and is supported.
fn minor_version(shell: &Shell, interpreter: &Path) -> Option<u32> {
    let version = cmd!(shell, "{interpreter} -c {VERSION}")
        .quiet()
        .ignore_stderr()
        .read()
        .ok()?;
    let minor = version.strip_prefix("3.")?.parse().ok()?;
    MINOR_VERSIONS.contains(&minor).then_some(minor)
}

/// An environment of an interpreter, with what runs tests and nothing else.
fn environment(workspace: &Workspace, version: &str, interpreter: &Path) -> anyhow::Result<PathBuf> {
    let shell = &workspace.shell;
    let folder = workspace.target("python").join(format!("venv-{version}"));
    let python = folder.join("bin").join("python");
    if machine::runs(cmd!(shell, "{python} -m pytest --version")) {
        return Ok(python);
    }
    shell.remove_path(&folder)?;
    cmd!(shell, "{interpreter} -m venv {folder}").run()?;
    cmd!(
        shell,
        "{python} -m pip install --quiet --disable-pip-version-check pytest"
    )
    .run()
    .map_err(|error| machine::Absent(format!("needs the package pytest: {error}")))?;
    Ok(python)
}
