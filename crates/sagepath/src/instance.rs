//! Instance types: which processor and architecture an image must be made for.

use sagepath_catalog::{self as raw, InstanceId, Text, layout};

use crate::image::Image;
use crate::named::named;

/// An `ml.*` instance type.
///
/// Sources: botocore's enumerations for what exists and what each may do, EC2's data for the rest.
#[derive(Clone, Copy, Debug)]
pub struct InstanceType<'c> {
    catalog: &'c raw::Catalog<'c>,
    pub(crate) record: raw::Instance,
}

named! {
    /// A CPU architecture.
    pub enum Architecture {
        /// Intel's and AMD's.
        X86_64 = "x86_64",
        /// Graviton's and Grace's.
        Arm64 = "arm64",
    }
}

impl Architecture {
    pub(crate) const fn from_code(code: u8) -> Option<Self> {
        match code {
            1 => Some(Architecture::X86_64),
            2 => Some(Architecture::Arm64),
            _ => None,
        }
    }

    pub(crate) fn from_name(name: &str) -> Option<Self> {
        match name {
            "x86_64" | "amd64" => Some(Architecture::X86_64),
            "arm64" | "aarch64" => Some(Architecture::Arm64),
            _ => None,
        }
    }
}

impl<'c> InstanceType<'c> {
    pub(crate) fn new(catalog: &'c raw::Catalog<'c>, id: InstanceId) -> Self {
        InstanceType {
            catalog,
            record: catalog.instance_at(id),
        }
    }

    /// Its name, such as `ml.m5.xlarge`.
    pub fn name(&self) -> &'c str {
        self.catalog.text(self.record.name)
    }

    /// Its family, such as `m5`.
    pub fn family(&self) -> &'c str {
        self.catalog.text(self.record.family)
    }

    /// What an image must be made for to use it: `cpu`, `gpu`, `inf1`, `inf2`, `trn1`, `trn2`; `eia` for an accelerator.
    pub fn processor(&self) -> &'c str {
        let text = self.catalog.processors().nth(usize::from(self.record.processor));
        text.map_or("", |text| self.catalog.text(text))
    }

    /// Its CPU's architecture, where known.
    pub fn architecture(&self) -> Option<Architecture> {
        Architecture::from_code(self.record.architecture)
    }

    /// What it may be used for: `train`, `host`, `transform`, `process`, `notebook`, ...
    pub fn uses(&self) -> impl Iterator<Item = &'static str> + use<> {
        let bits = self.record.uses;
        layout::USES
            .into_iter()
            .enumerate()
            .filter(move |(bit, _)| bits >> bit & 1 == 1)
            .map(|(_, word)| word)
    }

    /// Virtual CPUs, where known.
    pub fn vcpus(&self) -> Option<u16> {
        Some(self.record.vcpus).filter(|&count| count > 0)
    }

    /// Memory in MiB, where known.
    pub fn memory_mib(&self) -> Option<u32> {
        Some(self.record.memory_mib).filter(|&size| size > 0)
    }

    /// GPUs, and other accelerators that are counted as such.
    pub fn gpus(&self) -> Option<u8> {
        Some(self.record.gpus).filter(|&count| count > 0)
    }

    /// Memory of all GPUs together in MiB, where known.
    pub fn gpu_memory_mib(&self) -> Option<u32> {
        Some(self.record.gpu_memory_mib).filter(|&size| size > 0)
    }

    /// The GPU's name, where known.
    pub fn gpu_name(&self) -> Option<&'c str> {
        self.catalog.some_text(self.record.gpu_name)
    }

    /// Neuron devices.
    pub fn neuron_devices(&self) -> Option<u8> {
        Some(self.record.neuron_devices).filter(|&count| count > 0)
    }

    /// An accelerator that no image of the catalog is made for, such as `gaudi`.
    pub fn accelerator(&self) -> Option<&'c str> {
        self.catalog.some_text(self.record.accelerator)
    }
}

/// What of an instance type decides which image runs on it.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Target {
    /// Instance processors, a bit each; any of them will do, and 0 leaves the processor open.
    pub(crate) processors: u16,
    /// The architecture, where it is known.
    pub(crate) architecture: Option<Architecture>,
    /// The instance family, `g5`.
    pub(crate) family: Text,
}

impl Target {
    /// Whether an image runs on its processor, and may run on its family.
    #[inline]
    pub(crate) fn suits(&self, image: &Image<'_>) -> bool {
        self.has_processor_of(image) && self.has_family_of(image)
    }

    /// Whether an image runs on its processor.
    #[inline]
    pub(crate) fn has_processor_of(&self, image: &Image<'_>) -> bool {
        self.processors == 0 || image.record.runs_on & self.processors != 0
    }

    /// Whether an image may run on its family.
    #[inline]
    pub(crate) fn has_family_of(&self, image: &Image<'_>) -> bool {
        image.record.except == raw::List::default()
            || !image
                .catalog
                .list(image.record.except)
                .any(|family| family == self.family)
    }

    /// What an instance type, a family (`ml_g5`) or a local mode decides; `None` if there is no such thing.
    #[inline]
    pub(crate) fn of(catalog: &raw::Catalog<'_>, name: &str) -> Option<Self> {
        let of_record = |record: raw::Instance| Target {
            processors: 1 << (record.processor & 15),
            architecture: Architecture::from_code(record.architecture),
            family: record.family,
        };
        if let Some(id) = catalog.instance(name) {
            return Some(of_record(catalog.instance_at(id)));
        }
        let local = |processor: &str| {
            Target::of_processor(catalog, processor).map(|processors| Target {
                processors,
                ..Target::default()
            })
        };
        match name {
            // Local mode, on whatever machine the program runs.
            "local" => local("cpu"),
            "local_gpu" => local("gpu"),
            _ => {
                let family = catalog.find_text(name.strip_prefix("ml_")?)?;
                let mut instances = catalog.instances().map(|(_, record)| record);
                instances.find(|record| record.family == family).map(of_record)
            }
        }
    }

    /// The bit of an instance processor.
    pub(crate) fn of_processor(catalog: &raw::Catalog<'_>, processor: &str) -> Option<u16> {
        let index = catalog
            .processors()
            .position(|text| catalog.is(text, processor))?;
        Some(1 << (index & 15))
    }
}
