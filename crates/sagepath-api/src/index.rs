//! All that is known, by name.

use crate::models::SERVICES;
use crate::operation::{Operation, Service};

/// All services that are known here.
pub fn services() -> impl Iterator<Item = &'static Service> {
    SERVICES.iter().copied()
}

/// All operations that are known here, by service.
pub fn operations() -> impl Iterator<Item = &'static Operation> {
    services().flat_map(|service| service.operations).copied()
}

/// The operation with this name.
///
/// ```
/// let operation = sagepath_api::find("ListTrainingJobs").unwrap();
/// assert_eq!(operation.service.endpoint_prefix, "api.sagemaker");
/// assert_eq!(operation.pages.unwrap().items, ["TrainingJobSummaries"]);
/// ```
pub fn find(name: &str) -> Option<&'static Operation> {
    operations().find(|operation| operation.name == name)
}
