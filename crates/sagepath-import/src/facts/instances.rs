//! `instances.toml`.

use indexmap::IndexMap;
use serde::Deserialize;

/// Instance families, in the order of the file.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Instances {
    /// By name, such as `c7g`.
    pub families: IndexMap<String, InstanceFamily>,
}

/// A family of instance types.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct InstanceFamily {
    /// What an image must be made for to use it.
    pub processor: String,
    /// `x86_64` or `arm64`, where known.
    pub architecture: Option<String>,
    /// An accelerator that is no processor for images.
    pub accelerator: Option<String>,
    /// By size, such as `2xlarge`.
    pub sizes: IndexMap<String, InstanceSize>,
}

/// One instance type.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct InstanceSize {
    /// Virtual CPUs.
    pub vcpus: Option<u16>,
    /// Memory in MiB.
    pub memory_mib: Option<u32>,
    /// GPUs.
    pub gpus: Option<u8>,
    /// The GPU's name.
    pub gpu_name: Option<String>,
    /// Memory of all GPUs in MiB.
    pub gpu_memory_mib: Option<u32>,
    /// Neuron devices.
    pub neuron_devices: Option<u8>,
    /// What it may be used for.
    pub uses: Vec<String>,
}
