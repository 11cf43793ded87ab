//! The compiled catalog of SageMaker images, and its reader.
//!
//! Regions, accounts, repositories, frameworks, images and instance types as packed records in one block of bytes, read
//! where they lie: opening a catalog checks a header, and nothing is parsed or allocated after that. The crate knows no
//! rule; which image answers a query is the business of the `sagepath` crate, which most programs want instead of this one.
//!
//! ```
//! use sagepath_catalog::Catalog;
//!
//! let catalog = Catalog::embedded();
//! let framework = catalog.framework("xgboost").unwrap();
//! assert_eq!(catalog.text(framework.title), "XGBoost");
//! # assert!(catalog.framework("xgbost").is_none());
//! ```
//!
//! # Where the data comes from
//!
//! `catalog.bin` is generated from the TOML files under `catalog/` at the root of the repository, which name the source of
//! every fact. `cargo xtask generate` writes it, and reads every record back through this crate before it does;
//! [`Catalog::data_version`] tells which facts are inside. The format is private to one [`FORMAT`] number: a reader
//! refuses a block of another.
//!
//! # Damaged and hostile input
//!
//! [`Catalog::open`] refuses a block that is foreign, cut short, of another format, or whose checksum is wrong. Beyond
//! that, every accessor is total: an identifier that points nowhere reads as an empty record or an empty string, and
//! nothing can panic, whatever the bytes.
#![no_std]

mod catalog;
mod hash;
pub mod layout;
mod records;

pub use catalog::{Catalog, OpenError};
pub use hash::{checksum, hash};
pub use layout::FORMAT;
pub use records::{
    Framework, FrameworkId, Image, ImageId, Instance, InstanceId, Key, List, Listed, Partition, Region,
    RegionId, RegionSet, Repository, RepositoryId, Source, Text,
};
