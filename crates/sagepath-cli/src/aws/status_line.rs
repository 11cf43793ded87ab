//! A line at the bottom of a terminal that says how it stands, below the lines that stay.

use std::io::{self, IsTerminal as _, Write as _};

use crate::output::terminal;
use crate::style::FAINT;

/// The line. Where standard error is no terminal, there is none.
#[derive(Debug)]
pub(crate) struct StatusLine {
    is_shown: bool,
    text: String,
}

impl StatusLine {
    pub(crate) fn new() -> Self {
        StatusLine {
            is_shown: io::stderr().is_terminal()
                && std::env::var_os("TERM").is_none_or(|term| term != "dumb"),
            text: String::new(),
        }
    }

    /// Whether there is such a line.
    pub(crate) fn is_shown(&self) -> bool {
        self.is_shown
    }

    /// Says something else.
    pub(crate) fn set(&mut self, text: String) {
        self.text = text;
        self.draw();
    }

    /// Prints a line that stays.
    pub(crate) fn print(&mut self, line: impl std::fmt::Display) {
        self.erase();
        crate::failure::tell(line);
        self.draw();
    }

    /// Takes the line away.
    pub(crate) fn clear(&mut self) {
        self.erase();
        self.text.clear();
    }

    fn erase(&self) {
        if self.is_shown && !self.text.is_empty() {
            let _ = write!(io::stderr(), "\r\x1b[K");
        }
    }

    fn draw(&self) {
        if !self.is_shown || self.text.is_empty() {
            return;
        }
        let width = terminal::stderr_width().unwrap_or(80).saturating_sub(1);
        let text: String = self.text.chars().take(width).collect();
        let mut out = anstream::stderr();
        let _ = write!(out, "\r\x1b[K{FAINT}{text}{FAINT:#}");
        let _ = out.flush();
    }
}

impl Drop for StatusLine {
    fn drop(&mut self) {
        self.erase();
    }
}
