//! JUnit's XML: a suite for each file, a failed case for each finding.

use std::io::{self, Write};

use crate::walk::Checked;

pub(super) fn write(files: &[Checked], out: &mut dyn Write) -> io::Result<()> {
    let all: usize = files.iter().map(|file| file.findings.len()).sum();
    writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
    writeln!(
        out,
        "<testsuites name=\"sagepath check\" tests=\"{all}\" failures=\"{all}\" errors=\"0\">"
    )?;
    for file in files {
        let name = escaped(&super::name(file));
        let count = file.findings.len();
        writeln!(
            out,
            "  <testsuite name=\"{name}\" tests=\"{count}\" failures=\"{count}\" errors=\"0\">"
        )?;
        for finding in &file.findings {
            let (line, column) = (finding.start.line, finding.start.column);
            let rule = finding.rule.name;
            writeln!(
                out,
                "    <testcase name=\"{rule}\" classname=\"{name}\" file=\"{name}\" line=\"{line}\">"
            )?;
            let message = escaped(&finding.message);
            let found = escaped(&finding.found);
            let expected = finding
                .expected
                .as_deref()
                .map(|path| format!("\nexpected: {}", escaped(path)));
            writeln!(
                out,
                "      <failure type=\"{}\" message=\"{message}\">line {line}, column {column}\nfound: {found}{}</failure>",
                finding.severity,
                expected.unwrap_or_default()
            )?;
            writeln!(out, "    </testcase>")?;
        }
        writeln!(out, "  </testsuite>")?;
    }
    writeln!(out, "</testsuites>")
}

/// Text that may stand in an attribute or element. Characters that XML does not know are left out.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\n' | '\t' => escaped.push(character),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            _ => escaped.push(character),
        }
    }
    escaped
}
