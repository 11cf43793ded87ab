//! What listings add to rows: evidence, equal tags, dates, and images that no rule knows.

use std::collections::{BTreeMap, BTreeSet};

use super::expand::runs_on;
use super::row::{Key, Origin, Platform, Row};
use crate::facts::{DEEP_LEARNING_CONTAINERS, Facts, FrameworkFacts, KeptListings, Listing, Support};
use sagepath::version;

/// Joins every listing with the rows that it confirms; a listing that confirms none becomes a row of its own. Gives the
/// framework and the repository of those that could not, because no source says where the repository is.
pub(super) fn listings(facts: &Facts, rows: &mut Vec<Row>) -> BTreeSet<(String, String)> {
    let offered = regions_by_repository(facts, rows);
    let mut left_out = BTreeSet::new();
    for (slug, framework) in &facts.frameworks {
        for (index, listing) in framework.imported.listings.iter().enumerate() {
            // Without a tag a listing says nothing.
            let Some(fullest) = listing.tags.first() else {
                continue;
            };
            let mut confirmed = confirmed(slug, listing, fullest, rows);
            if confirmed.is_empty() {
                let Some(regions) = offered.get(&listing.repository) else {
                    left_out.insert((slug.clone(), listing.repository.clone()));
                    continue;
                };
                confirmed.push(rows.len());
                rows.push(Row {
                    origin: Origin::Listing(index),
                    ..own_row(facts, slug, framework, listing, regions)
                });
            }
            for row in confirmed {
                add(listing, fullest, &mut rows[row]);
            }
        }
        for listings in &framework.kept.listings {
            kept(slug, listings, rows);
        }
        date(slug, &framework.imported.supports, rows);
        short_names(slug, rows);
    }
    left_out
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

/// The rows that a listing confirms.
fn confirmed(slug: &str, listing: &Listing, fullest: &str, rows: &[Row]) -> Vec<usize> {
    let same_tag = |row: &Row| row.keys.iter().any(|key| listing.tags.contains(&key.tag));
    // Where the listing has only fuller tags than the rule's: `1.4.0-cpu-py311-ubuntu22.04` behind `1.4.0-cpu-py311`.
    let fuller_tag = |row: &Row| {
        let rest = fullest.strip_prefix(row.tag());
        listing.platform.is_none() && row.listed.is_empty() && rest.is_some_and(|rest| rest.starts_with('-'))
    };
    let those = |confirms: &dyn Fn(&Row) -> bool| {
        let of_repository = |row: &Row| row.framework == slug && row.repository == listing.repository;
        let rows = rows.iter().enumerate();
        rows.filter(|(_, row)| of_repository(row) && confirms(row))
            .map(|(index, _)| index)
            .collect::<Vec<_>>()
    };
    let ways: [&dyn Fn(&Row) -> bool; 3] = [&same_tag, &fuller_tag, &|row| is_same_image(listing, row)];
    let found = ways.into_iter().map(those);
    found
        .into_iter()
        .find(|rows| !rows.is_empty())
        .unwrap_or_default()
}

/// Whether both name one image in everything but the tag, so that no query could tell two images apart: `1.9-0` behind the
/// SDK's `1.9-0-cpu-py3`.
fn is_same_image(listing: &Listing, row: &Row) -> bool {
    let agree =
        |own: &Option<String>, other: &Option<String>| own == other || own.is_none() || other.is_none();
    row.in_sdk()
        && row.version == listing.version
        && row.base == listing.base
        && row
            .processor
            .as_ref()
            .is_none_or(|word| *word == listing.processor)
        && row.arm64 == (listing.architecture.as_deref() == Some("arm64"))
        && listing.platform.is_none()
        && agree(&row.python, &listing.python)
        && agree(&row.sdk, &listing.sdk)
}

/// A listing as a row of its own.
fn own_row(
    facts: &Facts,
    slug: &str,
    framework: &FrameworkFacts,
    listing: &Listing,
    regions: &BTreeSet<String>,
) -> Row {
    let architecture = listing
        .architecture
        .as_ref()
        .or(framework.kept.architecture.as_ref());
    let inferred = facts
        .kept_registries
        .inferred
        .contains_key(&listing.repository)
        .then(|| {
            format!(
                "no source lists regions of {}: those of a like repository are given",
                listing.repository
            )
        });
    Row {
        framework: slug.to_owned(),
        version: listing.version.clone(),
        base: listing.base.clone(),
        scopes: listing.scopes.clone(),
        arm64: architecture.is_some_and(|architecture| architecture == "arm64"),
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
        note: inferred,
        ..Row::default()
    }
}

/// What a listing says of a row.
fn add(listing: &Listing, fullest: &str, row: &mut Row) {
    let known = std::mem::take(&mut row.listed);
    row.listed.extend(listing.tags.iter().cloned());
    row.listed
        .extend(known.into_iter().filter(|tag| !listing.tags.contains(tag)));
    row.sources.insert(DEEP_LEARNING_CONTAINERS.to_owned());
    if row.in_sdk() && !fullest.starts_with(row.tag()) && !listing.tags.iter().any(|tag| tag == row.tag()) {
        let note = format!(
            "the DLC repository lists this image as {}",
            listing.tags.join(", ")
        );
        row.note.get_or_insert(note);
    }
    row.cuda = listing.cuda.clone().or(row.cuda.take());
    row.os = listing.os.clone().or(row.os.take());
    if row.python.is_none() && listing.python.is_some() {
        row.python.clone_from(&listing.python);
        row.python_fixed = row.in_sdk();
    }
    row.package = listing.package.clone().or(row.package.take());
    row.ga = listing.ga.or(row.ga);
    row.eop = listing.eop.or(row.eop);
    if row.keys.iter().all(|key| key.version != listing.version) {
        row.keys.push(Key {
            version: listing.version.clone(),
            base: listing.base.clone(),
            tag: fullest.to_owned(),
        });
    }
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
                    row.builds.push(image.tag.clone());
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
            row.sources.insert(DEEP_LEARNING_CONTAINERS.to_owned());
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
