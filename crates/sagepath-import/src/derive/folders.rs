//! Which framework a folder of the DLC repository's image data belongs to, and where its images state their version.

/// A folder, or a part of one.
pub(super) struct Folder {
    pub(super) name: &'static str,
    /// What the image's `framework`, `engine` or `accelerator` must begin with.
    pub(super) only: Option<&'static str>,
    pub(super) slug: &'static str,
    pub(super) scopes: &'static [&'static str],
    pub(super) architecture: Option<&'static str>,
    pub(super) version: VersionFrom,
    /// The base framework's name, where the tag begins with its version.
    pub(super) base: Option<&'static str>,
}

/// Where an image states the version under which people look for it.
#[derive(Clone, Copy)]
pub(super) enum VersionFrom {
    /// The tag's first part: `2.10.0-gpu-py313`.
    FirstPart,
    /// The tag's first two parts: `0.36.0-lmi28.0.0-cu130`.
    TwoParts,
    /// The number in the tag's second part: `2.0.1-sgm0.1.0-gpu`.
    SecondPart,
    /// The tag's last part without its `v`: `server-sagemaker-cuda-v2.3`.
    LastPart,
    /// The field `version`.
    Field,
    /// The field `transformers`.
    Transformers,
    /// The field `optimum`.
    Optimum,
}

const TRAINING: &[&str] = &["training"];
const INFERENCE: &[&str] = &["inference"];
const BOTH: &[&str] = &["inference", "training"];

const fn folder(
    name: &'static str,
    slug: &'static str,
    scopes: &'static [&'static str],
    version: VersionFrom,
) -> Folder {
    Folder {
        name,
        only: None,
        slug,
        scopes,
        architecture: None,
        version,
        base: None,
    }
}

impl Folder {
    const fn only(self, start: &'static str) -> Folder {
        Folder {
            only: Some(start),
            ..self
        }
    }

    const fn arm64(self) -> Folder {
        Folder {
            architecture: Some("arm64"),
            ..self
        }
    }

    const fn base(self, name: &'static str) -> Folder {
        Folder {
            base: Some(name),
            ..self
        }
    }
}

/// Every folder that is known. A new one is imported under its own name.
pub(super) const FOLDERS: &[Folder] = {
    use VersionFrom::{Field, FirstPart, LastPart, Optimum, SecondPart, Transformers, TwoParts};
    &[
        folder("autogluon-inference", "autogluon", INFERENCE, FirstPart),
        folder("autogluon-training", "autogluon", TRAINING, FirstPart),
        folder("base", "base-devel", &[], Field).only("Base Devel"),
        folder("base", "base-runtime", &[], Field).only("Base Runtime"),
        folder("base-ubuntu", "base", &[], FirstPart),
        folder("djl-inference", "djl-lmi", INFERENCE, TwoParts).only("LMI"),
        folder("djl-inference", "djl-tensorrtllm", INFERENCE, TwoParts).only("TensorRT-LLM"),
        folder("djl-inference", "djl-cpu-full", INFERENCE, FirstPart).only("CPU Full"),
        folder(
            "huggingface-llamacpp",
            "huggingface-llamacpp",
            INFERENCE,
            FirstPart,
        ),
        folder(
            "huggingface-pytorch-inference",
            "huggingface",
            INFERENCE,
            Transformers,
        )
        .base("pytorch"),
        folder(
            "huggingface-pytorch-inference-neuronx",
            "huggingface-neuronx",
            INFERENCE,
            Transformers,
        )
        .base("pytorch"),
        folder(
            "huggingface-pytorch-training",
            "huggingface",
            TRAINING,
            Transformers,
        )
        .base("pytorch"),
        folder(
            "huggingface-pytorch-training-neuronx",
            "huggingface-neuronx",
            TRAINING,
            Transformers,
        )
        .base("pytorch"),
        folder(
            "huggingface-pytorch-trcomp-training",
            "huggingface-training-compiler",
            TRAINING,
            Transformers,
        )
        .base("pytorch"),
        folder("huggingface-sglang", "huggingface-sglang", INFERENCE, FirstPart),
        folder("huggingface-tei", "huggingface-tei", INFERENCE, Field).only("gpu"),
        folder("huggingface-tei", "huggingface-tei-cpu", INFERENCE, Field).only("cpu"),
        folder(
            "huggingface-tensorflow-inference",
            "huggingface",
            INFERENCE,
            Transformers,
        )
        .base("tensorflow"),
        folder(
            "huggingface-tensorflow-training",
            "huggingface",
            TRAINING,
            Transformers,
        )
        .base("tensorflow"),
        folder("huggingface-vllm", "huggingface-vllm", INFERENCE, FirstPart),
        folder(
            "huggingface-vllm-inference-neuronx",
            "huggingface-vllm-neuronx",
            INFERENCE,
            Optimum,
        ),
        folder(
            "huggingface-vllm-omni",
            "huggingface-vllm-omni",
            INFERENCE,
            FirstPart,
        ),
        folder("pytorch", "pytorch-amzn2023", TRAINING, FirstPart),
        folder("pytorch-inference", "pytorch", INFERENCE, FirstPart),
        folder("pytorch-inference-arm64", "pytorch", INFERENCE, FirstPart).arm64(),
        folder(
            "pytorch-inference-neuronx",
            "pytorch-neuronx",
            INFERENCE,
            FirstPart,
        ),
        folder("pytorch-training", "pytorch", TRAINING, FirstPart),
        folder("pytorch-training-arm64", "pytorch", TRAINING, FirstPart).arm64(),
        folder("pytorch-training-neuronx", "pytorch-neuronx", TRAINING, FirstPart),
        folder(
            "pytorch-trcomp-training",
            "pytorch-training-compiler",
            TRAINING,
            FirstPart,
        ),
        folder("ray", "ray-serve", INFERENCE, LastPart),
        folder("sagemaker-scikit-learn", "sklearn", BOTH, Field),
        folder(
            "sagemaker-tritonserver",
            "sagemaker-tritonserver",
            INFERENCE,
            FirstPart,
        ),
        folder("sagemaker-xgboost", "xgboost", BOTH, Field),
        folder("sglang", "sglang", INFERENCE, FirstPart),
        folder("sglang-server", "sglang-server", INFERENCE, LastPart),
        folder(
            "stabilityai-pytorch-inference",
            "stabilityai",
            INFERENCE,
            SecondPart,
        ),
        folder("tensorflow-inference", "tensorflow", INFERENCE, FirstPart),
        folder("tensorflow-inference-arm64", "tensorflow", INFERENCE, FirstPart).arm64(),
        folder(
            "tensorflow-inference-neuronx",
            "tensorflow-neuronx",
            INFERENCE,
            FirstPart,
        ),
        folder("tensorflow-training", "tensorflow", TRAINING, FirstPart),
        folder("vllm", "vllm", INFERENCE, FirstPart),
        folder("vllm-arm64", "vllm", INFERENCE, FirstPart).arm64(),
        folder("vllm-omni", "vllm-omni", INFERENCE, LastPart),
        folder("vllm-server", "vllm-server", INFERENCE, LastPart),
        folder("whisperx", "whisperx", INFERENCE, FirstPart),
    ]
};
