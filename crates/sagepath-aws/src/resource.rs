//! Jobs, models and endpoints: what SageMaker calls their operations and members.

use jiff::Timestamp;
use serde_json::{Value, json};

use crate::client::Client;
use crate::endpoint::Service;
use crate::error::Error;
use crate::request::Request;

/// A kind of thing that SageMaker makes.
#[derive(Debug, PartialEq, Eq)]
pub struct Kind {
    /// What it is called in the names of operations and members.
    shape: &'static str,
    /// What people call it.
    pub noun: &'static str,
    /// The member of a list's answer that holds the items.
    items: &'static str,
    /// Where its logs are; an endpoint has a group of its own below.
    log_group: Option<&'static str>,
}

impl Kind {
    /// Training jobs.
    pub const TRAINING_JOB: Kind = Kind {
        shape: "TrainingJob",
        noun: "training job",
        items: "TrainingJobSummaries",
        log_group: Some("/aws/sagemaker/TrainingJobs"),
    };
    /// Processing jobs.
    pub const PROCESSING_JOB: Kind = Kind {
        shape: "ProcessingJob",
        noun: "processing job",
        items: "ProcessingJobSummaries",
        log_group: Some("/aws/sagemaker/ProcessingJobs"),
    };
    /// Batch transform jobs.
    pub const TRANSFORM_JOB: Kind = Kind {
        shape: "TransformJob",
        noun: "transform job",
        items: "TransformJobSummaries",
        log_group: Some("/aws/sagemaker/TransformJobs"),
    };
    /// Models.
    pub const MODEL: Kind = Kind {
        shape: "Model",
        noun: "model",
        items: "Models",
        log_group: None,
    };
    /// What an endpoint consists of.
    pub const ENDPOINT_CONFIG: Kind = Kind {
        shape: "EndpointConfig",
        noun: "endpoint configuration",
        items: "EndpointConfigs",
        log_group: None,
    };
    /// Endpoints.
    pub const ENDPOINT: Kind = Kind {
        shape: "Endpoint",
        noun: "endpoint",
        items: "Endpoints",
        log_group: Some("/aws/sagemaker/Endpoints"),
    };

    /// The kinds that run to an end, in the order in which a name is looked for.
    pub const JOBS: [&'static Kind; 3] = [&Kind::TRAINING_JOB, &Kind::PROCESSING_JOB, &Kind::TRANSFORM_JOB];

    /// The kind that an operation makes, such as `CreateModel`.
    pub fn made_by(operation: &str) -> Option<&'static Kind> {
        const ALL: [&Kind; 6] = [
            &Kind::TRAINING_JOB,
            &Kind::PROCESSING_JOB,
            &Kind::TRANSFORM_JOB,
            &Kind::MODEL,
            &Kind::ENDPOINT_CONFIG,
            &Kind::ENDPOINT,
        ];
        let shape = operation.strip_prefix("Create")?;
        ALL.into_iter().find(|kind| kind.shape == shape)
    }

    /// The member that names it, such as `TrainingJobName`.
    pub fn name_member(&self) -> String {
        format!("{}Name", self.shape)
    }

    /// The member that identifies it among all of AWS, such as `TrainingJobArn`.
    pub fn arn_member(&self) -> String {
        format!("{}Arn", self.shape)
    }

    /// The member that tells how it is, such as `TrainingJobStatus`.
    pub fn status_member(&self) -> String {
        format!("{}Status", self.shape)
    }

    /// Where the logs of one are, and how its streams begin.
    pub fn logs(&self, name: &str) -> Option<(String, String)> {
        let group = self.log_group?;
        Some(if self.shape == "Endpoint" {
            (format!("{group}/{name}"), String::new())
        } else {
            (group.to_owned(), format!("{name}/"))
        })
    }

    pub(crate) fn create(&self, input: &Value) -> Request {
        Request::json(Service::SageMaker, &format!("Create{}", self.shape), input)
    }

    /// What SageMaker knows about one.
    ///
    /// # Errors
    ///
    /// There is none of this name, or no answer.
    pub async fn describe(&self, client: &Client, name: &str) -> Result<Value, Error> {
        let input = json!({ self.name_member(): name });
        client
            .call(Service::SageMaker, &format!("Describe{}", self.shape), &input)
            .await
    }

    /// Asks a job to stop, which takes it a while.
    ///
    /// # Errors
    ///
    /// There is none of this name, it has ended already, or there is no answer.
    pub async fn stop(&self, client: &Client, name: &str) -> Result<(), Error> {
        let input = json!({ self.name_member(): name });
        let operation = format!("Stop{}", self.shape);
        client
            .call(Service::SageMaker, &operation, &input)
            .await
            .map(drop)
    }

    /// Deletes one.
    ///
    /// # Errors
    ///
    /// There is none of this name, or no answer.
    pub async fn delete(&self, client: &Client, name: &str) -> Result<(), Error> {
        let input = json!({ self.name_member(): name });
        let operation = format!("Delete{}", self.shape);
        client
            .call(Service::SageMaker, &operation, &input)
            .await
            .map(drop)
    }

    /// Gives `keep` each that the filter lets pass, page after page; it says whether to go on.
    ///
    /// # Errors
    ///
    /// There is no answer.
    pub async fn list(
        &self,
        client: &Client,
        filter: &Value,
        keep: impl FnMut(Value) -> bool,
    ) -> Result<(), Error> {
        let operation = format!("List{}s", self.shape);
        client.pages(&operation, filter, self.items, keep).await
    }
}

impl Client {
    /// Lets an endpoint take another configuration, which takes it a while.
    ///
    /// # Errors
    ///
    /// There is no such endpoint or configuration, it is being updated already, or there is no answer.
    pub async fn update_endpoint(&self, name: &str, configuration: &str) -> Result<(), Error> {
        let input = json!({ "EndpointName": name, "EndpointConfigName": configuration });
        self.call(Service::SageMaker, "UpdateEndpoint", &input)
            .await
            .map(drop)
    }
}

/// A time in an answer: seconds since 1970.
///
/// ```
/// use serde_json::json;
///
/// let time = sagepath_aws::timestamp(&json!(1764201600.25)).unwrap();
/// assert_eq!(time.to_string(), "2025-11-27T00:00:00.25Z");
/// assert_eq!(sagepath_aws::timestamp(&json!("now")), None);
/// ```
pub fn timestamp(value: &Value) -> Option<Timestamp> {
    let seconds = value.as_f64().filter(|seconds| seconds.is_finite())?;
    Timestamp::from_millisecond((seconds * 1000.0).round() as i64).ok()
}
