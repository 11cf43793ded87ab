//! Asks S3 where the buckets of a job are, before SageMaker does.

use std::time::Duration;

use sagepath_aws::{Bucket as Place, Client};
use sagepath_job::{Bucket, Remark};

/// How long S3 may keep a job waiting.
const PATIENCE: Duration = Duration::from_secs(5);

/// What is to be said of buckets. Of one that S3 does not tell of, or not in time, that is nothing.
pub(super) async fn judge(buckets: &[Bucket], client: &Client) -> Vec<Remark> {
    let mut remarks = Vec::new();
    let asked = async {
        for bucket in buckets {
            match client.find_bucket(&bucket.name).await {
                Ok(Some(Place::In(region))) => remarks.extend(bucket.in_region(&region, client.region())),
                Ok(Some(Place::Absent)) => remarks.push(bucket.absent()),
                Ok(None) => {}
                // Whoever does not answer once is not asked again.
                Err(_) => return,
            }
        }
    };
    let _ = tokio::time::timeout(PATIENCE, asked).await;
    remarks
}
