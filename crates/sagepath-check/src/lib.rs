//! Finds the Docker registry paths of Amazon SageMaker's algorithms and Deep Learning Containers in source files, says what
//! is wrong with them, and mends them.
//!
//! Data flows one way: a *walk* over folders finds files that mention a registry; a *reader* for each language makes a
//! *structure* of a file; the structure gives *references*, paths that may have holes, with what surrounds them; *rules*
//! judge each reference with the catalog; what they find is *rendered*, and mended by edits of single places.
//!
//! ```
//! use std::path::Path;
//! use sagepath::Catalog;
//! use sagepath_check::{Safety, Settings, mend};
//!
//! let code = b"image = '683313688378.dkr.ecr.us-east-2.amazonaws.com/sagemaker-xgboost:1.7-1'\n";
//! let mended = mend(Path::new("train.py"), code, Catalog::embedded(), &Settings::default(), Safety::Safe).unwrap();
//! assert_eq!(
//!     String::from_utf8_lossy(&mended.bytes),
//!     "image = '257758044811.dkr.ecr.us-east-2.amazonaws.com/sagemaker-xgboost:1.7-1'\n",
//! );
//! ```
//!
//! It says little rather than something wrong: accounts that the catalog does not know, digests and hosts without a
//! repository are nobody's business but their owner's.

mod baseline;
mod check;
mod context;
mod finding;
mod fix;
mod prefilter;
mod read;
mod reference;
pub mod render;
mod request;
mod rules;
mod settings;
mod silence;
mod source;
mod subject;
mod text;
mod tree;
mod walk;

pub use crate::baseline::Baseline;
pub use crate::check::{Mentioned, check, check_document, paths};
pub use crate::finding::{Confidence, Edit, Finding, Fix, Safety, Severity};
pub use crate::fix::{Mended, difference, mend, replace};
pub use crate::rules::{ALL as RULES, Rule, find as rule};
pub use crate::settings::{FILE_NAME, Settings, SettingsError};
pub use crate::source::{Position, Source};
pub use crate::walk::{Checked, LARGEST, Report, check_paths};
