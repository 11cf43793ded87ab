//! The versions and revisions in `sources.toml`, which people write and of which an import replaces single values.

use toml_edit::{Datetime, DocumentMut, TomlError, Value};

use crate::facts::{DEEP_LEARNING_CONTAINERS, Facts, SAGEMAKER_CORE};

/// The text with the editions of the imported sources; everything else stays as it is, byte for byte.
pub(super) fn updated(text: &str, facts: &Facts) -> Result<String, TomlError> {
    let mut document: DocumentMut = text.parse()?;
    for id in [SAGEMAKER_CORE, DEEP_LEARNING_CONTAINERS] {
        let Some(source) = facts.sources.get(id) else {
            continue;
        };
        let date = source
            .date
            .and_then(|date| date.to_string().parse::<Datetime>().ok());
        let values = [
            ("version", source.version.as_deref().map(Value::from)),
            ("revision", source.revision.as_deref().map(Value::from)),
            ("date", date.map(Value::from)),
        ];
        for (key, value) in values {
            if let Some(value) = value {
                set(&mut document, id, key, value);
            }
        }
    }
    Ok(document.to_string())
}

fn set(document: &mut DocumentMut, table: &str, key: &str, mut value: Value) {
    let Some(table) = document.get_mut(table).and_then(|item| item.as_table_like_mut()) else {
        return;
    };
    match table.get_mut(key).and_then(|item| item.as_value_mut()) {
        Some(known) if same(known, &value) => {}
        Some(known) => {
            // The comment and the space around a value are people's.
            *value.decor_mut() = known.decor().clone();
            *known = value;
        }
        None => {
            table.insert(key, value.into());
        }
    }
}

fn same(left: &Value, right: &Value) -> bool {
    match (left, right) {
        (Value::String(left), Value::String(right)) => left.value() == right.value(),
        (Value::Datetime(left), Value::Datetime(right)) => left.value() == right.value(),
        _ => false,
    }
}
