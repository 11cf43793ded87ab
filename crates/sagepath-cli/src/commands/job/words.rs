//! The words that describe a job without a file.

use sagepath::{Catalog, Filter};

use super::known;
use crate::commands::uri::QueryArguments;
use crate::failure::Failure;

/// Fails if some are given, each with whether it is: a file says everything itself.
pub(super) fn none_given(
    words: impl IntoIterator<Item = (&'static str, bool)>,
    query: &QueryArguments,
) -> Result<(), Failure> {
    match first_given(words).or_else(|| query.given()) {
        Some(name) => Err(Failure::usage(format!(
            "`{name}` describes a job without a file, and a file is named"
        ))
        .hint("say it in the file")),
        None => Ok(()),
    }
}

/// The first that is given, of words each with whether it is.
pub(super) fn first_given(words: impl IntoIterator<Item = (&'static str, bool)>) -> Option<String> {
    let mut words = words.into_iter();
    words.find_map(|(name, is_given)| is_given.then(|| name.to_owned()))
}

/// Fails if some of what a job without a file needs is not there. That there is no such framework is the graver mistake.
pub(super) fn missing<'n>(
    framework: Option<&str>,
    catalog: &Catalog<'_>,
    needed: impl IntoIterator<Item = (&'n str, bool)>,
) -> Result<(), Failure> {
    let missing: Vec<&str> = needed
        .into_iter()
        .filter_map(|(name, is_missing)| is_missing.then_some(name))
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    known(
        catalog,
        &Filter {
            framework: framework.and_then(|framework| framework.split('@').next()),
            ..Filter::default()
        },
    )?;
    let missing = missing.join(", ");
    Err(Failure::usage(format!("a job without a file needs {missing}"))
        .hint("`sagepath init` writes a file to start from"))
}

/// Takes `name=value` apart.
pub(super) fn pairs<'w>(
    option: &str,
    form: &str,
    words: &'w [String],
) -> Result<Vec<(&'w str, &'w str)>, Failure> {
    let pairs = words.iter().map(|word| {
        let pair = word.split_once('=').filter(|(name, _)| !name.is_empty());
        pair.ok_or_else(|| {
            // What has no `=` may be either: `s3://bucket/train` lacks a name, `num_round` a value.
            let lack = match word.split_once('=') {
                Some(_) => "has no name",
                None if word.contains("://") => "has no name",
                None => "has no value",
            };
            Failure::usage(format!("`{option} {word}` {lack}")).hint(format!("write `{option} {form}`"))
        })
    });
    let pairs: Vec<(&str, &str)> = pairs.collect::<Result<_, _>>()?;
    for (at, (name, _)) in pairs.iter().enumerate() {
        if pairs[..at].iter().any(|(other, _)| other == name) {
            return Err(Failure::usage(format!("`{option} {name}` is given twice")));
        }
    }
    Ok(pairs)
}
