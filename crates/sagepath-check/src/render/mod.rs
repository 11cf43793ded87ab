//! Findings as text for people, and in the forms that other programs read.

mod concise;
mod github;
mod gitlab;
mod json;
mod junit;
mod sarif;
mod text;

use std::io::{self, Write};

use crate::walk::Checked;

/// How findings are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Each finding with its place, as rustc does it.
    Text,
    /// A line for each finding.
    Concise,
    /// One JSON document.
    Json,
    /// A JSON object for each line.
    Jsonl,
    /// SARIF 2.1.0, as GitHub and other services take it.
    Sarif,
    /// Annotations in a workflow of GitHub Actions.
    Github,
    /// GitLab's code quality report.
    Gitlab,
    /// JUnit's XML.
    Junit,
}

/// Writes findings. `width` is that of the terminal, for text.
///
/// # Errors
///
/// What writing gives.
pub fn write(files: &[Checked], format: Format, width: Option<usize>, out: &mut dyn Write) -> io::Result<()> {
    match format {
        Format::Text => text::write(files, width, out),
        Format::Concise => concise::write(files, out),
        Format::Json => json::document(files, out),
        Format::Jsonl => json::lines(files, out),
        Format::Sarif => sarif::write(files, out),
        Format::Github => github::write(files, out),
        Format::Gitlab => gitlab::write(files, out),
        Format::Junit => junit::write(files, out),
    }
}

/// A file's path with `/` on every system.
fn name(file: &Checked) -> String {
    let name = file.path.to_string_lossy().replace('\\', "/");
    name.strip_prefix("./").map_or(name.clone(), str::to_owned)
}

/// A number that stays the same for a finding while lines around it come and go: of rule, file, text, and which of its kind.
fn fingerprint(file: &str, rule: &str, found: &str, number: usize) -> String {
    // FNV-1a: it must be the same in every release.
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for byte in [file, rule, found, &number.to_string()].join("\0").bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    format!("{hash:016x}")
}

/// The fingerprints of a file's findings, in order.
fn fingerprints(file: &Checked) -> Vec<String> {
    let name = name(file);
    let mut seen: Vec<(&str, &str)> = Vec::new();
    file.findings
        .iter()
        .map(|finding| {
            let key = (finding.rule.name, finding.found.as_str());
            let number = seen.iter().filter(|other| **other == key).count();
            seen.push(key);
            fingerprint(&name, key.0, key.1, number)
        })
        .collect()
}
