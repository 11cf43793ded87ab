//! A line for each finding, as compilers of old wrote it.

use std::io::{self, Write};

use crate::walk::Checked;

pub(super) fn write(files: &[Checked], out: &mut dyn Write) -> io::Result<()> {
    for file in files {
        let name = super::name(file);
        for finding in &file.findings {
            let place = match finding.cell {
                Some((cell, line)) => format!("{name}:cell {cell}:{line}:{}", finding.start.column),
                None => format!("{name}:{}:{}", finding.start.line, finding.start.column),
            };
            let expected = finding
                .expected
                .as_deref()
                .map(|path| format!(" (expected {path})"))
                .unwrap_or_default();
            writeln!(
                out,
                "{place}: {}[{}] {}{expected}",
                finding.severity, finding.rule.name, finding.message
            )?;
        }
    }
    Ok(())
}
