//! Frameworks: algorithms and Deep Learning Containers.

use sagepath_catalog::{self as raw, FrameworkId, Text, layout};

use crate::image::Image;
use crate::named::named;

/// An algorithm or a Deep Learning Container.
#[derive(Clone, Copy, Debug)]
pub struct Framework<'c> {
    pub(crate) catalog: &'c raw::Catalog<'c>,
    pub(crate) record: raw::Framework,
}

named! {
    /// What a framework is.
    pub enum FrameworkKind {
        /// A built-in algorithm, or a tool of SageMaker's own.
        Algorithm = "algorithm",
        /// A Deep Learning Container.
        Dlc = "dlc",
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
    pub fn kind(&self) -> FrameworkKind {
        if self.has(layout::framework::DLC) {
            FrameworkKind::Dlc
        } else {
            FrameworkKind::Algorithm
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
        self.sibling_for(self.catalog.find_text(purpose)?)
    }

    pub(crate) fn sibling_for(&self, purpose: Text) -> Option<Framework<'c>> {
        let Framework { catalog, record } = *self;
        if !self.has(layout::framework::SIBLINGS) {
            return None;
        }
        // Pairs: what for, and which.
        let mut pairs = catalog.list(catalog.attribute(&record, "siblings"));
        loop {
            let (known, slug) = (pairs.next()?, pairs.next()?);
            if known == purpose {
                let record = catalog.framework(catalog.text(slug))?;
                return Some(Framework { catalog, record });
            }
        }
    }

    /// The documentation's parameters, where there are any.
    ///
    /// ```
    /// use sagepath::{Catalog, ContentUse};
    ///
    /// let xgboost = Catalog::embedded().framework("xgboost").unwrap();
    /// let parameters = xgboost.parameters().unwrap();
    /// assert!(parameters.required_channels().eq(["train"]));
    /// assert!(parameters.content_types(ContentUse::Training).eq(["text/libsvm", "text/csv"]));
    /// ```
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

named! {
    /// What content types are told for.
    pub enum ContentUse {
        /// The data of a training job.
        Training = "training",
        /// Requests to an endpoint.
        Inference = "inference",
        /// The data of a transform job.
        BatchTransform = "batch-transform",
        /// Answers of an endpoint.
        Accept = "accept",
    }
}

named! {
    /// What an algorithm needs instances for.
    pub enum InstanceUse {
        /// A training job.
        Training = "training",
        /// An endpoint.
        Inference = "inference",
    }
}

named! {
    /// A class of instance families, in the documentation's sense.
    pub enum InstanceClass {
        /// Without an accelerator.
        Cpu = "cpu",
        /// With GPUs.
        Gpu = "gpu",
    }
}

/// Which instance families of a class an algorithm runs on.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum InstanceFamilies<'c> {
    /// No source says.
    Unknown,
    /// None of the class.
    None,
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

    /// Content types; none means that the documentation names none.
    pub fn content_types(&self, of: ContentUse) -> impl ExactSizeIterator<Item = &'c str> + Clone + use<'c> {
        self.words(&format!("content-types.{of}"))
    }

    /// The content type of a channel's data, if one is documented: the channel's own, or the first of those for training.
    pub fn channel_content_type(&self, channel: &str) -> Option<&'c str> {
        let mut own = self.pairs("channel-content-types");
        let own = own.find_map(|(name, value)| (name == channel).then_some(value));
        own.or_else(|| self.content_types(ContentUse::Training).next())
            .filter(|content_type| !content_type.is_empty())
    }

    /// Whether a channel's data must be spread over the instances by key, rather than copied to each.
    pub fn is_sharded(&self, channel: &str) -> bool {
        self.words("sharded-channels").any(|name| name == channel)
    }

    /// Hyperparameters that a training job must have, each with a value that the documentation allows: what is right for
    /// the data, a user must know.
    pub fn required_hyperparameters(&self) -> impl Iterator<Item = (&'c str, &'c str)> + Clone + use<'c> {
        self.pairs("required-hyperparameters")
    }

    fn pairs(&self, name: &str) -> impl Iterator<Item = (&'c str, &'c str)> + Clone + use<'c> {
        self.words(name).filter_map(|pair| pair.split_once('='))
    }

    /// The families of a class that it runs on.
    pub fn instance_families(&self, of: InstanceUse, class: InstanceClass) -> InstanceFamilies<'c> {
        let words = self.words(&format!("instances.{of}.{class}"));
        match words.clone().next() {
            None => InstanceFamilies::Unknown,
            Some("true") => InstanceFamilies::All,
            Some("false") => InstanceFamilies::None,
            Some(_) => InstanceFamilies::Some(words.collect()),
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
