//! Completion by the shell: frameworks, versions, regions and the like are asked of the catalog when Tab is pressed.

use std::env;

use clap::CommandFactory as _;
use clap_complete::{CompleteEnv, CompletionCandidate};
use sagepath::Catalog;

use crate::arguments::Arguments;

/// The variable by which a shell asks for completions.
pub(crate) const VARIABLE: &str = "COMPLETE";

/// Answers a shell, if it is a shell that asks, and ends the process then.
pub(crate) fn answer_shell() {
    if env::var_os(VARIABLE).is_some() {
        CompleteEnv::with_factory(Arguments::command)
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

/// The versions of the framework that is on the line already, the newest first.
pub(crate) fn versions() -> Vec<CompletionCandidate> {
    let Some(framework) = framework_on_the_line() else {
        return Vec::new();
    };
    let mut names: Vec<&str> = framework
        .images()
        .flat_map(|image| image.version_names())
        .collect();
    names.sort_by(|left, right| sagepath::version::compare(right, left));
    names.dedup();
    names
        .into_iter()
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
fn framework_on_the_line() -> Option<sagepath::Framework<'static>> {
    env::args().find_map(|word| Catalog::embedded().framework(&word))
}
