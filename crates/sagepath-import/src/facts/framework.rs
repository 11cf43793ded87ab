//! `frameworks/<slug>.toml`, written by an import, and `hand-kept/frameworks/<slug>.toml`.

use std::collections::BTreeMap;

use indexmap::IndexMap;
use jiff::civil::Date;
use serde::Deserialize;

use super::date;

/// What an import wrote of a framework.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Imported {
    /// The scope that is meant where a query names none.
    pub default_scope: Option<String>,
    /// Images by the SDK's rules, many to a block.
    #[serde(default, rename = "image")]
    pub images: Vec<ImageBlock>,
    /// Images by their very tags, as the DLC repository lists them.
    #[serde(default, rename = "listing")]
    pub listings: Vec<Listing>,
    /// Dates of versions whose images are no longer listed.
    #[serde(default, rename = "support")]
    pub supports: Vec<Support>,
}

/// Images that differ only in what is listed here: one for each version, processor, Python and Neuron SDK.
///
/// The tag is a template. `{version}` is the version as asked for, an alias included; `{full-version}` the version that an
/// alias stands for; `{base}` and `{full-base}` likewise of the base framework's number; `{prefix}`, `{processor}`,
/// `{python}`, `{sdk}` and `{container}` are this image's. What is empty is left out together with its hyphen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct ImageBlock {
    /// What the images are for; empty where the source names no scope.
    #[serde(default)]
    pub scopes: Vec<String>,
    /// `arm64`, where it is not x86_64.
    pub architecture: Option<String>,
    /// `smdistributed`: the variant for the p4d family and the smdistributed library.
    pub when: Option<String>,
    /// The repository.
    pub repository: String,
    /// The tag's template; empty for images that have no tag.
    pub tag: String,
    /// The tag by version as asked for, where no template gives it.
    #[serde(default)]
    pub tags: IndexMap<String, String>,
    /// The versions in full.
    pub versions: Vec<String>,
    /// A version whose regions these images share.
    pub like: Option<String>,
    /// The source's identifier, where it is not that of the import.
    pub source: Option<String>,
    /// Other names of these versions.
    #[serde(default)]
    pub aliases: IndexMap<String, String>,
    /// The tag's first part by version.
    #[serde(default)]
    pub prefix: IndexMap<String, String>,
    /// The base framework in full, `pytorch2.5.1`.
    pub base: Option<String>,
    /// Other names of the base framework.
    #[serde(default)]
    pub base_aliases: Vec<String>,
    /// The tag's words for processors; empty where images are made for none in particular.
    #[serde(default)]
    pub processors: Vec<String>,
    /// The Pythons.
    #[serde(default)]
    pub python: Vec<String>,
    /// Whether a query may leave the Python out, and the tag then has none.
    #[serde(default)]
    pub python_optional: bool,
    /// The Neuron SDKs.
    #[serde(default)]
    pub sdk: Vec<String>,
    /// The tag's last part.
    pub container: Option<Container>,
    /// Container versions that a query may add to the tag.
    #[serde(default)]
    pub containers: Vec<String>,
    /// Instance families that these images must not run on.
    #[serde(default)]
    pub not_on: Vec<String>,
    /// The only regions, where they are few.
    #[serde(default)]
    pub only_in: Vec<String>,
    /// The regions of the registry family that lack these images.
    #[serde(default)]
    pub not_in: Vec<String>,
}

/// The last part of a tag: one for all processors, or one for each.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum Container {
    /// For all.
    Same(String),
    /// By processor.
    ByProcessor(IndexMap<String, String>),
}

/// An image as the DLC repository lists it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Listing {
    /// The repository.
    pub repository: String,
    /// The version under which a query finds it.
    pub version: String,
    /// The base framework, `pytorch2.6.0`.
    pub base: Option<String>,
    /// What it is for; empty for images that are none of SageMaker's jobs.
    #[serde(default)]
    pub scopes: Vec<String>,
    /// `arm64`, where it is not x86_64.
    pub architecture: Option<String>,
    /// The word for the processor.
    pub processor: String,
    /// The Python.
    pub python: Option<String>,
    /// The Neuron SDK.
    pub sdk: Option<String>,
    /// The CUDA.
    pub cuda: Option<String>,
    /// The operating system.
    pub os: Option<String>,
    /// The version of the package inside.
    pub package: Option<String>,
    /// `ec2` or `default`, where it is not made for SageMaker.
    pub platform: Option<String>,
    /// Whether it is in the public gallery, too.
    #[serde(default)]
    pub public: bool,
    /// General availability.
    #[serde(default, deserialize_with = "date::optional")]
    pub ga: Option<Date>,
    /// End of patch.
    #[serde(default, deserialize_with = "date::optional")]
    pub eop: Option<Date>,
    /// Its tags, the fullest first.
    pub tags: Vec<String>,
}

/// The dates of a version, for images that state none.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Support {
    /// The version; it covers all that begin with it and a dot.
    pub version: String,
    /// General availability.
    #[serde(deserialize_with = "date::required")]
    pub ga: Date,
    /// End of patch.
    #[serde(deserialize_with = "date::required")]
    pub eop: Date,
}

