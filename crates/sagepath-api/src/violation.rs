//! What is wrong with a request.

use std::fmt;

use sagepath_document::Span;

use crate::pattern;
use crate::shape::Bounds;

/// Something that a service would not take, and where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// The field. Of an unknown or missing field: that field.
    pub path: FieldPath,
    /// The bytes of the file to point at: the value, the unknown field's name, or what the missing field is missing in. Empty
    /// if the request was not read from a file.
    pub span: Span,
    /// What is wrong with it.
    pub problem: Problem,
}

/// What is wrong with a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// There is no such field.
    Unknown {
        /// All fields that there are.
        choices: Vec<&'static str>,
        /// The one that was probably meant.
        nearest: Option<&'static str>,
    },
    /// It must be there.
    Missing,
    /// It stands there twice.
    Twice,
    /// It is of another kind.
    Type {
        /// What it must be, for people: `a text`.
        expected: &'static str,
        /// What it is, for people.
        found: &'static str,
        /// How to write what was meant, if that is plain.
        instead: Option<String>,
    },
    /// The pattern does not allow it.
    Pattern {
        /// What it is.
        value: String,
        /// The regular expression, as the model has it.
        pattern: &'static str,
    },
    /// It is too short or too long.
    Length {
        /// How long it is.
        length: usize,
        /// What its length is counted in: `characters`, `items`, `entries`.
        unit: &'static str,
        /// How long it may be.
        bounds: Bounds,
    },
    /// It is too small or too great.
    Range {
        /// What it is.
        value: String,
        /// What it may be.
        bounds: Bounds,
    },
    /// It is none of the choices.
    Choice {
        /// What it is.
        value: String,
        /// What it may be.
        choices: &'static [&'static str],
        /// The one that was probably meant.
        nearest: Option<&'static str>,
    },
}

impl Problem {
    /// Its name, as programs tell problems apart: `unknown-field`, `wrong-type`.
    pub fn name(&self) -> &'static str {
        match self {
            Problem::Unknown { .. } => "unknown-field",
            Problem::Missing => "missing-field",
            Problem::Twice => "field-given-twice",
            Problem::Type { .. } => "wrong-type",
            Problem::Pattern { .. } => "pattern",
            Problem::Length { .. } => "length",
            Problem::Range { .. } => "range",
            Problem::Choice { .. } => "choice",
        }
    }
}

/// The way to a field: `InputDataConfig[0].ChannelName`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FieldPath(pub Vec<Step>);

/// A step of the way to a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Into what stands under a key.
    Key(String),
    /// Into an item, counted from 0.
    Index(usize),
}

impl FieldPath {
    pub(crate) fn then(&self, step: Step) -> Self {
        let mut steps = self.0.clone();
        steps.push(step);
        FieldPath(steps)
    }

    /// The way as a JSON pointer (RFC 6901): `/InputDataConfig/0/ChannelName`.
    pub fn pointer(&self) -> String {
        let mut pointer = String::new();
        for step in &self.0 {
            pointer.push('/');
            match step {
                Step::Key(key) => pointer.push_str(&key.replace('~', "~0").replace('/', "~1")),
                Step::Index(index) => pointer.push_str(&index.to_string()),
            }
        }
        pointer
    }

    fn last_key(&self) -> &str {
        match self.0.last() {
            Some(Step::Key(key)) => key,
            _ => "",
        }
    }
}

impl fmt::Display for FieldPath {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (number, step) in self.0.iter().enumerate() {
            match step {
                Step::Key(key) if number == 0 => formatter.write_str(key)?,
                Step::Key(key) => write!(formatter, ".{key}")?,
                Step::Index(index) => write!(formatter, "[{index}]")?,
            }
        }
        if self.0.is_empty() {
            formatter.write_str("the request")?;
        }
        Ok(())
    }
}

/// As many choices as a message lists.
const CHOICES_SHOWN: usize = 24;

