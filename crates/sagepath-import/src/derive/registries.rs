//! Families of account tables: repositories that the same account owns in each region.

use std::collections::BTreeMap;

use super::special;
use crate::facts::{KeptRegistries, Registries, Registry};
use crate::upstream::sagemaker_core::{Leaf, Release, Version};

/// Two accounts for one repository in one region: the finding on which the catalog rests does not hold.
#[derive(Debug)]
pub(crate) struct TwoAccounts {
    pub(crate) repository: String,
    pub(crate) region: String,
    pub(crate) accounts: [String; 2],
}

/// Gives each Python a repository of its own where the SDK composes the repository's name from it.
pub(crate) fn split_by_python(release: &mut Release) {
    for (slug, pythons) in special::PYTHON_IN_REPOSITORY {
        let subtrees = release
            .configs
            .get_mut(*slug)
            .into_iter()
            .flat_map(|config| &mut config.subtrees);
        for version in subtrees.flat_map(|subtree| subtree.versions.values_mut()) {
            let Version::Plain(leaf) = version else { continue };
            let leaf_of = |(python, end): &(&str, &str)| {
                let repository = format!("{}{end}", leaf.repository);
                (
                    (*python).to_owned(),
                    Leaf {
                        repository,
                        ..leaf.clone()
                    },
                )
            };
            *version = Version::ByPython(pythons.iter().map(leaf_of).collect());
        }
    }
}

/// All leaves of a release.
pub(crate) fn leaves(release: &Release) -> impl Iterator<Item = &Leaf> {
    let versions = release
        .configs
        .values()
        .flat_map(|config| &config.subtrees)
        .flat_map(|subtree| subtree.versions.values());
    versions.flat_map(|version| -> Box<dyn Iterator<Item = &Leaf>> {
        match version {
            Version::Plain(leaf) => Box::new(std::iter::once(leaf)),
            Version::ByPython(leaves) | Version::ByBase { bases: leaves, .. } => Box::new(leaves.values()),
        }
    })
}

/// Groups the repositories of a release into families. The largest table founds a family; a repository joins the first
/// that agrees with it wherever both have an account.
///
/// # Errors
///
/// [`TwoAccounts`] if a repository has two accounts in one region.
pub(crate) fn families(release: &Release, kept: &KeptRegistries) -> Result<Registries, TwoAccounts> {
    let mut tables: BTreeMap<&str, BTreeMap<&str, &str>> = BTreeMap::new();
    for leaf in leaves(release) {
        let table = tables.entry(&leaf.repository).or_default();
        for (region, account) in &leaf.registries {
            if let Some(first) = table.insert(region, account)
                && first != account
            {
                return Err(TwoAccounts {
                    repository: leaf.repository.clone(),
                    region: region.clone(),
                    accounts: [first.to_owned(), account.clone()],
                });
            }
        }
    }
    let mut by_size: Vec<_> = tables.into_iter().collect();
    by_size.sort_by_key(|(repository, table)| (std::cmp::Reverse(table.len()), *repository));

    let mut families: Vec<Registry> = Vec::new();
    for (repository, table) in by_size {
        let agrees = |family: &Registry| {
            let mut shared = table
                .iter()
                .filter_map(|(region, account)| Some((*account, family.accounts.get(*region)?)))
                .peekable();
            shared.peek().is_some() && shared.all(|(account, known)| account == known)
        };
        let place = families.iter().position(agrees).unwrap_or_else(|| {
            families.push(Registry::default());
            families.len() - 1
        });
        let family = &mut families[place];
        family.repositories.push(repository.to_owned());
        family.accounts.extend(
            table
                .into_iter()
                .map(|(region, account)| (region.to_owned(), account.to_owned())),
        );
    }
    for family in &mut families {
        family.repositories.sort();
        let named = family
            .repositories
            .iter()
            .find_map(|repository| kept.names.get(repository));
        family.name = named.or(family.repositories.first()).cloned().unwrap_or_default();
    }
    families.sort_by(|left, right| left.name.cmp(&right.name));
    Ok(Registries { registry: families })
}
