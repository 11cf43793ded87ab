//! The structure of a file, in the same form whatever language it is written in.

use std::collections::HashMap;
use std::ops::Range;

use crate::text::Text;

/// A value of a file.
#[derive(Clone, Debug)]
pub(crate) enum Node {
    Text(Text),
    Map(Map),
    List(Vec<Node>),
    /// What stands elsewhere under a name: `var.image`, a variable.
    Name(String),
    /// A number, true or false, or what no rule looks into.
    Other(Word),
}

/// A word, and where it stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Word {
    pub(crate) value: String,
    pub(crate) span: Range<usize>,
}

impl Word {
    pub(crate) fn new(value: impl Into<String>, span: Range<usize>) -> Self {
        Word {
            value: value.into(),
            span,
        }
    }
}

/// Values by key: an object, a block, a call with its arguments.
#[derive(Clone, Debug, Default)]
pub(crate) struct Map {
    /// What kind of thing it is, if the file says: a block's type and labels, the function that is called.
    pub(crate) name: Option<String>,
    pub(crate) entries: Vec<Entry>,
}

#[derive(Clone, Debug)]
pub(crate) struct Entry {
    /// Empty where a value has none.
    pub(crate) key: String,
    pub(crate) value: Node,
    /// The name that stands for the value elsewhere in the file.
    pub(crate) binds: Option<String>,
}

impl Entry {
    pub(crate) fn new(key: impl Into<String>, value: Node) -> Self {
        Entry {
            key: key.into(),
            value,
            binds: None,
        }
    }

    pub(crate) fn binding(key: impl Into<String>, value: Node, name: impl Into<String>) -> Self {
        Entry {
            binds: Some(name.into()),
            ..Entry::new(key, value)
        }
    }
}

impl Map {
    pub(crate) fn named(name: impl Into<String>, entries: Vec<Entry>) -> Self {
        Map {
            name: Some(name.into()),
            entries,
        }
    }

    /// The value under a key, however the language spells it.
    pub(crate) fn get(&self, key: &str) -> Option<&Node> {
        self.entries
            .iter()
            .find(|entry| plain(&entry.key) == key)
            .map(|entry| &entry.value)
    }
}

impl Node {
    /// What it is as a single word, if it is one.
    pub(crate) fn word<'n>(&'n self, bindings: &'n Bindings) -> Option<&'n str> {
        match self {
            Node::Text(text) => text.fixed(),
            Node::Other(word) => Some(&word.value),
            Node::Name(name) => bindings.get(name),
            Node::Map(_) | Node::List(_) => None,
        }
    }

    /// Where its word stands: that of a name, where it is given to the name.
    pub(crate) fn place(&self, bindings: &Bindings) -> Range<usize> {
        match self {
            Node::Text(text) => text.span(),
            Node::Other(word) => word.span.clone(),
            Node::Name(name) => bindings
                .word(name)
                .map_or_else(Range::default, |word| word.span.clone()),
            Node::Map(_) | Node::List(_) => Range::default(),
        }
    }
}

/// A key without what differs by language: `TrainingImage`, `training_image` and `trainingImage` are one.
pub(crate) fn plain(key: &str) -> String {
    key.chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|character| character.to_ascii_lowercase())
        .collect()
}

/// The values of names that have one and only one in a file.
#[derive(Debug, Default)]
pub(crate) struct Bindings(HashMap<String, Option<Word>>);

impl Bindings {
    pub(crate) fn of(root: &Node) -> Self {
        let mut bindings = Bindings::default();
        bindings.gather(root);
        bindings
    }

    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.word(name).map(|word| word.value.as_str())
    }

    pub(crate) fn word(&self, name: &str) -> Option<&Word> {
        self.0.get(name)?.as_ref()
    }

    fn gather(&mut self, node: &Node) {
        match node {
            Node::Map(map) => {
                for entry in &map.entries {
                    if let Some(name) = &entry.binds {
                        self.bind(name, &entry.value);
                    }
                    self.gather(&entry.value);
                }
            }
            Node::List(items) => items.iter().for_each(|item| self.gather(item)),
            Node::Text(_) | Node::Name(_) | Node::Other(_) => {}
        }
    }

    fn bind(&mut self, name: &str, value: &Node) {
        let value = match value {
            Node::Text(text) => text.fixed().map(|word| Word::new(word, text.span())),
            Node::Other(word) => Some(word.clone()),
            _ => None,
        };
        let is_another = |known: &Option<Word>| {
            known.as_ref().map(|word| &word.value) != value.as_ref().map(|word| &word.value)
        };
        self.0
            .entry(name.to_owned())
            .and_modify(|known| {
                if is_another(known) {
                    *known = None;
                }
            })
            .or_insert(value);
    }
}
