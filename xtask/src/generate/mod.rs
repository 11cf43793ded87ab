//! `cargo xtask generate`: the files that are made of other files, and committed.

mod ask;
mod catalog;
mod differences_page;
mod python_page;
mod rules_page;
pub(crate) mod service_models;

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

use crate::workspace::Workspace;

/// A generated file.
struct Generated {
    /// Where it belongs, from the root.
    path: Cow<'static, str>,
    /// What it holds.
    bytes: Vec<u8>,
}

/// Makes every generated file. The catalog comes first: the page shows what it answers.
fn all(workspace: &Workspace) -> anyhow::Result<Vec<Generated>> {
    let catalog = catalog::compile(&workspace.path("catalog"))?;
    let page = differences_page::make(workspace, &catalog)?;
    let mut files = vec![
        Generated {
            path: "crates/sagepath-catalog/catalog.bin".into(),
            bytes: catalog,
        },
        Generated {
            path: "docs/differences-from-the-sdk.md".into(),
            bytes: page.into_bytes(),
        },
        Generated {
            path: "docs/python.md".into(),
            bytes: python_page::make(workspace)?.into_bytes(),
        },
        Generated {
            path: "docs/rules.md".into(),
            bytes: rules_page::make()?.into_bytes(),
        },
    ];
    files.extend(service_models::make(workspace)?);
    Ok(files)
}

/// Writes the generated files that are not what they should be.
pub(crate) fn write(workspace: &Workspace) -> anyhow::Result<()> {
    let all = all(workspace)?;
    let stale = stale(workspace, &all);
    for generated in &stale {
        let path = workspace.path(&generated.path);
        replace(&path, &generated.bytes).with_context(|| format!("{} cannot be written", generated.path))?;
        println!("wrote {}", generated.path);
    }
    println!("{} generated files, {} written", all.len(), stale.len());
    Ok(())
}

/// Fails if a generated file is not what it should be.
pub(crate) fn check(workspace: &Workspace) -> anyhow::Result<()> {
    let all = all(workspace)?;
    let stale: Vec<&str> = stale(workspace, &all)
        .into_iter()
        .map(|generated| generated.path.as_ref())
        .collect();
    if stale.is_empty() {
        println!("{} generated files are up to date", all.len());
        return Ok(());
    }
    bail!(
        "out of date: {}\nhint: run `cargo xtask generate` and commit what it writes",
        stale.join(", ")
    );
}

fn stale<'g>(workspace: &Workspace, all: &'g [Generated]) -> Vec<&'g Generated> {
    let is_stale = |generated: &&Generated| {
        std::fs::read(workspace.path(&generated.path)).map_or(true, |bytes| bytes != generated.bytes)
    };
    all.iter().filter(is_stale).collect()
}

/// Writes a file as a whole or not at all.
fn replace(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let beside = PathBuf::from(format!("{}.new", path.display()));
    std::fs::write(&beside, bytes)?;
    std::fs::rename(beside, path)
}
