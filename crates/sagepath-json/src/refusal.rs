//! Why there is no answer.

use std::fmt::Display;

use sagepath::Error;
use serde::Serialize;

use crate::form::Displayed;

/// A refusal: `{"error": {"code", "field", "message", "choices", "suggestion", "hint"}}`.
#[derive(Serialize)]
pub struct Refusal<'e> {
    error: Fields<'e>,
}

#[derive(Serialize)]
struct Fields<'e> {
    code: &'e str,
    field: &'e str,
    message: Displayed<&'e dyn Display>,
    choices: &'e [String],
    suggestion: Option<&'e str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    hint: Option<&'e str>,
}

impl<'e> Refusal<'e> {
    /// The refusal of a question that has no answer.
    pub fn new(error: &'e Error) -> Self {
        Refusal {
            error: Fields {
                code: error.code().as_str(),
                field: error.code().field(),
                message: Displayed(error),
                choices: error.choices(),
                suggestion: error.suggestion(),
                hint: error.hint(),
            },
        }
    }

    /// A question that could not be read at all.
    pub fn malformed(message: &'e dyn Display) -> Self {
        Refusal {
            error: Fields {
                code: "malformed-query",
                field: "",
                message: Displayed(message),
                choices: &[],
                suggestion: None,
                hint: None,
            },
        }
    }
}
