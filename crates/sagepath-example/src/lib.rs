//! Example code for an image of Amazon SageMaker: how to get its registry path, train with it, and host what was trained.
//!
//! The documentation's pages showed how a path is used, and in one SDK. This crate writes the same for twelve tools, as whole
//! files: a program, a template, a stack. Every value in them is looked up in the catalog; what a reader must put in (a role, a
//! bucket) is a placeholder that is named the same everywhere.
//!
//! ```
//! use sagepath::{Catalog, Query};
//! use sagepath_example::{Example, Target, Task};
//!
//! let located = Catalog::embedded().resolve(&Query::new("xgboost", "us-east-1").version("1.7-1"))?;
//! let example = Example::write(&located, Target::Sagepath, Task::Path)?;
//! assert_eq!(example.code(), "sagepath uri xgboost --version 1.7-1 --region us-east-1\n");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Nothing here does I/O. Where there can be no example, [`Unavailable`] says why. For many targets of one image, make a
//! [`Plan`] once and write each from it.
//!
//! A call of the SageMaker SDK is shown only if that SDK answers with the catalog's path; [`SdkCall`] tells how that is known.

mod call;
mod example;
mod notes;
mod plan;
mod sdk;
mod target;
mod task;
mod template;
mod unavailable;

pub use crate::example::Example;
pub use crate::plan::{BUCKET, Plan, USUAL_INSTANCE_TYPES, families_allow, role};
pub use crate::sdk::{Sdk, SdkCall};
pub use crate::target::Target;
pub use crate::task::Task;
pub use crate::unavailable::Unavailable;
