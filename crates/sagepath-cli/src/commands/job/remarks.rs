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

/// As many remarks as are shown: a file with more is another file than was meant.
const SHOWN: usize = 30;
/// Columns of a line, where no terminal says how many there are.
const COLUMNS: usize = 160;

/// Shows remarks on standard error; warnings only to those who want them.
pub(super) fn print(remarks: &[Remark], job: &Job, quiet: bool) {
    let source = Source::new(job.text.as_bytes());
    let is_wanted = |remark: &&Remark| match remark.severity {
        Severity::Error => true,
        Severity::Warning => !quiet,
        Severity::Info => false,
    };
    let mut wanted: Vec<&Remark> = remarks.iter().filter(is_wanted).collect();
    if wanted.len() > SHOWN {
        wanted.sort_by_key(|remark| remark.severity != Severity::Error);
    }
    for remark in wanted.iter().take(SHOWN) {
        print_one(remark, job, &source);
    }
    if let Some(left @ 1..) = wanted.len().checked_sub(SHOWN) {
        failure::note(format_args!("{left} more: `--json` tells all"));
    }
}

fn print_one(remark: &Remark, job: &Job, source: &Source<'_>) {
    let level = match remark.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Info => Level::INFO,
    };
    let mut group = Group::with_title(level.primary_title(&remark.message).id(remark.rule));
    // What an option says has no place in the file.
    if remark.span != (0..0) {
        group = group.element(snippet(&job.name, &job.text, source, &remark.span));
    }
    if let Some(help) = &remark.help {
        group = group.element(Level::HELP.message(help));
    }
    tell(group);
}

/// Why a file cannot be read.
pub(super) fn unreadable(name: &str, text: &str, error: &ReadError) -> Failure {
    let title = Level::ERROR.primary_title(&error.message);
    let source = Source::new(text.as_bytes());
    tell(title.element(snippet(name, text, &source, &error.span)));
    let start = source.position(error.span.start);
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
        .term_width(terminal::stderr_width().unwrap_or(COLUMNS));
    failure::tell(format_args!("{}\n", renderer.render(&[group])));
}

/// The first line of a place: of a map, only where it begins. The renderer gets that line alone: it looks through all that it gets.
fn snippet<'t>(
    name: &'t str,
    text: &'t str,
    source: &Source<'_>,
    span: &Span,
) -> Snippet<'t, annotate_snippets::Annotation<'t>> {
    let start = floor(text, span.start);
    let end = floor(text, span.end).max(start);
    let line = text[..start].rfind('\n').map_or(0, |before| before + 1);
    let line_end = text[start..]
        .find(['\r', '\n'])
        .map_or(text.len(), |length| start + length);
    Snippet::source(&text[line..line_end])
        .line_start(source.position(start).line)
        .path(name)
        .annotation(AnnotationKind::Primary.span(start - line..end.min(line_end) - line))
}

/// The nearest border of a character at or before an offset.
fn floor(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}
