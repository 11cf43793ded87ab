//! JSON, as one document or line by line. Fields are added, never changed.

use std::io::{self, Write};

use serde::Serialize;

use crate::finding::{Confidence, Finding, Fix, Severity};
use crate::walk::Checked;

/// The version of the form.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Document<'f> {
    version: u32,
    findings: Vec<Record<'f>>,
}

#[derive(Serialize)]
struct Record<'f> {
    version: u32,
    rule: &'f str,
    severity: Severity,
    confidence: Confidence,
    path: String,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    cell: Option<Cell>,
    found: &'f str,
    expected: Option<&'f str>,
    message: &'f str,
    help: Option<&'f str>,
    fix: Option<&'f Fix>,
    fingerprint: String,
}

#[derive(Serialize)]
struct Cell {
    number: usize,
    line: usize,
}

pub(super) fn document(files: &[Checked], out: &mut dyn Write) -> io::Result<()> {
    let document = Document {
        version: VERSION,
        findings: records(files).collect(),
    };
    serde_json::to_writer_pretty(&mut *out, &document)?;
    writeln!(out)
}

pub(super) fn lines(files: &[Checked], out: &mut dyn Write) -> io::Result<()> {
    for record in records(files) {
        serde_json::to_writer(&mut *out, &record)?;
        writeln!(out)?;
    }
    Ok(())
}

fn records(files: &[Checked]) -> impl Iterator<Item = Record<'_>> {
    files.iter().flat_map(|file| {
        let name = super::name(file);
        let prints = super::fingerprints(file);
        file.findings
            .iter()
            .zip(prints)
            .map(move |(finding, print)| record(finding, name.clone(), print))
    })
}

fn record(finding: &Finding, path: String, fingerprint: String) -> Record<'_> {
    Record {
        version: VERSION,
        rule: finding.rule.name,
        severity: finding.severity,
        confidence: finding.confidence,
        path,
        line: finding.start.line,
        column: finding.start.column,
        end_line: finding.end.line,
        end_column: finding.end.column,
        cell: finding.cell.map(|(number, line)| Cell { number, line }),
        found: &finding.found,
        expected: finding.expected.as_deref(),
        message: &finding.message,
        help: finding.help.as_deref(),
        fix: finding.fix.as_ref(),
        fingerprint,
    }
}
