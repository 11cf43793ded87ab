//! What a question asks of an image.

use sagepath_catalog::{self as raw, Text};

use super::failure;
use crate::error::Error;
use crate::framework::Framework;
use crate::image::{Image, Platform};
use crate::instance::{Architecture, Target};
use crate::located::Warnings;
use crate::query::Query;
use crate::unknown;

/// What an image can fail, in the order in which it is looked at: the later, the nearer the image came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Criterion {
    Platform,
    Architecture,
    Scope,
    InferenceTool,
    Base,
    Python,
    Sdk,
    Serverless,
    Processor,
    InstanceFamily,
    Smdistributed,
}

/// The question's fields as the catalog knows them.
pub(super) struct Wanted<'c> {
    catalog: &'c raw::Catalog<'c>,
    /// What the instance type decides.
    pub(super) target: Target,
    pub(super) platform: Platform,
    /// The architecture; [`Self::choose_scope`] settles it.
    pub(super) architecture: Option<Architecture>,
    /// The scope, a bit; 0 for none in particular.
    pub(super) scope: u16,
    /// The tool, until a framework was found that holds the images for it.
    tool: bool,
    pub(super) smdistributed: bool,
    /// The Python and the base framework, as the catalog numbers them: nothing for what it does not know.
    python: Option<Text>,
    base: Option<Text>,
    pub(super) warnings: Warnings,
}

/// The SDK's word for inference on arm64.
const ARM64_INFERENCE: &str = "inference_graviton";

/// The SDK's name of an Elastic Inference accelerator for local mode.
const LOCAL_ACCELERATOR: &str = "local_sagemaker_notebook";

impl<'c> Wanted<'c> {
    /// Looks up the fields that do not depend on the framework.
    pub(super) fn of_query(catalog: &'c raw::Catalog<'c>, query: &Query<'_>) -> Result<Self, Error> {
        let mut target = match query.instance_type {
            None => Target::default(),
            Some(name) => Target::of(catalog, name).ok_or_else(|| unknown::instance_type(catalog, name))?,
        };
        if let Some(processor) = query.processor {
            let bits = Target::of_processor(catalog, processor);
            target.processors = bits.ok_or_else(|| unknown::processor(catalog, processor))?;
        }
        if query.serverless {
            let processors = Target::of_processor(catalog, "cpu").unwrap_or(0);
            target = Target {
                processors,
                family: Text::NONE,
                ..target
            };
        }
        let mut architecture = target.architecture;
        if let Some(name) = query.architecture {
            architecture = Some(Architecture::from_name(name).ok_or_else(|| unknown::architecture(name))?);
        }
        if query.scope == Some(ARM64_INFERENCE) {
            if architecture == Some(Architecture::X86_64) {
                return Err(failure::arm64_scope_on_x86(query));
            }
            architecture = Some(Architecture::Arm64);
        }
        let platform = match query.platform {
            None => Platform::SageMaker,
            Some(name) => Platform::from_name(name).ok_or_else(|| unknown::platform(name))?,
        };
        if let Some(name) = query.accelerator_type {
            let known = catalog.instance(name).map(|id| catalog.instance_at(id).processor);
            let eia = Target::of_processor(catalog, "eia").unwrap_or(0);
            if name != LOCAL_ACCELERATOR && known.is_none_or(|processor| 1 << (processor & 15) != eia) {
                return Err(unknown::accelerator_type(catalog, name));
            }
        }
        let smdistributed =
            query.instance_type.is_some() && (query.smdistributed || catalog.is(target.family, "p4d"));
        let tool = query.inference_tool.is_some();
        let numbered =
            |field: Option<&str>| field.map(|string| catalog.find_text(string).unwrap_or(Text::NONE));
        Ok(Wanted {
            catalog,
            target,
            platform,
            architecture,
            scope: 0,
            tool,
            smdistributed,
            python: numbered(query.python),
            base: numbered(query.base_framework),
            warnings: Warnings::default(),
        })
    }

