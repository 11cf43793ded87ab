//! The reader.

use core::fmt;

use crate::hash::{checksum, hash};
use crate::layout::{CHECKED_FROM, FORMAT, HEADER, MAGIC, NONE, SECTION_ENTRY, Section};
use crate::records::{
    Field as _, Framework, FrameworkId, Image, ImageId, Instance, InstanceId, Key, List, Listed, Partition,
    Region, RegionId, RegionSet, Repository, RepositoryId, Source, Text,
};

/// The catalog that this version of the crate carries.
const EMBEDDED: &[u8] = include_bytes!("../catalog.bin");

/// A compiled catalog, read in place.
///
/// It borrows its bytes and is cheap to copy around by reference; nothing of it grows with the number of images.
#[derive(Clone, Debug)]
pub struct Catalog<'a> {
    bytes: &'a [u8],
    sections: [Span; Section::ALL.len()],
}

/// A section: where it starts, and how many records it has.
#[derive(Clone, Copy, Debug, Default)]
struct Span {
    start: u32,
    count: u32,
}

/// Why a block of bytes is no catalog for this reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum OpenError {
    /// The block does not begin as a compiled catalog does.
    Foreign,
    /// The block is of another format: the number found.
    Format(u32),
    /// The block ends too early, or a section lies outside of it.
    Truncated,
    /// The checksum is not that of the bytes.
    Damaged,
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            OpenError::Foreign => write!(f, "not a compiled catalog"),
            OpenError::Format(found) => write!(
                f,
                "catalog format {found} cannot be read: this version reads format {FORMAT}"
            ),
            OpenError::Truncated => write!(f, "compiled catalog is cut short"),
            OpenError::Damaged => write!(f, "compiled catalog is damaged: its checksum does not match"),
        }
    }
}

impl core::error::Error for OpenError {}

impl Catalog<'static> {
    /// The catalog that is part of this crate. Its checksum was verified when it was built, and by the tests.
    pub const fn embedded() -> Catalog<'static> {
        const CATALOG: Catalog<'static> = match Catalog::with_sections(EMBEDDED) {
            Ok(catalog) => catalog,
            // Not reachable at run time: the program does not compile with a block of another format. What generates the
            // block embeds it, too, and only checks the number; so whoever changes the format writes the number first.
            Err(_) => panic!(
                "catalog.bin is of another format: set the number at byte 8, run `cargo xtask generate`"
            ),
        };
        CATALOG
    }

    /// The bytes of the embedded catalog, as `sagepath catalog compile` would write them.
    pub fn embedded_bytes() -> &'static [u8] {
        EMBEDDED
    }
}

impl<'a> Catalog<'a> {
    /// Opens a compiled catalog, checking that it is one, whole and of this format.
    ///
    /// # Errors
    ///
    /// [`OpenError`] tells what is wrong with the bytes.
    ///
    /// ```
    /// use sagepath_catalog::{Catalog, OpenError};
    ///
    /// let bytes = Catalog::embedded_bytes();
    /// assert!(Catalog::open(bytes).is_ok());
    /// assert_eq!(Catalog::open(&bytes[..bytes.len() - 1]).unwrap_err(), OpenError::Truncated);
    /// assert_eq!(Catalog::open(b"{}").unwrap_err(), OpenError::Foreign);
    /// ```
    pub fn open(bytes: &'a [u8]) -> Result<Catalog<'a>, OpenError> {
        let catalog = Catalog::with_sections(bytes)?;
        for (section, span) in Section::ALL.into_iter().zip(catalog.sections) {
            let end = u64::from(span.start) + u64::from(span.count) * section.record_size() as u64;
            if end > bytes.len() as u64 {
                return Err(OpenError::Truncated);
            }
        }
        if checksum(&bytes[CHECKED_FROM..]) != u64_at(bytes, 16) {
            return Err(OpenError::Damaged);
        }
        Ok(catalog)
    }

    const fn with_sections(bytes: &'a [u8]) -> Result<Catalog<'a>, OpenError> {
        let mut at = 0;
        while at < MAGIC.len() {
            if at >= bytes.len() || bytes[at] != MAGIC[at] {
                return Err(OpenError::Foreign);
            }
            at += 1;
        }
        if bytes.len() < HEADER {
            return Err(OpenError::Truncated);
        }
        let format = u32_at(bytes, 8);
        if format != FORMAT {
            return Err(OpenError::Format(format));
        }
        if u32_at(bytes, 12) as usize != Section::ALL.len() {
            return Err(OpenError::Damaged);
        }
        if bytes.len() < HEADER + Section::ALL.len() * SECTION_ENTRY {
            return Err(OpenError::Truncated);
        }
        let mut sections = [Span { start: 0, count: 0 }; Section::ALL.len()];
        let mut section = 0;
        while section < sections.len() {
            let entry = HEADER + section * SECTION_ENTRY;
            sections[section] = Span {
                start: u32_at(bytes, entry),
                count: u32_at(bytes, entry + 4),
            };
            section += 1;
        }
        Ok(Catalog { bytes, sections })
    }

    /// What the facts inside are: the sources and their versions, in one line.
    pub fn data_version(&self) -> &'a str {
        self.text(Text(u16::read(self.bytes, CHECKED_FROM)))
    }

    /// The checksum of the bytes: it tells two catalogs apart.
    pub fn fingerprint(&self) -> u64 {
        u64_at(self.bytes, 16)
    }

    /// The size of the catalog in bytes.
    pub fn size(&self) -> usize {
        self.bytes.len()
    }

    #[inline]
    fn count(&self, section: Section) -> u16 {
        self.sections[section as usize].count.min(u32::from(NONE)) as u16
    }

    /// The bytes of record `index` of a section; empty if there is no such record.
    #[inline]
    fn record(&self, section: Section, index: u32) -> &'a [u8] {
        let span = self.sections[section as usize];
        if index >= span.count {
            return &[];
        }
        let size = section.record_size();
        let records = self.bytes.get(span.start as usize..).unwrap_or(&[]);
        let start = (index as usize).saturating_mul(size);
        records.get(start..start.saturating_add(size)).unwrap_or(&[])
    }

