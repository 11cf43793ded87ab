//! TOML.

use toml_edit::{Document, Item, Key, Table, Value as Ast};

use crate::ReadError;
use crate::node::{Entry, Node, Span, Value};

/// TOML. A date is a text, as it is in YAML and JSON.
pub(crate) fn read(text: &str) -> Result<Node, ReadError> {
    let document = Document::parse(text).map_err(|error| ReadError {
        message: error.message().trim().replace('\n', ", "),
        span: error.span().unwrap_or(0..0),
    })?;
    Ok(Node {
        value: table(document.as_table()),
        span: 0..text.len(),
    })
}

fn table(table: &Table) -> Value {
    let entries = table
        .iter()
        .map(|(name, item)| entry(name, table.key(name), self::item(item)));
    Value::Map(entries.collect())
}

fn entry(name: &str, key: Option<&Key>, value: Node) -> Entry {
    let key_span = key.and_then(Key::span).unwrap_or_else(|| value.span.clone());
    Entry {
        key: name.to_owned(),
        key_span,
        value,
    }
}

fn item(item: &Item) -> Node {
    let span = item.span().unwrap_or(0..0);
    let value = match item {
        Item::None => Value::Null,
        Item::Value(value) => self::value(value),
        Item::Table(inner) => table(inner),
        Item::ArrayOfTables(tables) => Value::List(
            tables
                .iter()
                .map(|inner| Node {
                    value: table(inner),
                    span: inner.span().unwrap_or_else(|| span.clone()),
                })
                .collect(),
        ),
    };
    Node { value, span }
}

fn located(ast: &Ast) -> Node {
    let span: Span = ast.span().unwrap_or(0..0);
    Node {
        value: value(ast),
        span,
    }
}

fn value(ast: &Ast) -> Value {
    match ast {
        Ast::String(string) => Value::String(string.value().clone()),
        Ast::Integer(integer) => Value::Number((*integer.value()).into()),
        Ast::Float(float) => match serde_json::Number::from_f64(*float.value()) {
            Some(number) => Value::Number(number),
            None => Value::Word(float.value().to_string()),
        },
        Ast::Boolean(boolean) => Value::Boolean(*boolean.value()),
        Ast::Datetime(moment) => Value::String(moment.value().to_string()),
        Ast::Array(array) => Value::List(array.iter().map(located).collect()),
        Ast::InlineTable(inner) => {
            let entries = inner
                .iter()
                .map(|(name, value)| entry(name, inner.key(name), located(value)));
            Value::Map(entries.collect())
        }
    }
}
