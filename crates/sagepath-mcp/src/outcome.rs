//! What a tool gives back.

use rmcp::model::{CallToolResult, ContentBlock};
use sagepath::Error;
use sagepath_json::Refusal;
use serde::Serialize;
use serde_json::Value;

/// As many choices as an agent is told; an agent pays for each word.
const CHOICES_TOLD: usize = 30;

/// Why there is no answer.
#[derive(Debug)]
pub(crate) struct Refused(Box<Reason>);

#[derive(Debug)]
struct Reason {
    message: String,
    choices: Vec<String>,
    suggestion: Option<String>,
    hint: Option<String>,
    details: Option<Value>,
}

impl Refused {
    /// The arguments cannot be read.
    pub(crate) fn unreadable(message: &str) -> Self {
        Refused(Box::new(Reason {
            message: message.to_owned(),
            choices: Vec::new(),
            suggestion: None,
            hint: None,
            details: serde_json::to_value(Refusal::malformed(&message)).ok(),
        }))
    }

    pub(crate) fn choose(mut self, choices: Vec<&str>) -> Self {
        self.0.choices = choices.into_iter().map(str::to_owned).collect();
        self
    }
}

impl Reason {
    /// What is told of it: the message, the nearest choice, the choices, what to do next.
    fn text(&self) -> String {
        let mut text = self.message.clone();
        if let Some(suggestion) = &self.suggestion {
            text.push_str(&format!("\ndid you mean: {suggestion}"));
        }
        if !self.choices.is_empty() {
            let told = self.choices.iter().take(CHOICES_TOLD);
            let told: Vec<&str> = told.map(String::as_str).collect();
            text.push_str(&format!("\nchoices: {}", told.join(", ")));
            if self.choices.len() > CHOICES_TOLD {
                text.push_str(&format!(", and {} more", self.choices.len() - CHOICES_TOLD));
            }
        }
        if let Some(hint) = &self.hint {
            text.push_str(&format!("\nhint: {hint}"));
        }
        text
    }
}

impl From<Error> for Refused {
    fn from(error: Error) -> Self {
        Refused(Box::new(Reason {
            message: error.to_string(),
            choices: error.choices().to_vec(),
            suggestion: error.suggestion().map(str::to_owned),
            hint: error.hint().map(str::to_owned),
            details: serde_json::to_value(Refusal::new(&error)).ok(),
        }))
    }
}

/// An answer: a few lines for the agent, and all of it for programs.
pub(crate) fn answered(text: String, value: &impl Serialize) -> CallToolResult {
    let mut result = CallToolResult::success(vec![ContentBlock::text(text)]);
    result.structured_content = serde_json::to_value(value).ok();
    result
}

/// The result of a tool.
pub(crate) fn result(outcome: Result<CallToolResult, Refused>) -> CallToolResult {
    outcome.unwrap_or_else(|Refused(reason)| {
        let mut result = CallToolResult::error(vec![ContentBlock::text(reason.text())]);
        result.structured_content = reason.details;
        result
    })
}
