//! A model on an endpoint: what `CreateModel`, `CreateEndpointConfig` and `CreateEndpoint` are told.

use sagepath::{InstanceUse, Located};

use super::LookUp;
use super::instance::{self, Wish};
use super::placeholder::BUCKET;
use super::training::{families_allow, job_name};
use crate::task::Task;
use crate::unavailable::Unavailable;

/// A model on an endpoint.
#[derive(Clone, Debug)]
pub(crate) struct Hosting<'c> {
    pub(crate) image: String,
    pub(crate) model_name: String,
    pub(crate) config_name: String,
    pub(crate) endpoint_name: String,
    pub(crate) model_data: String,
    pub(crate) environment: Vec<(&'static str, &'static str)>,
    pub(crate) instance_type: String,
    /// How the image is asked for.
    pub(super) look_up: LookUp<'c>,
    /// Whether the model must bring a script.
    pub(crate) own_script: bool,
    /// Whether the image differs from the one that was asked about.
    pub(crate) is_other_image: bool,
    /// The base frameworks of training and inference, where they differ.
    pub(crate) bases: Option<(&'c str, &'c str)>,
    /// Whether no training job of the catalog makes models for it.
    pub(crate) is_inference_only: bool,
}

/// How a container that runs a user's script is told where it is.
///
/// Source: `sagemaker` 2.257.7, whose models set these two.
const SCRIPT: [(&str, &str); 2] = [
    ("SAGEMAKER_PROGRAM", "inference.py"),
    ("SAGEMAKER_SUBMIT_DIRECTORY", "/opt/ml/model/code"),
];

impl<'c> Hosting<'c> {
    /// Plans an endpoint for an image, or for the models that it trains.
    pub(crate) fn of(located: &Located<'c>, wish: Wish<'_>) -> Result<Hosting<'c>, Unavailable> {
        let host = inference_image(located)?;
        let image = host.image();
        let framework = image.framework();
        let parameters = framework.parameters();
        let catalog = located.catalog();
        let instance = instance::choose(&catalog, &image, "host", wish, |instance| {
            parameters.is_none_or(|parameters| families_allow(&parameters, InstanceUse::Inference, instance))
        })?;
        let slug = framework.slug();
        let is_trained = framework.images().any(|image| image.is_for("training"));
        let own_script = parameters.is_none() && is_trained;
        let model_data = if is_trained {
            format!(
                "s3://{BUCKET}/{slug}/output/{}/output/model.tar.gz",
                job_name(&image)
            )
        } else {
            format!("s3://{BUCKET}/{slug}/model.tar.gz")
        };
        Ok(Hosting {
            image: host.path().to_string(),
            model_name: format!("{slug}-model"),
            config_name: format!("{slug}-config"),
            endpoint_name: format!("{slug}-endpoint"),
            model_data,
            environment: if own_script { SCRIPT.to_vec() } else { Vec::new() },
            instance_type: instance.name().to_owned(),
            look_up: LookUp::of(&host, Task::Host),
            own_script,
            is_other_image: image != located.image(),
            bases: located
                .image()
                .base_framework()
                .zip(image.base_framework())
                .filter(|(own, other)| own != other),
            is_inference_only: !is_trained,
        })
    }
}

impl Hosting<'_> {
    /// What fills the name of a variable up to the longest.
    pub(crate) fn pad(&self, name: &str) -> String {
        super::pad(name, self.environment.iter().map(|(name, _)| *name))
    }
}

/// The image itself, if it is for inference, else the inference image that fits what it trains.
fn inference_image<'c>(located: &Located<'c>) -> Result<Located<'c>, Unavailable> {
    let image = located.image();
    if !image.is_for("inference") && !image.is_for("training") {
        return Err(Unavailable::not_for("an endpoint", located));
    }
    located
        .partner(None)
        .ok_or_else(|| Unavailable::NoInferenceImage {
            title: format!("{} {}", image.framework().title(), image.version()),
            region: located.region().id().to_owned(),
        })
}
