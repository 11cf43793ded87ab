//! TOML.

use toml_edit::{Document, Item, Table, Value};

use crate::text::Text;
use crate::tree::{Entry, Map, Node};

/// The structure of a file, if it can be read.
pub(super) fn read(text: &str) -> Option<Node> {
    let document = Document::parse(text).ok()?;
    Some(table(document.as_table(), text))
}

fn table(table: &Table, file: &str) -> Node {
    map(table
        .iter()
        .map(|(key, value)| Entry::new(key, item(value, file))))
}

fn item(item: &Item, file: &str) -> Node {
    match item {
        Item::None => Node::Other(String::new()),
        Item::Value(value) => self::value(value, file),
        Item::Table(inner) => table(inner, file),
        Item::ArrayOfTables(tables) => Node::List(tables.iter().map(|inner| table(inner, file)).collect()),
    }
}

fn value(value: &Value, file: &str) -> Node {
    match value {
        Value::String(string) => Node::Text(Text::literal(
            string.value(),
            file,
            string.span().unwrap_or_default(),
        )),
        Value::Array(array) => Node::List(array.iter().map(|item| self::value(item, file)).collect()),
        Value::InlineTable(inner) => map(inner
            .iter()
            .map(|(key, value)| Entry::new(key, self::value(value, file)))),
        other => Node::Other(other.to_string().trim().to_owned()),
    }
}

fn map(entries: impl Iterator<Item = Entry>) -> Node {
    Node::Map(Map {
        name: None,
        entries: entries.collect(),
    })
}
