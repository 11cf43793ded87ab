//! GitLab's code quality report.

use std::io::{self, Write};

use serde_json::json;

use crate::finding::Severity;
use crate::walk::Checked;

pub(super) fn write(files: &[Checked], out: &mut dyn Write) -> io::Result<()> {
    let mut issues = Vec::new();
    for file in files {
        let name = super::name(file);
        for (finding, fingerprint) in file.findings.iter().zip(super::fingerprints(file)) {
            let severity = match finding.severity {
                Severity::Error => "major",
                Severity::Warning => "minor",
                Severity::Info => "info",
            };
            issues.push(json!({
                "description": finding.message,
                "check_name": finding.rule.name,
                "fingerprint": fingerprint,
                "severity": severity,
                "location": {
                    "path": name,
                    "lines": {"begin": finding.start.line, "end": finding.end.line},
                },
            }));
        }
    }
    serde_json::to_writer_pretty(&mut *out, &issues)?;
    writeln!(out)
}
