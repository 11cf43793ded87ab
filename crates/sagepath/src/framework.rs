//! Frameworks: algorithms and Deep Learning Containers.

use sagepath_catalog::{self as raw, FrameworkId, layout};

use crate::image::Image;

/// An algorithm or a Deep Learning Container.
#[derive(Clone, Copy, Debug)]
pub struct Framework<'c> {
    pub(crate) catalog: &'c raw::Catalog<'c>,
    pub(crate) record: raw::Framework,
}

/// What a framework is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// A built-in algorithm, or a tool of SageMaker's own.
    Algorithm,
    /// A Deep Learning Container.
    Dlc,
}

impl Kind {
    /// Its name: `algorithm` or `dlc`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Kind::Algorithm => "algorithm",
            Kind::Dlc => "dlc",
        }
    }
}

impl<'c> Framework<'c> {
    pub(crate) fn new(catalog: &'c raw::Catalog<'c>, id: FrameworkId) -> Self {
        Framework {
            catalog,
            record: catalog.framework_at(id),
        }
    }

    /// Its name in queries, the SDK's: `forecasting-deepar`.
    pub fn slug(&self) -> &'c str {
        self.catalog.text(self.record.slug)
    }

    /// Its name for people: "DeepAR Forecasting".
    pub fn title(&self) -> &'c str {
        self.catalog.text(self.record.title)
    }

    /// What it is for, in a sentence.
    pub fn summary(&self) -> &'c str {
        self.catalog.text(self.record.summary)
    }

    /// What it is.
    pub fn kind(&self) -> Kind {
        if self.has(layout::framework::DLC) {
            Kind::Dlc
        } else {
            Kind::Algorithm
        }
    }

    /// Whether a query must name a version.
    pub fn requires_version(&self) -> bool {
        self.has(layout::framework::VERSION_REQUIRED)
    }

    /// Whether its images are those of JumpStart models, so that it has no registry path of its own.
    pub fn is_jumpstart(&self) -> bool {
        self.has(layout::framework::JUMPSTART)
    }

    /// Whether the SDK knows it.
    pub fn is_in_sdk(&self) -> bool {
        self.has(layout::framework::SDK)
    }

    pub(crate) fn has(&self, flag: u16) -> bool {
        self.record.flags & flag != 0
    }

    /// Its images, in the order of their versions.
    pub fn images(&self) -> impl DoubleEndedIterator<Item = Image<'c>> + use<'c> {
        let catalog = self.catalog;
        catalog
            .images_of(&self.record)
            .map(move |(id, record)| Image { catalog, id, record })
    }

    /// The framework that holds its images for an instance processor (`inf2`), an inference tool (`neuronx`), or the
    /// `training-compiler`.
    pub fn sibling(&self, purpose: &str) -> Option<Framework<'c>> {
        if !self.has(layout::framework::SIBLINGS) {
            return None;
        }
        let named = |name: &str| name.strip_prefix("sibling.").is_some_and(|rest| rest == purpose);
        let (_, list) = self
            .catalog
            .attributes(&self.record)
            .find(|(name, _)| named(name))?;
        let slug = self.catalog.texts(list).next()?;
        self.catalog.framework(slug).map(|record| Framework {
            catalog: self.catalog,
            record,
        })
    }

    /// The documentation's parameters, where there are any.
    pub fn parameters(&self) -> Option<Parameters<'c>> {
        let parameters = Parameters { framework: *self };
        (parameters.input_modes().len() > 0).then_some(parameters)
    }
}

impl PartialEq for Framework<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.slug() == other.slug()
    }
}

impl Eq for Framework<'_> {}

/// The documentation's parameters of an algorithm: what a training job with it needs.
///
/// Source: the Amazon SageMaker Developer Guide.
#[derive(Clone, Copy, Debug)]
pub struct Parameters<'c> {
    framework: Framework<'c>,
}

/// Which instance families of a class an algorithm runs on.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Families<'c> {
    /// No source says.
    Unknown,
    /// None of the class.
    No,
    /// All of the class.
    All,
    /// These.
    Some(Vec<&'c str>),
}

impl<'c> Parameters<'c> {
    fn words(&self, name: &str) -> impl ExactSizeIterator<Item = &'c str> + Clone + use<'c> {
        let Framework { catalog, record } = self.framework;
        catalog.texts(catalog.attribute(&record, name))
    }

    fn is(&self, name: &str) -> bool {
        self.words(name).next() == Some("true")
    }

    /// Channels that a training job must have.
    pub fn required_channels(&self) -> impl ExactSizeIterator<Item = &'c str> + Clone + use<'c> {
        self.words("channels.required")
    }

    /// Channels that a training job may have.
    pub fn optional_channels(&self) -> impl ExactSizeIterator<Item = &'c str> + Clone + use<'c> {
        self.words("channels.optional")
    }

    /// Training input modes: `File`, `Pipe`.
    pub fn input_modes(&self) -> impl ExactSizeIterator<Item = &'c str> + Clone + use<'c> {
        self.words("input-modes")
    }

    /// File types of training data.
    pub fn file_types(&self) -> impl ExactSizeIterator<Item = &'c str> + Clone + use<'c> {
        self.words("file-types")
    }

    /// Content types for `training`, `inference`, `batch-transform`, or as an answer (`accept`). None means that the
    /// documentation names none.
    pub fn content_types(&self, purpose: &str) -> impl ExactSizeIterator<Item = &'c str> + Clone + use<'c> {
        self.words(&format!("content-types.{purpose}"))
    }

    /// The families of a class (`cpu`, `gpu`) that it runs on for a purpose (`training`, `inference`).
    pub fn instance_families(&self, purpose: &str, class: &str) -> Families<'c> {
        let mut words = self.words(&format!("instances.{purpose}.{class}"));
        match words.clone().next() {
            None => Families::Unknown,
            Some("true") => Families::All,
            Some("false") => Families::No,
            Some(_) => Families::Some(words.by_ref().collect()),
        }
    }

    /// Whether a training job may have several instances.
    pub fn is_parallelizable(&self) -> bool {
        self.is("parallelizable")
    }

    /// A limit to [`Self::is_parallelizable`].
    pub fn parallelizable_note(&self) -> Option<&'c str> {
        self.words("parallelizable-note").next()
    }

    /// Whether a training job must have a single instance.
    pub fn is_single_instance(&self) -> bool {
        self.is("single-instance")
    }

    /// Whether it uses one GPU of an instance only.
    pub fn is_single_gpu(&self) -> bool {
        self.is("single-gpu")
    }

    /// What its use of GPUs depends on.
    pub fn gpu_condition(&self) -> Option<&'c str> {
        self.words("gpu-condition").next()
    }

    /// Remarks.
    pub fn notes(&self) -> impl ExactSizeIterator<Item = &'c str> + Clone + use<'c> {
        self.words("notes")
    }

    /// Pages of the source.
    pub fn pages(&self) -> impl ExactSizeIterator<Item = &'c str> + Clone + use<'c> {
        self.words("pages")
    }
}
