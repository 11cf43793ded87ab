//! An image at a region: what a registry path says.

use std::borrow::Cow;
use std::fmt;

use sagepath_catalog::{RegionId, layout};

use crate::catalog::Catalog;
use crate::image::{Evidence, Image};
use crate::query::Query;
use crate::region::Region;
use crate::registry_path::{Endpoint, Host};

/// An image at a region, with the tag that answers a question.
#[derive(Clone, Copy, Debug)]
pub struct Located<'c> {
    image: Image<'c>,
    region: RegionId,
    account: &'c str,
    tag: Option<&'c str>,
    container: Option<&'c str>,
    evidence: Evidence,
    warnings: Warnings,
}

/// What was decided for, or ignored of, a question: a set of [`Warning`]s.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Warnings(u16);

/// Defines the warnings: a variant, and the bit that stands for it.
macro_rules! warnings {
    ($($(#[$doc:meta])* $variant:ident = $constant:ident, $bit:literal, $name:literal;)*) => {
        /// What a user should know about an answer.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Warning {
            $($(#[$doc])* $variant,)*
        }

        impl Warning {
            const ALL: [(Warning, Warnings); [$($bit),*].len()] = [$((Warning::$variant, Warnings::$constant),)*];

            /// The warning's name: kebab case, and stable.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Warning::$variant => $name,)*
                }
            }
        }

        impl Warnings {
            $(pub(crate) const $constant: Warnings = Warnings(1 << $bit);)*
        }
    };
}

warnings! {
    /// The tag is `latest`: it is for trying out, and moves.
    LatestTag = LATEST_TAG, 0, "latest-tag";
    /// No version was named, and the newest was taken.
    VersionChosen = VERSION_CHOSEN, 1, "version-chosen";
    /// The documentation calls the version deprecated.
    Deprecated = DEPRECATED, 2, "deprecated";
    /// A Python was named, and the image has no choice of it.
    PythonIgnored = PYTHON_IGNORED, 3, "python-ignored";
    /// A base framework was named, and the image has none.
    BaseFrameworkIgnored = BASE_IGNORED, 4, "base-framework-ignored";
    /// A container version was named, and the image has its own.
    ContainerVersionIgnored = CONTAINER_IGNORED, 5, "container-version-ignored";
    /// A Neuron SDK was named, and the image has none.
    SdkVersionIgnored = SDK_IGNORED, 6, "sdk-version-ignored";
    /// The training compiler was asked for, and the framework has no images for it.
    TrainingCompilerIgnored = COMPILER_IGNORED, 7, "training-compiler-ignored";
}

impl Warning {
    /// The warning for people: a sentence, lower case, without a full stop.
    pub const fn message(self) -> &'static str {
        match self {
            Warning::LatestTag => "`latest` is for trying out: what it stands for changes",
            Warning::VersionChosen => "no version was given, and the newest was taken: name it to keep it",
            Warning::Deprecated => "the documentation calls this version deprecated",
            Warning::PythonIgnored => "the Python version was ignored: the image has no choice of it",
            Warning::BaseFrameworkIgnored => "the base framework was ignored: the image has none",
            Warning::ContainerVersionIgnored => "the container version was ignored: the image has its own",
            Warning::SdkVersionIgnored => "the Neuron SDK version was ignored: the image has none",
            Warning::TrainingCompilerIgnored => {
                "the training compiler was ignored: the framework has no images for it"
            }
        }
    }
}

impl Warnings {
    #[inline]
    pub(crate) fn insert(&mut self, warning: Warnings) {
        self.0 |= warning.0;
    }

    /// Adds a warning for each field of a question that the image has no use for.
    pub(crate) fn note_ignored(&mut self, image: &Image<'_>, query: &Query<'_>, container_taken: bool) {
        let record = &image.record;
        let fixed = record.flags & layout::image::PYTHON_FIXED != 0;
        if query.python.is_some() && (!record.python.is_some() || fixed) {
            self.insert(Warnings::PYTHON_IGNORED);
        }
        if query.base_framework.is_some() && !record.base.is_some() {
            self.insert(Warnings::BASE_IGNORED);
        }
        if query
            .container_version
            .is_some_and(|version| !container_taken && image.container_version() != Some(version))
        {
            self.insert(Warnings::CONTAINER_IGNORED);
        }
        if query.sdk_version.is_some() && !record.sdk.is_some() {
            self.insert(Warnings::SDK_IGNORED);
        }
    }
}

impl<'c> Located<'c> {
    pub(crate) fn new(
        image: Image<'c>,
        region: RegionId,
        account: &'c str,
        tag: Option<&'c str>,
        container: Option<&'c str>,
        evidence: Evidence,
        warnings: Warnings,
    ) -> Self {
        Located {
            image,
            region,
            account,
            tag,
            container,
            evidence,
            warnings,
        }
    }

