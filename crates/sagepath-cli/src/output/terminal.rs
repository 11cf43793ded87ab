//! What of a terminal decides how something is printed.

use std::io::{self, IsTerminal as _};

use terminal_size::{Height, Width, terminal_size_of};

/// Whether standard output is a terminal.
pub(crate) fn is_stdout() -> bool {
    io::stdout().is_terminal()
}

/// How many columns standard output has; `None` if lines may be of any length.
pub(crate) fn stdout_width() -> Option<usize> {
    own_or_given(terminal_size_of(io::stdout()))
}

/// How many columns standard error has; `None` if lines may be of any length.
pub(crate) fn stderr_width() -> Option<usize> {
    own_or_given(terminal_size_of(io::stderr()))
}

/// A terminal's own width, or what the environment says of it.
fn own_or_given(own: Option<(Width, Height)>) -> Option<usize> {
    let given = || std::env::var("COLUMNS").ok()?.parse().ok();
    own.map(|(width, _)| usize::from(width.0))
        .or_else(given)
        .filter(|&width| width > 0)
}
