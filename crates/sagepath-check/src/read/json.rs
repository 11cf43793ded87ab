//! JSON, with comments and trailing commas.

use jsonc_parser::ast::{ObjectPropName, Value};
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

use crate::text::Text;
use crate::tree::{Entry, Map, Node};

/// The structure of a file, if it can be read.
pub(super) fn read(text: &str) -> Option<Node> {
    let parsed = parse_to_ast(text, &CollectOptions::default(), &ParseOptions::default()).ok()?;
    Some(lower(&parsed.value?, text))
}

fn lower(value: &Value<'_>, file: &str) -> Node {
    match value {
        Value::StringLit(string) => Node::Text(Text::literal(
            &string.value,
            file,
            string.range.start..string.range.end,
        )),
        Value::NumberLit(number) => Node::Other(number.value.to_owned()),
        Value::BooleanLit(boolean) => Node::Other(boolean.value.to_string()),
        Value::NullKeyword(_) => Node::Other(String::new()),
        Value::Array(array) => Node::List(array.elements.iter().map(|item| lower(item, file)).collect()),
        Value::Object(object) => {
            let entries = object.properties.iter().map(|property| {
                let key = match &property.name {
                    ObjectPropName::String(string) => string.value.as_ref(),
                    ObjectPropName::Word(word) => word.value,
                };
                Entry::new(key, lower(&property.value, file))
            });
            Node::Map(Map {
                name: None,
                entries: entries.collect(),
            })
        }
    }
}
