//! Job files for the common case, made of a few words.

mod deployment;
mod processing;
mod training;
mod transform;

use serde_json::{Map, Value as Json, json};

pub use self::deployment::Deployment;
pub use self::processing::{Code, Place, Processing};
pub use self::training::Training;
pub use self::transform::{Hosted, Transform};
use crate::reference::ImageReference;

/// Gigabytes of a job's volume, where nobody says how many.
pub const VOLUME_GB: u32 = 30;
/// Seconds that a job may take, where nobody says how many: a day.
pub const MAX_SECONDS: u32 = 86_400;

/// The instances of a job, and how long it may take.
#[derive(Clone, Copy, Debug)]
pub struct Cluster<'w> {
    /// The instance type.
    pub instance_type: &'w str,
    /// How many instances.
    pub instance_count: u32,
    /// Gigabytes of each instance's volume.
    pub volume_gb: u32,
    /// Seconds that it may take.
    pub max_seconds: u32,
}

impl Cluster<'_> {
    fn instances(&self) -> Json {
        json!({
            "InstanceType": self.instance_type,
            "InstanceCount": self.instance_count,
            "VolumeSizeInGB": self.volume_gb,
        })
    }

    fn stopping_condition(&self) -> Json {
        json!({"MaxRuntimeInSeconds": self.max_seconds})
    }
}

/// The request for a model of one container: its image, what was trained, and its environment.
fn model(image: Option<&ImageReference>, model_data: Option<&str>, environment: &[(&str, &str)]) -> Json {
    let mut container = Map::new();
    if let Some(image) = image {
        container.insert("Image".to_owned(), image.to_string().into());
    }
    if let Some(model_data) = model_data {
        container.insert("ModelDataUrl".to_owned(), model_data.into());
    }
    if !environment.is_empty() {
        container.insert("Environment".to_owned(), map(environment));
    }
    json!({"PrimaryContainer": container})
}

fn map(pairs: &[(&str, &str)]) -> Json {
    let fields = pairs
        .iter()
        .map(|(name, value)| ((*name).to_owned(), Json::from(*value)));
    Json::Object(fields.collect())
}
