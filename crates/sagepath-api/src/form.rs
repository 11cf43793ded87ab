//! A request as a form, as the query protocol wants it: names with the path to a value in them, and `&` between.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, PercentEncode, utf8_percent_encode};
use serde_json::Value as Json;

/// What stands for itself (RFC 3986).
const UNRESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// A text as one part of a path, a query or a form.
pub(crate) fn encoded(text: &str) -> PercentEncode<'_> {
    utf8_percent_encode(text, UNRESERVED)
}

/// The form of an operation, with its fields.
pub(crate) fn write(operation: &str, version: &str, fields: &Json) -> String {
    let mut pairs = vec![
        ("Action".to_owned(), operation.to_owned()),
        ("Version".to_owned(), version.to_owned()),
    ];
    add(&mut pairs, String::new(), fields);
    let encoded = pairs
        .iter()
        .map(|(name, value)| format!("{}={}", encoded(name), encoded(value)));
    encoded.collect::<Vec<_>>().join("&")
}

fn add(pairs: &mut Vec<(String, String)>, name: String, value: &Json) {
    match value {
        Json::Object(fields) => {
            for (field, value) in fields {
                let dot = if name.is_empty() { "" } else { "." };
                add(pairs, format!("{name}{dot}{field}"), value);
            }
        }
        Json::Array(items) if items.is_empty() => pairs.push((name, String::new())),
        Json::Array(items) => {
            for (number, item) in (1..).zip(items) {
                add(pairs, format!("{name}.member.{number}"), item);
            }
        }
        Json::String(text) => pairs.push((name, text.clone())),
        Json::Null => {}
        Json::Bool(_) | Json::Number(_) => pairs.push((name, value.to_string())),
    }
}
