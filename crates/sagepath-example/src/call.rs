//! The shortest question that means one registry path.

use sagepath::{Catalog, Image, Located, Query};

use crate::plan;
use crate::task::Task;

/// What a question may say besides framework and region.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Argument {
    Version,
    Scope,
    Processor,
    Architecture,
    Python,
    BaseFramework,
    ContainerVersion,
    SdkVersion,
    Platform,
}

/// The arguments that may be needed, in the order in which they are tried to be left out.
const OPTIONAL: [Argument; 7] = [
    Argument::SdkVersion,
    Argument::Python,
    Argument::Platform,
    Argument::Architecture,
    Argument::BaseFramework,
    Argument::Processor,
    Argument::Scope,
];

impl Argument {
    /// The option of the command.
    pub(crate) fn option(self) -> &'static str {
        match self {
            Argument::Version => "--version",
            Argument::Scope => "--scope",
            Argument::Processor => "--processor",
            Argument::Architecture => "--architecture",
            Argument::Python => "--python",
            Argument::BaseFramework => "--base-framework",
            Argument::ContainerVersion => "--container-version",
            Argument::SdkVersion => "--sdk-version",
            Argument::Platform => "--platform",
        }
    }

    /// The key of a question in JSON, and of Terraform's data source.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Argument::Version => "version",
            Argument::Scope => "image_scope",
            Argument::Processor => "processor",
            Argument::Architecture => "architecture",
            Argument::Python => "py_version",
            Argument::BaseFramework => "base_framework_version",
            Argument::ContainerVersion => "container_version",
            Argument::SdkVersion => "sdk_version",
            Argument::Platform => "platform",
        }
    }

    /// The method of [`Query`].
    pub(crate) fn method(self) -> &'static str {
        match self {
            Argument::Scope => "scope",
            Argument::Python => "python",
            Argument::BaseFramework => "base_framework",
            other => other.key(),
        }
    }

    fn set<'q>(self, query: Query<'q>, value: &'q str) -> Query<'q> {
        match self {
            Argument::Version => query.version(value),
            Argument::Scope => query.scope(value),
            Argument::Processor => query.processor(value),
            Argument::Architecture => query.architecture(value),
            Argument::Python => query.python(value),
            Argument::BaseFramework => query.base_framework(value),
            Argument::ContainerVersion => query.container_version(value),
            Argument::SdkVersion => query.sdk_version(value),
            Argument::Platform => query.platform(value),
        }
    }
}

/// A question that is answered by one registry path.
#[derive(Clone, Debug)]
pub(crate) struct Call<'c> {
    pub(crate) framework: &'c str,
    pub(crate) region: &'c str,
    pub(crate) arguments: Vec<(Argument, &'c str)>,
    /// Whether it takes the fullest equal tag.
    pub(crate) pin: bool,
}

impl<'c> Call<'c> {
    /// The shortest question for a path; `None` if there is none.
    pub(crate) fn of(catalog: &Catalog<'_>, located: &Located<'c>, path: &str) -> Option<Call<'c>> {
        let image = located.image();
        let own = Some(image.version());
        let others = image.version_names().filter(|name| Some(*name) != own);
        let versions = own.into_iter().chain(others);
        let containers = || std::iter::once(None).chain(image.container_versions().map(Some));
        let mut wordings = versions
            .flat_map(|version| containers().map(move |container| (version, container)))
            .flat_map(|wording| [false, true].map(|pin| (wording, pin)));
        wordings.find_map(|((version, container), pin)| {
            let call = Call {
                framework: image.framework().slug(),
                region: located.region().id(),
                arguments: arguments(located, version, container),
                pin,
            };
            call.means(catalog, path).then(|| call.shortened(catalog, path))
        })
    }

    /// What fills a key up to the longest of them.
    pub(crate) fn pad(&self, key: &str) -> String {
        let keys = self.arguments.iter().map(|(argument, _)| argument.key());
        plan::pad(key, keys.chain(["framework"]))
    }

    /// The value of an argument that it has.
    pub(crate) fn value(&self, argument: Argument) -> Option<&'c str> {
        let mut arguments = self.arguments.iter();
        arguments
            .find(|(own, _)| *own == argument)
            .map(|(_, value)| *value)
    }

    fn means(&self, catalog: &Catalog<'_>, path: &str) -> bool {
        let query = Query::new(self.framework, self.region);
        let query = self
            .arguments
            .iter()
            .fold(query, |query, (argument, value)| argument.set(query, value));
        let Ok(located) = catalog.resolve(&query) else {
            return false;
        };
        let located = if self.pin { located.pinned() } else { located };
        located.path().to_string() == path
    }

    fn shortened(mut self, catalog: &Catalog<'_>, path: &str) -> Self {
        for argument in OPTIONAL {
            let Some(index) = self.arguments.iter().position(|(own, _)| *own == argument) else {
                continue;
            };
            let left_out = self.arguments.remove(index);
            if !self.means(catalog, path) {
                self.arguments.insert(index, left_out);
            }
        }
        self
    }
}

/// All that can be said of an image.
fn arguments<'c>(
    located: &Located<'c>,
    version: &'c str,
    container: Option<&'c str>,
) -> Vec<(Argument, &'c str)> {
    let image = located.image();
    let all = [
        (
            Argument::Version,
            Some(version).filter(|version| !version.is_empty()),
        ),
        (Argument::Scope, scope(&image, Task::Train)),
        (Argument::Processor, image.runs_on().next()),
        (Argument::Architecture, Some(image.architecture().as_str())),
        (Argument::Python, image.python()),
        (Argument::BaseFramework, image.base_framework()),
        (Argument::ContainerVersion, container),
        (Argument::SdkVersion, image.neuron_sdk()),
        (Argument::Platform, Some(image.platform().as_str())),
    ];
    let said = all.into_iter();
    said.filter_map(|(argument, value)| Some((argument, value?)))
        .collect()
}

/// The scope to ask an image by: that of the task, if it is for that.
pub(crate) fn scope<'c>(image: &Image<'c>, task: Task) -> Option<&'c str> {
    let wanted = if task == Task::Host {
        "inference"
    } else {
        "training"
    };
    let found = image.scopes().find(|scope| *scope == wanted);
    found.or_else(|| image.scopes().next())
}
