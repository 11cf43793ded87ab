//! The catalog's files as values: what a person reads and writes under `catalog/`.
//!
//! Facts that an import writes (`registries.toml`, `frameworks/`) and facts that people keep (`hand-kept/` and the rest)
//! live in files of their own, so that an import can rewrite the first without touching the second.

mod framework;
mod instances;
mod read;
mod regions;
mod registries;
mod write;

use std::collections::BTreeMap;

pub use framework::{
    Container, Correction, Families, ImageBlock, Imported, Kept, KeptListings, KeptTag, Kind, Listing,
    Parameters, Runs, Support, Withheld,
};
pub use instances::{InstanceFamily, InstanceSize, Instances};
pub use read::{ReadError, read};
pub use regions::{PartitionFacts, RegionFacts, Regions};
pub use registries::{Inferred, KeptRegistries, KeptRegistry, Registries, Registry};
use serde::{Deserialize, Serialize};
pub use write::{framework_text, registries_text};

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

/// What is known of one framework, from both of its files.
#[derive(Clone, Debug, Default)]
pub struct FrameworkFacts {
    /// What an import wrote.
    pub imported: Imported,
    /// What people keep.
    pub kept: Kept,
}

/// A source of facts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
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
    #[serde(default)]
    pub date: Option<toml::value::Datetime>,
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
            (None, Some(revision), Some(date)) => format!("{date} ({})", &revision[..revision.len().min(8)]),
            (None, Some(revision), None) => revision.clone(),
            (None, None, Some(date)) => date.to_string(),
            (None, None, None) => String::new(),
        }
    }
}
