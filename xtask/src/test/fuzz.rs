//! Every fuzz target holds for its seeds, and for some inputs that are made on the way.

use std::path::PathBuf;

use anyhow::{Context, bail, ensure};
use xshell::cmd;

use crate::workspace::{Workspace, executables};

/// How many inputs a target gets beside its seeds, and how many seconds at most.
const INPUTS: u32 = 20_000;
const SECONDS: u32 = 15;

/// Files that are seeds of a target and something else as well: its name, and their folder.
const FIXTURES: (&str, &str) = ("import", "crates/sagepath-import/tests/fixtures");

/// In place of the workspace's flags, for libFuzzer does not bear to be linked statically: what makes a program tell which of
/// its code an input reached. Only sanitizers would take a special compiler.
const FLAGS: &str = "--cfg fuzzing -Ccodegen-units=1 -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares";

/// Builds the targets, and runs each.
pub(crate) fn run(workspace: &Workspace) -> anyhow::Result<()> {
    let shell = &workspace.shell;
    let folder = workspace.path("fuzz");
    let manifest = folder.join("Cargo.toml");
    let target = workspace.target("fuzz");
    // What is called millions of times is worth optimizing; the rest would only take longer to build.
    let hot = ["sagepath", "sagepath-catalog"]
        .map(|package| format!("--config=profile.dev.package.{package}.opt-level=2"));
    let build = cmd!(
        shell,
        "cargo build --manifest-path {manifest} --bins --target-dir {target} {hot...}"
    )
    .env("RUSTFLAGS", FLAGS);
    let programs = executables(build)?;
    ensure!(!programs.is_empty(), "there is no fuzz target");
    for program in &programs {
        let name = program.file_name().context("a program without a name")?;
        let found = workspace.target("fuzz-corpus").join(name);
        shell.create_dir(&found)?;
        let mut seeds: Vec<PathBuf> = ["seeds", "corpus"]
            .map(|kind| folder.join(kind).join(name))
            .into();
        if name == FIXTURES.0 {
            seeds.push(workspace.path(FIXTURES.1));
        }
        seeds.retain(|seeds| seeds.is_dir());
        // What an input broke is kept where `cargo fuzz` looks for it, too.
        let broken = folder.join("artifacts").join(name);
        shell.create_dir(&broken)?;
        let options = [
            format!("-runs={INPUTS}"),
            format!("-max_total_time={SECONDS}"),
            format!("-artifact_prefix={}/", broken.display()),
        ];
        let output = cmd!(
            shell,
            "{program} {options...} -seed=1 -print_funcs=0 {found} {seeds...}"
        )
        .quiet()
        .ignore_status()
        .output()?;
        if !output.status.success() {
            bail!(
                "{}: {}\n{}",
                name.display(),
                output.status,
                String::from_utf8_lossy(&output.stderr)
            );
        }
        println!("{}: held", name.display());
    }
    Ok(())
}
