//! What listings add to rows: evidence, equal tags, dates, and images that no rule knows.

use std::collections::{BTreeMap, BTreeSet};

use super::expand::runs_on;
use super::row::{Key, Platform, Row};
use crate::facts::{Facts, FrameworkFacts, KeptListings, Listing, Support};
use sagepath::version;

const SOURCE: &str = "deep-learning-containers";

/// Joins every listing with the rows that it confirms; a listing that confirms none becomes a row of its own.
pub(super) fn listings(facts: &Facts, rows: &mut Vec<Row>) {
    let offered = regions_by_repository(facts, rows);
    for (slug, framework) in &facts.frameworks {
        for listing in &framework.imported.listings {
            join(facts, slug, framework, listing.get_ref(), &offered, rows);
        }
        for listings in &framework.kept.listings {
            kept(slug, listings, rows);
        }
        date(slug, &framework.imported.supports, rows);
        short_names(slug, rows);
    }
}

/// The regions in which every image of a repository is offered.
fn regions_by_repository(facts: &Facts, rows: &[Row]) -> BTreeMap<String, BTreeSet<String>> {
    let mut offered: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for row in rows {
        let common = offered
            .entry(row.repository.clone())
            .or_insert_with(|| row.regions.clone());
        common.retain(|region| row.regions.contains(region));
    }
    for (repository, inferred) in &facts.kept_registries.inferred {
        if let Some(regions) = offered.get(&inferred.like).cloned() {
            offered.entry(repository.clone()).or_insert(regions);
        }
    }
    offered
}

fn join(
    facts: &Facts,
    slug: &str,
    framework: &FrameworkFacts,
    listing: &Listing,
    offered: &BTreeMap<String, BTreeSet<String>>,
    rows: &mut Vec<Row>,
) {
    let of_repository = |row: &&mut Row| row.framework == slug && row.repository == listing.repository;
    let confirmed = |row: &Row| row.keys.iter().any(|key| listing.tags.contains(&key.tag));
    // Where the listing has only fuller tags than the rule's: `1.4.0-cpu-py311-ubuntu22.04` behind `1.4.0-cpu-py311`.
    let fuller = |row: &Row| {
        let rest = listing.tags[0].strip_prefix(row.tag());
        listing.platform.is_none() && row.listed.is_empty() && rest.is_some_and(|rest| rest.starts_with('-'))
    };
    let mut matches: Vec<&mut Row> = rows
        .iter_mut()
        .filter(of_repository)
        .filter(|row| confirmed(row))
        .collect();
    if matches.is_empty() {
        matches = rows
            .iter_mut()
            .filter(of_repository)
            .filter(|row| fuller(row))
            .collect();
    }
    if matches.is_empty() {
        let Some(regions) = offered.get(&listing.repository) else {
            return;
        };
        let mut row = Row {
            framework: slug.to_owned(),
            version: listing.version.clone(),
            base: listing.base.clone(),
            scopes: listing.scopes.clone(),
            arm64: listing.architecture.as_deref() == Some("arm64"),
            platform: match listing.platform.as_deref() {
                None => Platform::Sagemaker,
                Some("ec2") => Platform::Ec2,
                Some(_) => Platform::General,
            },
            processor: Some(listing.processor.clone()),
            runs_on: runs_on(facts, framework, Some(&listing.processor)),
            sdk: listing.sdk.clone(),
            repository: listing.repository.clone(),
            regions: regions.clone(),
            keys: vec![Key {
                version: listing.version.clone(),
                base: listing.base.clone(),
                tag: listing.tags[0].clone(),
            }],
            ..Row::default()
        };
        if facts.kept_registries.inferred.contains_key(&listing.repository) {
            row.note = Some(format!(
                "no source lists regions of {}: those of a like repository are given",
                listing.repository
            ));
        }
        add(listing, &mut row);
        rows.push(row);
        return;
    }
    for row in matches {
        add(listing, row);
        if row.keys.iter().all(|key| key.version != listing.version) {
            row.keys.push(Key {
                version: listing.version.clone(),
                base: listing.base.clone(),
                tag: listing.tags[0].clone(),
            });
        }
    }
}