    /// The string of a number; empty for [`Text::NONE`].
    #[inline]
    pub fn text(&self, text: Text) -> &'a str {
        core::str::from_utf8(self.text_bytes(text)).unwrap_or("")
    }

    /// The bytes of a string: all that a comparison needs.
    #[inline]
    fn text_bytes(&self, text: Text) -> &'a [u8] {
        let number = u32::from(text.0);
        let end = u32::read(self.record(Section::StringEnds, number), 0);
        let start = if number == 0 {
            0
        } else {
            u32::read(self.record(Section::StringEnds, number - 1), 0)
        };
        let base = self.sections[Section::StringBytes as usize].start as usize;
        let strings = self.bytes.get(base..).unwrap_or(&[]);
        strings.get(start as usize..end as usize).unwrap_or(&[])
    }

    /// Whether a string is this one.
    #[inline]
    pub fn is(&self, text: Text, string: &str) -> bool {
        text.is_some() && self.text_bytes(text) == string.as_bytes()
    }

    /// The string of a number, or `None` for [`Text::NONE`].
    #[inline]
    pub fn some_text(&self, text: Text) -> Option<&'a str> {
        text.is_some().then(|| self.text(text))
    }

    /// The number of a string, if the catalog has it.
    #[inline]
    pub fn find_text(&self, string: &str) -> Option<Text> {
        self.find(Section::StringIndex, string, Text).map(Text)
    }

    /// Looks a name up in one of the index tables; `name` tells the string of a candidate.
    #[inline]
    fn find(&self, index: Section, string: &str, name: impl Fn(u16) -> Text) -> Option<u16> {
        let slots = self.sections[index as usize].count;
        // The writer makes the table's size a power of two and leaves slots empty; a hostile table is still walked once only.
        let mask = slots.wrapping_sub(1);
        let mut slot = hash(string.as_bytes()) & mask;
        for _ in 0..slots {
            let found = u16::read(self.record(index, slot), 0);
            if found == NONE {
                return None;
            }
            if self.text_bytes(name(found)) == string.as_bytes() {
                return Some(found);
            }
            slot = (slot + 1) & mask;
        }
        None
    }

    /// Looks a record up by its name, which is its first field.
    #[inline]
    fn find_named(&self, index: Section, records: Section, name: &str) -> Option<u16> {
        self.find(index, name, |number| {
            Text::read(self.record(records, u32::from(number)), 0)
        })
    }

    /// The strings of a list.
    pub fn list(&self, list: List) -> impl ExactSizeIterator<Item = Text> + Clone + use<'_, 'a> {
        let first = list.0.saturating_add(1);
        let rest = self.sections[Section::Lists as usize].count.saturating_sub(first);
        let length = u32::from(u16::read(self.record(Section::Lists, list.0), 0)).min(rest);
        (0..length as u16).map(move |index| {
            Text(u16::read(
                self.record(Section::Lists, first + u32::from(index)),
                0,
            ))
        })
    }

    /// The strings of a list, as text.
    pub fn texts(&self, list: List) -> impl ExactSizeIterator<Item = &'a str> + Clone + use<'_, 'a> {
        self.list(list).map(move |text| self.text(text))
    }

    /// What else is known of a framework: names, each with a list of strings.
    pub fn attributes(
        &self,
        framework: &Framework,
    ) -> impl Iterator<Item = (Text, List)> + Clone + use<'_, 'a> {
        let mut fields = self.list(framework.attributes);
        core::iter::from_fn(move || {
            let (name, low, high) = (fields.next()?, fields.next()?, fields.next()?);
            Some((name, List(u32::from(low.0) | u32::from(high.0) << 16)))
        })
    }

    /// One attribute of a framework; the empty list if it has none of this name.
    pub fn attribute(&self, framework: &Framework, name: &str) -> List {
        let Some(name) = self.find_text(name) else {
            return List::default();
        };
        self.attributes(framework)
            .find(|(found, _)| *found == name)
            .map_or(List::default(), |(_, list)| list)
    }

    /// The keys of a framework under which this version is asked for.
    #[inline]
    pub fn keys_of_version(
        &self,
        framework: &Framework,
        version: Text,
    ) -> impl Iterator<Item = Key> + Clone + use<'_, 'a> {
        let start = u32::from(framework.keys_start);
        let (mut low, mut high) = (start, start + u32::from(framework.keys_count));
        let end = high;
        while low < high {
            let middle = (low + high) / 2;
            if Text::read(self.record(Section::Keys, middle), 0) < version {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        (low..end)
            .map(move |index| Key::read(self.record(Section::Keys, index)))
            .take_while(move |key| key.version == version)
    }

    /// The key of this number.
    pub fn key_at(&self, index: u16) -> Key {
        Key::read(self.record(Section::Keys, u32::from(index)))
    }

    /// All keys of a framework.
    pub fn keys(&self, framework: &Framework) -> impl Iterator<Item = Key> + Clone + use<'_, 'a> {
        let start = u32::from(framework.keys_start);
        (start..start + u32::from(framework.keys_count))
            .map(move |index| Key::read(self.record(Section::Keys, index)))
    }

    /// The images of a framework, in the order of their versions.
    pub fn images_of(
        &self,
        framework: &Framework,
    ) -> impl DoubleEndedIterator<Item = (ImageId, Image)> + Clone + use<'_, 'a> {
        let start = u32::from(framework.images_start);
        (start..start + u32::from(framework.images_count)).map(move |index| {
            (
                ImageId(index as u16),
                Image::read(self.record(Section::Images, index)),
            )
        })
    }

    /// The range of [`Section::Listed`] for a repository and, if given, a tag.
    fn listed_range(&self, repository: RepositoryId, tag: Option<Text>) -> core::ops::Range<u32> {
        let count = self.sections[Section::Listed as usize].count;
        let bound = |after: bool| {
            let (mut low, mut high) = (0, count);
            while low < high {
                let middle = (low + high) / 2;
                let listed = Listed::read(self.record(Section::Listed, middle));
                let order = listed
                    .repository
                    .cmp(&repository)
                    .then(tag.map_or(core::cmp::Ordering::Equal, |tag| listed.tag.cmp(&tag)));
                if order.is_lt() || (after && order.is_eq()) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            low
        };
        bound(false)..bound(true)
    }

    /// The images behind a tag of a repository; with [`Text::NONE`], those that have no tag.
    pub fn listed(
        &self,
        repository: RepositoryId,
        tag: Text,
    ) -> impl DoubleEndedIterator<Item = Listed> + Clone + use<'_, 'a> {
        self.listed_range(repository, Some(tag))
            .map(move |index| Listed::read(self.record(Section::Listed, index)))
    }

    /// All known tags of a repository.
    pub fn listed_in(&self, repository: RepositoryId) -> impl Iterator<Item = Listed> + Clone + use<'_, 'a> {
        self.listed_range(repository, None)
            .map(move |index| Listed::read(self.record(Section::Listed, index)))
    }

    /// The account that owns a repository in a region.
    #[inline]
    pub fn account(&self, repository: RepositoryId, region: RegionId) -> Option<&'a str> {
        self.account_in_table(self.repository_at(repository).table, region)
    }

    /// The older official account of a repository in a region.
    pub fn older_account(&self, repository: RepositoryId, region: RegionId) -> Option<&'a str> {
        self.account_in_table(self.repository_at(repository).older_table, region)
    }

    #[inline]
    fn account_in_table(&self, table: u16, region: RegionId) -> Option<&'a str> {
        let regions = u32::from(self.count(Section::Regions));
        if table == NONE || u32::from(region.0) >= regions {
            return None;
        }
        let entry = self.record(
            Section::AccountTables,
            u32::from(table) * regions + u32::from(region.0),
        );
        let account = if entry.is_empty() {
            NONE
        } else {
            u16::read(entry, 0)
        };
        if account == NONE {
            return None;
        }
        core::str::from_utf8(self.record(Section::Accounts, u32::from(account)))
            .ok()
            .filter(|digits| !digits.is_empty())
    }

    /// All accounts, sorted.
    pub fn accounts(&self) -> impl ExactSizeIterator<Item = &'a str> + use<'_, 'a> {
        let account =
            |index| core::str::from_utf8(self.record(Section::Accounts, u32::from(index))).unwrap_or("");
        (0..self.count(Section::Accounts)).map(account)
    }

    /// The regions in which an image is offered.
    #[inline]
    pub fn regions_of(&self, image: &Image) -> RegionSet {
        RegionSet::read(self.record(Section::RegionSets, u32::from(image.regions)), 0)
    }

    /// The names of the scopes, in the order of an image's bits.
    pub fn scopes(&self) -> impl ExactSizeIterator<Item = Text> + Clone + use<'_, 'a> {
        self.words(Section::Scopes)
    }

    /// The names of the instance processors, in the order of an image's bits.
    pub fn processors(&self) -> impl ExactSizeIterator<Item = Text> + Clone + use<'_, 'a> {
        self.words(Section::Processors)
    }

    /// Words that have a bit each in some record: as many as a record has bits.
    fn words(&self, section: Section) -> impl ExactSizeIterator<Item = Text> + Clone + use<'_, 'a> {
        (0..self.count(section).min(16))
            .map(move |index| Text(u16::read(self.record(section, u32::from(index)), 0)))
    }
}

