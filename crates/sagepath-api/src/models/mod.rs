//! The models, a module for each service.
//!
//! Generated from botocore 1.44.8 by `cargo xtask generate`; do not edit.

pub mod logs;
pub mod s3;
pub mod sagemaker;
pub mod sagemaker_runtime;
pub mod signin;
pub mod sso;
pub mod sso_oidc;
pub mod sts;

use crate::operation::Service;

/// The release of botocore whose service models these are.
pub const MODEL_VERSION: &str = "1.44.8";

pub(crate) static SERVICES: &[&Service] = &[
    &sagemaker::SERVICE,
    &sagemaker_runtime::SERVICE,
    &logs::SERVICE,
    &sts::SERVICE,
    &sso::SERVICE,
    &sso_oidc::SERVICE,
    &signin::SERVICE,
    &s3::SERVICE,
];
