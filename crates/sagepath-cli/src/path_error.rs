//! A text that is no registry path: what is wrong, and where.

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use sagepath::registry_path::ParseError;

use crate::failure;
use crate::output::terminal;
use crate::style::{ERROR, HINT, TITLE};

/// Shows the place in the text on standard error.
pub(crate) fn print(text: &str, error: &ParseError) {
    let message = error.to_string();
    let snippet = Snippet::source(text).annotation(AnnotationKind::Primary.span(error.span()));
    let mut group = Level::ERROR.primary_title(&message).element(snippet);
    if let Some(hint) = error.hint() {
        group = group.element(Level::HELP.with_name("hint").message(hint));
    }
    let width = terminal::stderr_width().unwrap_or(text.len() + message.len());
    let renderer = Renderer::styled()
        .error(ERROR)
        .help(HINT)
        .emphasis(TITLE)
        .term_width(width);
    failure::tell(renderer.render(&[group]));
}
