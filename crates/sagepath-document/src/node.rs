//! The tree.

use std::ops::Range;

use serde_json::Number;

/// Bytes of a file, counted without a byte-order mark.
pub type Span = Range<usize>;

/// A value, and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// The value.
    pub value: Value,
    /// The bytes of the file that say so; empty if no file does.
    pub span: Span,
}

/// What a file says.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Nothing.
    Null,
    /// True or false.
    Boolean(bool),
    /// A number.
    Number(Number),
    /// A text.
    String(String),
    /// A word of YAML without quotation marks. What it is, a text, a number or a truth, whoever reads it knows best: `1.7` may
    /// be a version, and `no` the code of a country.
    Word(String),
    /// Values in order.
    List(Vec<Node>),
    /// Values by key, in the order of the file.
    Map(Vec<Entry>),
}

/// A key and its value.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The key.
    pub key: String,
    /// Where the key stands.
    pub key_span: Span,
    /// The value.
    pub value: Node,
}

impl Node {
    /// A value that stands nowhere.
    pub fn new(value: Value) -> Self {
        Node { value, span: 0..0 }
    }

    /// A text that stands nowhere.
    pub fn string(text: impl Into<String>) -> Self {
        Node::new(Value::String(text.into()))
    }

    /// What a map has under a key.
    pub fn get(&self, key: &str) -> Option<&Node> {
        let mut entries = self.entries().iter();
        entries.find(|entry| entry.key == key).map(|entry| &entry.value)
    }

    /// What a map has under a key, to be changed.
    pub fn get_mut(&mut self, key: &str) -> Option<&mut Node> {
        let Value::Map(entries) = &mut self.value else {
            return None;
        };
        let mut entries = entries.iter_mut();
        entries
            .find(|entry| entry.key == key)
            .map(|entry| &mut entry.value)
    }

    /// What is under a key of a map under a key, and so on.
    pub fn at<'k>(&self, keys: impl IntoIterator<Item = &'k str>) -> Option<&Node> {
        keys.into_iter().try_fold(self, |node, key| node.get(key))
    }

    /// The entries of a map; none of anything else.
    pub fn entries(&self) -> &[Entry] {
        match &self.value {
            Value::Map(entries) => entries,
            _ => &[],
        }
    }

    /// The items of a list; none of anything else.
    pub fn items(&self) -> &[Node] {
        match &self.value {
            Value::List(items) => items,
            _ => &[],
        }
    }

    /// A text, or a word.
    pub fn as_str(&self) -> Option<&str> {
        match &self.value {
            Value::String(text) | Value::Word(text) => Some(text),
            _ => None,
        }
    }

    /// A whole number, or a word that is one.
    pub fn as_integer(&self) -> Option<i64> {
        match &self.value {
            Value::Number(number) => number.as_i64(),
            Value::Word(word) => word.parse().ok(),
            _ => None,
        }
    }

    /// Puts a value under a key of a map, in place of what is there.
    ///
    /// Of anything else than a map it makes one.
    pub fn set(&mut self, key: &str, value: Node) {
        if !matches!(self.value, Value::Map(_)) {
            self.value = Value::Map(Vec::new());
        }
        if let Some(known) = self.get_mut(key) {
            *known = value;
        } else if let Value::Map(entries) = &mut self.value {
            entries.push(Entry {
                key: key.to_owned(),
                key_span: 0..0,
                value,
            });
        }
    }
}

impl From<serde_json::Value> for Node {
    fn from(value: serde_json::Value) -> Self {
        use serde_json::Value as Json;
        Node::new(match value {
            Json::Null => Value::Null,
            Json::Bool(boolean) => Value::Boolean(boolean),
            Json::Number(number) => Value::Number(number),
            Json::String(text) => Value::String(text),
            Json::Array(items) => Value::List(items.into_iter().map(Node::from).collect()),
            Json::Object(fields) => {
                let entries = fields.into_iter().map(|(key, value)| Entry {
                    key,
                    key_span: 0..0,
                    value: Node::from(value),
                });
                Value::Map(entries.collect())
            }
        })
    }
}
