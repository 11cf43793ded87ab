//! A job or an endpoint by its name alone.

use clap::ValueEnum;
use sagepath_aws::{Client, Kind};
use serde_json::Value;

use crate::failure::Failure;
use crate::last_word::LastWord;

/// The kinds that have a status, and logs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum JobKind {
    /// Training jobs
    Training,
    /// Processing jobs
    Processing,
    /// Batch transform jobs
    Transform,
    /// Endpoints
    Endpoint,
}

impl JobKind {
    pub(crate) fn kind(self) -> &'static Kind {
        match self {
            JobKind::Training => &Kind::TRAINING_JOB,
            JobKind::Processing => &Kind::PROCESSING_JOB,
            JobKind::Transform => &Kind::TRANSFORM_JOB,
            JobKind::Endpoint => &Kind::ENDPOINT,
        }
    }
}

/// Finds one of a kind.
pub(crate) async fn find_one(client: &Client, kind: &Kind, name: &str) -> Result<Value, Failure> {
    match kind.describe(client, name).await {
        Err(error) if error.is_not_found() => Err(unknown(client, kind.noun, name)),
        found => Ok(found?),
    }
}

/// Finds what a name stands for: of the kind that is named, or of the first kind that has such a one.
pub(crate) async fn find(
    client: &Client,
    name: &str,
    kind: Option<JobKind>,
) -> Result<(&'static Kind, Value), Failure> {
    let all = JobKind::value_variants();
    let kinds = kind.as_ref().map_or(all, std::slice::from_ref);
    for kind in kinds.iter().map(|kind| kind.kind()) {
        match kind.describe(client, name).await {
            Ok(found) => return Ok((kind, found)),
            Err(error) if error.is_not_found() => {}
            Err(error) => return Err(error.into()),
        }
    }
    let noun = kind.map_or("job or endpoint", |kind| kind.kind().noun);
    Err(unknown(client, noun, name))
}

fn unknown(client: &Client, noun: &str, name: &str) -> Failure {
    Failure::no(format!("there is no {noun} `{name}` in {}", client.region()))
        .hint("`sagepath jobs`, `models` and `endpoints` list what there is; `--region` looks elsewhere")
        .ended(LastWord::new("unknown").with("name", name))
}
