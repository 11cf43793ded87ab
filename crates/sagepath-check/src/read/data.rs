//! YAML, JSON and TOML.

use sagepath_document::{Node as Document, Value, lenient};

use crate::text::Text;
use crate::tree::{Entry, Map, Node, Word};

/// The structure of a YAML file, one document or many, if it can be read.
pub(super) fn yaml(text: &str) -> Option<Node> {
    let documents = lenient::yaml(text)?;
    match &documents[..] {
        [document] => Some(lower(document, text)),
        _ => Some(Node::List(
            documents.iter().map(|document| lower(document, text)).collect(),
        )),
    }
}

/// The structure of a JSON file, if it can be read.
pub(super) fn json(text: &str) -> Option<Node> {
    lenient::json(text).map(|document| lower(&document, text))
}

/// The structure of a TOML file, if it can be read.
pub(super) fn toml(text: &str) -> Option<Node> {
    lenient::toml(text).map(|document| lower(&document, text))
}

/// The structure of a document that was read from a file.
pub(crate) fn lower(document: &Document, file: &str) -> Node {
    match &document.value {
        Value::String(text) | Value::Word(text) => {
            Node::Text(Text::literal(text, file, document.span.clone()))
        }
        Value::Number(number) => Node::Other(Word::new(number.to_string(), document.span.clone())),
        Value::Boolean(truth) => Node::Other(Word::new(truth.to_string(), document.span.clone())),
        Value::Null => Node::Other(Word::default()),
        Value::List(items) => Node::List(items.iter().map(|item| lower(item, file)).collect()),
        Value::Map(entries) => {
            let entries = entries
                .iter()
                .map(|entry| Entry::new(entry.key.as_str(), lower(&entry.value, file)));
            Node::Map(Map {
                name: None,
                entries: entries.collect(),
            })
        }
    }
}
