//! Which accounts came, went or changed.

use std::collections::{BTreeMap, BTreeSet};

use super::Count;
use super::lines::{Section, counted};
use crate::facts::Facts;

pub(super) struct Accounts {
    pub(super) section: Section,
    pub(super) count: Count,
}

/// Compares the account tables: a line for each family, or for the repositories of a family that changed alike.
pub(super) fn compare(old: &Facts, new: &Facts) -> Accounts {
    let (before, after) = (old.repositories(), new.repositories());
    let mut kinds = [(0, "added"), (0, "gone"), (0, "changed")];
    let mut families: BTreeMap<&str, Family<'_>> = BTreeMap::new();
    for &repository in before.union(&after) {
        let (from, to) = (old.accounts(repository), new.accounts(repository));
        let name = name(new, repository)
            .or(name(old, repository))
            .unwrap_or("hand-kept");
        let family = families.entry(name).or_default();
        let regions: BTreeSet<&str> = from.keys().chain(to.keys()).copied().collect();
        let mut changes = Vec::new();
        for region in regions {
            let (kind, change) = match (from.get(region), to.get(region)) {
                (None, Some(account)) => (0, format!("+{region} {account}")),
                (Some(account), None) => (1, format!("-{region} {account}")),
                (Some(from), Some(to)) if from != to => (2, format!("{region} {from} -> {to}")),
                _ => continue,
            };
            kinds[kind].0 += 1;
            changes.push(change);
        }
        // Of a repository that comes or goes as a whole, the number of regions says enough.
        if !before.contains(repository) {
            family
                .repositories
                .push(format!("+{repository} in {}", counted(to.len(), "region")));
        } else if !after.contains(repository) {
            family
                .repositories
                .push(format!("-{repository} in {}", counted(from.len(), "region")));
        } else if !changes.is_empty() {
            family.changes.entry(changes).or_default().push(repository);
        }
    }
    let mut section = Section::new("accounts");
    for (name, family) in families {
        section.line(&format!("{name}: repositories"), family.repositories);
        for (changes, repositories) in family.changes {
            // Alike with all the family's others that were there before.
            let others = before
                .iter()
                .filter(|repository| self::name(new, repository) == Some(name));
            if others.eq(&repositories) {
                section.line(&format!("{name}:"), changes);
            } else {
                section.line(&format!("{name} ({}):", repositories.join(", ")), changes);
            }
        }
    }
    Accounts {
        section,
        count: Count {
            what: "account",
            kinds: kinds.to_vec(),
        },
    }
}

/// What changed in a family.
#[derive(Default)]
struct Family<'f> {
    /// Repositories that came or went.
    repositories: Vec<String>,
    /// Changes of accounts, and the repositories that changed so.
    changes: BTreeMap<Vec<String>, Vec<&'f str>>,
}

fn name<'f>(facts: &'f Facts, repository: &str) -> Option<&'f str> {
    facts.registries.of(repository).map(|family| family.name.as_str())
}
