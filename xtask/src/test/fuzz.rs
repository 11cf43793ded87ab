//! Every fuzz target holds for its seeds, and for some inputs that are made on the way.

use std::path::PathBuf;

use anyhow::{Context, ensure};
use xshell::cmd;

use crate::workspace::{Workspace, executables};

/// How many inputs a target gets beside its seeds, and how many seconds at most.
const INPUTS: u32 = 2_000;
const SECONDS: u32 = 20;

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
        let seeds = ["seeds", "corpus"].map(|kind| folder.join(kind).join(name));
        let seeds: Vec<&PathBuf> = seeds.iter().filter(|seeds| seeds.is_dir()).collect();
        let limits = [format!("-runs={INPUTS}"), format!("-max_total_time={SECONDS}")];
        cmd!(
            shell,
            "{program} {limits...} -seed=1 -verbosity=0 {found} {seeds...}"
        )
        .run()?;
        println!("{}: held", name.display());
    }
    Ok(())
}
