//! Changes of accounts: what breaks the paths that people use, and therefore what an import does not do by silence.

use std::collections::BTreeMap;
use std::fmt;

use crate::facts::{Facts, Registries};

/// A repository that is to get another account in a region.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct AccountChange {
    /// The region.
    pub region: String,
    /// The account that the catalog has.
    pub from: String,
    /// The account that upstream has.
    pub to: String,
    /// Whether people keep the catalog's account, in `hand-kept/registries.toml`.
    pub hand_kept: bool,
    /// The repository.
    pub repository: String,
}

/// Where new registries contradict the accounts of existing repositories.
pub(super) fn changes(old: &Facts, new: &Registries) -> Vec<AccountChange> {
    let mut changes = Vec::new();
    let mut compare = |repository: &str, accounts: &BTreeMap<String, String>, hand_kept| {
        let Some(family) = new.of(repository) else { return };
        for (region, from) in accounts {
            if let Some(to) = family.accounts.get(region).filter(|to| *to != from) {
                changes.push(AccountChange {
                    region: region.clone(),
                    from: from.clone(),
                    to: to.clone(),
                    hand_kept,
                    repository: repository.to_owned(),
                });
            }
        }
    };
    for family in &old.registries.registry {
        for repository in &family.repositories {
            compare(repository, &family.accounts, false);
        }
    }
    for table in old.kept_registries.registry.iter().filter(|table| !table.also) {
        compare(&table.repository, &table.accounts, true);
    }
    changes.sort();
    changes
}

/// Changes as an error message: one line for all repositories that change alike.
pub(super) struct Listed<'c>(pub(super) &'c [AccountChange]);

impl fmt::Display for Listed<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let count = self.0.len();
        let plural = if count == 1 { "" } else { "s" };
        write!(formatter, "{count} account{plural} would change:")?;
        let alike = |left: &AccountChange, right: &AccountChange| {
            (&left.region, &left.from, &left.to, left.hand_kept)
                == (&right.region, &right.from, &right.to, right.hand_kept)
        };
        for group in self.0.chunk_by(alike) {
            let [first, ..] = group else { continue };
            let repositories: Vec<&str> = group.iter().map(|change| change.repository.as_str()).collect();
            let kept = if first.hand_kept {
                " (of hand-kept/registries.toml)"
            } else {
                ""
            };
            write!(
                formatter,
                "\n  {}: {}{kept} -> {} for {}",
                first.region,
                first.from,
                first.to,
                repositories.join(", ")
            )?;
        }
        Ok(())
    }
}
