//! Every fuzz target holds for its seeds, and for some inputs that are made on the way.

use std::path::PathBuf;

use anyhow::{Context, ensure};
use xshell::cmd;

use crate::workspace::Workspace;

/// How many inputs a target gets beside its seeds. The number decides, not the clock: every run tries the same.
const INPUTS: u32 = 20_000;

/// Builds the targets without instrumentation, which takes no special compiler, and runs each.
pub(crate) fn run(workspace: &Workspace) -> anyhow::Result<()> {
    let shell = &workspace.shell;
    let folder = workspace.path("fuzz");
    let manifest = folder.join("Cargo.toml");
    let target = workspace.target("fuzz");
    cmd!(
        shell,
        "cargo build --manifest-path {manifest} --bins --target-dir {target}"
    )
    .run()?;
    let sources = shell.read_dir(folder.join("fuzz_targets"))?;
    let names: Vec<String> = sources
        .iter()
        .filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()))
        .collect();
    ensure!(!names.is_empty(), "there is no fuzz target");
    for name in &names {
        let program = built(&target, name)?;
        let found = workspace.target("fuzz-corpus").join(name);
        shell.create_dir(&found)?;
        let seeds = ["seeds", "corpus"].map(|kind| folder.join(kind).join(name));
        let seeds: Vec<&PathBuf> = seeds.iter().filter(|seeds| seeds.is_dir()).collect();
        let runs = format!("-runs={INPUTS}");
        cmd!(shell, "{program} {runs} -seed=1 -verbosity=0 {found} {seeds...}").run()?;
        println!("{name}: held");
    }
    Ok(())
}

/// Where a target was built: in a folder for the machine's own target, if one is named in the configuration.
fn built(target: &std::path::Path, name: &str) -> anyhow::Result<PathBuf> {
    let direct = target.join("debug").join(name);
    if direct.is_file() {
        return Ok(direct);
    }
    let folders = std::fs::read_dir(target)?.filter_map(Result::ok);
    let mut programs = folders.map(|folder| folder.path().join("debug").join(name));
    programs
        .find(|program| program.is_file())
        .with_context(|| format!("{name} was not built"))
}
