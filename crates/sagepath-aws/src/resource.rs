//! Jobs, models and endpoints: the operations for them, and what SageMaker calls their members.

use jiff::Timestamp;
use sagepath_api::{Operation, sagemaker};
use serde_json::{Value, json};

use crate::client::Client;
use crate::error::Error;

/// A kind of thing that SageMaker makes.
#[derive(Debug, PartialEq, Eq)]
pub struct Kind {
    /// What it is called in the names of members.
    shape: &'static str,
    /// What people call it.
    pub noun: &'static str,
    pub(crate) create: &'static Operation,
    pub(crate) describe: &'static Operation,
    list: &'static Operation,
    /// What lets one stop, if it runs.
    stop: Option<&'static Operation>,
    /// What deletes one, if it stays.
    delete: Option<&'static Operation>,
    /// Where its logs are; an endpoint has a group of its own below.
    log_group: Option<&'static str>,
}

impl Kind {
    /// Training jobs.
    pub const TRAINING_JOB: Kind = Kind {
        shape: "TrainingJob",
        noun: "training job",
        create: &sagemaker::CREATE_TRAINING_JOB,
        describe: &sagemaker::DESCRIBE_TRAINING_JOB,
        list: &sagemaker::LIST_TRAINING_JOBS,
        stop: Some(&sagemaker::STOP_TRAINING_JOB),
        delete: None,
        log_group: Some("/aws/sagemaker/TrainingJobs"),
    };
    /// Processing jobs.
    pub const PROCESSING_JOB: Kind = Kind {
        shape: "ProcessingJob",
        noun: "processing job",
        create: &sagemaker::CREATE_PROCESSING_JOB,
        describe: &sagemaker::DESCRIBE_PROCESSING_JOB,
        list: &sagemaker::LIST_PROCESSING_JOBS,
        stop: Some(&sagemaker::STOP_PROCESSING_JOB),
        delete: None,
        log_group: Some("/aws/sagemaker/ProcessingJobs"),
    };
    /// Batch transform jobs.
    pub const TRANSFORM_JOB: Kind = Kind {
        shape: "TransformJob",
        noun: "transform job",
        create: &sagemaker::CREATE_TRANSFORM_JOB,
        describe: &sagemaker::DESCRIBE_TRANSFORM_JOB,
        list: &sagemaker::LIST_TRANSFORM_JOBS,
        stop: Some(&sagemaker::STOP_TRANSFORM_JOB),
        delete: None,
        log_group: Some("/aws/sagemaker/TransformJobs"),
    };
    /// Models.
    pub const MODEL: Kind = Kind {
        shape: "Model",
        noun: "model",
        create: &sagemaker::CREATE_MODEL,
        describe: &sagemaker::DESCRIBE_MODEL,
        list: &sagemaker::LIST_MODELS,
        stop: None,
        delete: Some(&sagemaker::DELETE_MODEL),
        log_group: None,
    };
    /// What an endpoint consists of.
    pub const ENDPOINT_CONFIG: Kind = Kind {
        shape: "EndpointConfig",
        noun: "endpoint configuration",
        create: &sagemaker::CREATE_ENDPOINT_CONFIG,
        describe: &sagemaker::DESCRIBE_ENDPOINT_CONFIG,
        list: &sagemaker::LIST_ENDPOINT_CONFIGS,
        stop: None,
        delete: Some(&sagemaker::DELETE_ENDPOINT_CONFIG),
        log_group: None,
    };
    /// Endpoints.
    pub const ENDPOINT: Kind = Kind {
        shape: "Endpoint",
        noun: "endpoint",
        create: &sagemaker::CREATE_ENDPOINT,
        describe: &sagemaker::DESCRIBE_ENDPOINT,
        list: &sagemaker::LIST_ENDPOINTS,
        stop: None,
        delete: Some(&sagemaker::DELETE_ENDPOINT),
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
        ALL.into_iter().find(|kind| kind.create.name == operation)
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

    /// What SageMaker knows about one.
    ///
    /// # Errors
    ///
    /// There is none of this name, or no answer.
    pub async fn describe(&self, client: &Client, name: &str) -> Result<Value, Error> {
        client
            .call(self.describe, &json!({ self.name_member(): name }))
            .await
    }

    /// Asks a job to stop, which takes it a while. What does not run, such as a model, stops at once.
    ///
    /// # Errors
    ///
    /// There is none of this name, it has ended already, or there is no answer.
    pub async fn stop(&self, client: &Client, name: &str) -> Result<(), Error> {
        self.end(self.stop, client, name).await
    }

    /// Deletes one. A job cannot be deleted, and stays.
    ///
    /// # Errors
    ///
    /// There is none of this name, or no answer.
    pub async fn delete(&self, client: &Client, name: &str) -> Result<(), Error> {
        self.end(self.delete, client, name).await
    }

    async fn end(
        &self,
        operation: Option<&'static Operation>,
        client: &Client,
        name: &str,
    ) -> Result<(), Error> {
        if let Some(operation) = operation {
            client
                .call(operation, &json!({ self.name_member(): name }))
                .await?;
        }
        Ok(())
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
        client.pages(self.list, filter, keep).await
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
        self.call(&sagemaker::UPDATE_ENDPOINT, &input).await.map(drop)
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
