//! The last word to a program: the one document of `--json`, or the last event of `--events`. There is one in every case, so that
//! a program need not read what is for people.

use std::io::{self, Write as _};

use sagepath_aws::Kind;
use serde_json::{Map, Value, json};

use crate::failure::Failure;
use crate::output;

/// What goes to standard output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// What is needed next: a name, or where something is.
    Text,
    /// One document.
    Json,
    /// Events, a JSON object a line.
    Events,
}

/// How it ended, and what is known then.
#[derive(Debug)]
pub(crate) struct LastWord {
    outcome: &'static str,
    members: Map<String, Value>,
}

/// The member with all that SageMaker knows, which is no part of an event.
const RESOURCE: &str = "resource";

impl LastWord {
    pub(crate) fn new(outcome: &'static str) -> Self {
        LastWord {
            outcome,
            members: Map::new(),
        }
    }

    /// What it is about.
    pub(crate) fn about(self, kind: &Kind, name: &str) -> Self {
        self.with("kind", kind.noun).with("name", name)
    }

    /// All that SageMaker knows of it.
    pub(crate) fn resource(self, found: &Value) -> Self {
        self.with(RESOURCE, found.clone())
    }

    pub(crate) fn with(mut self, member: &str, value: impl Into<Value>) -> Self {
        self.members.insert(member.to_owned(), value.into());
        self
    }

    /// Says it, if there is a program that listens.
    pub(crate) fn say(&self, form: Form) -> Result<(), Failure> {
        match form {
            Form::Text => Ok(()),
            Form::Json => {
                let mut document = json!({ "version": 1, "outcome": self.outcome });
                for (member, value) in &self.members {
                    document[member] = value.clone();
                }
                output::to_stdout(|out| output::json(&document, out))
            }
            Form::Events => {
                let mut event = json!({ "event": "end", "outcome": self.outcome });
                for (member, value) in self.members.iter().filter(|(member, _)| *member != RESOURCE) {
                    event[member] = value.clone();
                }
                emit(&event)
            }
        }
    }
}

/// An event is a line, and can be read at once.
pub(crate) fn emit(event: &Value) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    writeln!(out, "{event}")?;
    Ok(out.flush()?)
}

/// Says the last word of a failure, too. Where there is none, whatever has succeeded has said it.
pub(crate) fn in_every_case<T>(form: Form, act: impl FnOnce() -> Result<T, Failure>) -> Result<T, Failure> {
    act().map_err(|mut failure| {
        if let Some(word) = failure.last_word() {
            // That nobody reads it makes no success of it.
            let _ = word.say(form);
        }
        failure
    })
}
