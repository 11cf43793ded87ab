//! What a reader must put in: few things, and named the same in every example.

use sagepath::Region;

/// A bucket, of the names that AWS reserves for documentation.
pub const BUCKET: &str = "amzn-s3-demo-bucket";

/// The role by which SageMaker acts, in the account that AWS reserves for documentation.
pub fn role(region: &Region<'_>) -> String {
    arn(region, "SageMakerRole")
}

/// The role by which Step Functions starts a training job.
pub(crate) fn states_role(region: &Region<'_>) -> String {
    arn(region, "StepFunctionsRole")
}

fn arn(region: &Region<'_>, name: &str) -> String {
    format!("arn:{}:iam::111122223333:role/{name}", region.partition())
}
