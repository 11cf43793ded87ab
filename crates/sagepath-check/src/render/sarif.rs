//! SARIF 2.1.0: as much of it as findings need. Section numbers are those of the standard.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::{Value, json};

use crate::finding::{Finding, Severity};
use crate::rules::{self, Rule};
use crate::source::{Position, Source};
use crate::walk::Checked;

/// 3.13: the whole file.
#[derive(Serialize)]
struct Log {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run; 1],
}

/// 3.14: one run of a tool.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run {
    tool: Value,
    /// 3.14.17: columns count characters.
    column_kind: &'static str,
    results: Vec<Value>,
}

pub(super) fn write(files: &[Checked], out: &mut dyn Write) -> io::Result<()> {
    let descriptors: Vec<Value> = rules::ALL.iter().map(|rule| descriptor(rule)).collect();
    let log = Log {
        schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: [Run {
            tool: json!({
                "driver": {
                    "name": "sagepath",
                    "semanticVersion": env!("CARGO_PKG_VERSION"),
                    "rules": descriptors,
                },
            }),
            column_kind: "unicodeCodePoints",
            results: files.iter().flat_map(results).collect(),
        }],
    };
    serde_json::to_writer_pretty(&mut *out, &log)?;
    writeln!(out)
}

/// 3.49: a rule.
fn descriptor(rule: &Rule) -> Value {
    json!({
        "id": rule.name,
        "shortDescription": {"text": rule.summary()},
        "help": {"text": rule.page(), "markdown": rule.page()},
        "defaultConfiguration": {"enabled": rule.is_default, "level": level(rule.severity)},
        "properties": {"precision": precision(rule.confidence.as_str())},
    })
}

/// 3.27: the results of a file.
fn results(file: &Checked) -> Vec<Value> {
    let source = Source::new(&file.bytes);
    let name = super::name(file);
    let uri = uri(&name);
    let prints = super::fingerprints(file);
    let findings = file.findings.iter().zip(prints);
    findings
        .map(|(finding, print)| result(finding, &source, &uri, &print))
        .collect()
}

fn result(finding: &Finding, source: &Source<'_>, uri: &str, print: &str) -> Value {
    let index = rules::ALL.iter().position(|rule| *rule == finding.rule);
    let mut text = finding.message.clone();
    if let Some(expected) = &finding.expected {
        text.push_str(&format!("; expected {expected}"));
    }
    let mut result = json!({
        "ruleId": finding.rule.name,
        "ruleIndex": index,
        "level": level(finding.severity),
        "message": {"text": text},
        "locations": [{
            "physicalLocation": {
                "artifactLocation": {"uri": uri},
                "region": region(finding.start, finding.end),
            },
        }],
        "partialFingerprints": {"sagepath/v1": print},
        "properties": {"confidence": finding.confidence},
    });
    if let Some(image) = &finding.image {
        // 3.27.22: what else there is to see.
        result["relatedLocations"] = json!([{
            "physicalLocation": {
                "artifactLocation": {"uri": uri},
                "region": region(source.position(image.start), source.position(image.end)),
            },
            "message": {"text": "the image"},
        }]);
    }
    if let Some(fix) = &finding.fix {
        // 3.55: the edits that mend it.
        let replacements: Vec<Value> = fix
            .edits
            .iter()
            .map(|edit| {
                json!({
                    "deletedRegion": region(source.position(edit.range.start), source.position(edit.range.end)),
                    "insertedContent": {"text": edit.text},
                })
            })
            .collect();
        result["fixes"] = json!([{
            "description": {"text": "write the right path"},
            "artifactChanges": [{"artifactLocation": {"uri": uri}, "replacements": replacements}],
        }]);
    }
    result
}

/// 3.30: a place in a file.
fn region(start: Position, end: Position) -> Value {
    json!({
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

/// GitHub's word for confidence.
fn precision(confidence: &str) -> &str {
    confidence
}

/// 3.4.3: a path as a relative reference.
fn uri(path: &str) -> String {
    let mut uri = String::new();
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                uri.push(char::from(byte));
            }
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}
