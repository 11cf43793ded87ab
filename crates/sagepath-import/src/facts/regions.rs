//! `regions.toml`.

use indexmap::IndexMap;
use serde::Deserialize;

/// Partitions and their regions, in the order of the file.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Regions {
    /// By identifier.
    pub partitions: IndexMap<String, PartitionFacts>,
    /// By identifier.
    pub regions: IndexMap<String, RegionFacts>,
}

/// A partition of AWS.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct PartitionFacts {
    /// Its name for people.
    pub title: String,
    /// The suffix of registry hosts.
    pub dns_suffix: String,
    /// The suffix of dual-stack registry hosts, where there are any.
    pub dual_stack_suffix: Option<String>,
}

/// A region.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RegionFacts {
    /// Its partition's identifier.
    pub partition: String,
    /// Its name for people.
    pub title: String,
    /// Whether a dual-stack registry host is known.
    #[serde(default)]
    pub dual_stack: bool,
    /// Whether a FIPS registry host is known.
    #[serde(default)]
    pub fips: bool,
    /// Whether SageMaker is offered.
    #[serde(default = "yes")]
    pub sagemaker: bool,
    /// Whether a registry is offered.
    #[serde(default = "yes")]
    pub ecr: bool,
}

fn yes() -> bool {
    true
}
