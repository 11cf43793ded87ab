//! What each side answered to one question, and whether the two answers are the same.

use std::fmt;

use anyhow::Context;
use serde::Deserialize;

/// The SDK's answer: a registry path, or the type and text of the exception that it raised.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SdkAnswer {
    /// The registry path that `retrieve` returned.
    Uri(String),
    /// `ExceptionType: message`.
    Error(String),
}

/// sagepath's answer. Its line may say more about the image; that is not compared.
#[derive(Debug)]
pub enum SagepathAnswer {
    /// The registry path.
    Uri(String),
    /// The code of the error.
    Error(String),
}

/// Tells whether both sides resolve to the same path or both refuse. What a refusal says is not compared.
pub fn agree(sdk: &SdkAnswer, sagepath: &SagepathAnswer) -> bool {
    match (sdk, sagepath) {
        (SdkAnswer::Uri(sdk), SagepathAnswer::Uri(sagepath)) => sdk == sagepath,
        (SdkAnswer::Error(_), SagepathAnswer::Error(_)) => true,
        _ => false,
    }
}

impl SdkAnswer {
    /// Parses a line of `sdk.jsonl`.
    ///
    /// # Errors
    ///
    /// If it is no answer.
    pub fn parse(line: &str) -> anyhow::Result<Self> {
        serde_json::from_str(line).context("not an answer of the SDK")
    }

    /// The registry path, or the whole text of the error.
    pub fn text(&self) -> &str {
        match self {
            Self::Uri(text) | Self::Error(text) => text,
        }
    }

    /// The answer without its particulars: `uri`, or the error's type and the head of its text.
    pub fn kind(&self) -> &str {
        match self {
            Self::Uri(_) => "uri",
            Self::Error(text) => {
                let after_type = text.find(": ").map_or(text.len(), |colon| colon + 2);
                let head = text[after_type..]
                    .find([':', '.', '\''])
                    .unwrap_or(text.len() - after_type);
                text[..after_type + head].trim_end_matches([' ', ':'])
            }
        }
    }
}

impl SagepathAnswer {
    /// Parses a line of `sagepath batch`.
    ///
    /// # Errors
    ///
    /// If it is no answer.
    pub fn parse(line: &str) -> anyhow::Result<Self> {
        #[derive(Deserialize)]
        struct Line {
            uri: Option<String>,
            error: Option<Refusal>,
        }

        #[derive(Deserialize)]
        struct Refusal {
            code: String,
        }

        match serde_json::from_str(line).context("not an answer of sagepath")? {
            Line {
                uri: Some(uri),
                error: None,
            } => Ok(Self::Uri(uri)),
            Line {
                uri: None,
                error: Some(Refusal { code }),
            } => Ok(Self::Error(code)),
            _ => anyhow::bail!("not an answer of sagepath: it must have either a `uri` or an `error`"),
        }
    }

    /// The answer without its particulars: `uri`, or the error's code.
    pub fn kind(&self) -> &str {
        match self {
            Self::Uri(_) => "uri",
            Self::Error(code) => code,
        }
    }
}

impl fmt::Display for SdkAnswer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.text())
    }
}

impl fmt::Display for SagepathAnswer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Uri(text) | Self::Error(text) => formatter.write_str(text),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sdk(line: &str) -> anyhow::Result<SdkAnswer> {
        SdkAnswer::parse(line)
    }

    #[test]
    fn equal_paths_and_any_two_refusals_agree() -> anyhow::Result<()> {
        let path = SagepathAnswer::parse(r#"{"uri": "a/b:1", "framework": "kmeans", "warnings": []}"#)?;
        let refusal =
            SagepathAnswer::parse(r#"{"error": {"code": "unknown-region", "message": "m", "choices": []}}"#)?;
        assert!(agree(&sdk(r#"{"uri": "a/b:1"}"#)?, &path));
        assert!(!agree(&sdk(r#"{"uri": "a/b:2"}"#)?, &path));
        assert!(!agree(&sdk(r#"{"error": "ValueError: no"}"#)?, &path));
        assert!(!agree(&sdk(r#"{"uri": "a/b:1"}"#)?, &refusal));
        assert!(agree(&sdk(r#"{"error": "KeyError: 'cpu'"}"#)?, &refusal));
        Ok(())
    }

    #[test]
    fn a_line_must_have_exactly_one_outcome() {
        assert!(SagepathAnswer::parse("{}").is_err());
        assert!(SagepathAnswer::parse(r#"{"uri": "a", "error": {"code": "b"}}"#).is_err());
        assert!(SdkAnswer::parse("{}").is_err());
    }

    #[test]
    fn the_kind_of_an_error_leaves_out_its_particulars() -> anyhow::Result<()> {
        let kind_of = |text: &str| SdkAnswer::Error(text.to_owned()).kind().to_owned();
        assert_eq!(
            kind_of("ValueError: Unsupported region: xx. You may"),
            "ValueError: Unsupported region"
        );
        assert_eq!(kind_of("KeyError: 'trn'"), "KeyError");
        assert_eq!(kind_of("TypeError"), "TypeError");
        Ok(())
    }
}
