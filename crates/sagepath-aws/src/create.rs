//! Making something exactly once.
//!
//! SageMaker's requests have no token by which it would know a second one; the name is all there is. So where nobody knows whether
//! a request arrived, its name is looked up before it is sent again: a job is never started twice, and never taken for failed
//! while it runs.

use jiff::{SignedDuration, Timestamp};
use serde_json::Value;

use crate::client::Client;
use crate::error::Error;
use crate::resource::{Kind, timestamp};

/// What has been made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Created {
    /// Its name in all of AWS.
    pub arn: String,
}

/// How many times a request is sent whose fate is not known.
const ATTEMPTS: u32 = 3;

impl Kind {
    /// Makes one, and tells its ARN.
    ///
    /// # Errors
    ///
    /// SageMaker refuses, or it cannot be told whether it was made: then [`Error::is_ambiguous`].
    pub async fn make(&self, client: &Client, name: &str, input: &Value) -> Result<Created, Error> {
        // A job of this name that is older is another one. A clock may be wrong by minutes.
        let begin = Timestamp::now()
            .saturating_sub(SignedDuration::from_mins(15))
            .unwrap_or(Timestamp::MIN);
        let mut is_in_doubt = false;
        let mut attempt = 1;
        loop {
            let error = match client.call(self.create, input).await {
                Ok(answer) => return Ok(self.created(&answer)),
                Err(error) => error,
            };
            let is_taken = error.refusal().is_some_and(crate::Refusal::is_in_use);
            is_in_doubt |= error.is_ambiguous();
            if !is_in_doubt || !(is_taken || error.is_ambiguous()) {
                return Err(error);
            }
            match self.describe(client, name).await {
                Ok(found) if is_ours(&found, input, begin) => return Ok(self.created(&found)),
                Ok(_) => return Err(error),
                Err(lookup) if lookup.is_not_found() && attempt < ATTEMPTS => attempt += 1,
                // What went wrong first is what to tell.
                Err(_) => return Err(error),
            }
        }
    }

    fn created(&self, answer: &Value) -> Created {
        let arn = answer.get(self.arn_member()).and_then(Value::as_str);
        Created {
            arn: arn.unwrap_or_default().to_owned(),
        }
    }
}

/// Whether something is what a request has just asked for: made since then, with the same role and the same words.
fn is_ours(found: &Value, input: &Value, begin: Timestamp) -> bool {
    let is_new = found
        .get("CreationTime")
        .and_then(timestamp)
        .is_some_and(|time| time >= begin);
    let agree = |member: &str| match (found.get(member), input.get(member)) {
        (Some(found), Some(given)) => found == given,
        _ => true,
    };
    let telling = [
        "RoleArn",
        "ExecutionRoleArn",
        "EndpointConfigName",
        "HyperParameters",
        "ModelName",
    ];
    is_new && telling.into_iter().all(agree)
}
