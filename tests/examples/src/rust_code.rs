//! Rust's examples, as programs of a package.

use std::fs;
use std::path::Path;

use anyhow::{Context, ensure};

use crate::sample::Entry;

/// How the package names the library that it depends on.
const LIBRARY: &str = "../../../crates/sagepath";

/// Writes a package with a program for each example, under the example's number: from the manifest and the lock file of a
/// folder, with the library at another path.
///
/// # Errors
///
/// If the manifest names no library, or the package cannot be written.
pub fn write_package(
    entries: &[&Entry],
    template: &Path,
    library: &Path,
    folder: &Path,
) -> anyhow::Result<()> {
    let programs = folder.join("src").join("bin");
    fs::create_dir_all(&programs)?;
    let manifest = fs::read_to_string(template.join("Cargo.toml"))?;
    ensure!(manifest.contains(LIBRARY), "the manifest does not name {LIBRARY}");
    let library = library.to_str().context("a path that is no UTF-8")?;
    fs::write(folder.join("Cargo.toml"), manifest.replace(LIBRARY, library))?;
    fs::copy(template.join("Cargo.lock"), folder.join("Cargo.lock"))?;
    for (number, entry) in entries.iter().enumerate() {
        fs::copy(&entry.file, programs.join(format!("example-{number}.rs")))?;
    }
    Ok(())
}
