//! Why there is no image, and what to ask instead.

use std::fmt;

use crate::suggest::nearest;

/// A question that has no answer: what is wrong with it, what the choices are, and the nearest of them.
///
/// ```
/// use sagepath::{Catalog, Code, Query};
///
/// let error = Catalog::embedded().resolve(&Query::new("xgbost", "us-east-1")).unwrap_err();
/// assert_eq!(error.code(), Code::UnknownFramework);
/// assert_eq!(error.suggestion(), Some("xgboost"));
/// assert_eq!(error.to_string(), "framework `xgbost` is not known");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error(Box<Details>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Details {
    code: Code,
    message: String,
    choices: Vec<String>,
    suggestion: Option<String>,
    hint: Option<String>,
}

/// Defines the codes: a variant, its name in JSON, and the field of the query that it is about.
macro_rules! codes {
    ($($(#[$doc:meta])* $variant:ident = $name:literal about $field:literal,)*) => {
        /// What is wrong with a question, in a form for programs. The names are stable.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Code {
            $($(#[$doc])* $variant,)*
        }

        impl Code {
            /// Every code.
            pub const ALL: &'static [Code] = &[$(Code::$variant,)*];

            /// The code's name: kebab case, and stable.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Code::$variant => $name,)*
                }
            }

            /// What is missing or wrong: the SDK's name of an argument, `platform`, or `path`.
            pub const fn field(self) -> &'static str {
                match self {
                    $(Code::$variant => $field,)*
                }
            }
        }
    };
}

codes! {
    /// There is no framework of this name.
    UnknownFramework = "unknown-framework" about "framework",
    /// There is no region of this name.
    UnknownRegion = "unknown-region" about "region",
    /// The image is not offered in this region.
    UnsupportedRegion = "unsupported-region" about "region",
    /// The framework asks for a version, and none was named.
    MissingVersion = "missing-version" about "version",
    /// The framework has no such version, or none for this scope and architecture.
    UnknownVersion = "unknown-version" about "version",
    /// The version is known, and is never an answer.
    WithheldVersion = "withheld-version" about "version",
    /// The framework has images for several scopes, and none was named.
    MissingScope = "missing-scope" about "image_scope",
    /// The framework has no image for this scope.
    UnsupportedScope = "unsupported-scope" about "image_scope",
    /// The version has images for several Pythons, and none was named.
    MissingPython = "missing-python" about "py_version",
    /// The version has no image for this Python.
    UnsupportedPython = "unsupported-python" about "py_version",
    /// The version has images for several base frameworks, and none was named.
    MissingBaseFramework = "missing-base-framework" about "base_framework_version",
    /// The version has no image for this base framework.
    UnsupportedBaseFramework = "unsupported-base-framework" about "base_framework_version",
    /// The version has images for several processors, and no instance type was named.
    MissingInstanceType = "missing-instance-type" about "instance_type",
    /// There is no instance type of this name.
    UnknownInstanceType = "unknown-instance-type" about "instance_type",
    /// The images do not run on the instance type's processor.
    UnsupportedProcessor = "unsupported-processor" about "instance_type",
    /// The images do not run on the instance type's architecture.
    UnsupportedArchitecture = "unsupported-architecture" about "instance_type",
    /// The images no longer run on this instance family.
    UnsupportedInstanceFamily = "unsupported-instance-family" about "instance_type",
    /// The image takes no such container version.
    UnsupportedContainerVersion = "unsupported-container-version" about "container_version",
    /// The version has no image for this Neuron SDK.
    UnsupportedSdkVersion = "unsupported-sdk-version" about "sdk_version",
    /// The framework has no images for this inference tool.
    UnsupportedInferenceTool = "unsupported-inference-tool" about "inference_tool",
    /// There is no Elastic Inference accelerator of this name.
    UnsupportedAcceleratorType = "unsupported-accelerator-type" about "accelerator_type",
    /// Serverless endpoints have CPUs only, and the image needs more.
    UnsupportedServerless = "unsupported-serverless" about "serverless_inference_config",
    /// There are no images for this platform.
    UnsupportedPlatform = "unsupported-platform" about "platform",
    /// No source tells a registry path of this framework.
    NoRegistryPath = "no-registry-path" about "framework",
    /// The path's repository is not one of AWS's.
    UnknownRepository = "unknown-repository" about "path",
    /// The path's account is not one that owns its repository.
    ForeignAccount = "foreign-account" about "path",
    /// The path's tag is not known.
    UnknownTag = "unknown-tag" about "path",
    /// The path names its image by a digest alone.
    DigestOnly = "digest-only" about "path",
    /// Several images answer the question, and no field of a query tells them apart.
    Ambiguous = "ambiguous" about "version",
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// The most characters of a message: what was asked for may be of any length.
const LONGEST: usize = 400;

/// One line of printable text, whatever is part of it.
fn printable(text: String) -> String {
    if text.len() <= LONGEST && !text.contains(char::is_control) {
        return text;
    }
    let mut line = String::with_capacity(LONGEST);
    for character in text.chars().take(LONGEST) {
        if character.is_control() {
            line.extend(character.escape_default());
        } else {
            line.push(character);
        }
    }
    line
}

/// Each word once, in the order in which they come; for a handful of them.
pub(crate) fn distinct<'w>(words: impl IntoIterator<Item = &'w str>) -> Vec<&'w str> {
    let mut distinct = Vec::new();
    for word in words {
        if !word.is_empty() && !distinct.contains(&word) {
            distinct.push(word);
        }
    }
    distinct
}

impl Error {
    #[cold]
    pub(crate) fn new(code: Code, message: impl Into<String>) -> Self {
        Error(Box::new(Details {
            code,
            // What was asked for is part of the message, whatever it was.
            message: printable(message.into()),
            choices: Vec::new(),
            suggestion: None,
            hint: None,
        }))
    }

    /// With what would have been right, each once, and the nearest of it to what was written.
    #[must_use]
    pub(crate) fn with_choices<'w>(
        mut self,
        written: Option<&str>,
        choices: impl IntoIterator<Item = &'w str>,
    ) -> Self {
        let choices: Vec<&str> = choices.into_iter().collect();
        let nearest = written.and_then(|written| nearest(written, choices.iter().copied()));
        self.0.suggestion = nearest.map(str::to_owned);
        self.0.choices = choices.into_iter().map(str::to_owned).collect();
        self
    }

    #[must_use]
    pub(crate) fn with_suggestion(mut self, suggestion: Option<String>) -> Self {
        self.0.suggestion = suggestion.or(self.0.suggestion);
        self
    }

    #[must_use]
    pub(crate) fn with_hint(mut self, hint: impl Into<Option<String>>) -> Self {
        self.0.hint = hint.into().or(self.0.hint);
        self
    }

    /// What is wrong, in a form for programs.
    pub fn code(&self) -> Code {
        self.0.code
    }

    /// What would have been right, in the order of the catalog; empty where that is too much to list or unknown.
    pub fn choices(&self) -> &[String] {
        &self.0.choices
    }

    /// The choice nearest to what was asked for.
    pub fn suggestion(&self) -> Option<&str> {
        self.0.suggestion.as_deref()
    }

    /// What to do next, where it is more than to take one of the choices.
    pub fn hint(&self) -> Option<&str> {
        self.0.hint.as_deref()
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.message)
    }
}

impl std::error::Error for Error {}