    /// The image.
    pub fn image(&self) -> Image<'c> {
        self.image
    }

    /// The catalog that it is from.
    pub fn catalog(&self) -> Catalog<'c> {
        Catalog {
            raw: self.image.catalog.clone(),
        }
    }

    /// The region.
    pub fn region(&self) -> Region<'c> {
        Region::new(self.image.catalog, self.region)
    }

    /// The account that owns the repository in the region: 12 digits, leading zeros included.
    pub fn account(&self) -> &'c str {
        self.account
    }

    /// The tag; none for an image that has none.
    pub fn tag(&self) -> Option<Cow<'c, str>> {
        match (self.tag, self.container) {
            (Some(tag), Some(container)) => Some(Cow::Owned(format!("{tag}-{container}"))),
            (tag, _) => tag.map(Cow::Borrowed),
        }
    }

    /// How well this very path is known.
    pub fn evidence(&self) -> Evidence {
        self.evidence
    }

    /// The registry path, to print.
    ///
    /// ```
    /// use sagepath::{Catalog, Query};
    ///
    /// let located = Catalog::embedded().resolve(&Query::new("kmeans", "cn-north-1"))?;
    /// assert_eq!(located.path().to_string(), "390948362332.dkr.ecr.cn-north-1.amazonaws.com.cn/kmeans:1");
    /// # Ok::<(), sagepath::Error>(())
    /// ```
    #[inline]
    #[must_use]
    pub fn path(&self) -> LocatedPath<'_> {
        let suffix = self.region().dns_suffix();
        LocatedPath {
            located: self,
            endpoint: Endpoint::default(),
            suffix,
        }
    }

    /// The registry path with a FIPS or dual-stack host; `None` if the region is not known to have such a host.
    pub fn path_at(&self, endpoint: Endpoint) -> Option<LocatedPath<'_>> {
        let suffix = self.region().host_suffix(endpoint)?;
        Some(LocatedPath {
            located: self,
            endpoint,
            suffix,
        })
    }

    /// The same image under the fullest tag that is known to be equal: it moves least.
    ///
    /// ```
    /// use sagepath::{Catalog, Query};
    ///
    /// let query = Query::new("pytorch", "us-east-1").version("2.10").scope("training").processor("gpu");
    /// let pinned = Catalog::embedded().resolve(&query)?.pinned();
    /// assert_eq!(pinned.tag().as_deref(), Some("2.10.0-gpu-py313-cu130-ubuntu22.04-sagemaker"));
    /// # Ok::<(), sagepath::Error>(())
    /// ```
    #[must_use]
    pub fn pinned(self) -> Self {
        if self.container.is_some() {
            return self;
        }
        match self.image.evidence() {
            Evidence::Listed => Located {
                tag: self.image.tags().next(),
                evidence: Evidence::Listed,
                ..self
            },
            Evidence::Derived => Located {
                tag: self.image.tag().or(self.tag),
                ..self
            },
        }
    }

    /// What a user should know about the answer.
    pub fn warnings(&self) -> impl Iterator<Item = Warning> + use<> {
        let set = self.warnings.0;
        Warning::ALL
            .into_iter()
            .filter(move |(_, bit)| set & bit.0 != 0)
            .map(|(warning, _)| warning)
    }
}

impl<'c> Image<'c> {
    /// The image in a region, under its version in full; `None` if the region does not offer it.
    pub fn at(&self, region: &str) -> Option<Located<'c>> {
        let id = self
            .catalog
            .region(region)
            .filter(|&id| self.catalog.regions_of(&self.record).contains(id))?;
        let account = self.catalog.account(self.record.repository, id)?;
        let tag = self.tag();
        let text = tag.and_then(|tag| self.catalog.find_text(tag));
        let listed = text.is_some_and(|text| {
            let mut tags = self.catalog.listed(self.record.repository, text);
            tags.any(|listed| listed.image == self.id && listed.flags & layout::listed::LISTED != 0)
        });
        let evidence = if listed {
            Evidence::Listed
        } else {
            Evidence::Derived
        };
        Some(Located::new(
            *self,
            id,
            account,
            tag,
            None,
            evidence,
            Warnings::default(),
        ))
    }
}

/// A registry path, as [`Located`] prints it.
#[derive(Clone, Copy, Debug)]
pub struct LocatedPath<'l> {
    located: &'l Located<'l>,
    endpoint: Endpoint,
    suffix: &'l str,
}

impl fmt::Display for LocatedPath<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let LocatedPath {
            located,
            endpoint,
            suffix,
        } = *self;
        let region = located.region();
        let host = Host {
            account: located.account(),
            endpoint,
            region: region.id(),
            suffix,
        };
        host.fmt(f)?;
        f.write_str("/")?;
        f.write_str(located.image.repository())?;
        if let Some(tag) = located.tag {
            f.write_str(":")?;
            f.write_str(tag)?;
        }
        if let Some(container) = located.container {
            f.write_str("-")?;
            f.write_str(container)?;
        }
        Ok(())
    }
}
