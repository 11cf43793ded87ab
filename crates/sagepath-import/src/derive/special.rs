//! What the SDK's `image_uris.py` decides by name: its special cases as tables.

/// Tags of images for arm64, by framework and version; what `_get_image_tag` knows.
pub(super) const ARM64_TAGS: &[(&str, &[&str], &str)] = &[
    ("xgboost", &["1.3-1", "1.5-1"], "{version}-arm64"),
    ("sklearn", &["1.0-1"], "{version}-arm64-cpu-py3"),
];

/// The scope that stands for inference on arm64.
pub(super) const ARM64_SCOPE: &str = "inference_graviton";

/// Frameworks whose training and inference images are the same, so that training is meant where no scope is named.
pub(super) const DEFAULT_TRAINING: &[&str] = &["sklearn", "xgboost"];

/// The tail of a tag by framework and tag, for the p4d family and the smdistributed library.
pub(super) const SMDISTRIBUTED: &[(&str, &str, &str)] = &[
    ("mxnet", "1.8-gpu-py37", "cu110-ubuntu16.04-v1"),
    ("mxnet", "1.8.0-gpu-py37", "cu110-ubuntu16.04"),
    ("pytorch", "1.6-gpu-py3", "cu110-ubuntu18.04-v3"),
    ("pytorch", "1.6-gpu-py36", "cu110-ubuntu18.04-v3"),
    ("pytorch", "1.6.0-gpu-py3", "cu110-ubuntu18.04"),
    ("pytorch", "1.6.0-gpu-py36", "cu110-ubuntu18.04"),
    ("tensorflow", "1.15-gpu-py37", "cu110-ubuntu18.04-v8"),
    ("tensorflow", "1.15.4-gpu-py37", "cu110-ubuntu18.04"),
    ("tensorflow", "1.15.5-gpu-py37", "cu110-ubuntu18.04"),
    ("tensorflow", "2.3-gpu-py37", "cu110-ubuntu18.04-v3"),
    ("tensorflow", "2.3.1-gpu-py37", "cu110-ubuntu18.04"),
    ("tensorflow", "2.3.2-gpu-py37", "cu110-ubuntu18.04"),
];

/// From which version on a framework's images must not run on an instance family.
pub(super) const NOT_ON: &[(&str, &str, &str)] = &[("pytorch", "1.13", "p2"), ("tensorflow", "2.12", "p2")];

/// Container versions that the SDK's own classes add to a tag which has none.
pub(super) const CONTAINERS: &[(&str, &[&str])] = &[
    ("huggingface", &["cu110-ubuntu18.04"]),
    ("pytorch-smp", &["cu118", "cu121", "cu124"]),
];

/// Processors whose word is left out of the tag.
pub(super) const SILENT_PROCESSORS: &[(&str, &str)] = &[("sagemaker-tritonserver", "gpu")];

/// Frameworks whose Python may be left out, and the tag then has none.
pub(super) const PYTHON_OPTIONAL: &[&str] = &["spark"];

/// Suffixes of slugs whose images are for Neuron devices: the tag's word for the processor is the suffix.
pub(crate) const NEURON_TOOLS: &[&str] = &["neuronx", "neuron"];

/// Suffixes of repositories of images for arm64 whose tags end in their platform.
pub(super) const ARM64_REPOSITORIES: &[&str] = &["-inference-graviton", "-inference-arm64"];

/// Frameworks whose repositories end in a Python, which is then none of the tag's: the Python, and the end. What
/// `get_base_python_image_uri` knows.
pub(super) const PYTHON_IN_REPOSITORY: &[(&str, &[(&str, &str)])] =
    &[("sagemaker-base-python", &[("py310", "-310"), ("py38", "-38")])];