/// What people keep of a framework.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Kept {
    /// Its name for people.
    pub title: Option<String>,
    /// What it is.
    pub kind: Option<Kind>,
    /// What it is for, in a sentence.
    pub summary: Option<String>,
    /// Whether its images are those of JumpStart models.
    #[serde(default)]
    pub jumpstart: bool,
    /// Whether a query must name a version.
    #[serde(default)]
    pub version_required: bool,
    /// `arm64`, where all its images are.
    pub architecture: Option<String>,
    /// The instance processors that its images run on, where the source does not say.
    pub runs_on: Option<Vec<String>>,
    /// Frameworks that hold its images, by instance processor, inference tool, or `training-compiler`.
    #[serde(default)]
    pub siblings: BTreeMap<String, String>,
    /// The versions of the package inside, by version.
    #[serde(default)]
    pub package_versions: BTreeMap<String, String>,
    /// Their source.
    pub package_versions_source: Option<String>,
    /// Versions that the documentation calls deprecated.
    #[serde(default)]
    pub deprecated: Vec<String>,
    /// Parameters of an algorithm.
    pub parameters: Option<Parameters>,
    /// Versions that are known and never an answer.
    #[serde(default)]
    pub withhold: Vec<Withheld>,
    /// What an import has wrong by a better source.
    #[serde(default)]
    pub correct: Vec<Correction>,
    /// Further images.
    #[serde(default, rename = "image")]
    pub images: Vec<ImageBlock>,
    /// Further tags.
    #[serde(default)]
    pub listings: Vec<KeptListings>,
}

/// What a framework is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A built-in algorithm or a tool of SageMaker's own.
    Algorithm,
    /// A Deep Learning Container.
    Dlc,
}

/// The documentation's parameters of an algorithm.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Parameters {
    /// Channels: `required` and `optional`.
    pub channels: BTreeMap<String, Vec<String>>,
    /// Training input modes.
    pub input_modes: Vec<String>,
    /// File types of training data.
    #[serde(default)]
    pub file_types: Vec<String>,
    /// Content types: `training`, `inference`, `batch-transform`, `accept`.
    #[serde(default)]
    pub content_types: BTreeMap<String, Vec<String>>,
    /// Hyperparameters that a training job must have, each with a value that the documentation allows, to show in examples.
    #[serde(default)]
    pub required_hyperparameters: BTreeMap<String, String>,
    /// The content type of a channel, where the first of `content-types.training` is not right for it; empty for none.
    #[serde(default)]
    pub channel_content_types: BTreeMap<String, String>,
    /// Channels that must be spread over the instances by key.
    #[serde(default)]
    pub sharded_channels: Vec<String>,
    /// The instance classes that train it.
    pub training_instances: Option<Runs>,
    /// The instance classes that host it.
    pub inference_instances: Option<Runs>,
    /// Whether a training job has one instance only.
    #[serde(default)]
    pub single_instance: bool,
    /// Whether it uses one GPU of an instance only.
    #[serde(default)]
    pub single_gpu: bool,
    /// What GPUs depend on.
    pub gpu_condition: Option<String>,
    /// Whether several instances may train it.
    #[serde(default)]
    pub parallelizable: bool,
    /// A limit of that.
    pub parallelizable_note: Option<String>,
    /// Remarks for users.
    #[serde(default)]
    pub notes: Vec<String>,
    /// The source's identifier.
    pub source: String,
    /// Pages of the source.
    #[serde(default)]
    pub pages: Vec<String>,
}

/// Instance classes: each yes, no, or a list of families.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Runs {
    /// CPU instances.
    pub cpu: Option<Families>,
    /// GPU instances.
    pub gpu: Option<Families>,
}

/// All families of a class, none, or some.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum Families {
    /// All or none.
    All(bool),
    /// These.
    Some(Vec<String>),
}

impl Families {
    /// As words: `true`, `false`, or the families.
    pub fn words(&self) -> Vec<String> {
        match self {
            Families::All(all) => vec![all.to_string()],
            Families::Some(families) if families.is_empty() => vec!["false".to_owned()],
            Families::Some(families) => families.clone(),
        }
    }
}

/// Versions that are known and never an answer.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Withheld {
    /// As asked for, aliases included.
    pub versions: Vec<String>,
    /// Why.
    pub reason: String,
}

/// What an import has wrong, and what a better source says.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Correction {
    /// The versions in full.
    pub versions: Vec<String>,
    /// The Python that the images have.
    pub python: Option<String>,
    /// The tag's template.
    pub tag: Option<String>,
    /// The source's identifier.
    pub source: String,
    /// What differs, for people.
    pub reason: String,
}

/// Tags of a repository that a source lists one by one.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeptListings {
    /// The repository.
    pub repository: String,
    /// The source's identifier.
    pub source: String,
    /// Each tag.
    pub images: Vec<KeptTag>,
}

/// A tag, and when the source first listed it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeptTag {
    /// The tag.
    pub tag: String,
    /// The date of the source's entry.
    #[serde(default, deserialize_with = "date::optional")]
    pub date: Option<Date>,
}
