//! The documentation's parameters of an algorithm, in words.

use sagepath::{ContentUse, InstanceClass, InstanceFamilies, InstanceUse, Parameters};

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

/// The documentation's parameters of an algorithm in words: a label, and what is said under it.
///
/// ```
/// let xgboost = sagepath::Catalog::embedded().framework("xgboost").unwrap();
/// let words = sagepath_pages::parameters_in_words(&xgboost.parameters().unwrap());
/// assert_eq!(words[0], ("channels", "train; optional: validation".to_owned()));
/// ```
pub fn in_words(parameters: &Parameters<'_>) -> Vec<(&'static str, String)> {
    let mut fields = vec![
        ("channels", channels(parameters)),
        ("input modes", joined(parameters.input_modes())),
        ("file types", joined(parameters.file_types())),
        (
            "required hyperparameters",
            joined(parameters.required_hyperparameters().map(|(name, _)| name)),
        ),
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

fn joined<'w>(words: impl Iterator<Item = &'w str>) -> String {
    words.collect::<Vec<_>>().join(", ")
}
