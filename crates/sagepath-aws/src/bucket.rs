//! Where a bucket is. S3 tells everybody, so nobody has to sign, or to be allowed anything.

use http::StatusCode;
use sagepath_api::s3;
use serde_json::json;

use crate::client::Client;
use crate::error::Error;
use crate::request::Request;

/// What S3 knows of the name of a bucket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Bucket {
    /// It is in this region.
    In(String),
    /// There is no bucket of this name.
    Absent,
}

impl Client {
    /// Asks S3 where a bucket is, once; `None` if it does not say, or if it is not known where S3 is: an endpoint for all that the
    /// command line names is not S3's.
    ///
    /// # Errors
    ///
    /// There is no answer.
    pub async fn find_bucket(&self, name: &str) -> Result<Option<Bucket>, Error> {
        let operation = &s3::HEAD_BUCKET;
        let Some(endpoint) = self.settings().endpoint_beside(operation.service)? else {
            return Ok(None);
        };
        let request = Request::new(operation, &json!({ "Bucket": name }), &[])?;
        let answer = self.exchange().begin(&request, &endpoint, None).await?;
        Ok(match (answer.status(), answer.field(operation, "BucketRegion")) {
            (StatusCode::NOT_FOUND, _) => Some(Bucket::Absent),
            // Who may not look in, and who asks in another region, is told all the same.
            (_, Some(region)) => Some(Bucket::In(region)),
            _ => None,
        })
    }
}
