//! The rules, one in each module. A rule's documentation comment is its page.

mod accounts_map_entry;
mod architecture_mismatch;
mod arn_in_another_partition;
mod bucket_in_another_region;
mod channel_unknown;
mod content_type_unsupported;
mod ec2_image_on_sagemaker;
mod ends_soon;
mod fixed_account_variable_region;
mod ignore_without_reason;
mod inference_image_for_training;
mod input_mode_unsupported;
mod instance_class_unsupported;
mod latest_tag;
mod malformed_path;
mod missing_tag;
mod mutable_short_tag;
mod newer_patch_available;
mod not_parallelizable;
mod past_end_of_patch;
mod processor_mismatch;
mod public_ecr_image_on_sagemaker;
mod region_mismatch;
mod retired_framework;
mod train_host_mismatch;
mod training_image_for_hosting;
mod twin;
mod unknown_repository;
mod unknown_tag;
mod unpinned_digest;
mod unused_ignore;
mod wrong_region;
mod wrong_registry;
mod wrong_suffix;
mod xgboost_floating_tag;

use std::ops::Range;

use sagepath::Catalog;
use sagepath::registry_path::ParseError;

use crate::finding::{Confidence, Edit, Safety, Severity};
use crate::reference::Reference;
use crate::settings::{Settings, SettingsError};
use crate::subject::{Change, Subject};
use crate::tree::{Map, Word};

/// Something to look for.
#[derive(Debug)]
pub struct Rule {
    /// Its name, by which it is selected and ignored.
    pub name: &'static str,
    /// Its page, in Markdown; the first line is a sentence that says what it finds.
    pub documentation: &'static str,
    /// How bad it usually is.
    pub severity: Severity,
    /// How sure it usually is.
    pub confidence: Confidence,
    /// How safe its fixes are, if it has any.
    pub fix: Option<Safety>,
    /// Whether it is on where nothing else is said.
    pub is_default: bool,
    pub(crate) check: Check,
}

