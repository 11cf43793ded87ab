//! Refusals, as Python's `sagepath.Error`.

use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyTuple, PyType};
use sagepath::registry_path::ParseError;

/// Why there is no answer. `sagepath.Error` explains its fields.
#[derive(Debug)]
pub(crate) struct Refused {
    code: &'static str,
    field: String,
    message: String,
    choices: Vec<String>,
    suggestion: Option<String>,
    hint: Option<String>,
}

impl Refused {
    #[cold]
    pub(crate) fn new(code: &'static str, field: &str, message: impl Into<String>) -> Self {
        Refused {
            code,
            field: field.to_owned(),
            message: message.into(),
            choices: Vec::new(),
            suggestion: None,
            hint: None,
        }
    }

    pub(crate) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    pub(crate) fn choices<'c>(mut self, choices: impl IntoIterator<Item = &'c str>) -> Self {
        self.choices = choices.into_iter().map(str::to_owned).collect();
        self
    }

    /// The exception.
    pub(crate) fn into_error(self, py: Python<'_>) -> PyErr {
        let Refused {
            code,
            field,
            message,
            choices,
            suggestion,
            hint,
        } = self;
        let exception = class(py).and_then(|class| {
            let choices = PyTuple::new(py, choices)?;
            class.call1((message, code, field, choices, suggestion, hint))
        });
        exception.map_or_else(|error| error, PyErr::from_value)
    }
}

impl From<&sagepath::Error> for Refused {
    fn from(error: &sagepath::Error) -> Self {
        Refused {
            code: error.code().as_str(),
            field: error.code().field().to_owned(),
            message: error.to_string(),
            choices: error.choices().to_vec(),
            suggestion: error.suggestion().map(str::to_owned),
            hint: error.hint().map(str::to_owned),
        }
    }
}

impl Refused {
    /// A text that is no registry path; what is wrong is quoted, as nobody else shows the place.
    pub(crate) fn malformed(text: &str, error: &ParseError) -> Self {
        let wrong = text.get(error.span()).filter(|wrong| !wrong.is_empty());
        let message = match wrong {
            Some(wrong) => format!("{error}: `{}`", wrong.escape_debug()),
            None => error.to_string(),
        };
        Refused {
            hint: error.hint().map(str::to_owned),
            ..Refused::new("malformed-path", "path", message)
        }
    }
}

/// Refuses a question of the library's.
#[cold]
pub(crate) fn refuse(py: Python<'_>, error: &sagepath::Error) -> PyErr {
    Refused::from(error).into_error(py)
}

fn class(py: Python<'_>) -> PyResult<&Bound<'_, PyType>> {
    static CLASS: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    CLASS.import(py, "sagepath._errors", "Error")
}
