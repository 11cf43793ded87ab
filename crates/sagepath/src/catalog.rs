//! The catalog as a library's user sees it.

use sagepath_catalog::{self as raw, OpenError};

use crate::framework::Framework;
use crate::image::Image;
use crate::instance::InstanceType;
use crate::region::Region;

/// All facts: frameworks, images, regions, accounts and instance types.
#[derive(Clone, Debug)]
pub struct Catalog<'a> {
    pub(crate) raw: raw::Catalog<'a>,
}

impl Catalog<'static> {
    /// The catalog that is part of this crate.
    #[inline]
    pub fn embedded() -> &'static Catalog<'static> {
        static EMBEDDED: Catalog<'static> = Catalog {
            raw: raw::Catalog::embedded(),
        };
        &EMBEDDED
    }

    /// The bytes of [`Catalog::embedded`], as a file for [`Catalog::open`] would hold them.
    pub fn embedded_bytes() -> &'static [u8] {
        raw::Catalog::embedded_bytes()
    }
}

impl<'a> Catalog<'a> {
    /// The number of the compiled form that this version of the crate reads.
    pub const FORMAT: u32 = raw::FORMAT;

    /// Opens a compiled catalog, as `sagepath catalog compile` writes it.
    ///
    /// # Errors
    ///
    /// [`OpenError`] if the bytes are no catalog, or not whole, or of another format.
    pub fn open(bytes: &'a [u8]) -> Result<Catalog<'a>, OpenError> {
        raw::Catalog::open(bytes).map(|raw| Catalog { raw })
    }

    /// The sources of the facts and their versions, in one line.
    pub fn data_version(&self) -> &str {
        self.raw.data_version()
    }

    /// A number that differs for catalogs that differ.
    pub fn fingerprint(&self) -> u64 {
        self.raw.fingerprint()
    }

    /// The size of the compiled catalog in bytes.
    pub fn size(&self) -> usize {
        self.raw.size()
    }

    /// The framework with this slug.
    #[inline]
    pub fn framework(&self, slug: &str) -> Option<Framework<'_>> {
        self.raw.framework(slug).map(|record| Framework {
            catalog: &self.raw,
            record,
        })
    }

    /// All frameworks, by slug.
    pub fn frameworks(&self) -> impl ExactSizeIterator<Item = Framework<'_>> {
        self.raw.frameworks().map(|(_, record)| Framework {
            catalog: &self.raw,
            record,
        })
    }

    /// The region with this identifier.
    pub fn region(&self, id: &str) -> Option<Region<'_>> {
        self.raw.region(id).map(|id| Region::new(&self.raw, id))
    }

    /// All regions, by identifier.
    pub fn regions(&self) -> impl ExactSizeIterator<Item = Region<'_>> {
        self.raw.regions().map(|(id, _)| Region::new(&self.raw, id))
    }

    /// The instance type with this name.
    pub fn instance_type(&self, name: &str) -> Option<InstanceType<'_>> {
        self.raw.instance(name).map(|id| InstanceType::new(&self.raw, id))
    }

    /// All instance types, by name.
    pub fn instance_types(&self) -> impl ExactSizeIterator<Item = InstanceType<'_>> {
        self.raw
            .instances()
            .map(|(id, _)| InstanceType::new(&self.raw, id))
    }

    /// Every image, by framework and version.
    pub fn all_images(&self) -> impl ExactSizeIterator<Item = Image<'_>> {
        self.raw.images().map(|(id, record)| Image {
            catalog: &self.raw,
            id,
            record,
        })
    }

    /// The names of all repositories.
    pub fn repositories(&self) -> impl ExactSizeIterator<Item = &str> {
        self.raw
            .repositories()
            .map(|(_, repository)| self.raw.text(repository.name))
    }

    /// The account that owns a repository in a region.
    ///
    /// ```
    /// use sagepath::Catalog;
    ///
    /// let catalog = Catalog::embedded();
    /// assert_eq!(catalog.account("kmeans", "us-west-2"), Some("174872318107"));
    /// assert_eq!(catalog.account("kmeans", "us-west-9"), None);
    /// ```
    pub fn account(&self, repository: &str, region: &str) -> Option<&str> {
        self.raw
            .account(self.raw.repository(repository)?, self.raw.region(region)?)
    }

    /// An older official account of a repository in a region.
    pub fn older_account(&self, repository: &str, region: &str) -> Option<&str> {
        self.raw
            .older_account(self.raw.repository(repository)?, self.raw.region(region)?)
    }

    /// Whether an account is one of those that own repositories of the catalog.
    pub fn has_account(&self, account: &str) -> bool {
        self.raw.accounts().any(|known| known == account)
    }

    /// The sources of the facts: short name, title, version, and public address.
    pub fn sources(&self) -> impl ExactSizeIterator<Item = Source<'_>> {
        let text = |text| self.raw.text(text);
        self.raw.sources().map(move |source| Source {
            id: text(source.id),
            title: text(source.title),
            version: text(source.version),
            url: self.raw.some_text(source.url),
        })
    }
}

/// A source of facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Source<'c> {
    /// Its short name.
    pub id: &'c str,
    /// Its title.
    pub title: &'c str,
    /// Its version, revision or date.
    pub version: &'c str,
    /// Its public address.
    pub url: Option<&'c str>,
}
