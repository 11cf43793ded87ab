//! The models, a module for each service.
//!
//! Generated from botocore 1.44.8 by `cargo xtask generate`; do not edit.

mod logs;
mod sagemaker;
mod sagemaker_runtime;

use crate::operation::Service;

/// The release of botocore whose service models these are.
pub const MODEL_VERSION: &str = "1.44.8";

pub(crate) static SERVICES: &[&Service] = &[&sagemaker::SERVICE, &sagemaker_runtime::SERVICE, &logs::SERVICE];