/// What a rule looks at.
#[derive(Debug)]
pub(crate) enum Check {
    /// One path, and what surrounds it.
    Path(fn(&Subject<'_>) -> Option<Draft>),
    /// One path, and the others of the file.
    Document(fn(&Subject<'_>, &[Subject<'_>]) -> Option<Draft>),
    /// One path, and the words of the request that it is part of.
    Request(fn(&Subject<'_>) -> Vec<Draft>),
    /// Places in S3 and ARNs, and the region in which they are used.
    Resources(fn(&[Word], &str, &Catalog<'_>) -> Vec<Draft>),
    /// A text that was meant to be a path.
    Malformed(fn(&ParseError, &Reference) -> Draft),
    /// A path in the public gallery.
    Public(fn(&Reference) -> Option<Draft>),
    /// A map from regions to values.
    Map(fn(&Map, &Catalog<'_>, &Settings) -> Vec<Draft>),
    /// The comments that silence rules.
    Comment,
}

/// What a rule found, before it is put into words for all.
#[derive(Debug)]
pub(crate) struct Draft {
    pub(crate) span: Range<usize>,
    pub(crate) message: String,
    pub(crate) help: Option<String>,
    pub(crate) severity: Option<Severity>,
    pub(crate) confidence: Option<Confidence>,
    pub(crate) remedy: Remedy,
}

/// How it can be mended.
#[derive(Debug, Default)]
pub(crate) enum Remedy {
    #[default]
    None,
    /// By another path.
    Change(Change),
    /// By these edits, after which this stands there.
    Edits(String, Vec<Edit>),
}

impl Draft {
    pub(crate) fn new(span: Range<usize>, message: impl Into<String>) -> Self {
        Draft {
            span,
            message: message.into(),
            help: None,
            severity: None,
            confidence: None,
            remedy: Remedy::None,
        }
    }

    pub(crate) fn help(self, help: impl Into<String>) -> Self {
        Draft {
            help: Some(help.into()),
            ..self
        }
    }

    pub(crate) fn severity(self, severity: Severity) -> Self {
        Draft {
            severity: Some(severity),
            ..self
        }
    }

    pub(crate) fn confidence(self, confidence: Confidence) -> Self {
        Draft {
            confidence: Some(confidence),
            ..self
        }
    }

    pub(crate) fn change(self, change: Option<Change>) -> Self {
        Draft {
            remedy: change.map_or(Remedy::None, Remedy::Change),
            ..self
        }
    }
}

impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Rule {
    /// What it finds, in one sentence.
    pub fn summary(&self) -> &'static str {
        self.documentation.lines().next().unwrap_or_default().trim()
    }

    /// Its page in Markdown, under its name.
    pub fn page(&self) -> String {
        let fix = match self.fix {
            None => "none",
            Some(Safety::Safe) => "safe",
            Some(Safety::Unsafe) => "unsafe",
        };
        let default = if self.is_default { "on" } else { "off" };
        let lines = self
            .documentation
            .lines()
            .map(|line| line.strip_prefix(' ').unwrap_or(line));
        let body = lines.collect::<Vec<_>>().join("\n");
        format!(
            "# {}\n\nSeverity: {}. Confidence: {}. Fix: {fix}. Default: {default}.\n\n{}\n",
            self.name,
            self.severity,
            self.confidence,
            body.trim()
        )
    }
}

/// Defines a rule. Its documentation comment is its page.
macro_rules! rule {
    (
        $(#[doc = $line:literal])*
        $name:literal: $severity:ident, $confidence:ident, fix $fix:expr, $default:ident, $check:expr
    ) => {
        $(#[doc = $line])*
        pub(crate) static RULE: crate::rules::Rule = crate::rules::Rule {
            name: $name,
            documentation: concat!($($line, "\n"),*),
            severity: crate::finding::Severity::$severity,
            confidence: crate::finding::Confidence::$confidence,
            fix: $fix,
            is_default: rule!(@ $default),
            check: $check,
        };
    };
    (@ on) => { true };
    (@ off) => { false };
}
use rule;

/// All rules, by what they are about: floating, wrong, misused, old, and comments.
pub static ALL: &[&Rule] = &[
    &latest_tag::RULE,
    &missing_tag::RULE,
    &xgboost_floating_tag::RULE,
    &mutable_short_tag::RULE,
    &unpinned_digest::RULE,
    &wrong_registry::RULE,
    &wrong_region::RULE,
    &wrong_suffix::RULE,
    &unknown_repository::RULE,
    &unknown_tag::RULE,
    &malformed_path::RULE,
    &fixed_account_variable_region::RULE,
    &accounts_map_entry::RULE,
    &inference_image_for_training::RULE,
    &training_image_for_hosting::RULE,
    &train_host_mismatch::RULE,
    &processor_mismatch::RULE,
    &architecture_mismatch::RULE,
    &ec2_image_on_sagemaker::RULE,
    &public_ecr_image_on_sagemaker::RULE,
    &region_mismatch::RULE,
    &input_mode_unsupported::RULE,
    &channel_unknown::RULE,
    &content_type_unsupported::RULE,
    &bucket_in_another_region::RULE,
    &arn_in_another_partition::RULE,
    &not_parallelizable::RULE,
    &instance_class_unsupported::RULE,
    &past_end_of_patch::RULE,
    &ends_soon::RULE,
    &newer_patch_available::RULE,
    &retired_framework::RULE,
    &unused_ignore::RULE,
    &ignore_without_reason::RULE,
];

pub(crate) use self::ignore_without_reason::RULE as IGNORE_WITHOUT_REASON;
pub(crate) use self::unused_ignore::RULE as UNUSED_IGNORE;

/// The rule with this name.
///
/// # Errors
///
/// [`SettingsError::Rule`] with the nearest name.
pub fn find(name: &str) -> Result<&'static Rule, SettingsError> {
    if let Some(rule) = ALL.iter().find(|rule| rule.name == name) {
        return Ok(rule);
    }
    let nearest = ALL
        .iter()
        .min_by_key(|rule| strsim::osa_distance(rule.name, name));
    let is_near =
        |rule: &&&Rule| strsim::osa_distance(rule.name, name) <= name.len() / 3 || rule.name.contains(name);
    Err(SettingsError::Rule {
        name: name.to_owned(),
        nearest: nearest.filter(is_near).map(|rule| rule.name.to_owned()),
    })
}
