//! Single images: that each has a region and a tag, and that a query can tell it from the others.

use std::collections::BTreeMap;

use super::place::Place;
use super::{Problems, imported_file, is_tag, kept_file};
use crate::compile::{Origin, Platform, Row};
use crate::facts::FrameworkFacts;

pub(super) fn check(problems: &mut Problems<'_>, slug: &str, framework: &FrameworkFacts, rows: &[&Row]) {
    for row in rows {
        let place = origin(slug, framework, row);
        if row.regions.is_empty() {
            problems.add(
                place.clone(),
                format!("version `{}` is offered in no region", row.version),
            );
        }
        if row.keys.is_empty() {
            problems.add(place.at("tags"), format!("version `{}` has no tag", row.version));
        }
        for key in &row.keys {
            let (version, tag) = (&key.version, &key.tag);
            if tag.is_empty() && !is_untagged(framework, row) {
                problems.add(place.at("tag"), format!("version `{version}` has an empty tag"));
            } else if !tag.is_empty() && !is_tag(tag) {
                problems.add(
                    place.at("tag"),
                    format!("`{tag}`, of version `{version}`, is no tag"),
                );
            }
        }
    }
    indistinguishable(problems, slug, framework, rows);
}

fn origin(slug: &str, framework: &FrameworkFacts, row: &Row) -> Place {
    match row.origin {
        Origin::Imported(index) => imported_file(slug).at("image").at(index),
        Origin::Kept(index) => kept_file(slug, &framework.kept).at("image").at(index),
        Origin::Listing(index) => imported_file(slug).at("listing").at(index),
    }
}

/// Whether a block says that its images have no tag at all.
fn is_untagged(framework: &FrameworkFacts, row: &Row) -> bool {
    let block = match row.origin {
        Origin::Imported(index) => framework.imported.images.get(index),
        Origin::Kept(index) => framework.kept.images.get(index),
        Origin::Listing(_) => None,
    };
    block.is_some_and(|block| block.tag.is_empty() && block.tags.is_empty())
}

/// All that a query can say of an image.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Asked<'r> {
    version: &'r str,
    base: Option<&'r str>,
    scope: &'r str,
    arm64: bool,
    platform: Platform,
    processor: Option<&'r str>,
    python: Option<&'r str>,
    sdk: Option<&'r str>,
    smdistributed: bool,
}

fn indistinguishable(problems: &mut Problems<'_>, slug: &str, framework: &FrameworkFacts, rows: &[&Row]) {
    let mut known: BTreeMap<Asked<'_>, &str> = BTreeMap::new();
    for row in rows.iter().filter(|row| !row.withheld) {
        let scopes: Vec<&str> = match row.scopes.as_slice() {
            [] => vec![""],
            scopes => scopes.iter().map(String::as_str).collect(),
        };
        for (key, scope) in row
            .keys
            .iter()
            .flat_map(|key| scopes.iter().map(move |scope| (key, scope)))
        {
            let asked = Asked {
                version: &key.version,
                base: key.base.as_deref(),
                scope,
                arm64: row.arm64,
                platform: row.platform,
                processor: row.processor.as_deref(),
                python: row.python.as_deref(),
                sdk: row.sdk.as_deref(),
                smdistributed: row.smdistributed,
            };
            if let Some(other) = known.insert(asked, &key.tag) {
                problems.add(
                    origin(slug, framework, row),
                    format!(
                        "no query can tell two images of version `{}` apart: `{other}` and `{}`",
                        key.version, key.tag
                    ),
                );
            }
        }
    }
}
