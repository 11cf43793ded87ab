//! Images of the catalog.

use jiff::civil::Date;
use sagepath_catalog::{self as raw, ImageId, Text, layout};

use crate::framework::Framework;
use crate::instance::Architecture;
use crate::named::named;
use crate::region::Region;

/// An image: what one registry path, or several equal ones, stand for in every region that offers it.
#[derive(Clone, Copy, Debug)]
pub struct Image<'c> {
    pub(crate) catalog: &'c raw::Catalog<'c>,
    pub(crate) id: ImageId,
    pub(crate) record: raw::Image,
}

named! {
    /// What an image is made for.
    pub enum Platform {
        /// SageMaker.
        SageMaker = "sagemaker",
        /// EC2, ECS and EKS.
        Ec2 = "ec2",
        /// No platform in particular, and not SageMaker.
        General = "general",
    }
}

impl Platform {
    pub(crate) const fn from_code(code: u8) -> Self {
        match code {
            0 => Platform::SageMaker,
            1 => Platform::Ec2,
            _ => Platform::General,
        }
    }

    pub(crate) fn from_name(name: &str) -> Option<Self> {
        Platform::ALL
            .iter()
            .copied()
            .find(|platform| platform.as_str() == name)
    }
}

named! {
    /// How well a registry path is known.
    pub enum Evidence {
        /// It is composed by the SDK's rules.
        Derived = "derived",
        /// A source lists this very tag.
        Listed = "listed",
    }
}

impl<'c> Image<'c> {
    pub(crate) fn new(catalog: &'c raw::Catalog<'c>, id: ImageId) -> Self {
        Image {
            catalog,
            id,
            record: catalog.image_at(id),
        }
    }

