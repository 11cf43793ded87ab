//! Regions, instance types, sources, and who owns a repository where.

use std::collections::{BTreeMap, BTreeSet};

use sagepath_catalog::layout::USES;

use super::{Problems, is_repository};
use crate::check::place::Place;
use crate::facts::digits;

pub(super) fn check(problems: &mut Problems<'_>) {
    regions(problems);
    processors(problems);
    instances(problems);
    sources(problems);
    families(problems);
    kept(problems);
    accounts(problems);
}

fn regions(problems: &mut Problems<'_>) {
    let regions = &problems.facts.regions;
    let file = Place::file("regions.toml");
    for (name, region) in &regions.regions {
        if !regions.partitions.contains_key(&region.partition) {
            problems.add(
                file.at("regions").at(name).at("partition"),
                format!("partition `{}` is not defined", region.partition),
            );
        }
    }
}

fn processors(problems: &mut Problems<'_>) {
    let file = Place::file("processors.toml");
    let words = &problems.facts.processors;
    if !words.contains_key("any") {
        problems.add(
            file.clone(),
            "lacks `any`: what an image runs on that is made for no processor",
        );
    }
    for (word, names) in words {
        for (index, name) in names.iter().enumerate() {
            problems.instance_processor(file.at(word).at(index), name);
        }
    }
}

fn instances(problems: &mut Problems<'_>) {
    let file = Place::file("instances.toml").at("families");
    for (name, family) in &problems.facts.instances.families {
        let place = file.at(name);
        problems.architecture(place.at("architecture"), family.architecture.as_deref());
        for (size, facts) in &family.sizes {
            for (index, word) in facts.uses.iter().enumerate() {
                if !USES.contains(&word.as_str()) {
                    problems.add(
                        place.at("sizes").at(size).at("uses").at(index),
                        format!("`{word}` is no use of an instance type: {}", USES.join(", ")),
                    );
                }
            }
        }
    }
}

fn sources(problems: &mut Problems<'_>) {
    for (id, source) in &problems.facts.sources {
        if source.edition().is_empty() {
            problems.add(
                Place::file("sources.toml").name(id),
                "has no version, revision or date: which edition were the facts read from?",
            );
        }
    }
}

fn families(problems: &mut Problems<'_>) {
    let file = Place::file("registries.toml").at("registry");
    let (mut names, mut repositories) = (BTreeSet::new(), BTreeMap::new());
    for (index, family) in problems.facts.registries.registry.iter().enumerate() {
        let place = file.at(index);
        if !names.insert(&family.name) {
            problems.add(
                place.at("name"),
                format!("another family is named `{}`, too", family.name),
            );
        }
        for (index, repository) in family.repositories.iter().enumerate() {
            let place = place.at("repositories").at(index);
            if !is_repository(repository) {
                problems.add(place, format!("`{repository}` is no name of a repository"));
            } else if let Some(other) = repositories.insert(repository, &family.name) {
                problems.add(
                    place,
                    format!("repository `{repository}` is in family `{other}`, too"),
                );
            }
        }
    }
}

fn kept(problems: &mut Problems<'_>) {
    let facts = problems.facts;
    let file = Place::file("hand-kept/registries.toml");
    for (index, table) in facts.kept_registries.registry.iter().enumerate() {
        let place = file.at("registry").at(index);
        problems.source(place.at("source"), &table.source);
        if !is_repository(&table.repository) {
            problems.add(
                place.at("repository"),
                format!("`{}` is no name of a repository", table.repository),
            );
        }
    }
    for repository in facts.kept_registries.names.keys() {
        if facts.registries.of(repository).is_none() {
            problems.add(
                file.at("names").name(repository),
                format!("no family has the repository `{repository}`"),
            );
        }
    }
    for (repository, inferred) in &facts.kept_registries.inferred {
        let place = file.at("inferred");
        problems.source(place.at(repository).at("source"), &inferred.source);
        if facts.registries.of(repository).is_some() {
            problems.add(
                place.name(repository),
                format!("an import knows the accounts of `{repository}`: nothing is inferred any more"),
            );
        }
        if facts.registries.of(&inferred.like).is_none() {
            problems.add(
                place.at(repository).at("like"),
                format!("no account is known for repository `{}`", inferred.like),
            );
        }
    }
}

/// `(repository, region) -> account` is a function, over all tables together; and so it is over those of older accounts.
fn accounts(problems: &mut Problems<'_>) {
    let facts = problems.facts;
    let imported = Place::file("registries.toml").at("registry");
    let kept = Place::file("hand-kept/registries.toml").at("registry");
    let mut known = BTreeMap::new();
    for (index, family) in facts.registries.registry.iter().enumerate() {
        let place = imported.at(index).at("accounts");
        table(problems, &place, &family.accounts);
        for repository in &family.repositories {
            for (region, account) in &family.accounts {
                known.insert((repository, region, false), (account, "registries.toml"));
            }
        }
    }
    for (index, kept_table) in facts.kept_registries.registry.iter().enumerate() {
        let place = kept.at(index).at("accounts");
        table(problems, &place, &kept_table.accounts);
        for (region, account) in &kept_table.accounts {
            let key = (&kept_table.repository, region, kept_table.also);
            let other = known.insert(key, (account, "another table"));
            if let Some((other, file)) = other.filter(|(other, _)| *other != account) {
                problems.add(
                    place.at(region),
                    format!(
                        "{} in {region} has the account {account} here, and {other} in {file}",
                        kept_table.repository
                    ),
                );
            }
        }
    }
}

fn table(problems: &mut Problems<'_>, place: &Place, accounts: &BTreeMap<String, String>) {
    for (region, account) in accounts {
        problems.region(place.name(region), region);
        if digits(account).is_none() {
            problems.add(
                place.at(region),
                format!("`{account}` is no account: expected 12 digits"),
            );
        }
    }
}
