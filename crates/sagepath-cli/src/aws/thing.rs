//! Something that SageMaker has, by its kind and its name.

use sagepath_aws::Kind;
use serde_json::{Value, json};

pub(crate) type Thing = (&'static Kind, String);

/// As people are told of it.
pub(crate) fn named((kind, name): &Thing) -> String {
    format!("{} `{name}`", kind.noun)
}

/// As programs are told of it.
pub(crate) fn to_json((kind, name): &Thing) -> Value {
    json!({ "kind": kind.noun, "name": name })
}
