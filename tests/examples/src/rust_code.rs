//! Rust's examples: those that get a path are compiled and run; the others are parsed, for the AWS SDK takes minutes to compile.

use std::fs;
use std::path::Path;

use anyhow::Context;

use crate::sample::Entry;

/// Writes a package with a program for each example that gets a path, under the example's number, and parses the others.
///
/// # Errors
///
/// If an example is no Rust, or the package cannot be written.
pub fn write_package(entries: &[&Entry], library: &Path, folder: &Path) -> anyhow::Result<()> {
    let programs = folder.join("src").join("bin");
    fs::create_dir_all(&programs)?;
    let manifest = format!(
        "[package]\nname = \"rust-examples\"\nedition = \"2024\"\n\n[dependencies]\nsagepath = {{ path = {library:?} }}\n\n[workspace]\n"
    );
    fs::write(folder.join("Cargo.toml"), manifest)?;
    for (number, entry) in entries.iter().enumerate() {
        let code = fs::read_to_string(&entry.file)?;
        syn::parse_file(&code).with_context(|| entry.id.clone())?;
        if entry.task == "path" {
            fs::write(programs.join(format!("example-{number}.rs")), code)?;
        }
    }
    Ok(())
}
