//! Job files to start from, with comments.

use askama::Template;
use sagepath::{Catalog, ContentUse, Error, InstanceType, InstanceUse, Located, Parameters};
use sagepath_example::{BUCKET, USUAL_INSTANCE_TYPES, families_allow, role};

use crate::kind::Kind;
use crate::locate::{Use, locate};
use crate::reference::ImageReference;
use crate::usual::{MAX_SECONDS, VOLUME_GB};

/// What a file to start from is made for.
#[derive(Clone, Copy, Debug)]
pub struct Starter<'s> {
    /// What the file is for.
    pub kind: Kind,
    /// The image.
    pub image: &'s ImageReference,
    /// The region, which decides what there is.
    pub region: &'s str,
    /// The instance type; a usual one if none is named.
    pub instance_type: Option<&'s str>,
    /// How the file will be called.
    pub file: &'s str,
}

/// Why there is no file to start from.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StarterError {
    /// No image is meant, or several are.
    #[error(transparent)]
    Image(#[from] Error),
    /// No instance type that may be used so runs the image.
    #[error("no instance type is known that may {purpose} and runs this image")]
    NoInstance {
        /// What it is to do: `train`.
        purpose: &'static str,
    },
    /// The instance type that is named is not there for this.
    #[error("SageMaker does not {purpose} on {instance_type}: its uses are {uses}")]
    OtherUse {
        /// What it is to do: `train`.
        purpose: &'static str,
        /// Its name.
        instance_type: String,
        /// What it is there for.
        uses: String,
    },
    /// A template has an error.
    #[error("the template is broken: {0}")]
    Template(#[from] askama::Error),
}

/// What all files to start from show.
struct Shown {
    title: String,
    slug: String,
    role: String,
    image: String,
    instance_type: String,
    own_script: bool,
    bucket: &'static str,
    file: String,
}

struct Channel {
    name: String,
    content_type: Option<String>,
    distribution: &'static str,
}

#[derive(Template)]
#[template(path = "train.yaml", escape = "none")]
struct Train {
    shown: Shown,
    input_modes: String,
    hyperparameters: Vec<(String, String)>,
    channels: Vec<Channel>,
    optional_channels: String,
}

#[derive(Template)]
#[template(path = "deploy.yaml", escape = "none")]
struct Deploy {
    shown: Shown,
}

#[derive(Template)]
#[template(path = "process.yaml", escape = "none")]
struct Process {
    shown: Shown,
}

#[derive(Template)]
#[template(path = "transform.yaml", escape = "none")]
struct Transform {
    shown: Shown,
    content_type: Option<String>,
}

impl Starter<'_> {
    /// Writes the file, in YAML. It is a right one as it stands; what only its user knows is marked.
    ///
    /// ```
    /// use sagepath::Catalog;
    /// use sagepath_job::{ImageReference, Kind, Starter};
    ///
    /// let image = ImageReference::new("xgboost", Some("1.7-1"), [])?;
    /// let starter = Starter { kind: Kind::Train, image: &image, region: "us-east-1", instance_type: None, file: "train.yaml" };
    /// assert!(starter.write(Catalog::embedded())?.contains("TrainingImage: sagepath:xgboost@1.7-1\n"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`StarterError`] if no image is meant, or it runs on no instance type for this.
    pub fn write(&self, catalog: &Catalog<'_>) -> Result<String, StarterError> {
        let (located, instance_type) = self.locate(catalog)?;
        let image = located.image();
        let framework = image.framework();
        let parameters = framework.parameters();
        let has_trainer = framework.images().any(|image| image.is_for("training"));
        let shown = Shown {
            title: format!("{} {}", framework.title(), image.version())
                .trim_end()
                .to_owned(),
            slug: framework.slug().to_owned(),
            role: role(&located.region()),
            image: self.image.to_string(),
            instance_type,
            own_script: parameters.is_none() && has_trainer,
            bucket: BUCKET,
            file: self.file.to_owned(),
        };
        let text = match self.kind {
            Kind::Train => train(shown, parameters.as_ref()).render(),
            Kind::Deploy => Deploy { shown }.render(),
            Kind::Process => Process { shown }.render(),
            Kind::Transform => {
                let mut content_types = parameters
                    .into_iter()
                    .flat_map(|parameters| parameters.content_types(ContentUse::BatchTransform));
                let content_type = content_types.next().map(str::to_owned);
                Transform { shown, content_type }.render()
            }
        };
        Ok(text? + "\n")
    }

    /// The image, and an instance type that runs it: the one that is named, or the first usual one that will do.
    fn locate<'c>(&self, catalog: &'c Catalog<'_>) -> Result<(Located<'c>, String), StarterError> {
        let purpose = self.kind.purpose();
        let resolve = |instance_type: &str| {
            let used = Use {
                scopes: self.kind.scopes(),
                instance_type: Some(instance_type),
                is_serverless: false,
            };
            locate(self.image, &used, self.region, catalog)
        };
        if let Some(name) = self.instance_type {
            if let Some(instance) = catalog.instance_type(name)
                && !instance.uses().any(|used| used == purpose)
            {
                return Err(StarterError::OtherUse {
                    purpose,
                    instance_type: name.to_owned(),
                    uses: instance.uses().collect::<Vec<_>>().join(", "),
                });
            }
            return Ok((resolve(name)?, name.to_owned()));
        }
        let named = |name: &&str| catalog.instance_type(name);
        let usual = USUAL_INSTANCE_TYPES.iter().filter_map(named);
        let mut first = None;
        for instance in usual.chain(catalog.instance_types()) {
            if !instance.uses().any(|used| used == purpose) || instance.accelerator().is_some() {
                continue;
            }
            match resolve(instance.name()) {
                Ok(located) if self.will_do(&located, &instance) => {
                    return Ok((located, instance.name().to_owned()));
                }
                Ok(_) => {}
                Err(error) => first = first.or(Some(error)),
            }
        }
        Err(first.map_or(StarterError::NoInstance { purpose }, StarterError::Image))
    }

    fn will_do(&self, located: &Located<'_>, instance: &InstanceType<'_>) -> bool {
        let image = located.image();
        let parameters = image.framework().parameters();
        let wanted = match self.kind {
            Kind::Train => InstanceUse::Training,
            Kind::Deploy | Kind::Process | Kind::Transform => InstanceUse::Inference,
        };
        image.runs_on_instance(instance)
            && parameters.is_none_or(|parameters| families_allow(&parameters, wanted, instance))
    }
}

