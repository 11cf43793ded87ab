//! A model on an endpoint.

use serde_json::{Value as Json, json};

use super::model;
use crate::reference::ImageReference;

/// The memory of a serverless endpoint, and how many requests it answers at once, where nobody says.
const SERVERLESS: (u32, u32) = (2048, 5);

/// An endpoint in a few words.
#[derive(Clone, Debug)]
pub struct Deployment<'w> {
    /// The image; that of the training job if there is none.
    pub image: Option<&'w ImageReference>,
    /// Where the model is.
    pub model_data: Option<&'w str>,
    /// The instance type; none for a serverless endpoint.
    pub instance_type: Option<&'w str>,
    /// How many instances.
    pub instance_count: u32,
    /// What the container finds in its environment.
    pub environment: Vec<(&'w str, &'w str)>,
}

impl Deployment<'_> {
    /// The job file.
    pub fn document(&self) -> Json {
        let variant = match self.instance_type {
            Some(instance_type) => json!({
                "InstanceType": instance_type,
                "InitialInstanceCount": self.instance_count,
            }),
            None => json!({
                "ServerlessConfig": {"MemorySizeInMB": SERVERLESS.0, "MaxConcurrency": SERVERLESS.1},
            }),
        };
        json!({
            "Model": model(self.image, self.model_data, &self.environment),
            "EndpointConfig": {"ProductionVariants": [variant]},
            "Endpoint": {},
        })
    }
}
