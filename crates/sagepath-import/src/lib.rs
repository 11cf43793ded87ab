//! The maintainers' side of the catalog: its files are written from upstream, checked, and compiled.
//!
//! `catalog/` holds every fact of sagepath as TOML that people read and review. This crate is for those who change it, by
//! `sagepath catalog` or by `cargo xtask`; programs that look images up want the `sagepath` crate, which has the compiled
//! catalog inside and knows nothing of files.
//!
//! ```
//! use std::path::Path;
//!
//! use sagepath_catalog::Catalog;
//! use sagepath_import::{check, compile_catalog};
//!
//! let folder = Path::new("catalog");
//! # let folder = &Path::new(env!("CARGO_MANIFEST_DIR")).join("../../catalog");
//! assert!(check(folder)?.is_empty());
//! let bytes = compile_catalog(folder)?;
//! let catalog = Catalog::open(&bytes)?;
//! assert!(catalog.framework("xgboost").is_some());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Where the facts come from
//!
//! [`import`] reads two sources: the `sagemaker-core` package (which images there are, how their tags are composed, which
//! account owns a repository in a region) and the DLC repository (exact tags, CUDA, operating systems, life cycles). It
//! resolves everything that the SDK decides by name, so that a look-up need not, and writes `registries.toml` and
//! `frameworks/`. Everything else is kept by people: titles, parameters, corrections, and accounts that upstream lacks.
//!
//! ```
//! use std::path::Path;
//!
//! use sagepath_import::{Options, Sources, import};
//!
//! let catalog = Path::new("catalog");
//! let sources = Sources { sagemaker_core: Some("sagemaker_core-2.27.0-py3-none-any.whl".into()), ..Sources::default() };
//! # let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
//! # let catalog = &fixtures.join("catalog");
//! # let sources = Sources { sagemaker_core: Some(fixtures.join("core")), ..Sources::default() };
//! let report = import(catalog, &sources, Options { dry_run: true, ..Options::default() })?;
//! println!("{report}");
//! # assert!(report.to_string().contains("+xgboost (4 images)"));
//! # Ok::<(), sagepath_import::ImportError>(())
//! ```
//!
//! # What an import refuses
//!
//! A release is read strictly: a field or a shape that this crate does not know is an error that names file and key, and so
//! is a region that `regions.toml` lacks. A repository never gets another account in a region by silence, as that breaks the
//! paths that people use: such changes are listed, and taken only if they are accepted. What merely needs a person, such as a
//! new framework without a title, is at the end of the [`Report`].
//!
//! # From files to bytes
//!
//! [`facts`] are the files as values; [`compile::rows`] flattens them to one row for each image, with lists and templates
//! resolved and both sources joined; [`compile::compile`] packs the rows into the form that `sagepath-catalog` reads, and
//! reads every record back before anyone relies on it.

mod check;
pub mod compile;
mod derive;
pub mod facts;
mod import;
mod report;
mod tag;
mod upstream;

pub use check::{Problem, check};
pub use compile::{CompileError, compile_catalog};
pub use facts::ReadError;
pub use import::{AccountChange, ImportError, Options, Sources, import};
pub use report::Report;
pub use upstream::UpstreamError;