    fn optional(&self, text: Text) -> Option<&'c str> {
        self.catalog.some_text(text)
    }

    fn has(&self, flag: u16) -> bool {
        self.record.flags & flag != 0
    }

    /// The framework it belongs to.
    pub fn framework(&self) -> Framework<'c> {
        Framework::new(self.catalog, self.record.framework)
    }

    /// Its version in full, as AWS lists it; empty for an image that has none.
    pub fn version(&self) -> &'c str {
        self.catalog.text(self.record.version)
    }

    /// The base framework and its version, `pytorch2.5.1`.
    pub fn base_framework(&self) -> Option<&'c str> {
        self.optional(self.record.base)
    }

    /// What it is for; nothing where no source says.
    pub fn scopes(&self) -> impl Iterator<Item = &'c str> + use<'c> {
        let Image { catalog, record, .. } = *self;
        catalog
            .scopes()
            .enumerate()
            .filter(move |(bit, _)| record.scopes >> bit & 1 == 1)
            .map(|(_, text)| catalog.text(text))
    }

    /// The word of its tag for the processor: `cpu`, `gpu`, `neuronx`, ...; `None` if it is made for none in particular.
    pub fn processor(&self) -> Option<&'c str> {
        self.optional(self.record.processor)
    }

    /// The instance processors that it runs on: `cpu`, `gpu`, `inf2`, ...
    pub fn runs_on(&self) -> impl Iterator<Item = &'c str> + use<'c> {
        let Image { catalog, record, .. } = *self;
        catalog
            .processors()
            .enumerate()
            .filter(move |(bit, _)| record.runs_on >> bit & 1 == 1)
            .map(|(_, text)| catalog.text(text))
    }

    /// The CPU architecture it is built for.
    pub fn architecture(&self) -> Architecture {
        Architecture::from_code(self.record.architecture).unwrap_or(Architecture::X86_64)
    }

    /// What it is made for.
    pub fn platform(&self) -> Platform {
        Platform::from_code(self.record.platform)
    }

    /// Its Python, `py311`.
    pub fn python(&self) -> Option<&'c str> {
        self.optional(self.record.python)
    }

    /// Its Neuron SDK, `sdk2.26.0`.
    pub fn neuron_sdk(&self) -> Option<&'c str> {
        self.optional(self.record.sdk)
    }

    /// The last part of its tag: CUDA, operating system, container version.
    pub fn container_version(&self) -> Option<&'c str> {
        self.optional(self.record.container)
    }

    /// Container versions that a query may add to its tag.
    pub fn container_versions(&self) -> impl ExactSizeIterator<Item = &'c str> + Clone + use<'c> {
        self.catalog.texts(self.record.containers)
    }

    /// Its CUDA, `cu130`, where a source tells it.
    pub fn cuda(&self) -> Option<&'c str> {
        self.optional(self.record.cuda)
    }

    /// Its operating system, `ubuntu22.04`, where a source tells it.
    pub fn os(&self) -> Option<&'c str> {
        self.optional(self.record.os)
    }

    /// The version of the package inside, where a source tells it.
    pub fn package_version(&self) -> Option<&'c str> {
        self.optional(self.record.package)
    }

    /// Its repository.
    pub fn repository(&self) -> &'c str {
        self.catalog
            .text(self.catalog.repository_at(self.record.repository).name)
    }

    /// All tags that are known to name it, the fullest first.
    pub fn tags(&self) -> impl ExactSizeIterator<Item = &'c str> + Clone + use<'c> {
        self.catalog.texts(self.record.tags)
    }

    /// The tag under its version in full, as the SDK prints it.
    pub fn tag(&self) -> Option<&'c str> {
        let framework = self.catalog.framework_at(self.record.framework);
        let mut keys = self.catalog.keys_of_version(&framework, self.record.version);
        let own = keys.find(|key| key.image == self.id && key.base == self.record.base);
        match own {
            Some(key) => self.optional(key.tag),
            // A version that can be asked for by an alias only.
            None => self.tags().next(),
        }
    }

    /// The versions by which a query may call it, in full and by alias.
    pub fn version_names(&self) -> impl Iterator<Item = &'c str> + use<'c> {
        let Image { catalog, id, record } = *self;
        let framework = catalog.framework_at(record.framework);
        let own = move |key: &raw::Key| key.image == id && key.base == record.base;
        let keys = framework.keys_start..framework.keys_start.saturating_add(framework.keys_count);
        keys.map(move |index| catalog.key_at(index))
            .filter(own)
            .map(move |key| catalog.text(key.version))
    }

    /// The regions that offer it.
    pub fn regions(&self) -> impl Iterator<Item = Region<'c>> + use<'c> {
        let catalog = self.catalog;
        catalog
            .regions_of(&self.record)
            .iter()
            .map(move |id| Region::new(catalog, id))
    }

    /// General availability.
    ///
    /// Source: the DLC repository's image data and support policy.
    pub fn general_availability(&self) -> Option<Date> {
        date(self.record.ga)
    }

    /// End of patch: from this day on it gets no more patches.
    ///
    /// Source: the DLC repository's image data and support policy.
    pub fn end_of_patch(&self) -> Option<Date> {
        date(self.record.eop)
    }

    /// The newest image of the same line: the same framework, scopes, architecture, platform and processors, and the same
    /// Python if the newest version has it. It may be past its end of patch, too.
    ///
    /// ```
    /// use sagepath::{Catalog, Query};
    ///
    /// let located = Catalog::embedded().resolve(&Query::new("xgboost", "us-east-1").version("1.7-1"))?;
    /// assert_eq!(located.image().newest().version(), "3.2-0");
    /// # Ok::<(), sagepath::Error>(())
    /// ```
    #[must_use]
    pub fn newest(&self) -> Image<'c> {
        let line = |other: &Image<'_>| {
            other.record.scopes & self.record.scopes == self.record.scopes
                && other.record.architecture == self.record.architecture
                && other.record.platform == self.record.platform
                && other.record.runs_on & self.record.runs_on != 0
                && other.withheld().is_none()
                && !other.is_smdistributed()
        };
        let mut newest = self.framework().images().rev().filter(line).peekable();
        let Some(first) = newest.peek().copied() else {
            return *self;
        };
        let mut same_version = newest.take_while(|other| other.record.version == first.record.version);
        same_version
            .find(|other| other.record.python == self.record.python)
            .unwrap_or(first)
    }

    /// Whether it is generally available on a day, and still gets patches; `None` where no source tells its end.
    pub fn is_alive_on(&self, day: Date) -> Option<bool> {
        if self.general_availability().is_some_and(|start| day < start) {
            return Some(false);
        }
        self.end_of_patch().map(|end| day < end)
    }

    /// Why it is known and never an answer.
    pub fn withheld(&self) -> Option<&'c str> {
        self.optional(self.record.note)
            .filter(|_| self.has(layout::image::WITHHELD))
    }

    /// A remark for people: on what two sources disagree, what is inferred.
    pub fn note(&self) -> Option<&'c str> {
        self.optional(self.record.note)
    }

    /// Whether the documentation calls it deprecated.
    pub fn is_deprecated(&self) -> bool {
        self.has(layout::image::DEPRECATED)
    }

    /// Whether the SDK knows it.
    pub fn is_in_sdk(&self) -> bool {
        self.has(layout::image::SDK)
    }

    /// Whether it is the variant for the p4d family and the smdistributed library.
    pub fn is_smdistributed(&self) -> bool {
        self.has(layout::image::SMDISTRIBUTED)
    }

    /// Whether a source lists one of its tags.
    pub fn evidence(&self) -> Evidence {
        if self.has(layout::image::LISTED) {
            Evidence::Listed
        } else {
            Evidence::Derived
        }
    }

    /// Short names of the sources that know it.
    pub fn sources(&self) -> impl Iterator<Item = &'c str> + use<'c> {
        let Image { catalog, record, .. } = *self;
        catalog
            .sources()
            .enumerate()
            .filter(move |(bit, _)| record.sources >> bit & 1 == 1)
            .map(|(_, source)| catalog.text(source.id))
    }
}

impl PartialEq for Image<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id && std::ptr::eq(self.catalog, other.catalog)
    }
}

impl Eq for Image<'_> {}

/// The date that lies a number of days after 2000-01-01; none for 0.
fn date(days: u16) -> Option<Date> {
    let start = jiff::civil::date(2000, 1, 1);
    (days > 0).then(|| start.saturating_add(jiff::Span::new().days(i32::from(days))))
}
