//! Completion by the shell: frameworks, versions, regions and the like are asked of the catalog when Tab is pressed.

use std::env;
use std::ffi::OsStr;

use clap_complete::{CompleteEnv, CompletionCandidate};
use sagepath::{Catalog, Framework};

use crate::arguments;

/// The variable by which a shell asks for completions.
pub(crate) const VARIABLE: &str = "COMPLETE";

/// Answers a shell, if it is a shell that asks, and ends the process then.
pub(crate) fn answer_shell() {
    if env::var_os(VARIABLE).is_some() {
        CompleteEnv::with_factory(arguments::parser)
            .var(VARIABLE)
            .bin("sagepath")
            .complete();
    }
}

fn candidate(value: &str, help: &str) -> CompletionCandidate {
    CompletionCandidate::new(value).help((!help.is_empty()).then(|| help.to_owned().into()))
}

pub(crate) fn frameworks() -> Vec<CompletionCandidate> {
    Catalog::embedded()
        .frameworks()
        .map(|framework| candidate(framework.slug(), framework.title()))
        .collect()
}

pub(crate) fn regions() -> Vec<CompletionCandidate> {
    Catalog::embedded()
        .regions()
        .map(|region| candidate(region.id(), region.title()))
        .collect()
}

pub(crate) fn instance_types() -> Vec<CompletionCandidate> {
    Catalog::embedded()
        .instance_types()
        .map(|instance| candidate(instance.name(), instance.processor()))
        .collect()
}

pub(crate) fn processors() -> Vec<CompletionCandidate> {
    let mut names: Vec<&str> = Catalog::embedded()
        .instance_types()
        .map(|instance| instance.processor())
        .collect();
    names.sort_unstable();
    names.dedup();
    names.into_iter().map(CompletionCandidate::new).collect()
}

/// Frameworks; after `xgboost@`, its versions.
pub(crate) fn frameworks_at_versions(current: &OsStr) -> Vec<CompletionCandidate> {
    let current = current.to_string_lossy();
    let Some((slug, _)) = current.split_once('@') else {
        return frameworks()
            .into_iter()
            .filter(|candidate| candidate.get_value().to_string_lossy().starts_with(&*current))
            .collect();
    };
    let Some(framework) = Catalog::embedded().framework(slug) else {
        return Vec::new();
    };
    let names = version_names(&framework).into_iter();
    in_order(
        names
            .map(|name| format!("{slug}@{name}"))
            .filter(|name| name.starts_with(&*current)),
    )
}

/// The versions of the framework that is on the line already, the newest first.
pub(crate) fn versions() -> Vec<CompletionCandidate> {
    let framework = framework_on_the_line();
    let names = framework.as_ref().map(version_names).unwrap_or_default();
    in_order(names.into_iter().map(str::to_owned))
}

fn version_names<'c>(framework: &Framework<'c>) -> Vec<&'c str> {
    let images = framework.images();
    let mut names: Vec<&str> = images.flat_map(|image| image.version_names()).collect();
    names.sort_by(|left, right| sagepath::version::compare(right, left));
    names.dedup();
    names
}

fn in_order(names: impl Iterator<Item = String>) -> Vec<CompletionCandidate> {
    names
        .enumerate()
        .map(|(order, name)| CompletionCandidate::new(name).display_order(Some(order)))
        .collect()
}

/// The scopes of the framework that is on the line already, or all.
pub(crate) fn scopes() -> Vec<CompletionCandidate> {
    let mut names: Vec<&str> = match framework_on_the_line() {
        Some(framework) => framework.images().flat_map(|image| image.scopes()).collect(),
        None => Catalog::embedded()
            .all_images()
            .flat_map(|image| image.scopes())
            .collect(),
    };
    names.sort_unstable();
    names.dedup();
    names.into_iter().map(CompletionCandidate::new).collect()
}

/// The shell hands over the whole line as arguments.
fn framework_on_the_line() -> Option<Framework<'static>> {
    env::args().find_map(|word| Catalog::embedded().framework(&word))
}
