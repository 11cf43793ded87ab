//! What people keep of a framework: that it is of something.

use super::place::Place;
use super::{Problems, blocks, kept_file};
use crate::compile::Row;
use crate::derive::NEURON_TOOLS;
use crate::facts::{FrameworkFacts, Kept};

pub(super) fn check(problems: &mut Problems<'_>, slug: &str, framework: &FrameworkFacts, rows: &[&Row]) {
    let kept = &framework.kept;
    let file = kept_file(slug, kept);
    for (key, missing) in [("title", kept.title.is_none()), ("kind", kept.kind.is_none())] {
        if missing {
            problems.add(
                file.clone(),
                format!("`{slug}` has no {key} in hand-kept/frameworks/{slug}.toml"),
            );
        }
    }
    for (key, text) in [("title", &kept.title), ("summary", &kept.summary)] {
        if text.as_deref().is_some_and(|text| text.trim().is_empty()) {
            problems.add(file.at(key), format!("the {key} is empty"));
        }
    }
    let has_registry = problems.facts.repositories().contains(slug);
    if rows.is_empty() && !kept.jumpstart && !has_registry {
        problems.add(
            file.clone(),
            format!("`{slug}` has no image, is no JumpStart model and has no registry"),
        );
    }
    problems.architecture(file.at("architecture"), kept.architecture.as_deref());
    for (index, name) in kept.runs_on.iter().flatten().enumerate() {
        problems.instance_processor(file.at("runs-on").at(index), name);
    }
    scopes(problems, &file, kept);
    siblings(problems, &file, kept);
    versions(problems, &file, kept, rows);
    listings(problems, &file, kept, rows);
    if let Some(parameters) = &kept.parameters {
        problems.source(file.at("parameters").at("source"), &parameters.source);
    }
}

/// What images are for is a word of upstream's: another word is a slip.
fn scopes(problems: &mut Problems<'_>, file: &Place, kept: &Kept) {
    let imported = |scope: &String| {
        let mut frameworks = problems.facts.frameworks.values();
        frameworks.any(|framework| {
            let blocks = &framework.imported.images;
            blocks.iter().any(|block| block.scopes.contains(scope))
        })
    };
    let mut unknown = Vec::new();
    for (index, image) in kept.images.iter().enumerate() {
        for (number, scope) in image
            .scopes
            .iter()
            .enumerate()
            .filter(|(_, scope)| !imported(scope))
        {
            let place = file.at("image").at(index).at("scopes").at(number);
            unknown.push((place, format!("no imported image has the scope `{scope}`")));
        }
    }
    problems.found.extend(unknown);
}

fn siblings(problems: &mut Problems<'_>, file: &Place, kept: &Kept) {
    for (of, slug) in &kept.siblings {
        let tool = NEURON_TOOLS.contains(&of.as_str()) || of == "training-compiler";
        if !tool && !problems.is_instance_processor(of) {
            problems.add(
                file.at("siblings").name(of),
                format!(
                    "`{of}` is no processor of instances.toml, no inference tool and not `training-compiler`"
                ),
            );
        }
        if !problems.facts.frameworks.contains_key(slug) {
            problems.add(file.at("siblings").at(of), format!("`{slug}` is no framework"));
        }
    }
}

/// Every version that is spoken of must be that of an image.
fn versions(problems: &mut Problems<'_>, file: &Place, kept: &Kept, rows: &[&Row]) {
    let known = |version: &str| rows.iter().any(|row| row.version == version);
    let asked = |version: &str| {
        let mut keys = rows.iter().flat_map(|row| &row.keys);
        keys.any(|key| key.version == version)
    };
    let unknown = |version: &str| format!("no image has the version `{version}`");
    for (index, version) in kept.deprecated.iter().enumerate() {
        if !known(version) {
            problems.add(file.at("deprecated").at(index), unknown(version));
        }
    }
    for version in kept.package_versions.keys().filter(|version| !known(version)) {
        problems.add(file.at("package-versions").name(version), unknown(version));
    }
    match &kept.package_versions_source {
        Some(source) => problems.source(file.at("package-versions-source"), source),
        None if kept.package_versions.is_empty() => {}
        None => problems.add(file.at("package-versions"), "lacks its `package-versions-source`"),
    }
    for (index, withheld) in kept.withhold.iter().enumerate() {
        for (number, version) in withheld.versions.iter().enumerate() {
            if !asked(version) {
                let place = file.at("withhold").at(index).at("versions").at(number);
                problems.add(place, unknown(version));
            }
        }
    }
    for (index, correction) in kept.correct.iter().enumerate() {
        let place = file.at("correct").at(index);
        problems.source(place.at("source"), &correction.source);
        blocks::template(problems, place.at("tag"), correction.tag.as_deref().unwrap_or(""));
        for (number, version) in correction.versions.iter().enumerate() {
            if !known(version) {
                problems.add(place.at("versions").at(number), unknown(version));
            }
        }
    }
}

fn listings(problems: &mut Problems<'_>, file: &Place, kept: &Kept, rows: &[&Row]) {
    for (index, listings) in kept.listings.iter().enumerate() {
        let place = file.at("listings").at(index);
        problems.source(place.at("source"), &listings.source);
        if !rows.iter().any(|row| row.repository == listings.repository) {
            problems.add(
                place.at("repository"),
                format!("no image is in the repository `{}`", listings.repository),
            );
        }
        for (number, image) in listings.images.iter().enumerate() {
            problems.tag(place.at("images").at(number).at("tag"), &image.tag);
        }
    }
}
