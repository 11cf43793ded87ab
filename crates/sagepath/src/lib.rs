//! Docker registry paths of Amazon SageMaker's algorithms and Deep Learning Containers.
//!
//! A [`RegistryPath`] is a parsed reference to an image in Amazon ECR; [`registry_path`] has the parser, its
//! errors and the printer.
pub mod version;

pub mod registry_path;

pub use crate::registry_path::RegistryPath;
