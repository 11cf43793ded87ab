//! Findings as rustc shows them: the line, the place in it, the reason, the right path.

use std::io::{self, Write};

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use crate::finding::{Finding, Safety, Severity};
use crate::source::{Position, Source};
use crate::walk::Checked;

/// Characters of a line that are shown around a finding, where a line is very long.
const AROUND: usize = 300;

pub(super) fn write(files: &[Checked], width: Option<usize>, out: &mut dyn Write) -> io::Result<()> {
    let renderer = Renderer::styled().term_width(width.unwrap_or(10_000));
    for file in files {
        let source = Source::new(&file.bytes);
        let name = super::name(file);
        for finding in &file.findings {
            write_one(finding, &source, &name, &renderer, out)?;
        }
    }
    Ok(())
}

fn write_one(
    finding: &Finding,
    source: &Source<'_>,
    name: &str,
    renderer: &Renderer,
    out: &mut dyn Write,
) -> io::Result<()> {
    let first = source.line_range(finding.start.line);
    let last = source.line_range(finding.end.line.min(source.line_count()));
    let text = source.text();
    let start = floor(text, first.start.max(finding.span.start.saturating_sub(AROUND)));
    let end = floor(text, last.end.min(finding.span.end + AROUND)).max(finding.span.end);
    let shown = text.get(start..end).unwrap_or_default();
    let place = match finding.cell {
        Some((cell, line)) => format!("{name} (cell {cell}, line {line})"),
        None => name.to_owned(),
    };
    let span = finding.span.start - start..finding.span.end - start;
    let snippet = Snippet::source(shown)
        .line_start(finding.start.line)
        .annotation(AnnotationKind::Primary.span(span));
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Info => Level::INFO,
    };
    let title = level.primary_title(&finding.message).id(finding.rule.name);
    let mut group = if start == first.start {
        title.element(snippet.path(place))
    } else {
        // The renderer counts columns in what it is given, which is not the whole line.
        let Position { line, column } = finding.start;
        title
            .element(Origin::path(place).line(line).char_column(column))
            .element(snippet)
    };
    if let Some(help) = &finding.help {
        group = group.element(Level::HELP.message(help));
    }
    let expected = finding.expected.as_ref().map(|path| {
        let how = match &finding.fix {
            Some(fix) if fix.safety == Safety::Safe => "`--fix` writes",
            Some(_) => "`--unsafe-fixes` writes",
            None => "expected",
        };
        format!("{how} {path}")
    });
    if let Some(expected) = &expected {
        group = group.element(Level::HELP.message(expected));
    }
    let groups: [Group<'_>; 1] = [group];
    writeln!(out, "{}\n", renderer.render(&groups))
}

/// The nearest border of a character at or before an offset.
fn floor(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}
