//! `registries.toml`, written by an import, and `hand-kept/registries.toml`.

use std::collections::BTreeMap;

use serde::Deserialize;

/// The families of account tables.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Registries {
    /// Each family.
    #[serde(default)]
    pub registry: Vec<Registry>,
}

/// A family: repositories that the same account owns in each region.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Registry {
    /// A name for people.
    pub name: String,
    /// Its repositories.
    pub repositories: Vec<String>,
    /// Region to account.
    pub accounts: BTreeMap<String, String>,
}

/// The digits of an account, if it is one.
pub(crate) fn digits(account: &str) -> Option<[u8; 12]> {
    let digits: [u8; 12] = account.as_bytes().try_into().ok()?;
    digits.iter().all(u8::is_ascii_digit).then_some(digits)
}

impl Registries {
    /// The family of a repository.
    pub fn of(&self, repository: &str) -> Option<&Registry> {
        self.registry
            .iter()
            .find(|family| family.repositories.iter().any(|name| name == repository))
    }
}

/// Accounts known from elsewhere than an import.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeptRegistries {
    /// Names for families that an import finds: a repository of the family, and the name.
    #[serde(default)]
    pub names: BTreeMap<String, String>,
    /// Each table.
    #[serde(default)]
    pub registry: Vec<KeptRegistry>,
    /// Repositories whose regions no source gives, and the repository whose regions are taken for theirs.
    #[serde(default)]
    pub inferred: BTreeMap<String, Inferred>,
}

/// A repository whose regions are taken for another's.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Inferred {
    /// The repository whose regions are known.
    pub like: String,
    /// The source that lists the repository.
    pub source: String,
}

/// A table of accounts kept by people.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeptRegistry {
    /// The repository.
    pub repository: String,
    /// What the accounts are for.
    pub purpose: String,
    /// The source's identifier.
    pub source: String,
    /// The page within the source.
    pub page: Option<String>,
    /// Older official accounts: recognised, never an answer.
    #[serde(default)]
    pub also: bool,
    /// Region to account.
    pub accounts: BTreeMap<String, String>,
}