/// Accessors of the sections that a caller names records of, or walks.
macro_rules! sections {
    ($($(#[$doc:meta])* $section:ident: $record:ident[$id:ident], $at:ident, $all:ident;)*) => {
        impl<'a> Catalog<'a> {$(
            /// The record of this number.
            #[inline]
            pub fn $at(&self, id: $id) -> $record {
                $record::read(self.record(Section::$section, u32::from(id.0)))
            }

            $(#[$doc])*
            pub fn $all(&self) -> impl ExactSizeIterator<Item = ($id, $record)> + Clone + use<'_, 'a> {
                        (0..self.count(Section::$section)).map(move |index| ($id(index), self.$at($id(index))))
            }
        )*}
    };
}

sections! {
    /// All regions, sorted.
    Regions: Region[RegionId], region_at, regions;
    /// All repositories, sorted.
    Repositories: Repository[RepositoryId], repository_at, repositories;
    /// All frameworks, sorted.
    Frameworks: Framework[FrameworkId], framework_at, frameworks;
    /// All images, by framework.
    Images: Image[ImageId], image_at, images;
    /// All instance types, sorted.
    Instances: Instance[InstanceId], instance_at, instances;
}

impl<'a> Catalog<'a> {
    /// The region of this name.
    #[inline]
    pub fn region(&self, id: &str) -> Option<RegionId> {
        self.find_named(Section::RegionIndex, Section::Regions, id)
            .map(RegionId)
    }

    /// The repository of this name.
    #[inline]
    pub fn repository(&self, name: &str) -> Option<RepositoryId> {
        self.find_named(Section::RepositoryIndex, Section::Repositories, name)
            .map(RepositoryId)
    }

    /// The number of the framework with this slug.
    #[inline]
    pub fn framework_id(&self, slug: &str) -> Option<FrameworkId> {
        self.find_named(Section::FrameworkIndex, Section::Frameworks, slug)
            .map(FrameworkId)
    }

    /// The framework with this slug.
    #[inline]
    pub fn framework(&self, slug: &str) -> Option<Framework> {
        self.framework_id(slug).map(|id| self.framework_at(id))
    }

    /// The instance type of this name.
    #[inline]
    pub fn instance(&self, name: &str) -> Option<InstanceId> {
        self.find_named(Section::InstanceIndex, Section::Instances, name)
            .map(InstanceId)
    }

    /// The partition of a region.
    #[inline]
    pub fn partition_of(&self, region: &Region) -> Partition {
        Partition::read(self.record(Section::Partitions, u32::from(region.partition)))
    }

    /// All partitions.
    pub fn partitions(&self) -> impl ExactSizeIterator<Item = Partition> + Clone + use<'_, 'a> {
        (0..self.count(Section::Partitions))
            .map(move |index| Partition::read(self.record(Section::Partitions, u32::from(index))))
    }

    /// All sources, in the order of the bits of `sources` fields.
    pub fn sources(&self) -> impl ExactSizeIterator<Item = Source> + Clone + use<'_, 'a> {
        (0..self.count(Section::Sources).min(16))
            .map(move |index| Source::read(self.record(Section::Sources, u32::from(index))))
    }
}

const fn u32_at(bytes: &[u8], at: usize) -> u32 {
    u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]])
}

const fn u64_at(bytes: &[u8], at: usize) -> u64 {
    (u32_at(bytes, at) as u64) | (u32_at(bytes, at + 4) as u64) << 32
}
