//! Shows what is wrong with a job file, where it is.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use sagepath_check::{Severity, Source};
use sagepath_document::{ReadError, Span};
use sagepath_job::Remark;
use serde_json::json;

use super::Job;
use crate::failure::{self, Failure};
use crate::output::terminal;
use crate::style::{ERROR, HINT, TITLE};

/// Shows all remarks on standard error; warnings only to those who want them.
pub(super) fn print(remarks: &[Remark], job: &Job, quiet: bool) {
    for remark in remarks {
        if remark.severity == Severity::Error || (!quiet && remark.severity == Severity::Warning) {
            let level = match remark.severity {
                Severity::Error => Level::ERROR,
                Severity::Warning => Level::WARNING,
                Severity::Info => Level::INFO,
            };
            let title = level.primary_title(&remark.message).id(remark.rule);
            let mut group = title.element(snippet(&job.name, &job.text, &remark.span));
            if let Some(help) = &remark.help {
                group = group.element(Level::HELP.message(help));
            }
            tell(group);
        }
    }
}

/// Why a file cannot be read.
pub(super) fn unreadable(name: &str, text: &str, error: &ReadError) -> Failure {
    let title = Level::ERROR.primary_title(&error.message);
    tell(title.element(snippet(name, text, &error.span)));
    let start = Source::new(text.as_bytes()).position(error.span.start);
    let place = json!({
        "severity": Severity::Error,
        "line": start.line,
        "column": start.column,
        "message": error.message,
    });
    Failure::usage(format!("{name} cannot be read")).tells(|word| word.with("remarks", vec![place]))
}

fn tell(group: Group<'_>) {
    let renderer = Renderer::styled()
        .error(ERROR)
        .help(HINT)
        .emphasis(TITLE)
        .term_width(terminal::stderr_width().unwrap_or(10_000));
    failure::tell(format_args!("{}\n", renderer.render(&[group])));
}

/// The first line of a place: of a map, only where it begins.
fn snippet<'t>(name: &'t str, text: &'t str, span: &Span) -> Snippet<'t, annotate_snippets::Annotation<'t>> {
    let start = floor(text, span.start);
    let end = floor(text, span.end).max(start);
    let first_line = text[start..end]
        .split(['\r', '\n'])
        .next()
        .unwrap_or_default()
        .len();
    Snippet::source(text)
        .path(name)
        .annotation(AnnotationKind::Primary.span(start..start + first_line))
}

/// The nearest border of a character at or before an offset.
fn floor(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}
