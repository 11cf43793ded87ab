//! A batch transform job.

use serde_json::{Value as Json, json};

use super::{map, model};
use crate::reference::ImageReference;

/// A batch transform job in a few words.
#[derive(Clone, Debug)]
pub struct Transform<'w> {
    /// The model that is asked.
    pub hosted: Hosted<'w>,
    /// The instance type.
    pub instance_type: &'w str,
    /// How many instances.
    pub instance_count: u32,
    /// Where the data is.
    pub input: &'w str,
    /// Where the answers go.
    pub output: &'w str,
    /// What the data is.
    pub content_type: Option<&'w str>,
    /// What the answers should be.
    pub accept: Option<&'w str>,
    /// How an object is taken apart into records: `Line`.
    pub split: Option<&'w str>,
    /// How many records a request holds: `MultiRecord` or `SingleRecord`.
    pub strategy: Option<&'w str>,
    /// What the container finds in its environment.
    pub environment: Vec<(&'w str, &'w str)>,
}

/// A model: one that is there, or one to be made.
#[derive(Clone, Copy, Debug)]
pub enum Hosted<'w> {
    /// The name of a model that is there.
    There(&'w str),
    /// A model to be made, with its image and what was trained.
    Made {
        /// The image.
        image: &'w ImageReference,
        /// Where the model is.
        model_data: &'w str,
    },
}

impl Transform<'_> {
    /// The job file.
    pub fn document(&self) -> Json {
        let mut job = self.job();
        match self.hosted {
            Hosted::There(name) => {
                job["ModelName"] = name.into();
                if !self.environment.is_empty() {
                    job["Environment"] = map(&self.environment);
                }
                json!({"TransformJob": job})
            }
            Hosted::Made { image, model_data } => json!({
                "Model": model(Some(image), Some(model_data), &self.environment),
                "TransformJob": job,
            }),
        }
    }

    fn job(&self) -> Json {
        let mut job = json!({
            "TransformInput": {
                "DataSource": {"S3DataSource": {"S3DataType": "S3Prefix", "S3Uri": self.input}},
            },
            "TransformOutput": {"S3OutputPath": self.output},
            "TransformResources": {
                "InstanceType": self.instance_type,
                "InstanceCount": self.instance_count,
            },
        });
        if let Some(content_type) = self.content_type {
            job["TransformInput"]["ContentType"] = content_type.into();
        }
        if let Some(split) = self.split {
            job["TransformInput"]["SplitType"] = split.into();
            // Lines in, lines out: without it, the answers to an object's requests would run into each other.
            if split == "Line" {
                job["TransformOutput"]["AssembleWith"] = split.into();
            }
        }
        if let Some(accept) = self.accept {
            job["TransformOutput"]["Accept"] = accept.into();
        }
        if let Some(strategy) = self.strategy {
            job["BatchStrategy"] = strategy.into();
        }
        job
    }
}
