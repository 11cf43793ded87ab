//! Examples in languages that are compiled: Go and Rust.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, ensure};
use examples::Entry;
use xshell::{Shell, cmd};

use super::Bench;
use crate::workspace::{self, Workspace};

impl Bench {
    /// Whether gofmt would leave every example as it is: it parses it, too.
    pub(super) fn check_go(&self, shell: &Shell) -> anyhow::Result<()> {
        let entries = self.of(&["go"]);
        let files: Vec<_> = entries.iter().map(|entry| &entry.file).collect();
        let go = self.tools.join("go");
        let root = cmd!(shell, "{go} env GOROOT").quiet().read()?;
        let others = cmd!(shell, "{root}/bin/gofmt -l").args(&files).quiet().read()?;
        ensure!(others.is_empty(), "gofmt would change:\n{others}");
        println!("go: {} examples are as gofmt wants them", files.len());
        Ok(())
    }

    /// Compiles all examples, and runs those that get a path. The others are checked, which takes a minute: code of the AWS SDK
    /// takes several.
    pub(super) fn compile_rust(&self, workspace: &Workspace) -> anyhow::Result<()> {
        let (paths, others): (Vec<_>, Vec<_>) = self
            .of(&["rust"])
            .into_iter()
            .partition(|entry| entry.task == "path");
        let shell = &workspace.shell;
        let target = workspace.target("examples-rust");
        let manifest = self.rust_package(workspace, &others, "rust-others")?;
        cmd!(
            shell,
            "cargo check --quiet --features aws --manifest-path {manifest} --target-dir {target} --bins"
        )
        .env("RUSTFLAGS", "-D warnings")
        .run()?;
        let manifest = self.rust_package(workspace, &paths, "rust-paths")?;
        let target = workspace.target("");
        let build = cmd!(
            shell,
            "cargo build --offline --manifest-path {manifest} --target-dir {target} --bins"
        );
        let programs = workspace::executables(build)?;
        for (number, entry) in paths.iter().enumerate() {
            let name = format!("example-{number}");
            let program = programs
                .iter()
                .find(|program| program.file_stem().is_some_and(|stem| *stem == *name));
            let output =
                Command::new(program.with_context(|| format!("{}: was not built", entry.id))?).output()?;
            let path = String::from_utf8(output.stdout)?;
            let expected = entry.expected.path.as_deref();
            ensure!(
                Some(path.trim_end()) == expected,
                "{}: {path}, expected {expected:?}",
                entry.id
            );
        }
        println!(
            "rust: {} examples run, {} more compiled",
            paths.len(),
            others.len()
        );
        Ok(())
    }

    /// Writes a package with these examples, and tells its manifest.
    fn rust_package(&self, workspace: &Workspace, entries: &[&Entry], name: &str) -> anyhow::Result<PathBuf> {
        let package = self.folder.join(name);
        let template = workspace.path("tests/examples/rust");
        examples::write_package(entries, &template, &workspace.path("crates/sagepath"), &package)?;
        Ok(package.join("Cargo.toml"))
    }
}
