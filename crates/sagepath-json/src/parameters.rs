//! The documentation's parameters of an algorithm.

use sagepath::{ContentUse, InstanceClass, InstanceFamilies, InstanceUse, Parameters};
use serde::ser::SerializeMap as _;
use serde::{Serialize, Serializer};

use crate::form::Sequence;

/// What content types are told for.
const CONTENT: [ContentUse; 4] = [
    ContentUse::Training,
    ContentUse::Inference,
    ContentUse::BatchTransform,
    ContentUse::Accept,
];

/// What instances are told for.
const INSTANCES: [InstanceUse; 2] = [InstanceUse::Training, InstanceUse::Inference];

/// The classes of instances.
const CLASSES: [InstanceClass; 2] = [InstanceClass::Cpu, InstanceClass::Gpu];

/// The documentation's parameters of an algorithm.
#[derive(Clone, Copy, Debug)]
pub struct FrameworkParameters<'c>(pub Parameters<'c>);

impl Serialize for FrameworkParameters<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let FrameworkParameters(parameters) = self;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("required_channels", &Sequence(|| parameters.required_channels()))?;
        map.serialize_entry("optional_channels", &Sequence(|| parameters.optional_channels()))?;
        map.serialize_entry("input_modes", &Sequence(|| parameters.input_modes()))?;
        map.serialize_entry("file_types", &Sequence(|| parameters.file_types()))?;
        for of in CONTENT {
            let name = format!("{}_content_types", of.as_str().replace('-', "_"));
            map.serialize_entry(&name, &Sequence(|| parameters.content_types(of)))?;
        }
        for of in INSTANCES {
            for class in CLASSES {
                let name = format!("{of}_{class}_instances");
                match parameters.instance_families(of, class) {
                    InstanceFamilies::None => map.serialize_entry(&name, &false)?,
                    InstanceFamilies::All => map.serialize_entry(&name, &true)?,
                    InstanceFamilies::Some(families) => map.serialize_entry(&name, &families)?,
                    _ => map.serialize_entry(&name, &())?,
                }
            }
        }
        map.serialize_entry("gpu_condition", &parameters.gpu_condition())?;
        map.serialize_entry("parallelizable", &parameters.is_parallelizable())?;
        map.serialize_entry("parallelizable_note", &parameters.parallelizable_note())?;
        map.serialize_entry("single_instance", &parameters.is_single_instance())?;
        map.serialize_entry("single_gpu", &parameters.is_single_gpu())?;
        map.serialize_entry("notes", &Sequence(|| parameters.notes()))?;
        map.end()
    }
}
