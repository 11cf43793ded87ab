//! One question of the suite: the arguments that the SDK's `retrieve` was given.

use std::borrow::Cow;
use std::fmt;

use anyhow::Context;
use serde_json::{Map, Value};

/// The arguments that a question may give, under the SDK's names.
const ARGUMENTS: [&str; 14] = [
    "framework",
    "image_scope",
    "version",
    "base_framework_version",
    "py_version",
    "region",
    "instance_type",
    "accelerator_type",
    "container_version",
    "distribution",
    "inference_tool",
    "sdk_version",
    "serverless_inference_config",
    "training_compiler_config",
];

/// The name of an argument, known to be one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Argument(&'static str);

impl Argument {
    /// The framework.
    pub const FRAMEWORK: Self = Self("framework");

    /// Finds an argument by its name; `scope` is short for `image_scope`.
    pub fn named(name: &str) -> Option<Self> {
        let name = if name == "scope" { "image_scope" } else { name };
        ARGUMENTS.into_iter().find(|known| *known == name).map(Self)
    }
}

/// A question.
#[derive(Clone, Debug)]
pub struct Question(Map<String, Value>);

impl Question {
    /// Parses a line of `questions.jsonl`.
    ///
    /// # Errors
    ///
    /// If it is no JSON object, or names an argument that is none.
    pub fn parse(line: &str) -> anyhow::Result<Self> {
        Self::of_arguments(serde_json::from_str(line).context("not a question")?)
    }

    /// The question that gives these arguments.
    ///
    /// # Errors
    ///
    /// If one of them is none of the suite's.
    pub fn of_arguments(arguments: Map<String, Value>) -> anyhow::Result<Self> {
        if let Some(name) = arguments.keys().find(|name| !ARGUMENTS.contains(&name.as_str())) {
            anyhow::bail!("not a question: `{name}` is not an argument of the suite");
        }
        Ok(Self(arguments))
    }

    /// The arguments that are given, by name, in the order in which the suite writes them.
    pub fn given(&self) -> impl Iterator<Item = (&'static str, &Value)> {
        ARGUMENTS
            .into_iter()
            .filter_map(|name| Some((name, self.0.get(name)?)))
    }

    /// The value of an argument, if it is given.
    pub fn value(&self, name: &str) -> Option<&Value> {
        self.0.get(name)
    }

    /// The text of an argument: a string as it is, anything else as JSON, an absent one as nothing.
    pub fn get(&self, argument: Argument) -> Cow<'_, str> {
        match self.0.get(argument.0) {
            None | Some(Value::Null) => Cow::Borrowed(""),
            Some(Value::String(text)) => Cow::Borrowed(text),
            Some(other) => Cow::Owned(other.to_string()),
        }
    }
}

/// Writes the framework and the other arguments as `name=value`.
impl fmt::Display for Question {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.get(Argument::FRAMEWORK))?;
        for (name, _) in self.given().filter(|(name, _)| *name != Argument::FRAMEWORK.0) {
            write!(formatter, " {name}={}", self.get(Argument(name)))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn absent_arguments_are_empty_and_others_are_text() -> anyhow::Result<()> {
        let question = Question::parse(
            r#"{"framework": "pytorch", "distribution": {"smdistributed": {}}, "training_compiler_config": true}"#,
        )?;
        let get = |name| Argument::named(name).map(|argument| question.get(argument).into_owned());
        assert_eq!(get("framework").as_deref(), Some("pytorch"));
        assert_eq!(get("scope").as_deref(), Some(""));
        assert_eq!(get("distribution").as_deref(), Some(r#"{"smdistributed":{}}"#));
        assert_eq!(get("training_compiler_config").as_deref(), Some("true"));
        assert_eq!(get("colour"), None);
        assert_eq!(
            question.to_string(),
            r#"pytorch distribution={"smdistributed":{}} training_compiler_config=true"#
        );
        Ok(())
    }

    #[test]
    fn an_unknown_argument_is_refused() {
        assert!(Question::parse(r#"{"framework": "pytorch", "colour": "red"}"#).is_err());
    }
}
