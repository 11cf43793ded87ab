//! The parameters of a request: declared once, read from a query string, and shown in the OpenAPI document.

use std::borrow::Cow;

use jiff::civil::Date;
use percent_encoding::{NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use sagepath::VersionRange;

use crate::problem::Problem;

/// A parameter that an endpoint takes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Parameter {
    pub(crate) name: &'static str,
    /// Other names by which it is understood: those of the SDK.
    pub(crate) aliases: &'static [&'static str],
    pub(crate) about: &'static str,
    pub(crate) kind: Kind,
    pub(crate) required: bool,
    /// A value that is right.
    pub(crate) example: &'static str,
}

/// What a parameter's value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Text,
    /// A segment of the path.
    Segment,
    /// True or false; true if only the name is given.
    Flag,
    /// A date, or `today`.
    Day,
    /// A range of versions.
    Versions,
    /// A whole number within bounds.
    Number {
        least: usize,
        most: usize,
    },
    /// One of some words.
    Word(&'static [&'static str]),
}

impl Parameter {
    pub(crate) const fn new(name: &'static str, example: &'static str, about: &'static str) -> Self {
        Parameter {
            name,
            aliases: &[],
            about,
            kind: Kind::Text,
            required: false,
            example,
        }
    }

    pub(crate) const fn of(self, kind: Kind) -> Self {
        Parameter { kind, ..self }
    }

    pub(crate) const fn required(self) -> Self {
        Parameter {
            required: true,
            ..self
        }
    }

    pub(crate) const fn also(self, aliases: &'static [&'static str]) -> Self {
        Parameter { aliases, ..self }
    }

    /// Whether it goes by this name. Options of the command have hyphens where the SDK's arguments have underscores.
    fn is(&self, name: &str) -> bool {
        let same = |own: &str| {
            own.len() == name.len()
                && own
                    .bytes()
                    .zip(name.bytes())
                    .all(|(own, byte)| own == byte || (own == b'_' && byte == b'-'))
        };
        same(self.name) || self.aliases.iter().any(|alias| same(alias))
    }
}

/// The parameters of an endpoint, in groups that endpoints share.
pub(crate) type Parameters = &'static [&'static [Parameter]];

/// The values that a request gives.
#[derive(Debug, Default)]
pub(crate) struct Values<'r>(Vec<(&'static str, Cow<'r, str>)>);

impl<'r> Values<'r> {
    /// Reads a query string, and the segment of the path that is a parameter, if one is.
    ///
    /// # Errors
    ///
    /// A problem if a parameter is not known, given twice, missing, or not UTF-8.
    pub(crate) fn read(
        parameters: Parameters,
        query: &'r str,
        segment: Option<&'r str>,
    ) -> Result<Self, Problem> {
        let mut given: Vec<(&'static str, Cow<'r, str>)> = Vec::with_capacity(4);
        let all = || parameters.iter().copied().flatten();
        if let Some(segment) = segment
            && let Some(parameter) = all().find(|parameter| parameter.kind == Kind::Segment)
        {
            given.push((parameter.name, decoded(segment)?));
        }
        for pair in query.split('&').filter(|pair| !pair.is_empty()) {
            let (name, value) = match pair.split_once('=') {
                Some((name, value)) => (name, Some(value)),
                None => (pair, None),
            };
            let name = form_decoded(name)?;
            let known = all().find(|parameter| parameter.kind != Kind::Segment && parameter.is(&name));
            let Some(parameter) = known else {
                return Err(unknown(parameters, &name));
            };
            if given.iter().any(|(known, _)| *known == parameter.name) {
                return Err(Problem::unreadable(
                    "repeated-parameter",
                    format!("parameter `{}` is given twice", parameter.name),
                )
                .about(parameter.name));
            }
            let value = match value {
                Some(value) => form_decoded(value)?,
                None if parameter.kind == Kind::Flag => Cow::Borrowed("true"),
                None => Cow::Borrowed(""),
            };
            given.push((parameter.name, value));
        }
        let values = Values(given);
        match all().find(|parameter| parameter.required && values.text(parameter.name).is_none()) {
            Some(missing) => Err(missing_one(missing)),
            None => Ok(values),
        }
    }

