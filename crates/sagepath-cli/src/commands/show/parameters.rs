//! The documentation's parameters of an algorithm, in words and in JSON.

use sagepath::{Families, Parameters};
use serde::ser::SerializeMap as _;
use serde::{Serialize, Serializer};

use crate::output::joined;
use crate::record::Sequence;

/// What content types are told for: the catalog's name, and how people say it.
const PURPOSES: [(&str, &str); 4] = [
    ("training", "content types for training"),
    ("inference", "content types for inference"),
    ("batch-transform", "content types for batch transform"),
    ("accept", "content types of answers"),
];

/// What instances are told for.
const INSTANCES: [(&str, &str); 2] = [
    ("training", "instances for training"),
    ("inference", "instances for inference"),
];

/// The classes of instances.
const CLASSES: [(&str, &str); 2] = [("cpu", "CPU"), ("gpu", "GPU")];

/// The parameters in words: a label, and what is said under it.
pub(crate) fn in_words(parameters: &Parameters<'_>) -> Vec<(&'static str, String)> {
    let mut fields = vec![
        ("channels", channels(parameters)),
        ("input modes", joined(parameters.input_modes())),
        ("file types", joined(parameters.file_types())),
    ];
    fields.extend(PURPOSES.map(|(purpose, label)| (label, joined(parameters.content_types(purpose)))));
    fields.extend(INSTANCES.map(|(purpose, label)| (label, instances(parameters, purpose))));
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

fn instances(parameters: &Parameters<'_>, purpose: &str) -> String {
    let classes =
        CLASSES.into_iter().filter_map(
            |(class, title)| match parameters.instance_families(purpose, class) {
                Families::No => Some(format!("no {title}")),
                Families::All => Some(title.to_owned()),
                Families::Some(families) => Some(format!("{title} ({})", families.join(", "))),
                _ => None,
            },
        );
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
        for (purpose, _) in PURPOSES {
            let name = format!("{}_content_types", purpose.replace('-', "_"));
            map.serialize_entry(&name, &Sequence(|| parameters.content_types(purpose)))?;
        }
        for (purpose, _) in INSTANCES {
            for (class, _) in CLASSES {
                let name = format!("{purpose}_{class}_instances");
                match parameters.instance_families(purpose, class) {
                    Families::No => map.serialize_entry(&name, &false)?,
                    Families::All => map.serialize_entry(&name, &true)?,
                    Families::Some(families) => map.serialize_entry(&name, &families)?,
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
