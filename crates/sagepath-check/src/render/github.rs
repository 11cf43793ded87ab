//! Workflow commands of GitHub Actions, which become annotations.

use std::io::{self, Write};

use crate::finding::Severity;
use crate::walk::Checked;

pub(super) fn write(files: &[Checked], out: &mut dyn Write) -> io::Result<()> {
    for file in files {
        let name = super::name(file);
        for finding in &file.findings {
            let command = match finding.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Info => "notice",
            };
            let expected = finding
                .expected
                .as_deref()
                .map(|path| format!("\nexpected {path}"))
                .unwrap_or_default();
            writeln!(
                out,
                "::{command} file={},line={},col={},endLine={},title={}::{}",
                property(&name),
                finding.start.line,
                finding.start.column,
                finding.end.line,
                property(finding.rule.name),
                data(&format!("{}{expected}", finding.message))
            )?;
        }
    }
    Ok(())
}

/// A message, with what would end it escaped.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A property, with what would end it escaped.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