    /// The text of a parameter, if it is given and not empty.
    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        let value = self.0.iter().find(|(given, _)| *given == name);
        value.map(|(_, value)| &**value).filter(|value| !value.is_empty())
    }

    /// The value of a parameter that is not any text, if it is given.
    fn typed(&self, name: &str) -> Option<&str> {
        let value = self.0.iter().find(|(given, _)| *given == name);
        value.map(|(_, value)| &**value)
    }

    /// One of some words.
    pub(crate) fn word(
        &self,
        name: &'static str,
        words: &'static [&'static str],
    ) -> Result<Option<&'static str>, Problem> {
        let Some(text) = self.typed(name) else {
            return Ok(None);
        };
        match words.iter().find(|word| **word == text) {
            Some(word) => Ok(Some(word)),
            None => Err(malformed(name, text, "one of the choices").choose(words.iter().copied())),
        }
    }

    /// The text of a parameter; empty if it is not given.
    pub(crate) fn text_or_empty(&self, name: &str) -> &str {
        self.text(name).unwrap_or_default()
    }

    /// All that is given but some, in an order of its own, whatever the order of the request.
    pub(crate) fn but(&self, left_out: &[&str]) -> Vec<(&'static str, &str)> {
        let given = self.0.iter().filter(|(name, _)| !left_out.contains(name));
        let mut given: Vec<(&'static str, &str)> = given.map(|(name, value)| (*name, &**value)).collect();
        given.sort_unstable();
        given
    }

    /// The query string of the same request with another value of one parameter.
    pub(crate) fn query_with(&self, name: &'static str, value: &str) -> String {
        let mut query = String::new();
        for (name, value) in self.but(&[name]).into_iter().chain([(name, value)]) {
            let separator = if query.is_empty() { "" } else { "&" };
            let value = utf8_percent_encode(value, NON_ALPHANUMERIC);
            query.push_str(&format!("{separator}{name}={value}"));
        }
        query
    }

    /// Whether a flag is set.
    pub(crate) fn flag(&self, name: &'static str) -> Result<bool, Problem> {
        match self.typed(name) {
            None | Some("false") => Ok(false),
            Some("true") => Ok(true),
            Some(other) => Err(malformed(name, other, "`true` or `false`").choose(["true", "false"])),
        }
    }

    /// A day.
    pub(crate) fn day(&self, name: &'static str, today: Date) -> Result<Option<Date>, Problem> {
        match self.typed(name) {
            None => Ok(None),
            Some("today") => Ok(Some(today)),
            Some(text) => text
                .parse()
                .map(Some)
                .map_err(|_| malformed(name, text, "a date such as 2026-01-31, or `today`")),
        }
    }

    /// A range of versions.
    pub(crate) fn versions(&self, name: &'static str) -> Result<Option<VersionRange>, Problem> {
        let Some(text) = self.text(name) else {
            return Ok(None);
        };
        let wrong = || malformed(name, text, "`2.5`, `>=2.5` or `>=2.5,<2.8`");
        // What the OpenAPI document promises: no version is spelled with anything else.
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"._-<>=,".contains(&byte);
        if !text.bytes().all(is_plain) {
            return Err(wrong());
        }
        text.parse().map(Some).map_err(|_| wrong())
    }

    /// A whole number within bounds.
    pub(crate) fn number(
        &self,
        name: &'static str,
        bounds: std::ops::RangeInclusive<usize>,
    ) -> Result<Option<usize>, Problem> {
        let Some(text) = self.typed(name) else {
            return Ok(None);
        };
        let number = text.parse().ok().filter(|number| bounds.contains(number));
        number.map(Some).ok_or_else(|| {
            let expected = format!("a whole number from {} to {}", bounds.start(), bounds.end());
            malformed(name, text, &expected)
        })
    }
}

/// Percent-decodes a text.
pub(crate) fn decoded(text: &str) -> Result<Cow<'_, str>, Problem> {
    percent_decode_str(text).decode_utf8().map_err(|_| {
        Problem::unreadable(
            "malformed-encoding",
            format!("`{text}` is not UTF-8 once it is percent-decoded"),
        )
    })
}

/// Decodes a name or a value of a query string, where a plus sign is a space.
fn form_decoded(text: &str) -> Result<Cow<'_, str>, Problem> {
    if !text.contains('+') {
        return decoded(text);
    }
    let spaced = text.replace('+', " ");
    Ok(Cow::Owned(decoded(&spaced)?.into_owned()))
}

#[cold]
fn unknown(parameters: Parameters, name: &str) -> Problem {
    let names = || {
        parameters
            .iter()
            .copied()
            .flatten()
            .filter(|parameter| parameter.kind != Kind::Segment)
            .map(|parameter| parameter.name)
    };
    let near = |known: &&str| strsim::jaro_winkler(name, known);
    let nearest = names()
        .max_by(|left, right| near(left).total_cmp(&near(right)))
        .filter(|nearest| near(nearest) > 0.8);
    Problem::unreadable("unknown-parameter", format!("parameter `{name}` is not known"))
        .about(name)
        .choose(names())
        .suggest(nearest)
}

#[cold]
fn missing_one(parameter: &Parameter) -> Problem {
    let name = parameter.name;
    Problem::unreadable("missing-parameter", format!("parameter `{name}` is missing"))
        .about(name)
        .hint(format!("for example `{name}={}`", parameter.example))
}

#[cold]
fn malformed(name: &str, value: &str, expected: &str) -> Problem {
    Problem::unreadable(
        "malformed-parameter",
        format!("`{name}` is `{value}`, expected {expected}"),
    )
    .about(name)
}
