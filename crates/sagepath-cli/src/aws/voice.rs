//! How a command tells what happens while it waits: to people, or as a stream of events to a program.

use clap::Args;
use sagepath_aws::LogLine;
use serde_json::{Value, json};

use crate::aws::status_line::StatusLine;
use crate::failure::{self, Failure};
use crate::last_word::{Form, LastWord, emit};
use crate::output;
use crate::style::HINT;

#[derive(Args)]
pub(crate) struct FormArguments {
    /// Print one JSON document at the end: how it went, and what SageMaker knows
    #[arg(long, conflicts_with = "events")]
    json: bool,

    /// Print what happens as it happens, a JSON object a line
    #[arg(long)]
    events: bool,
}

/// Whether there is a document at the end.
#[derive(Args)]
pub(crate) struct JsonArgument {
    /// Print one JSON document at the end: what was done, or why it was not
    #[arg(long)]
    json: bool,
}

impl JsonArgument {
    pub(crate) fn form(&self) -> Form {
        if self.json { Form::Json } else { Form::Text }
    }
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
        self.say(&line.message, &log_event(line))
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

    /// It went well: what is needed next in lines, or the last word to a program.
    pub(crate) fn conclude<'l>(
        &mut self,
        lines: impl IntoIterator<Item = &'l str>,
        word: &LastWord,
    ) -> Result<(), Failure> {
        self.hush();
        if self.form != Form::Text {
            return word.say(self.form);
        }
        output::to_stdout(|out| {
            for line in lines {
                writeln!(out, "{line}")?;
            }
            Ok(())
        })
    }
}

/// A line that a container has printed, as an event.
pub(crate) fn log_event(line: &LogLine) -> Value {
    let LogLine {
        stream,
        time,
        message,
    } = line;
    json!({ "event": "log", "stream": stream, "time": time.to_string(), "message": message })
}
