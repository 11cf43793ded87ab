//! Docker registry paths of Amazon SageMaker's algorithms and Deep Learning Containers: looked up offline, exactly, and in
//! well under a microsecond.
//!
//! To train or host a model on SageMaker you name a Docker image by its registry path,
//! `<account>.dkr.ecr.<region>.<suffix>/<repository>:<tag>`. The account differs by repository and region, the tag by
//! version, processor, Python and CUDA. This crate carries a checked catalog of all of them and answers four questions:
//!
//! | question | answer |
//! |---|---|
//! | Which path is it? | [`Catalog::resolve`] a [`Query`] to one [`Located`] image, or an [`Error`] that tells what to ask instead |
//! | What is this path? | [`Catalog::identify`] a [`RegistryPath`]: which image, and what is wrong with it |
//! | And in another region? | [`Catalog::in_region`] |
//! | Which images are there? | [`Catalog::images`] that pass a [`Filter`] |
//!
//! ```
//! use sagepath::{Catalog, Query};
//!
//! let catalog = Catalog::embedded();
//! let located = catalog.resolve(&Query::new("xgboost", "us-east-1").version("1.7-1"))?;
//! assert_eq!(located.path().to_string(), "683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-xgboost:1.7-1");
//! # Ok::<(), sagepath::Error>(())
//! ```
//!
//! # What a look-up promises
//!
//! - **Exactly one image, or an error.** Where a question fits several images, the error names the field that would tell
//!   them apart, and the choices.
//! - **Nothing is invented.** A tag comes from a source that lists it ([`Evidence::Listed`]), or from the SageMaker SDK's
//!   rules that compose published tags ([`Evidence::Derived`]). Where two sources disagree, [`Image::note`] says so.
//! - **The documentation's tag rules hold.** `:1` is the stable tag of the built-in algorithms; `latest` is never taken by
//!   silence, and warned of; XGBoost must be asked for by a supported version.
//! - **The SDK's answer, but for documented differences.** Every one of them is in `docs/differences-from-the-sdk.md`, with
//!   its reason, and the tests ask both the same 340,000 questions.
//!
//! It does no I/O, reads no clock and knows nothing of credentials; it does not ask a registry whether an image is there.
//!
//! # Cookbook
//!
//! An instance type decides processor and architecture, and with it the image:
//!
//! ```
//! use sagepath::{Architecture, Catalog, Query};
//!
//! let catalog = Catalog::embedded();
//! let query = Query::new("pytorch", "us-west-2").version("2.6").scope("inference");
//! let on_gpu = catalog.resolve(&query.instance_type("ml.g5.xlarge"))?;
//! assert_eq!(on_gpu.tag().as_deref(), Some("2.6-gpu-py312"));
//! let on_graviton = catalog.resolve(&query.instance_type("ml.c8g.large"))?;
//! assert_eq!(on_graviton.image().architecture(), Architecture::Arm64);
//! # Ok::<(), sagepath::Error>(())
//! ```
//!
//! An error says what is missing or wrong, what the choices are, and what was probably meant:
//!
//! ```
//! use sagepath::{Catalog, Code, Query};
//!
//! let error = Catalog::embedded().resolve(&Query::new("xgboost", "us-east-1").version("1.7")).unwrap_err();
//! assert_eq!(error.code(), Code::UnknownVersion);
//! assert_eq!(error.suggestion(), Some("1.7-1"));
//! ```
//!
//! All GPU images that are still patched on a day:
//!
//! ```
//! use jiff::civil::date;
//! use sagepath::{Catalog, Filter};
//!
//! let filter = Filter { runs_on: Some("gpu"), alive_on: Some(date(2026, 8, 1)), listed_only: true, ..Filter::default() };
//! for image in Catalog::embedded().images(&filter)?.take(3) {
//!     println!("{} {}: {:?}", image.framework().title(), image.version(), image.tag());
//! }
//! # Ok::<(), sagepath::Error>(())
//! ```
//!
//! A catalog that is newer than this crate, compiled with `sagepath catalog compile`:
//!
//! ```
//! use sagepath::Catalog;
//!
//! let bytes = Catalog::embedded_bytes(); // or those of a file
//! let catalog = Catalog::open(bytes)?;
//! println!("{}", catalog.data_version());
//! # Ok::<(), sagepath::OpenError>(())
//! ```
//!
//! # Where the facts come from
//!
//! [`Catalog::sources`] names every source with its version: the `sagemaker-core` Python package for accounts, versions and
//! the rules of tags; the Deep Learning Containers repository for exact tags and life cycles; botocore for regions and
//! instance types; the SageMaker Developer Guide for parameters of algorithms.

mod catalog;
mod error;
mod filter;
mod framework;
mod identify;
mod image;
mod instance;
mod located;
mod named;
mod partner;
mod query;
mod region;
pub mod registry_path;
mod resolve;
mod suggest;
mod unknown;
pub mod version;

pub use sagepath_catalog::OpenError;

pub use crate::catalog::{Catalog, Source};
pub use crate::error::{Code, Error};
pub use crate::filter::{Filter, RangeError, VersionRange};
pub use crate::framework::{
    ContentUse, Framework, FrameworkKind, InstanceClass, InstanceFamilies, InstanceUse, Parameters,
};
pub use crate::identify::{Identity, RegistryVerdict, TagVerdict};
pub use crate::image::{Evidence, Image, Platform};
pub use crate::instance::{Architecture, InstanceType};
pub use crate::located::{Located, LocatedPath, Warning};
pub use crate::query::Query;
pub use crate::region::Region;
pub use crate::registry_path::RegistryPath;
