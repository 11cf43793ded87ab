//! What is said when there is no answer: the message, the choices, the nearest of them, what to do next.

use std::fmt::Display;
use std::io::{self, Write as _};
use std::process::ExitCode;

use sagepath::Code;
use serde_json::{Value, json};

use crate::last_word::LastWord;
use crate::output::{joined, terminal, text};
use crate::style::{ERROR, HINT, WARNING};

/// Why a command ended without an answer.
#[derive(Debug)]
pub(crate) enum Failure {
    /// Nobody reads the output any more.
    BrokenPipe,
    /// What to tell.
    Told(Box<Report>),
}

/// A failure for people.
#[derive(Debug, Default)]
pub(crate) struct Report {
    /// 1 for "no", 2 for what could not be asked.
    status: u8,
    message: String,
    choices: Vec<String>,
    suggestion: Option<String>,
    hint: Option<String>,
    /// What a program is told beside the message.
    ended: Option<LastWord>,
}

/// As many choices as a message lists; of more, the closest are.
const CHOICES_SHOWN: usize = 12;

impl Failure {
    /// There is no such thing.
    pub(crate) fn no(message: impl Into<String>) -> Self {
        Failure::Told(Box::new(Report {
            status: 1,
            message: message.into(),
            ..Report::default()
        }))
    }

    /// The question could not be asked: its wording, a file, the environment.
    pub(crate) fn usage(message: impl Into<String>) -> Self {
        Failure::Told(Box::new(Report {
            status: 2,
            message: message.into(),
            ..Report::default()
        }))
    }

    /// A file could not be used.
    pub(crate) fn file(path: &std::path::Path, reason: impl Display) -> Self {
        Failure::usage(format!("{}: {reason}", path.display()))
    }

    /// With what to do next.
    pub(crate) fn hint(self, hint: impl Into<String>) -> Self {
        self.with(|report| report.hint = Some(hint.into()))
    }

    /// With other words for what went wrong.
    pub(crate) fn message(self, message: impl Into<String>) -> Self {
        self.with(|report| report.message = message.into())
    }

    /// With what would have been right.
    pub(crate) fn choices<S: Into<String>>(self, choices: impl IntoIterator<Item = S>) -> Self {
        self.with(|report| report.choices = choices.into_iter().map(Into::into).collect())
    }

    /// With what a program is told of it.
    pub(crate) fn ended(self, word: LastWord) -> Self {
        self.with(|report| report.ended = Some(word))
    }

    /// With more that a program is told.
    pub(crate) fn tells(self, more: impl FnOnce(LastWord) -> LastWord) -> Self {
        self.with(|report| report.ended = Some(more(report.take_word())))
    }

    /// What a program is told; nothing if nobody reads it.
    pub(crate) fn last_word(&mut self) -> Option<LastWord> {
        match self {
            Failure::BrokenPipe => None,
            Failure::Told(report) => Some(report.take_word().with("error", report.to_json())),
        }
    }

    fn with(mut self, change: impl FnOnce(&mut Report)) -> Self {
        if let Failure::Told(report) = &mut self {
            change(report);
        }
        self
    }
}

impl From<sagepath::Error> for Failure {
    fn from(error: sagepath::Error) -> Self {
        let mut choices = error.choices().to_vec();
        if choices.len() > CHOICES_SHOWN {
            put_best_first(&mut choices, &error);
        }
        Failure::Told(Box::new(Report {
            status: 1,
            message: error.to_string(),
            choices,
            suggestion: error.suggestion().map(str::to_owned),
            hint: error.hint().map(str::to_owned),
            ended: None,
        }))
    }
}

/// Of versions the newest, of names those most like the one that was meant, if it can be told.
fn put_best_first(choices: &mut [String], error: &sagepath::Error) {
    match (error.code(), error.suggestion()) {
        (Code::MissingVersion | Code::UnknownVersion | Code::WithheldVersion, _) => {
            choices.sort_by(|left, right| sagepath::version::compare(right, left));
        }
        (_, Some(meant)) => {
            let likeness = |choice: &String| strsim::jaro_winkler(meant, choice);
            choices.sort_by(|left, right| likeness(right).total_cmp(&likeness(left)));
        }
        (_, None) => {}
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            return Failure::BrokenPipe;
        }
        Failure::usage(format!("input or output failed: {error}"))
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        Failure::from(io::Error::from(error))
    }
}

impl From<csv::Error> for Failure {
    fn from(error: csv::Error) -> Self {
        match error.into_kind() {
            csv::ErrorKind::Io(error) => Failure::from(error),
            kind => Failure::usage(format!("output failed: {kind:?}")),
        }
    }
}

impl Report {
    /// What a program is told: of a no, that it is one.
    fn take_word(&mut self) -> LastWord {
        let usual = if self.status == 1 { "refused" } else { "trouble" };
        self.ended.take().unwrap_or_else(|| LastWord::new(usual))
    }

    fn to_json(&self) -> Value {
        json!({
            "message": self.message,
            "choices": self.choices,
            "suggestion": self.suggestion,
            "hint": self.hint,
        })
    }

    /// Tells it, and gives the exit status.
    pub(crate) fn print(&self) -> ExitCode {
        tell(format_args!("{ERROR}error:{ERROR:#} {}", self.message));
        if !self.choices.is_empty() {
            tell(format_args!(
                "{}",
                text::wrapped("  choices: ", &self.listed(), terminal::stderr_width())
            ));
        }
        if let Some(suggestion) = &self.suggestion {
            tell(format_args!("  did you mean: {suggestion}"));
        }
        if let Some(hint) = &self.hint {
            tell(format_args!("{HINT}hint:{HINT:#} {hint}"));
        }
        ExitCode::from(self.status)
    }

    /// The choices as they are listed: all, or the first and a count.
    fn listed(&self) -> String {
        let all = self.choices.len();
        if all <= CHOICES_SHOWN + 1 {
            return self.choices.join(", ");
        }
        let shown = self.choices.iter().take(CHOICES_SHOWN).map(String::as_str);
        format!("{}, and {} more", joined(shown), all - CHOICES_SHOWN)
    }
}

/// Says something on standard error. Who has closed it does not want to hear it.
pub(crate) fn tell(message: impl Display) {
    let _ = writeln!(anstream::stderr(), "{message}");
}

/// Tells something that does not keep a command from its answer.
pub(crate) fn warn(message: impl Display) {
    tell(format_args!("{WARNING}warning:{WARNING:#} {message}"));
}

/// Says what explains an answer.
pub(crate) fn note(message: impl Display) {
    tell(format_args!("{HINT}note:{HINT:#} {message}"));
}
