//! The version: not named where it must be, not known, or not given out.

use sagepath_catalog as raw;

use crate::error::{Code, Error};
use crate::framework::Framework;
use crate::image::Image;
use crate::instance::Architecture;
use crate::resolve::Search;
use crate::suggest::nearest;

/// What follows "no version": the scope that is asked for, and the architecture where it is not the usual one.
fn for_scope(search: &Search<'_, '_>) -> String {
    let scope = search
        .query
        .scope
        .map(|scope| format!(" for {scope}"))
        .unwrap_or_default();
    let on = if search.wanted.architecture == Some(Architecture::Arm64) {
        " on arm64"
    } else {
        ""
    };
    format!("{scope}{on}")
}

/// The versions in full that fit scope and architecture and may be an answer.
pub(super) fn versions<'c>(search: &Search<'c, '_>) -> Vec<&'c str> {
    let fits = |image: &Image<'_>| search.wanted.scope_fits(image).is_ok() && image.withheld().is_none();
    let mut versions: Vec<&str> = search
        .framework
        .images()
        .filter(fits)
        .map(|image| image.version())
        .collect();
    versions.dedup();
    versions
}

/// Another framework that has the version: one of a like name, `pytorch-amzn2023` for `pytorch`.
pub(super) fn elsewhere(framework: &Framework<'_>, version: &str) -> Option<String> {
    let catalog = framework.catalog;
    let text = catalog.find_text(version)?;
    let has_version = |stem: &str| {
        let mut others = catalog
            .frameworks()
            .filter(|(_, other)| catalog.text(other.slug).starts_with(stem));
        others.find(|(_, other)| catalog.keys_of_version(other, text).next().is_some())
    };
    let slug = framework.slug();
    let root = slug.split('-').next().unwrap_or(slug);
    let (_, other) = has_version(&format!("{slug}-")).or_else(|| has_version(&format!("{root}-")))?;
    Some(format!(
        "version {version} is under `{}`",
        catalog.text(other.slug)
    ))
}

#[cold]
pub(crate) fn missing_version(search: &Search<'_, '_>) -> Error {
    let message = format!(
        "{} asks for a version: it is never chosen by silence",
        search.framework.slug()
    );
    Error::new(Code::MissingVersion, message).with_choices(None, versions(search))
}

#[cold]
pub(crate) fn unknown_version(search: &Search<'_, '_>) -> Error {
    let slug = search.framework.slug();
    let Some(version) = search.query.version else {
        return Error::new(
            Code::MissingVersion,
            format!("{slug} has no version{} that can be chosen", for_scope(search)),
        )
        .with_choices(None, versions(search));
    };
    let known = versions(search);
    let error = Error::new(
        Code::UnknownVersion,
        format!("{slug} has no version `{version}`{}", for_scope(search)),
    );
    // Where the very version exists, that is worth more than one that is spelled like it.
    if let Some(hint) = other_scopes(search, version).or_else(|| elsewhere(&search.framework, version)) {
        return error.with_choices(None, known).with_hint(hint);
    }
    let fits = |key: &raw::Key| {
        search
            .wanted
            .scope_fits(&Image::new(search.catalog, key.image))
            .is_ok()
    };
    let names = search
        .catalog
        .keys(&search.framework.record)
        .filter(fits)
        .map(|key| search.catalog.text(key.version));
    // What begins as the version does is nearer than what is spelled like it: 1.7-1 for `1.7`, and for `1.7-2`.
    let mut stems = std::iter::successors(Some(version), |stem| Some(stem.rsplit_once(['.', '-'])?.0));
    let within = stems.find_map(|stem| {
        known
            .iter()
            .rev()
            .find(|known| crate::version::within(known, stem))
            .copied()
    });
    let suggestion = within.or_else(|| nearest(version, names)).map(str::to_owned);
    error.with_choices(None, known).with_suggestion(suggestion)
}

/// For what the version has images, if not for what is asked.
fn other_scopes(search: &Search<'_, '_>, version: &str) -> Option<String> {
    let text = search.catalog.find_text(version)?;
    let mut scopes: Vec<String> = Vec::new();
    let mut platforms: Vec<&str> = Vec::new();
    for key in search.catalog.keys_of_version(&search.framework.record, text) {
        let image = Image::new(search.catalog, key.image);
        if image.platform() == search.wanted.platform {
            let on = if image.architecture() == Architecture::Arm64 {
                " on arm64"
            } else {
                ""
            };
            scopes.extend(image.scopes().map(|scope| format!("{scope}{on}")));
        } else {
            platforms.push(image.platform().as_str());
        }
    }
    scopes.sort();
    scopes.dedup();
    platforms.sort_unstable();
    platforms.dedup();
    match (scopes.is_empty(), platforms.is_empty()) {
        (false, _) => Some(format!("version {version} has images for {}", scopes.join(", "))),
        (true, false) => Some(format!(
            "version {version} has images for the platform {}",
            platforms.join(", ")
        )),
        (true, true) => None,
    }
}

#[cold]
pub(crate) fn withheld(search: &Search<'_, '_>, image: &Image<'_>) -> Error {
    let version = search.query.version.unwrap_or_default();
    let reason = image.withheld().unwrap_or_default();
    Error::new(
        Code::WithheldVersion,
        format!(
            "{} `{version}` is not given out: {reason}",
            search.framework.slug()
        ),
    )
    .with_choices(None, versions(search))
    .with_suggestion(versions(search).last().map(|newest| (*newest).to_owned()))
}
