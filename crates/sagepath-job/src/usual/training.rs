//! A training job.

use sagepath::{Catalog, Parameters};
use serde_json::{Value as Json, json};

use super::{Cluster, map};
use crate::reference::ImageReference;

/// A training job in a few words.
#[derive(Clone, Debug)]
pub struct Training<'w> {
    /// The image.
    pub image: &'w ImageReference,
    /// Where it runs, and how long it may.
    pub cluster: Cluster<'w>,
    /// How data is read: `File`, `Pipe` or `FastFile`.
    pub input_mode: &'w str,
    /// Channels, and where their data is.
    pub inputs: Vec<(&'w str, &'w str)>,
    /// The content type of the data, in place of the documented one.
    pub content_type: Option<&'w str>,
    /// Where the model goes.
    pub output: &'w str,
    /// Hyperparameters.
    pub hyperparameters: Vec<(&'w str, &'w str)>,
}

impl Training<'_> {
    /// The job file.
    ///
    /// What the documentation tells of the algorithm's channels is filled in: the content type, and how data is spread.
    pub fn document(&self, catalog: &Catalog<'_>) -> Json {
        let framework = catalog.framework(self.image.framework());
        let parameters = framework.and_then(|framework| framework.parameters());
        let channels: Vec<Json> = self
            .inputs
            .iter()
            .map(|(name, uri)| self.channel(name, uri, parameters.as_ref()))
            .collect();
        let mut document = json!({
            "AlgorithmSpecification": {
                "TrainingImage": self.image.to_string(),
                "TrainingInputMode": self.input_mode,
            },
        });
        if !self.hyperparameters.is_empty() {
            document["HyperParameters"] = map(&self.hyperparameters);
        }
        if !channels.is_empty() {
            document["InputDataConfig"] = Json::Array(channels);
        }
        document["OutputDataConfig"] = json!({"S3OutputPath": self.output});
        document["ResourceConfig"] = self.cluster.instances();
        document["StoppingCondition"] = self.cluster.stopping_condition();
        document
    }

    fn channel(&self, name: &str, uri: &str, parameters: Option<&Parameters<'_>>) -> Json {
        let is_sharded = parameters.is_some_and(|parameters| parameters.is_sharded(name));
        let distribution = if is_sharded {
            "ShardedByS3Key"
        } else {
            "FullyReplicated"
        };
        let mut channel = json!({
            "ChannelName": name,
            "DataSource": {"S3DataSource": {
                "S3DataType": "S3Prefix",
                "S3Uri": uri,
                "S3DataDistributionType": distribution,
            }},
        });
        let documented = || parameters?.channel_content_type(name);
        if let Some(content_type) = self.content_type.or_else(documented) {
            channel["ContentType"] = content_type.into();
        }
        channel
    }
}
