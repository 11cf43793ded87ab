//! Why there is no example.

use sagepath::{Located, Platform};

use crate::target::Target;

/// Why there is no example: prints as a sentence, lower case and without a full stop.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Unavailable {
    /// The image is known and never an answer.
    #[error("{path} is not to be used: {reason}")]
    Withheld {
        /// Its registry path.
        path: String,
        /// Why.
        reason: String,
    },
    /// The image is made for something else than the task.
    #[error("{path} is {}, not for {what}", made_for(scopes, *platform))]
    NotFor {
        /// Its registry path.
        path: String,
        /// What the task needs it for: "a training job".
        what: &'static str,
        /// What it is for.
        scopes: Vec<String>,
        /// What platform it is made for.
        platform: Platform,
    },
    /// What an image trains, no image of the catalog hosts.
    #[error("no inference image of {title} is known in {region}")]
    NoInferenceImage {
        /// The framework and its version.
        title: String,
        /// The region.
        region: String,
    },
    /// No instance type runs the image for the task.
    #[error("no instance type is known that the image runs on and that may {purpose} with it")]
    NoInstance {
        /// `train` or `host`.
        purpose: &'static str,
    },
    /// The instance type that was asked for will not do.
    #[error("{instance} {reason}")]
    Instance {
        /// Its name.
        instance: String,
        /// Why.
        reason: &'static str,
    },
    /// The tool asks by a query, and no query means this path.
    #[error("no query means {path}, and {} would ask for it by one", target.title())]
    NoQuery {
        /// The registry path.
        path: String,
        /// The tool.
        target: Target,
    },
    /// A value cannot be written into source code as it is.
    #[error("`{0}` cannot be written into source code: it holds a quote, a backslash or a control character")]
    Unprintable(String),
    /// A template could not be filled.
    #[error("the example could not be written: {0}")]
    Template(String),
}

impl Unavailable {
    pub(crate) fn not_for(what: &'static str, located: &Located<'_>) -> Self {
        let image = located.image();
        Unavailable::NotFor {
            path: located.path().to_string(),
            what,
            scopes: image.scopes().map(str::to_owned).collect(),
            platform: image.platform(),
        }
    }
}

fn made_for(scopes: &[String], platform: Platform) -> String {
    match (platform, scopes) {
        (Platform::Ec2, _) => "made for EC2, ECS and EKS".to_owned(),
        (Platform::General, _) => "not made for SageMaker".to_owned(),
        (_, []) => "an image to build upon".to_owned(),
        (_, scopes) => format!("for {}", scopes.join(" and ")),
    }
}
