//! `sagepath:pytorch@2.5?scope=training&python=py311`: an image, named by framework and version.

use std::fmt;

use sagepath::Query;

/// What a reference begins with.
pub const SCHEME: &str = "sagepath:";

/// What a reference may say after the question mark: the names of the command's options, and those of the SDK.
pub const PARAMETERS: &[&str] = &[
    "version",
    "scope",
    "instance-type",
    "processor",
    "architecture",
    "python",
    "base-framework",
    "container-version",
    "sdk-version",
    "inference-tool",
    "accelerator-type",
    "platform",
    "smdistributed",
    "training-compiler",
    "serverless",
    "pin",
];

/// An image, named by framework and version.
///
/// ```
/// use sagepath_job::ImageReference;
///
/// let reference = ImageReference::parse("sagepath:pytorch@2.5?scope=training&py_version=py311").unwrap()?;
/// assert_eq!(reference.to_string(), "sagepath:pytorch@2.5?scope=training&python=py311");
/// assert!(ImageReference::parse("111122223333.dkr.ecr.us-east-1.amazonaws.com/own:1").is_none());
/// # Ok::<(), sagepath_job::ReferenceError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImageReference {
    framework: String,
    version: Option<String>,
    /// By their names in [`PARAMETERS`], in the order in which they stand.
    parameters: Vec<(&'static str, String)>,
}

/// Why a text that begins as a reference is none.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ReferenceError {
    /// No framework is named.
    #[error("no framework is named after `sagepath:`")]
    NoFramework,
    /// A part has a character that no name or version has.
    #[error("`{part}` is no name or version")]
    Character {
        /// The part.
        part: String,
    },
    /// There is no such parameter.
    #[error("an image has no parameter `{name}`")]
    Unknown {
        /// Its name.
        name: String,
        /// The one that was probably meant.
        nearest: Option<&'static str>,
    },
    /// A parameter has no value.
    #[error("`{name}` has no value")]
    Empty {
        /// Its name.
        name: String,
    },
    /// Something is said twice.
    #[error("`{name}` is given twice")]
    Twice {
        /// Its name.
        name: &'static str,
    },
    /// A switch is neither true nor false.
    #[error("`{name}` is true or false, and not `{value}`")]
    Switch {
        /// Its name.
        name: &'static str,
        /// What stands there.
        value: String,
    },
}

impl ReferenceError {
    /// What to do about it.
    pub fn hint(&self) -> Option<String> {
        match self {
            ReferenceError::NoFramework => Some("write `sagepath:xgboost@1.7-1`".to_owned()),
            ReferenceError::Unknown {
                nearest: Some(nearest),
                ..
            } => Some(format!("did you mean `{nearest}`?")),
            ReferenceError::Unknown { .. } => Some(format!("it may say {}", PARAMETERS.join(", "))),
            ReferenceError::Empty { name } => Some(format!("write `{name}=VALUE`")),
            ReferenceError::Character { part } => Some(as_it_is_written(part).map_or_else(
                || "write `sagepath:FRAMEWORK@VERSION?NAME=VALUE&NAME=VALUE`".to_owned(),
                |meant| format!("did you mean `{meant}`?"),
            )),
            ReferenceError::Twice { .. } | ReferenceError::Switch { .. } => None,
        }
    }
}