impl Violation {
    /// What to do about it, where that is not plain.
    pub fn help(&self) -> Option<String> {
        match &self.problem {
            Problem::Unknown {
                nearest: Some(nearest),
                ..
            }
            | Problem::Choice {
                nearest: Some(nearest),
                ..
            } => Some(format!("did you mean `{nearest}`?")),
            Problem::Unknown { choices, .. } => listed("the fields are", choices),
            Problem::Choice { choices, .. } => listed("it may be", choices),
            Problem::Type { instead, .. } => instead.as_ref().map(|instead| format!("write {instead}")),
            Problem::Pattern { .. } | Problem::Length { .. } if self.path.last_key().ends_with("RoleArn") => {
                Some(
                    "write its ARN, which `aws iam get-role --role-name NAME --query Role.Arn` tells"
                        .to_owned(),
                )
            }
            Problem::Pattern { value, pattern } => {
                let meant = meant(self.path.last_key(), value, pattern)?;
                Some(format!("did you mean `{meant}`?"))
            }
            Problem::Missing | Problem::Twice | Problem::Length { .. } | Problem::Range { .. } => None,
        }
    }
}

/// Bucket and key of a place in S3 whose scheme is wrong or missing; `None` of a place on this machine.
fn place(value: &str) -> Option<String> {
    let place = value
        .strip_prefix("s3")
        .filter(|rest| rest.starts_with([':', '/']));
    match place {
        Some(place) => Some(place.trim_start_matches([':', '/']).to_owned()),
        None if value.starts_with(['.', '/', '~']) => None,
        None if value.contains('/') => Some(value.to_owned()),
        None => Some(format!("BUCKET/{value}")),
    }
}

/// The text that was probably meant, which the pattern allows: a place in S3 with its scheme, a name with hyphens.
fn meant(field: &str, value: &str, pattern: &'static str) -> Option<String> {
    let meant = if field.ends_with("Name") {
        let hyphened = value.replace(|character: char| !character.is_ascii_alphanumeric(), "-");
        hyphened.trim_matches('-').to_owned()
    } else if pattern.contains("s3)://") {
        format!("s3://{}", place(value)?)
    } else {
        return None;
    };
    (shortened(&meant) == meant && pattern::matches(pattern, &meant)).then_some(meant)
}

fn listed(what: &str, choices: &[&str]) -> Option<String> {
    match choices.len() {
        0 => None,
        count if count <= CHOICES_SHOWN => Some(format!("{what} {}", choices.join(", "))),
        count => {
            let shown = choices[..CHOICES_SHOWN].join(", ");
            Some(format!("{what} {shown}, and {} more", count - CHOICES_SHOWN))
        }
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = &self.path;
        match &self.problem {
            Problem::Unknown { .. } => write!(formatter, "there is no field `{path}`"),
            Problem::Missing => write!(formatter, "`{path}` is missing"),
            Problem::Twice => write!(formatter, "`{path}` is given twice"),
            Problem::Type { expected, found, .. } => {
                write!(formatter, "`{path}` must be {expected}, and is {found}")
            }
            Problem::Pattern { value, pattern } => {
                let value = shortened(value);
                write!(
                    formatter,
                    "`{path}` is `{value}`, which its pattern `{pattern}` does not allow"
                )
            }
            Problem::Length { length, unit, bounds } => write!(
                formatter,
                "`{path}` has {length} {unit}, and must have {}",
                words(*bounds)
            ),
            Problem::Range { value, bounds } => {
                write!(formatter, "`{path}` is {value}, and must be {}", words(*bounds))
            }
            Problem::Choice { value, .. } => {
                let (value, name) = (shortened(value), path.last_key());
                if name.is_empty() {
                    write!(formatter, "`{path}` is `{value}`, which is none of the choices")
                } else {
                    write!(formatter, "`{path}` is `{value}`, which is no {name}")
                }
            }
        }
    }
}

fn words(bounds: Bounds) -> String {
    match (bounds.min, bounds.max) {
        (Some(min), Some(max)) if min == max => format!("{min}"),
        (Some(min), Some(max)) => format!("{min} to {max}"),
        (Some(min), None) => format!("at least {min}"),
        (None, Some(max)) => format!("at most {max}"),
        (None, None) => "any".to_owned(),
    }
}

/// A value in a message: the start of a long one.
fn shortened(value: &str) -> String {
    const SHOWN: usize = 80;
    match value.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}...", &value[..end]),
        None => value.to_owned(),
    }
}