    /// The framework that holds the images: a sibling for the training compiler, for an inference tool, or for the
    /// instance type's processor, if there is one.
    pub(super) fn redirect(&mut self, framework: Framework<'c>, query: &Query<'_>) -> Framework<'c> {
        if query.training_compiler {
            match framework.sibling("training-compiler") {
                Some(sibling) => return sibling,
                None => self.warnings.insert(Warnings::COMPILER_IGNORED),
            }
        }
        if let Some(sibling) = query.inference_tool.and_then(|tool| framework.sibling(tool)) {
            self.tool = false;
            return sibling;
        }
        let elsewhere = self.target.processors & framework.record.sibling_processors;
        if elsewhere == 0 {
            return framework;
        }
        let mut processors = self.catalog.processors().enumerate();
        let sibling = processors.find_map(|(bit, processor)| {
            let asked = elsewhere >> bit & 1 == 1;
            asked.then(|| framework.sibling_for(processor)).flatten()
        });
        sibling.unwrap_or(framework)
    }

    /// Settles scope and architecture, from what the framework has.
    pub(super) fn choose_scope(&mut self, framework: &Framework<'c>, query: &Query<'_>) -> Result<(), Error> {
        let (x86_64, arm64) = self.scopes_by_architecture(framework);
        if x86_64 | arm64 == 0 {
            return Err(failure::no_registry_path(framework, query));
        }
        let usual = if x86_64 == 0 {
            Architecture::Arm64
        } else {
            Architecture::X86_64
        };
        let architecture = *self.architecture.get_or_insert(usual);
        let (own, other) = match architecture {
            Architecture::X86_64 => (x86_64, arm64),
            Architecture::Arm64 => (arm64, x86_64),
        };
        if own == 0 {
            return Err(failure::unsupported_architecture(framework, self, query));
        }
        let available = own & !raw::Framework::ANY;
        let asked = if query.accelerator_type.is_some() {
            Some("eia")
        } else {
            query.scope
        };
        self.scope = match asked {
            Some(name) if self.scope_bit(name).is_none() && name != ARM64_INFERENCE => {
                return Err(unknown::scope(self.catalog, name));
            }
            // Images whose scope no source tells serve any.
            Some(_) | None if available == 0 => 0,
            Some(name) => {
                let bit = self
                    .scope_bit(if name == ARM64_INFERENCE {
                        "inference"
                    } else {
                        name
                    })
                    .unwrap_or(0);
                if available & bit != 0 {
                    bit
                } else if other & bit != 0 {
                    return Err(failure::unsupported_architecture(framework, self, query));
                } else {
                    return Err(failure::unsupported_scope(framework, self, name));
                }
            }
            None => {
                let default = 1_u16
                    .checked_shl(u32::from(framework.record.default_scope))
                    .unwrap_or(0);
                if available & default != 0 {
                    default
                } else if available.is_power_of_two() {
                    available
                } else {
                    return Err(failure::missing_scope(framework, self, query));
                }
            }
        };
        Ok(())
    }

    /// The scopes of a framework's images for the platform, on x86_64 and on arm64.
    fn scopes_by_architecture(&self, framework: &Framework<'c>) -> (u16, u16) {
        if self.platform == Platform::SageMaker {
            return (framework.record.scopes_x86_64, framework.record.scopes_arm64);
        }
        let own = framework
            .images()
            .filter(|image| image.platform() == self.platform);
        own.fold((0, 0), |(x86_64, arm64), image| {
            let bits = image.record.scopes | raw::Framework::ANY;
            match image.architecture() {
                Architecture::X86_64 => (x86_64 | bits, arm64),
                Architecture::Arm64 => (x86_64, arm64 | bits),
            }
        })
    }

    fn scope_bit(&self, name: &str) -> Option<u16> {
        let asked = self.catalog.find_text(name)?;
        let index = self.catalog.scopes().position(|text| text == asked)?;
        Some(1 << (index & 15))
    }

    /// Whether an image is for the platform, the architecture and the scope.
    #[inline]
    pub(super) fn scope_fits(&self, image: &Image<'_>) -> Result<(), Criterion> {
        let architecture = self.architecture;
        let scope = image.record.scopes;
        require(image.platform() == self.platform, Criterion::Platform)?;
        require(
            architecture.is_none_or(|architecture| architecture == image.architecture()),
            Criterion::Architecture,
        )?;
        require(
            self.scope == 0 || scope == 0 || scope & self.scope != 0,
            Criterion::Scope,
        )
    }

    /// Whether an image fits, under a key; else what it fails first.
    #[inline]
    pub(super) fn judge(
        &self,
        image: &Image<'_>,
        key: &raw::Key,
        query: &Query<'_>,
    ) -> Result<(), Criterion> {
        self.scope_fits(image)?;
        let tool = !self.tool || image.processor() == query.inference_tool;
        require(tool, Criterion::InferenceTool)?;
        require(self.base_fits(image, key), Criterion::Base)?;
        require(self.python_fits(image), Criterion::Python)?;
        require(self.sdk_fits(image, query), Criterion::Sdk)?;
        let runs = self.target.has_processor_of(image);
        require(runs || !query.serverless, Criterion::Serverless)?;
        require(runs, Criterion::Processor)?;
        require(self.target.has_family_of(image), Criterion::InstanceFamily)?;
        require(
            self.smdistributed || !image.is_smdistributed(),
            Criterion::Smdistributed,
        )
    }

    fn base_fits(&self, image: &Image<'_>, key: &raw::Key) -> bool {
        !image.record.base.is_some() || self.base.is_none_or(|base| key.base == base)
    }

    fn python_fits(&self, image: &Image<'_>) -> bool {
        use sagepath_catalog::layout::image::{PYTHON_FIXED, PYTHON_OPTIONAL};
        let has = image.record.python.is_some();
        match self.python {
            None => !has || image.record.flags & PYTHON_OPTIONAL == 0,
            Some(python) if has => image.record.flags & PYTHON_FIXED != 0 || image.record.python == python,
            Some(_) => image.record.flags & PYTHON_OPTIONAL == 0,
        }
    }

    fn sdk_fits(&self, image: &Image<'_>, query: &Query<'_>) -> bool {
        let same = |asked: &str| {
            self.catalog.text(image.record.sdk).trim_start_matches("sdk") == asked.trim_start_matches("sdk")
        };
        !image.record.sdk.is_some() || query.sdk_version.is_none_or(same)
    }
}

#[inline]
fn require(holds: bool, criterion: Criterion) -> Result<(), Criterion> {
    if holds { Ok(()) } else { Err(criterion) }
}
