//! What is said of a job file.

use sagepath_api::Violation;
use sagepath_check::{Finding, Severity};
use sagepath_document::Span;

/// Something that is wrong with a job file, or worth to know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The name of the rule: one of `sagepath rule`, or of a limit of the API.
    pub rule: &'static str,
    /// An error keeps the requests from being sent.
    pub severity: Severity,
    /// The bytes of the file to point at.
    pub span: Span,
    /// What is wrong, in one sentence.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
    /// Whether it is said only if [`Options::verify`](crate::Options::verify) is set: the catalog knows it, and the API does not.
    pub can_be_passed_over: bool,
}

impl Remark {
    pub(crate) fn error(rule: &'static str, span: Span, message: impl Into<String>) -> Self {
        Remark {
            rule,
            severity: Severity::Error,
            span,
            message: message.into(),
            help: None,
            can_be_passed_over: false,
        }
    }

    pub(crate) fn help(self, help: Option<impl Into<String>>) -> Self {
        Remark {
            help: help.map(Into::into),
            ..self
        }
    }

    /// What the service's model says.
    pub(crate) fn of_violation(violation: &Violation) -> Self {
        let rule = violation.problem.name();
        Remark::error(rule, violation.span.clone(), violation.to_string()).help(violation.help())
    }

    /// What a rule of `sagepath check` says, as severe as it is when money is about to be spent on it.
    pub(crate) fn of_finding(finding: Finding) -> Self {
        let is_grave = REFUSED.contains(&finding.rule.name);
        let help = match (finding.help, finding.expected) {
            (help, None) => help,
            (None, Some(expected)) => Some(format!("write {expected}")),
            (Some(help), Some(expected)) => Some(format!("{help}: write {expected}")),
        };
        Remark {
            rule: finding.rule.name,
            severity: if is_grave {
                Severity::Error
            } else {
                finding.severity
            },
            span: finding.span,
            message: finding.message,
            help,
            can_be_passed_over: true,
        }
    }
}

/// Rules that `sagepath check` only warns of, and that a job is not started against.
const REFUSED: [&str; 7] = [
    "channel-unknown",
    "latest-tag",
    "missing-tag",
    "processor-mismatch",
    "region-mismatch",
    "train-host-mismatch",
    "wrong-region",
];
