//! One image, as the compiler sees it: everything that was said in lists and templates, said of this image alone.

use std::collections::BTreeSet;

use jiff::civil::Date;

use sagepath::version;

/// One image.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Where the files say it.
    pub origin: Origin,
    /// The framework's slug.
    pub framework: String,
    /// The version in full.
    pub version: String,
    /// The base framework in full.
    pub base: Option<String>,
    /// What it is for.
    pub scopes: Vec<String>,
    /// Whether it is for arm64, not x86_64.
    pub arm64: bool,
    /// What it is made for.
    pub platform: Platform,
    /// The tag's word for the processor.
    pub processor: Option<String>,
    /// The instance processors that it runs on.
    pub runs_on: Vec<String>,
    /// The Python.
    pub python: Option<String>,
    /// The Neuron SDK.
    pub sdk: Option<String>,
    /// The tag's last part.
    pub container: Option<String>,
    /// The CUDA.
    pub cuda: Option<String>,
    /// The operating system.
    pub os: Option<String>,
    /// The version of the package inside.
    pub package: Option<String>,
    /// The repository.
    pub repository: String,
    /// The regions in which it is offered.
    pub regions: BTreeSet<String>,
    /// The variant for the p4d family and the smdistributed library.
    pub smdistributed: bool,
    /// Known, and never an answer.
    pub withheld: bool,
    /// The documentation calls it deprecated.
    pub deprecated: bool,
    /// It can be found without its Python.
    pub python_optional: bool,
    /// Its Python is known, and no query chooses by it.
    pub python_fixed: bool,
    /// A remark for people.
    pub note: Option<String>,
    /// General availability.
    pub ga: Option<Date>,
    /// End of patch.
    pub eop: Option<Date>,
    /// Identifiers of the sources that know it.
    pub sources: BTreeSet<String>,
    /// How a query may call it.
    pub keys: Vec<Key>,
    /// Tags that a source lists, the fullest first.
    pub listed: Vec<String>,
    /// Tags that a source lists of one build each: this image's tag and a container version.
    pub builds: Vec<String>,
    /// Container versions that a query may add.
    pub containers: Vec<String>,
    /// Instance families that it must not run on.
    pub not_on: Vec<String>,
}

/// How a query may call an image, and the tag that it then has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Key {
    /// The version as asked for.
    pub version: String,
    /// The base framework as asked for.
    pub base: Option<String>,
    /// The tag; empty for an image that has none.
    pub tag: String,
}

/// Which part of a framework's files an image comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// A block of an import, by its place among them.
    Imported(usize),
    /// A block that people keep, by its place among them.
    Kept(usize),
    /// A listing that confirms no block, by its place among the listings.
    Listing(usize),
}

/// The first block, for rows that are made field by field.
impl Default for Origin {
    fn default() -> Self {
        Origin::Imported(0)
    }
}

/// What an image is made for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Platform {
    /// SageMaker.
    #[default]
    Sagemaker,
    /// EC2, ECS and EKS.
    Ec2,
    /// No platform in particular, and not SageMaker.
    General,
}

impl Row {
    /// The tag under the version and base framework in full.
    pub fn tag(&self) -> &str {
        self.keys.first().map_or("", |key| &key.tag)
    }

    /// Whether the SDK knows it.
    pub fn in_sdk(&self) -> bool {
        self.sources.contains("sagemaker-core")
    }
}

/// The order of the catalog: by framework, then version, then what else tells images apart.
pub(super) fn sort(rows: &mut [Row]) {
    rows.sort_by(|left, right| {
        left.framework
            .cmp(&right.framework)
            .then_with(|| version::compare(&left.version, &right.version))
            .then_with(|| {
                version::compare(
                    left.base.as_deref().unwrap_or(""),
                    right.base.as_deref().unwrap_or(""),
                )
            })
            .then_with(|| {
                version::compare(
                    left.sdk.as_deref().unwrap_or(""),
                    right.sdk.as_deref().unwrap_or(""),
                )
            })
            .then_with(|| {
                let rest = |row: &Row| {
                    (
                        row.platform,
                        row.arm64,
                        row.scopes.clone(),
                        row.processor.clone(),
                        row.python.clone(),
                        row.smdistributed,
                    )
                };
                rest(left).cmp(&rest(right))
            })
            .then_with(|| left.tag().cmp(right.tag()))
    });
}
