//! Every fuzz target holds for its seeds, and for some inputs that are made on the way.

use std::path::PathBuf;

use anyhow::{Context, ensure};
use xshell::cmd;

use crate::workspace::{Workspace, executables};

/// How many inputs a target gets beside its seeds, and how many seconds at most.
const INPUTS: u32 = 20_000;
const SECONDS: u32 = 20;

/// Builds the targets without instrumentation, which takes no special compiler, and runs each.
pub(crate) fn run(workspace: &Workspace) -> anyhow::Result<()> {
    let shell = &workspace.shell;
    let folder = workspace.path("fuzz");
    let manifest = folder.join("Cargo.toml");
    let target = workspace.target("fuzz");
    let build = cmd!(
        shell,
        "cargo build --manifest-path {manifest} --bins --target-dir {target} --config profile.dev.opt-level=1"
    );
    // In place of the workspace's flags: libFuzzer does not bear to be linked statically.
    let programs = executables(build.env("RUSTFLAGS", "--cfg fuzzing"))?;
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
