//! `catalog.bin`: the facts under `catalog/`, packed.

use std::path::Path;

use anyhow::{Context, bail};
use sagepath::Catalog;
use sagepath_import::{check, compile_catalog};

/// Checks and compiles the catalog's files, and opens the result with the library that will read it.
pub(crate) fn compile(folder: &Path) -> anyhow::Result<Vec<u8>> {
    let problems: Vec<String> = check(folder)?.iter().map(ToString::to_string).collect();
    if !problems.is_empty() {
        bail!("the catalog cannot be right:\n{}", problems.join("\n"));
    }
    let bytes = compile_catalog(folder)?;
    let catalog = Catalog::open(&bytes).context("the compiled catalog cannot be opened")?;
    println!(
        "catalog: {} frameworks, {} images, {} bytes",
        catalog.frameworks().len(),
        catalog.all_images().len(),
        catalog.size()
    );
    Ok(bytes)
}
