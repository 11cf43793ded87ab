//! Blocks of images and listings: that what they name is defined.

use jiff::civil::Date;

use super::place::Place;
use super::{Problems, imported_file, kept_file};
use crate::compile::{Row, days};
use crate::facts::{Container, FrameworkFacts, ImageBlock, Listing};
use crate::tag::Template;

pub(super) fn check(problems: &mut Problems<'_>, slug: &str, framework: &FrameworkFacts, rows: &[&Row]) {
    let file = imported_file(slug);
    for (index, image) in framework.imported.images.iter().enumerate() {
        block(problems, &file.at("image").at(index), image, rows);
    }
    for (index, image) in framework.kept.images.iter().enumerate() {
        let place = kept_file(slug, &framework.kept).at("image").at(index);
        block(problems, &place, image, rows);
    }
    for (index, entry) in framework.imported.listings.iter().enumerate() {
        listing(problems, &file.at("listing").at(index), entry);
    }
    for (index, support) in framework.imported.supports.iter().enumerate() {
        let place = file.at("support").at(index);
        dates(problems, &place, Some(support.ga), Some(support.eop));
    }
    if let Some(scope) = &framework.imported.default_scope
        && !rows.iter().any(|row| row.scopes.contains(scope))
    {
        problems.add(
            file.at("default-scope"),
            format!("no image has the scope `{scope}`"),
        );
    }
}

fn block(problems: &mut Problems<'_>, place: &Place, block: &ImageBlock, rows: &[&Row]) {
    problems.repository(place.at("repository"), &block.repository);
    problems.architecture(place.at("architecture"), block.architecture.as_deref());
    template(problems, place.at("tag"), &block.tag);
    if block.versions.is_empty() {
        problems.add(place.at("versions"), "names no version");
    }
    if let Some(word) = block.when.as_ref().filter(|word| *word != "smdistributed") {
        problems.add(place.at("when"), format!("`{word}` is not `smdistributed`"));
    }
    for (alias, version) in &block.aliases {
        if !block.versions.contains(version) {
            problems.add(
                place.at("aliases").at(alias),
                format!("alias `{alias}` stands for `{version}`, which is no version of this block"),
            );
        }
    }
    for version in block
        .prefix
        .keys()
        .filter(|version| !block.versions.contains(version))
    {
        problems.add(
            place.at("prefix").name(version),
            format!("`{version}` is no version of this block"),
        );
    }
    for version in block.tags.keys() {
        if !block.versions.contains(version) && !block.aliases.contains_key(version) {
            problems.add(
                place.at("tags").name(version),
                format!("`{version}` is neither version nor alias of this block"),
            );
        }
    }
    if let Some(version) = &block.like
        && !rows.iter().any(|row| row.version == *version)
    {
        problems.add(place.at("like"), format!("no image has the version `{version}`"));
    }
    if let Some(source) = &block.source {
        problems.source(place.at("source"), source);
    }
    for (index, word) in block.processors.iter().enumerate() {
        problems.processor(place.at("processors").at(index), word);
    }
    if let Some(Container::ByProcessor(containers)) = &block.container {
        for word in containers.keys().filter(|word| !block.processors.contains(word)) {
            problems.add(
                place.at("container").name(word),
                format!("`{word}` is no processor of this block"),
            );
        }
    }
    if block.base.is_none() && !block.base_aliases.is_empty() {
        problems.add(
            place.at("base-aliases"),
            "other names of a base framework, and no `base`",
        );
    }
    for (key, regions) in [("only-in", &block.only_in), ("not-in", &block.not_in)] {
        for (index, region) in regions.iter().enumerate() {
            problems.region(place.at(key).at(index), region);
        }
    }
    for (index, family) in block.not_on.iter().enumerate() {
        if !problems.facts.instances.families.contains_key(family) {
            problems.add(
                place.at("not-on").at(index),
                format!("instance family `{family}` is not in instances.toml"),
            );
        }
    }
}

pub(super) fn template(problems: &mut Problems<'_>, place: Place, text: &str) {
    if let Some(name) = Template::new(text).unknown_placeholder() {
        problems.add(
            place,
            format!(
                "placeholder `{{{name}}}` is unknown: expected one of {}",
                Template::PLACEHOLDERS.join(", ")
            ),
        );
    }
}

fn listing(problems: &mut Problems<'_>, place: &Place, listing: &Listing) {
    problems.repository(place.at("repository"), &listing.repository);
    problems.processor(place.at("processor"), &listing.processor);
    problems.architecture(place.at("architecture"), listing.architecture.as_deref());
    if let Some(word) = listing
        .platform
        .as_deref()
        .filter(|word| !matches!(*word, "ec2" | "default"))
    {
        problems.add(
            place.at("platform"),
            format!("platform `{word}` is neither ec2 nor default"),
        );
    }
    if listing.tags.is_empty() {
        problems.add(place.at("tags"), "lists no tag");
    }
    for (index, tag) in listing.tags.iter().enumerate() {
        problems.tag(place.at("tags").at(index), tag);
    }
    dates(problems, place, listing.ga, listing.eop);
}

fn dates(problems: &mut Problems<'_>, place: &Place, ga: Option<Date>, eop: Option<Date>) {
    for (key, date) in [("ga", ga), ("eop", eop)] {
        if let Some(date) = date.filter(|date| days(*date) == 0) {
            problems.add(
                place.at(key),
                format!("{date} is out of the catalog's range: 2000 to 2179"),
            );
        }
    }
    if let (Some(ga), Some(eop)) = (ga, eop)
        && ga >= eop
    {
        problems.add(
            place.at("eop"),
            format!("end of patch {eop} does not come after general availability {ga}"),
        );
    }
}