fn train(shown: Shown, parameters: Option<&Parameters<'_>>) -> Train {
    let Some(parameters) = parameters else {
        // As the SageMaker SDK names the channel of a container that runs a script.
        let channel = Channel {
            name: "training".to_owned(),
            content_type: None,
            distribution: "FullyReplicated",
        };
        return Train {
            shown,
            input_modes: "File, Pipe or FastFile.".to_owned(),
            hyperparameters: Vec::new(),
            channels: vec![channel],
            optional_channels: String::new(),
        };
    };
    let channels = parameters.required_channels().map(|name| Channel {
        name: name.to_owned(),
        content_type: parameters.channel_content_type(name).map(str::to_owned),
        distribution: if parameters.is_sharded(name) {
            "ShardedByS3Key"
        } else {
            "FullyReplicated"
        },
    });
    let modes: Vec<&str> = parameters.input_modes().collect();
    let optional: Vec<&str> = parameters.optional_channels().collect();
    let required = parameters
        .required_hyperparameters()
        .map(|(name, value)| (name.to_owned(), value.to_owned()));
    Train {
        shown,
        input_modes: format!("The algorithm takes {}.", modes.join(" and ")),
        hyperparameters: required.collect(),
        channels: channels.collect(),
        optional_channels: optional.join(", "),
    }
}
