//! An instance type, as a row of a list.

use sagepath::{Architecture, InstanceType};
use serde::ser::SerializeStruct as _;
use serde::{Serialize, Serializer};

use crate::form::Sequence;

/// An instance type: what it is made of, and what it may be used for.
#[derive(Clone, Copy, Debug)]
pub struct InstanceRow<'c>(pub InstanceType<'c>);

impl Serialize for InstanceRow<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let InstanceRow(instance) = self;
        let mut fields = serializer.serialize_struct("InstanceType", 12)?;
        fields.serialize_field("instance_type", instance.name())?;
        fields.serialize_field("family", instance.family())?;
        fields.serialize_field("processor", instance.processor())?;
        fields.serialize_field("architecture", &instance.architecture().map(Architecture::as_str))?;
        fields.serialize_field("vcpus", &instance.vcpus())?;
        fields.serialize_field("memory_mib", &instance.memory_mib())?;
        fields.serialize_field("gpus", &instance.gpus())?;
        fields.serialize_field("gpu_name", &instance.gpu_name())?;
        fields.serialize_field("gpu_memory_mib", &instance.gpu_memory_mib())?;
        fields.serialize_field("neuron_devices", &instance.neuron_devices())?;
        fields.serialize_field("accelerator", &instance.accelerator())?;
        fields.serialize_field("uses", &Sequence(|| instance.uses()))?;
        fields.end()
    }
}