fn add(listing: &Listing, row: &mut Row) {
    let known = std::mem::take(&mut row.listed);
    row.listed.extend(listing.tags.iter().cloned());
    row.listed
        .extend(known.into_iter().filter(|tag| !listing.tags.contains(tag)));
    row.sources.insert(SOURCE.to_owned());
    row.cuda = listing.cuda.clone().or(row.cuda.take());
    row.os = listing.os.clone().or(row.os.take());
    if row.python.is_none() && listing.python.is_some() {
        row.python.clone_from(&listing.python);
        row.python_fixed = row.in_sdk();
    }
    row.package = listing.package.clone().or(row.package.take());
    row.ga = listing.ga.or(row.ga);
    row.eop = listing.eop.or(row.eop);
}

/// Tags that a source lists one by one: evidence for the row that has the tag; where a tag is a row's tag and a container
/// version, that container version is one that a query may add.
fn kept(slug: &str, listings: &KeptListings, rows: &mut [Row]) {
    for image in &listings.images {
        for row in rows
            .iter_mut()
            .filter(|row| row.framework == slug && row.repository == listings.repository)
        {
            if row.keys.iter().any(|key| key.tag == image.tag) {
                row.listed.push(image.tag.clone());
                row.sources.insert(listings.source.clone());
            } else if let Some(container) = container_of(&image.tag, row) {
                row.sources.insert(listings.source.clone());
                if !row.containers.contains(&container) {
                    row.containers.push(container);
                    row.containers.sort();
                }
                if image
                    .tag
                    .strip_prefix(row.tag())
                    .is_some_and(|rest| rest.starts_with('-'))
                {
                    row.listed.push(image.tag.clone());
                }
            }
        }
    }
}

/// `v1.3` of `3.1.1-cpu-py37-v1.3`, for a row of version `3.1` on `cpu` with `py37`.
fn container_of(tag: &str, row: &Row) -> Option<String> {
    let mut parts = tag.split('-');
    let full = parts.next()?;
    let rest = full.strip_prefix(row.version.as_str())?;
    let same = (rest.is_empty() || rest.starts_with('.'))
        && parts.next() == row.processor.as_deref()
        && parts.next() == row.python.as_deref();
    let container = parts.next()?;
    (same && parts.next().is_none()).then(|| container.to_owned())
}

/// Dates of versions, for images that state none.
fn date(slug: &str, supports: &[Support], rows: &mut [Row]) {
    for support in supports {
        let covered = |row: &&mut Row| {
            let rest = row.version.strip_prefix(support.version.as_str());
            row.framework == slug
                && row.ga.is_none()
                && row.eop.is_none()
                && rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        };
        for row in rows.iter_mut().filter(covered) {
            row.ga = Some(support.ga);
            row.eop = Some(support.eop);
            row.sources.insert(SOURCE.to_owned());
        }
    }
}

/// Short names for versions that only listings know: `2.9` for the newest of `2.9.*`, unless something has that name.
fn short_names(slug: &str, rows: &mut [Row]) {
    let minor = |row: &Row| {
        let mut numbers = row.version.splitn(3, '.');
        let name = format!("{}.{}", numbers.next()?, numbers.next()?);
        (numbers.next()?.bytes().all(|byte| byte.is_ascii_digit())).then_some(name)
    };
    let place = |row: &Row| (row.scopes.clone(), row.arm64, row.platform);
    let taken: BTreeSet<_> = rows
        .iter()
        .filter(|row| row.framework == slug)
        .flat_map(|row| row.keys.iter().map(|key| (place(row), key.version.clone())))
        .collect();
    let mut newest: BTreeMap<_, String> = BTreeMap::new();
    for row in rows.iter().filter(|row| row.framework == slug && !row.in_sdk()) {
        if let Some(name) = minor(row) {
            let version = newest
                .entry((place(row), name))
                .or_insert_with(|| row.version.clone());
            if version::compare(version, &row.version).is_lt() {
                version.clone_from(&row.version);
            }
        }
    }
    for row in rows
        .iter_mut()
        .filter(|row| row.framework == slug && !row.in_sdk())
    {
        let Some(name) = minor(row) else { continue };
        let key = (place(row), name);
        if newest.get(&key) == Some(&row.version) && !taken.contains(&key) {
            row.keys.push(Key {
                version: key.1,
                base: row.base.clone(),
                tag: row.tag().to_owned(),
            });
        }
    }
}
