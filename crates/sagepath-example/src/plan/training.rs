//! A training job: what `CreateTrainingJob` is told.

use sagepath::{Image, InstanceClass, InstanceFamilies, InstanceType, InstanceUse, Located, Parameters};

use super::instance::{self, Wish};
use super::placeholder::BUCKET;
use crate::unavailable::Unavailable;

/// A training job.
#[derive(Clone, Debug)]
pub(crate) struct Training {
    pub(crate) job_name: String,
    pub(crate) input_mode: &'static str,
    pub(crate) channels: Vec<Channel>,
    pub(crate) instance_type: String,
    pub(crate) hyperparameters: Vec<(String, String)>,
    pub(crate) output: String,
    /// Whether it runs a script of the user's.
    pub(crate) own_script: bool,
}

/// A channel of a training job: data, and how it is read.
#[derive(Clone, Debug)]
pub(crate) struct Channel {
    pub(crate) name: String,
    pub(crate) uri: String,
    pub(crate) content_type: Option<String>,
    /// The word of the API for how data is spread over the instances.
    pub(crate) distribution: &'static str,
}

/// The channel of a container that runs a user's script, as the SageMaker SDK names it where no name is given.
const SCRIPT_CHANNEL: &str = "training";

impl Training {
    /// The least that a training job's volume and time are planned for.
    pub(crate) const VOLUME_GB: u32 = 30;
    /// A day.
    pub(crate) const MAX_SECONDS: u32 = 86_400;

    /// Plans a training job with an image.
    pub(crate) fn of(located: &Located<'_>, wish: Wish<'_>) -> Result<Training, Unavailable> {
        let image = located.image();
        let framework = image.framework();
        if !image.is_for("training") {
            return Err(Unavailable::not_for("a training job", located));
        }
        let parameters = framework.parameters();
        let catalog = located.catalog();
        let instance = instance::choose(&catalog, &image, "train", wish, |instance| {
            parameters.is_none_or(|parameters| families_allow(&parameters, InstanceUse::Training, instance))
        })?;
        let slug = framework.slug();
        Ok(Training {
            job_name: job_name(&image),
            // Every algorithm and every container reads files.
            input_mode: "File",
            channels: parameters.map_or_else(
                || vec![Channel::of_script(slug)],
                |parameters| {
                    let names = parameters.required_channels();
                    names
                        .map(|name| Channel::of_algorithm(slug, name, &parameters))
                        .collect()
                },
            ),
            instance_type: instance.name().to_owned(),
            hyperparameters: hyperparameters(slug, parameters),
            output: format!("s3://{BUCKET}/{slug}/output"),
            own_script: parameters.is_none(),
        })
    }
}

impl Training {
    /// What fills the name of a hyperparameter up to the longest.
    pub(crate) fn pad(&self, name: &str) -> String {
        super::pad(name, self.hyperparameters.iter().map(|(name, _)| name.as_str()))
    }

    /// All that is not a number or of this crate.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &str> {
        let hyperparameters = self.hyperparameters.iter();
        let hyperparameters = hyperparameters.flat_map(|(name, value)| [name.as_str(), value]);
        let channels = self.channels.iter();
        let channels = channels.flat_map(|channel| {
            [
                channel.name.as_str(),
                channel.content_type.as_deref().unwrap_or_default(),
            ]
        });
        hyperparameters
            .chain(channels)
            .chain([self.instance_type.as_str()])
    }
}

impl Channel {
    fn of_algorithm(slug: &str, name: &str, parameters: &Parameters<'_>) -> Self {
        Channel {
            name: name.to_owned(),
            uri: format!("s3://{BUCKET}/{slug}/{name}"),
            content_type: parameters.channel_content_type(name).map(str::to_owned),
            distribution: if parameters.is_sharded(name) {
                "ShardedByS3Key"
            } else {
                "FullyReplicated"
            },
        }
    }

    fn of_script(slug: &str) -> Self {
        Channel {
            name: SCRIPT_CHANNEL.to_owned(),
            uri: format!("s3://{BUCKET}/{slug}/{SCRIPT_CHANNEL}"),
            content_type: None,
            distribution: "FullyReplicated",
        }
    }
}

/// The name of the job that the examples of hosting take the model from.
pub(crate) fn job_name(image: &Image<'_>) -> String {
    format!("{}-training", image.framework().slug())
}

/// What an algorithm requires; for a container that runs a script, where the script is.
///
/// Source of the latter: `sagemaker` 2.257.7, whose framework estimators set these two.
fn hyperparameters(slug: &str, parameters: Option<Parameters<'_>>) -> Vec<(String, String)> {
    let Some(parameters) = parameters else {
        let archive = format!("s3://{BUCKET}/{slug}/code/sourcedir.tar.gz");
        return vec![
            ("sagemaker_program".to_owned(), "train.py".to_owned()),
            ("sagemaker_submit_directory".to_owned(), archive),
        ];
    };
    let required = parameters.required_hyperparameters();
    required
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect()
}

/// Whether an algorithm runs on an instance type, as the documentation says.
pub fn families_allow(parameters: &Parameters<'_>, of: InstanceUse, instance: &InstanceType<'_>) -> bool {
    let class = match instance.processor() {
        "cpu" => InstanceClass::Cpu,
        "gpu" => InstanceClass::Gpu,
        _ => return false,
    };
    match parameters.instance_families(of, class) {
        InstanceFamilies::None => false,
        InstanceFamilies::Some(families) => families.contains(&instance.family()),
        _ => true,
    }
}
