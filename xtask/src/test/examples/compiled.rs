//! Examples in languages that are compiled: Go and Rust.

use std::fs;
use std::process::Command;

use anyhow::{Context, ensure};
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

    /// Compiles and runs the examples that get a path, and parses the others.
    pub(super) fn compile_rust(&self, workspace: &Workspace) -> anyhow::Result<()> {
        let entries = self.of(&["rust"]);
        let package = self.folder.join("rust");
        examples::write_package(&entries, &workspace.path("crates/sagepath"), &package)?;
        fs::copy(workspace.path("Cargo.lock"), package.join("Cargo.lock"))?;
        let shell = &workspace.shell;
        let manifest = package.join("Cargo.toml");
        let target = workspace.target("");
        let build = cmd!(
            shell,
            "cargo build --offline --manifest-path {manifest} --target-dir {target} --bins"
        );
        let programs = workspace::executables(build)?;
        let mut run = 0;
        for (number, entry) in entries
            .iter()
            .enumerate()
            .filter(|(_, entry)| entry.task == "path")
        {
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
            run += 1;
        }
        println!("rust: {run} examples run, {} more parsed", entries.len() - run);
        Ok(())
    }
}
