//! How a command tells what happens while it waits: to people, or as a stream of events to a program.

use std::io::{self, Write as _};

use clap::Args;
use sagepath_aws::LogLine;
use serde_json::{Value, json};

use crate::aws::status_line::StatusLine;
use crate::failure::{self, Failure};
use crate::output;
use crate::style::HINT;

#[derive(Args)]
pub(crate) struct FormArguments {
    /// Print one JSON document at the end: what SageMaker knows
    #[arg(long, conflicts_with = "events")]
    json: bool,

    /// Print what happens as it happens, a JSON object a line
    #[arg(long)]
    events: bool,
}

/// What goes to standard output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// What is needed next: a name, or where something is.
    Text,
    /// One document.
    Json,
    /// Events.
    Events,
}

impl FormArguments {
    pub(crate) fn form(&self) -> Form {
        match (self.json, self.events) {
            (true, _) => Form::Json,
            (_, true) => Form::Events,
            _ => Form::Text,
        }
    }
}

/// Tells what happens.
#[derive(Debug)]
pub(crate) struct Voice {
    form: Form,
    is_quiet: bool,
    line: StatusLine,
}

impl Voice {
    pub(crate) fn new(form: Form, is_quiet: bool) -> Self {
        Voice {
            form,
            is_quiet,
            line: StatusLine::new(),
        }
    }

    pub(crate) fn form(&self) -> Form {
        self.form
    }

    /// Something happened: in words, or as an event.
    pub(crate) fn say(&mut self, words: impl std::fmt::Display, event: &Value) -> Result<(), Failure> {
        self.remark(words);
        self.event(event)
    }

    /// Something that only people want to know.
    pub(crate) fn remark(&mut self, words: impl std::fmt::Display) {
        if self.form != Form::Events && !self.is_quiet {
            self.line.print(words);
        }
    }

    /// Something that only programs want to know.
    pub(crate) fn event(&mut self, event: &Value) -> Result<(), Failure> {
        if self.form == Form::Events {
            emit(event)
        } else {
            Ok(())
        }
    }

    /// A container has printed a line.
    pub(crate) fn log(&mut self, line: &LogLine) -> Result<(), Failure> {
        let LogLine {
            stream,
            time,
            message,
        } = line;
        let event = json!({ "event": "log", "stream": stream, "time": time.to_string(), "message": message });
        self.say(message, &event)
    }

    /// Something that does not keep the command from going on.
    pub(crate) fn warn(&mut self, words: impl std::fmt::Display) -> Result<(), Failure> {
        if self.form == Form::Events {
            return emit(&json!({ "event": "warning", "message": words.to_string() }));
        }
        self.line.clear();
        failure::warn(words);
        Ok(())
    }

    /// What to do next.
    pub(crate) fn hint(&mut self, words: impl std::fmt::Display) {
        self.remark(format_args!("{HINT}hint:{HINT:#} {words}"));
    }

    /// How it stands, where somebody sees it change.
    pub(crate) fn stand(&mut self, words: impl FnOnce() -> String) {
        if self.line.is_shown() && self.form != Form::Events && !self.is_quiet {
            self.line.set(words());
        }
    }

    /// Nothing more will be told of how it stands.
    pub(crate) fn hush(&mut self) {
        self.line.clear();
    }

    /// The last word: what is needed next in lines, the document, or the last event.
    pub(crate) fn conclude<'l>(
        &mut self,
        lines: impl IntoIterator<Item = &'l str>,
        document: &Value,
        event: &Value,
    ) -> Result<(), Failure> {
        self.hush();
        match self.form {
            Form::Events => emit(event),
            Form::Json => output::to_stdout(|out| output::json(document, out)),
            Form::Text => output::to_stdout(|out| {
                for line in lines {
                    writeln!(out, "{line}")?;
                }
                Ok(())
            }),
        }
    }
}

/// An event is a line, and can be read at once.
fn emit(event: &Value) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    writeln!(out, "{event}")?;
    Ok(out.flush()?)
}
