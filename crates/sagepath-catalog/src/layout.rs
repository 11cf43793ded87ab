//! The layout of a compiled catalog, shared by its reader and its writer.
//!
//! A block is a header, a table of sections, and the sections' bytes. All numbers are little-endian. A section is a run of
//! records of one size, except the string bytes. Identifiers are record numbers within a section; [`NONE`] stands for
//! "no such thing".

use crate::records::{Framework, Image, Instance, Key, Listed, Partition, Region, Repository, Source};

/// The first bytes of every compiled catalog.
pub const MAGIC: [u8; 8] = *b"sagepath";

/// The number of this layout. It changes whenever a record or the meaning of a list does; a reader opens its own number only.
pub const FORMAT: u32 = 2;

pub use crate::records::NONE;

/// Bytes of the header: magic (8), format (4), number of sections (4), checksum of all that follows it (8), the string that
/// names the data version (2), and zeros.
pub const HEADER: usize = 32;

/// Where the header's checksum ends and the bytes that it covers begin.
pub const CHECKED_FROM: usize = 24;

/// Bytes of an entry of the section table: offset from the block's start, and number of records.
pub const SECTION_ENTRY: usize = 8;

/// A kind of record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(usize)]
pub enum Section {
    /// End offsets of the strings, a `u32` each.
    StringEnds,
    /// The strings' bytes, one after the other.
    StringBytes,
    /// Open-addressing table from a string's hash to its number.
    StringIndex,
    /// Lists of string numbers: a length, then that many numbers.
    Lists,
    /// Partitions.
    Partitions,
    /// Regions, sorted by identifier.
    Regions,
    /// Accounts, twelve ASCII digits each.
    Accounts,
    /// Account tables: one account number per region.
    AccountTables,
    /// Repositories, sorted by name.
    Repositories,
    /// Sets of regions, a bit each.
    RegionSets,
    /// Frameworks, sorted by slug.
    Frameworks,
    /// Images, by framework, then in the order of versions.
    Images,
    /// What a query may call an image, by framework, then version.
    Keys,
    /// Tags by repository: which image is behind a path.
    Listed,
    /// Instance types, sorted by name.
    Instances,
    /// Names of image scopes; an image's scopes are a bit set over them.
    Scopes,
    /// Names of instance processors; what an image runs on is a bit set over them.
    Processors,
    /// Sources of facts.
    Sources,
    /// Open-addressing table from the hash of a region's identifier to its number.
    RegionIndex,
    /// The same for frameworks, by slug.
    FrameworkIndex,
    /// The same for repositories.
    RepositoryIndex,
    /// The same for instance types.
    InstanceIndex,
}

impl Section {
    /// Every section, in the order of the section table.
    pub const ALL: [Section; 22] = [
        Section::StringEnds,
        Section::StringBytes,
        Section::StringIndex,
        Section::Lists,
        Section::Partitions,
        Section::Regions,
        Section::Accounts,
        Section::AccountTables,
        Section::Repositories,
        Section::RegionSets,
        Section::Frameworks,
        Section::Images,
        Section::Keys,
        Section::Listed,
        Section::Instances,
        Section::Scopes,
        Section::Processors,
        Section::Sources,
        Section::RegionIndex,
        Section::FrameworkIndex,
        Section::RepositoryIndex,
        Section::InstanceIndex,
    ];

    /// The tables that find a record by its name, and the sections of these records.
    pub const INDEXES: [(Section, Section); 4] = [
        (Section::RegionIndex, Section::Regions),
        (Section::FrameworkIndex, Section::Frameworks),
        (Section::RepositoryIndex, Section::Repositories),
        (Section::InstanceIndex, Section::Instances),
    ];

    /// Bytes of one record of this section. Account tables are as wide as there are regions, so their records are counted
    /// in single accounts.
    pub const fn record_size(self) -> usize {
        match self {
            Section::StringBytes => 1,
            Section::StringIndex
            | Section::RegionIndex
            | Section::FrameworkIndex
            | Section::RepositoryIndex
            | Section::InstanceIndex
            | Section::Lists
            | Section::AccountTables
            | Section::Scopes
            | Section::Processors => 2,
            Section::StringEnds => 4,
            Section::Accounts => 12,
            Section::RegionSets => 16,
            Section::Partitions => Partition::SIZE,
            Section::Regions => Region::SIZE,
            Section::Repositories => Repository::SIZE,
            Section::Frameworks => Framework::SIZE,
            Section::Images => Image::SIZE,
            Section::Keys => Key::SIZE,
            Section::Listed => Listed::SIZE,
            Section::Instances => Instance::SIZE,
            Section::Sources => Source::SIZE,
        }
    }
}

/// Bits of a region's flags.
pub mod region {
    /// A dual-stack registry host is known.
    pub const DUAL_STACK: u8 = 1;
    /// A FIPS registry host is known.
    pub const FIPS: u8 = 2;
    /// SageMaker is offered.
    pub const SAGEMAKER: u8 = 4;
    /// A registry is offered.
    pub const ECR: u8 = 8;
}

/// Bits of a framework's flags.
pub mod framework {
    /// A Deep Learning Container, not an algorithm.
    pub const DLC: u16 = 1;
    /// A query must name a version: the newest is never taken by silence.
    pub const VERSION_REQUIRED: u16 = 2;
    /// Its images are those of JumpStart models: it has no path of its own.
    pub const JUMPSTART: u16 = 4;
    /// Other frameworks hold its images for some processors or tools.
    pub const SIBLINGS: u16 = 8;
    /// The SDK knows it.
    pub const SDK: u16 = 16;
}

/// Bits of an image's flags.
pub mod image {
    /// A source lists one of its tags.
    pub const LISTED: u16 = 1;
    /// Known, but never an answer: `note` says why.
    pub const WITHHELD: u16 = 2;
    /// The documentation calls it deprecated.
    pub const DEPRECATED: u16 = 4;
    /// The variant for the p4d family and the smdistributed library.
    pub const SMDISTRIBUTED: u16 = 8;
    /// The SDK knows it.
    pub const SDK: u16 = 16;
    /// A Python version may be named or left out, and the tag says which.
    pub const PYTHON_OPTIONAL: u16 = 32;
    /// Its Python is known, and there is no other: a query that names one is not refused.
    pub const PYTHON_FIXED: u16 = 64;
}

/// Bits of a key's flags.
pub mod key {
    /// The version stands for another one.
    pub const ALIAS: u16 = 1;
    /// A source lists this very tag.
    pub const LISTED: u16 = 2;
}

/// Bits of a tag's flags.
pub mod listed {
    /// A source lists this very tag.
    pub const LISTED: u16 = 1;
    /// The tag moves from image to image as versions come.
    pub const MUTABLE: u16 = 2;
}

/// What an instance type may be used for: the words of SageMaker's enumerations, a bit each, in this order.
pub const USES: [&str; 12] = [
    "ai_recommendation",
    "host",
    "host_eia",
    "hyperpod",
    "notebook",
    "notebook_eia",
    "optimization_deploy",
    "process",
    "studio_app",
    "train",
    "training_plan",
    "transform",
];
