//! The catalog's files as values: what a person reads and writes under `catalog/`.
//!
//! Facts that an import writes (`registries.toml`, `frameworks/`) and facts that people keep (`hand-kept/` and the rest)
//! live in files of their own, so that an import can rewrite the first without touching the second.

mod date;
mod framework;
mod instances;
mod read;
mod regions;
mod registries;
mod write;

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::Deserialize;

pub use framework::{
    Container, Correction, Families, ImageBlock, Imported, Kept, KeptListings, KeptTag, Kind, Listing,
    Parameters, Runs, Support, Withheld,
};
pub use instances::{InstanceFamily, InstanceSize, Instances};
pub use read::{ReadError, read};
pub(crate) use read::{parse, position};
pub use regions::{PartitionFacts, RegionFacts, Regions};
pub(crate) use registries::digits;
pub use registries::{Inferred, KeptRegistries, KeptRegistry, Registries, Registry};
pub(crate) use write::{framework_text, registries_text};

/// Everything that the files under `catalog/` say.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// `sources.toml`, by identifier.
    pub sources: BTreeMap<String, SourceFacts>,
    /// `regions.toml`.
    pub regions: Regions,
    /// `processors.toml`: an image's word for a processor, and the instance processors on which such an image runs.
    pub processors: BTreeMap<String, Vec<String>>,
    /// `instances.toml`.
    pub instances: Instances,
    /// `registries.toml`.
    pub registries: Registries,
    /// `hand-kept/registries.toml`.
    pub kept_registries: KeptRegistries,
    /// `frameworks/<slug>.toml` and `hand-kept/frameworks/<slug>.toml`.
    pub frameworks: BTreeMap<String, FrameworkFacts>,
}

/// The source of what an import takes from the SDK.
pub(crate) const SAGEMAKER_CORE: &str = "sagemaker-core";

/// The source of what an import takes from the DLC repository.
pub(crate) const DEEP_LEARNING_CONTAINERS: &str = "deep-learning-containers";

impl Facts {
    /// Which editions of the two imported sources the facts are from.
    pub fn edition(&self) -> String {
        let editions = [SAGEMAKER_CORE, DEEP_LEARNING_CONTAINERS]
            .into_iter()
            .filter_map(|id| Some(format!("{id} {}", self.sources.get(id)?.edition())));
        editions.collect::<Vec<_>>().join(", ")
    }

    /// Every repository that a registry table names.
    pub fn repositories(&self) -> BTreeSet<&str> {
        let imported = self
            .registries
            .registry
            .iter()
            .flat_map(|family| &family.repositories);
        let kept = self
            .kept_registries
            .registry
            .iter()
            .map(|table| &table.repository);
        imported.chain(kept).map(String::as_str).collect()
    }

    /// The accounts that own a repository, by region: its family's, and those that people add.
    pub fn accounts(&self, repository: &str) -> BTreeMap<&str, &str> {
        let inferred = || {
            let inferred = self.kept_registries.inferred.get(repository)?;
            self.registries.of(&inferred.like)
        };
        let family = self.registries.of(repository).or_else(inferred);
        family
            .map(|family| &family.accounts)
            .into_iter()
            .chain(self.kept_tables(repository, false))
            .flatten()
            .map(|(region, account)| (region.as_str(), account.as_str()))
            .collect()
    }

    /// Older official accounts of a repository, by region.
    pub fn older_accounts(&self, repository: &str) -> BTreeMap<&str, &str> {
        self.kept_tables(repository, true)
            .flatten()
            .map(|(region, account)| (region.as_str(), account.as_str()))
            .collect()
    }

    fn kept_tables(&self, repository: &str, also: bool) -> impl Iterator<Item = &BTreeMap<String, String>> {
        self.kept_registries
            .registry
            .iter()
            .filter(move |table| table.repository == repository && table.also == also)
            .map(|table| &table.accounts)
    }
}

/// What is known of one framework, from both of its files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FrameworkFacts {
    /// What an import wrote.
    pub imported: Imported,
    /// What people keep.
    pub kept: Kept,
}

/// A source of facts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct SourceFacts {
    /// Its title.
    pub title: String,
    /// Its version, where it has one.
    #[serde(default)]
    pub version: Option<String>,
    /// Its revision, where it is a repository.
    #[serde(default)]
    pub revision: Option<String>,
    /// The date of the snapshot.
    #[serde(default, deserialize_with = "date::optional")]
    pub date: Option<Date>,
    /// Its public address.
    #[serde(default)]
    pub url: Option<String>,
    /// What the catalog has from it.
    #[serde(default)]
    pub what: Option<String>,
}

impl SourceFacts {
    /// Its version, else its revision, else its date.
    pub fn edition(&self) -> String {
        match (&self.version, &self.revision, &self.date) {
            (Some(version), _, _) => version.clone(),
            (None, Some(revision), Some(date)) => {
                format!("{date} ({})", revision.get(..8).unwrap_or(revision))
            }
            (None, Some(revision), None) => revision.clone(),
            (None, None, Some(date)) => date.to_string(),
            (None, None, None) => String::new(),
        }
    }
}