impl ImageReference {
    /// Makes a reference; empty values say nothing.
    ///
    /// # Errors
    ///
    /// [`ReferenceError`] if something is no word, or a parameter is not known, stands there twice, or is a switch and neither
    /// true nor false.
    pub fn new<'p>(
        framework: &str,
        version: Option<&str>,
        parameters: impl IntoIterator<Item = (&'p str, &'p str)>,
    ) -> Result<Self, ReferenceError> {
        [Some(framework), version]
            .into_iter()
            .flatten()
            .try_for_each(is_word)?;
        let mut reference = ImageReference {
            framework: framework.to_owned(),
            version: version.filter(|version| !version.is_empty()).map(str::to_owned),
            parameters: Vec::new(),
        };
        for (name, value) in parameters.into_iter().filter(|(_, value)| !value.is_empty()) {
            reference.add(name, value)?;
        }
        Ok(reference)
    }

    /// Reads a reference; `None` if the text does not begin as one.
    pub fn parse(text: &str) -> Option<Result<Self, ReferenceError>> {
        text.strip_prefix(SCHEME).map(Self::read)
    }

    fn read(text: &str) -> Result<Self, ReferenceError> {
        let (named, parameters) = text.split_once('?').unwrap_or((text, ""));
        let (framework, version) = match named.split_once('@') {
            Some((framework, version)) => (framework, Some(version)),
            None => (named, None),
        };
        if framework.trim().is_empty() {
            return Err(ReferenceError::NoFramework);
        }
        let mut reference = ImageReference::new(framework, version, [])?;
        for parameter in parameters.split('&').filter(|parameter| !parameter.is_empty()) {
            let (name, value) = parameter.split_once('=').unwrap_or((parameter, ""));
            if value.is_empty() {
                let name = name.to_owned();
                return Err(ReferenceError::Empty { name });
            }
            reference.add(name, value)?;
        }
        Ok(reference)
    }

    fn add(&mut self, name: &str, value: &str) -> Result<(), ReferenceError> {
        is_word(value)?;
        let plain = name.replace('_', "-").to_ascii_lowercase();
        let plain = match plain.as_str() {
            "image-scope" => "scope",
            "py-version" => "python",
            "base-framework-version" => "base-framework",
            "training-compiler-config" => "training-compiler",
            "serverless-inference-config" => "serverless",
            other => other,
        };
        let Some(known) = PARAMETERS.iter().find(|known| **known == plain) else {
            let distance = |known: &&&str| strsim::osa_distance(known, plain);
            let nearest = PARAMETERS.iter().min_by_key(distance);
            return Err(ReferenceError::Unknown {
                name: name.to_owned(),
                nearest: nearest
                    .filter(|nearest| distance(nearest) <= plain.len() / 3)
                    .copied(),
            });
        };
        let is_known = self.get(known).is_some() || (*known == "version" && self.version.is_some());
        if is_known {
            return Err(ReferenceError::Twice { name: known });
        }
        let is_switch = matches!(
            *known,
            "smdistributed" | "training-compiler" | "serverless" | "pin"
        );
        if is_switch && !matches!(value, "true" | "false") {
            return Err(ReferenceError::Switch {
                name: known,
                value: value.to_owned(),
            });
        }
        if *known == "version" {
            self.version = Some(value.to_owned());
        } else {
            self.parameters.push((known, value.to_owned()));
        }
        Ok(())
    }

    /// The framework.
    pub fn framework(&self) -> &str {
        &self.framework
    }

    /// The version, if it says one.
    pub fn version(&self) -> Option<&str> {
        self.version.as_deref()
    }

    /// What it says under a name of [`PARAMETERS`] other than the version.
    pub fn get(&self, name: &str) -> Option<&str> {
        let mut parameters = self.parameters.iter();
        parameters
            .find(|(known, _)| *known == name)
            .map(|(_, value)| value.as_str())
    }

    /// Whether the fullest tag is wanted.
    pub(crate) fn is_pinned(&self) -> bool {
        self.get("pin") == Some("true")
    }

    /// The question that it asks in a region.
    pub(crate) fn query<'q>(&'q self, region: &'q str) -> Query<'q> {
        let text = |name| self.get(name).unwrap_or_default();
        let is = |name| self.get(name) == Some("true");
        Query::new(&self.framework, region)
            .version(self.version.as_deref().unwrap_or_default())
            .scope(text("scope"))
            .instance_type(text("instance-type"))
            .processor(text("processor"))
            .architecture(text("architecture"))
            .python(text("python"))
            .base_framework(text("base-framework"))
            .container_version(text("container-version"))
            .sdk_version(text("sdk-version"))
            .inference_tool(text("inference-tool"))
            .accelerator_type(text("accelerator-type"))
            .platform(text("platform"))
            .smdistributed(is("smdistributed"))
            .training_compiler(is("training-compiler"))
            .serverless(is("serverless"))
    }
}

/// What was written as an image or a URL is: `xgboost:1.7-1`, `//xgboost`.
fn as_it_is_written(part: &str) -> Option<String> {
    let meant = part.trim_start_matches('/').replacen(':', "@", 1);
    let is_right = meant != part && ImageReference::read(&meant).is_ok();
    is_right.then_some(meant)
}

/// Whether a part has such characters only as names and versions have.
fn is_word(part: &str) -> Result<(), ReferenceError> {
    let is_plain = |character: char| character.is_ascii_alphanumeric() || ".-_+".contains(character);
    if part.chars().all(is_plain) {
        return Ok(());
    }
    Err(ReferenceError::Character {
        part: part.to_owned(),
    })
}

impl fmt::Display for ImageReference {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{SCHEME}{}", self.framework)?;
        if let Some(version) = &self.version {
            write!(formatter, "@{version}")?;
        }
        for (number, (name, value)) in self.parameters.iter().enumerate() {
            let mark = if number == 0 { '?' } else { '&' };
            write!(formatter, "{mark}{name}={value}")?;
        }
        Ok(())
    }
}
