//! Where things are, and how they are built.

use std::path::{Path, PathBuf};

use anyhow::Context;
use sagepath_import::facts;
use serde_json::Value;
use xshell::{Cmd, Shell, cmd};

/// The working copy, and a shell whose folder is its root.
pub(crate) struct Workspace {
    pub(crate) root: PathBuf,
    pub(crate) shell: Shell,
    target: PathBuf,
}

/// How to build.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Profile {
    /// For tests.
    Dev,
    /// For measuring.
    Release,
}

impl Workspace {
    /// The working copy that this program was built in.
    pub(crate) fn open() -> anyhow::Result<Self> {
        let package = std::env::var_os("CARGO_MANIFEST_DIR").context("to be started as `cargo xtask`")?;
        let root = Path::new(&package)
            .parent()
            .context("xtask is not in a workspace")?
            .to_owned();
        let shell = Shell::new()?;
        shell.change_dir(&root);
        let metadata = cmd!(shell, "cargo metadata --format-version 1 --no-deps")
            .quiet()
            .read()?;
        let metadata: Value = serde_json::from_str(&metadata)?;
        let target = metadata["target_directory"]
            .as_str()
            .context("cargo tells no target folder")?;
        Ok(Workspace {
            root,
            shell,
            target: target.into(),
        })
    }

    /// A path in the working copy.
    pub(crate) fn path(&self, relative: &str) -> PathBuf {
        self.root.join(relative)
    }

    /// A path among what is built and downloaded.
    pub(crate) fn target(&self, relative: &str) -> PathBuf {
        self.target.join(relative)
    }

    /// The release of the SDK that the catalog was imported from.
    pub(crate) fn sdk_version(&self) -> anyhow::Result<String> {
        let facts = facts::read(&self.path("catalog"))?;
        let version = facts
            .sources
            .get("sagemaker-core")
            .and_then(|source| source.version.clone());
        version.context("catalog/sources.toml: sagemaker-core has no version")
    }

    /// Builds the command, and tells where it is.
    pub(crate) fn build_command(&self, profile: Profile) -> anyhow::Result<PathBuf> {
        let release = (profile == Profile::Release).then_some("--release");
        let shell = &self.shell;
        let build = cmd!(
            shell,
            "cargo build {release...} --package sagepath-cli --bin sagepath"
        );
        executables(build)?.pop().context("cargo built no executable")
    }
}

/// Runs `cargo build` with some options, and tells what executables it built.
pub(crate) fn executables(build: Cmd<'_>) -> anyhow::Result<Vec<PathBuf>> {
    let messages = build.arg("--message-format=json-render-diagnostics").read()?;
    let executables = messages.lines().filter_map(|line| {
        let message: Value = serde_json::from_str(line).ok()?;
        Some(PathBuf::from(message["executable"].as_str()?))
    });
    Ok(executables.collect())
}
