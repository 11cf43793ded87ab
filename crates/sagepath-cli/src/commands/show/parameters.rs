//! The documentation's parameters of an algorithm, in words and in JSON.

use sagepath::{ContentUse, InstanceClass, InstanceFamilies, InstanceUse, Parameters};
use serde::ser::SerializeMap as _;
use serde::{Serialize, Serializer};

use crate::output::joined;
use crate::record::Sequence;

/// What content types are told for, and how people say it.
const CONTENT: [(ContentUse, &str); 4] = [
    (ContentUse::Training, "content types for training"),
    (ContentUse::Inference, "content types for inference"),
    (ContentUse::BatchTransform, "content types for batch transform"),
    (ContentUse::Accept, "content types of answers"),
];

/// What instances are told for.
const INSTANCES: [(InstanceUse, &str); 2] = [
    (InstanceUse::Training, "instances for training"),
    (InstanceUse::Inference, "instances for inference"),
];

/// The classes of instances.
const CLASSES: [(InstanceClass, &str); 2] = [(InstanceClass::Cpu, "CPU"), (InstanceClass::Gpu, "GPU")];

/// The parameters in words: a label, and what is said under it.
pub(crate) fn in_words(parameters: &Parameters<'_>) -> Vec<(&'static str, String)> {
    let mut fields = vec![
        ("channels", channels(parameters)),
        ("input modes", joined(parameters.input_modes())),
        ("file types", joined(parameters.file_types())),
    ];
    fields.extend(CONTENT.map(|(of, label)| (label, joined(parameters.content_types(of)))));
    fields.extend(INSTANCES.map(|(of, label)| (label, instances(parameters, of))));
    fields.push((
        "GPUs need",
        parameters.gpu_condition().unwrap_or_default().to_owned(),
    ));
    fields.push(("parallelizable", parallelizable(parameters)));
    fields.extend(parameters.notes().map(|note| ("note", note.to_owned())));
    fields.retain(|(_, text)| !text.is_empty());
    fields
}

fn channels(parameters: &Parameters<'_>) -> String {
    let (required, optional) = (
        joined(parameters.required_channels()),
        joined(parameters.optional_channels()),
    );
    match (required.is_empty(), optional.is_empty()) {
        (_, true) => required,
        (true, false) => format!("optional: {optional}"),
        (false, false) => format!("{required}; optional: {optional}"),
    }
}

fn instances(parameters: &Parameters<'_>, of: InstanceUse) -> String {
    let classes =
        CLASSES
            .into_iter()
            .filter_map(|(class, title)| match parameters.instance_families(of, class) {
                InstanceFamilies::None => Some(format!("no {title}")),
                InstanceFamilies::All => Some(title.to_owned()),
                InstanceFamilies::Some(families) => Some(format!("{title} ({})", families.join(", "))),
                _ => None,
            });
    classes.collect::<Vec<_>>().join(", ")
}

fn parallelizable(parameters: &Parameters<'_>) -> String {
    let mut text = if parameters.is_parallelizable() {
        "yes"
    } else {
        "no"
    }
    .to_owned();
    let limits = [
        parameters.parallelizable_note(),
        Some("one instance only").filter(|_| parameters.is_single_instance()),
        Some("one GPU of an instance only").filter(|_| parameters.is_single_gpu()),
    ];
    for limit in limits.into_iter().flatten() {
        text.push_str(", ");
        text.push_str(limit);
    }
    text
}

/// The parameters in JSON.
pub(crate) struct InJson<'c>(pub(crate) Parameters<'c>);

impl Serialize for InJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let InJson(parameters) = self;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("required_channels", &Sequence(|| parameters.required_channels()))?;
        map.serialize_entry("optional_channels", &Sequence(|| parameters.optional_channels()))?;
        map.serialize_entry("input_modes", &Sequence(|| parameters.input_modes()))?;
        map.serialize_entry("file_types", &Sequence(|| parameters.file_types()))?;
        for (of, _) in CONTENT {
            let name = format!("{}_content_types", of.as_str().replace('-', "_"));
            map.serialize_entry(&name, &Sequence(|| parameters.content_types(of)))?;
        }
        for (of, _) in INSTANCES {
            for (class, _) in CLASSES {
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
