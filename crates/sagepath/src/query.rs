//! What is asked for.

/// A question for one image: a framework, a region, and as much more as it takes to mean exactly one.
///
/// The fields are those of the SageMaker SDK's `image_uris.retrieve`, and a few of our own. An empty string stands for a
/// field that is not given.
///
/// ```
/// use sagepath::{Catalog, Query};
///
/// let query = Query::new("pytorch", "eu-west-1").version("2.5").scope("training").instance_type("ml.g5.xlarge");
/// let located = Catalog::embedded().resolve(&query)?;
/// assert_eq!(
///     located.path().to_string(),
///     "763104351884.dkr.ecr.eu-west-1.amazonaws.com/pytorch-training:2.5-gpu-py311",
/// );
/// # Ok::<(), sagepath::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Query<'q> {
    pub(crate) framework: &'q str,
    pub(crate) region: &'q str,
    pub(crate) version: Option<&'q str>,
    pub(crate) scope: Option<&'q str>,
    pub(crate) instance_type: Option<&'q str>,
    pub(crate) processor: Option<&'q str>,
    pub(crate) architecture: Option<&'q str>,
    pub(crate) python: Option<&'q str>,
    pub(crate) base_framework: Option<&'q str>,
    pub(crate) container_version: Option<&'q str>,
    pub(crate) sdk_version: Option<&'q str>,
    pub(crate) inference_tool: Option<&'q str>,
    pub(crate) accelerator_type: Option<&'q str>,
    pub(crate) platform: Option<&'q str>,
    pub(crate) smdistributed: bool,
    pub(crate) training_compiler: bool,
    pub(crate) serverless: bool,
}

/// Defines a setter for an optional field; an empty string clears it.
macro_rules! setters {
    ($($(#[$doc:meta])* $field:ident,)*) => {$(
        $(#[$doc])*
        #[must_use]
        pub fn $field(mut self, $field: &'q str) -> Self {
            self.$field = Some($field).filter(|given| !given.is_empty());
            self
        }
    )*};
}

impl<'q> Query<'q> {
    /// Asks for a framework, by its slug, in a region.
    pub fn new(framework: &'q str, region: &'q str) -> Self {
        Query {
            framework,
            region,
            ..Query::default()
        }
    }

    /// The same question for another region.
    #[must_use]
    pub fn region(self, region: &'q str) -> Self {
        Query { region, ..self }
    }

    setters! {
        /// The version, in full or as an alias of it: `2.5.1`, `2.5`.
        version,
        /// What the image is for: `training`, `inference`, `processing`, ...; `inference_graviton` is inference on arm64.
        scope,
        /// The instance type it shall run on, `ml.g5.xlarge`; also a family, `ml_g5`, or `local` and `local_gpu`.
        instance_type,
        /// The processor, where there is no instance type to tell it: `cpu`, `gpu`, `inf2`, `trn1`, ...
        processor,
        /// The architecture, where there is no instance type to tell it: `x86_64` or `arm64`.
        architecture,
        /// The Python, `py311`.
        python,
        /// The base framework of a Hugging Face image, `pytorch2.5.1`.
        base_framework,
        /// A container version that the image's tag leaves open, `v1.3`.
        container_version,
        /// The Neuron SDK, `sdk2.26.0`.
        sdk_version,
        /// The tool that compiles a model for inference: `neuron` or `neuronx`.
        inference_tool,
        /// An Elastic Inference accelerator, `ml.eia2.medium`: asks for the scope `eia`.
        accelerator_type,
        /// What the image is made for: `sagemaker`, if nothing else is said, `ec2` or `general`.
        platform,
    }

    /// Whether the job uses the smdistributed library, which has images of its own in a few versions.
    #[must_use]
    pub fn smdistributed(self, smdistributed: bool) -> Self {
        Query {
            smdistributed,
            ..self
        }
    }

    /// Whether the SageMaker training compiler is used.
    #[must_use]
    pub fn training_compiler(self, training_compiler: bool) -> Self {
        Query {
            training_compiler,
            ..self
        }
    }

    /// Whether a serverless endpoint shall run it, which has CPUs only.
    #[must_use]
    pub fn serverless(self, serverless: bool) -> Self {
        Query { serverless, ..self }
    }
}
