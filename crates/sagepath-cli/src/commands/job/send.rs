//! Sends requests.

use sagepath_job::Plan;

use crate::Status;
use crate::failure::Failure;

/// Sends the requests of a plan.
pub(super) fn send(plan: &Plan, region: &str) -> Result<Status, Failure> {
    let operations: Vec<&str> = plan
        .requests
        .iter()
        .map(|request| request.operation.name)
        .collect();
    let what = operations.join(", ");
    Err(
        Failure::usage(format!("{what} in {region}: this version makes requests, and does not send them"))
            .hint("`--dry-run` prints them, and `--dry-run --format shell` prints commands of the AWS CLI that send them"),
    )
}
