//! Where a fact stands: said by name while the facts are checked, and looked up in the text only for a problem.

use std::path::{Path, PathBuf};

use toml::de::{DeTable, DeValue};

use crate::facts::position;

/// A place within a file of the catalog.
#[derive(Clone, Debug)]
pub(super) struct Place {
    file: PathBuf,
    steps: Vec<Step>,
}

#[derive(Clone, Debug)]
pub(super) enum Step {
    /// The value under a key.
    Key(String),
    /// A key itself.
    Name(String),
    /// A value of a list.
    Index(usize),
}

impl From<&str> for Step {
    fn from(key: &str) -> Self {
        Step::Key(key.to_owned())
    }
}

impl From<&String> for Step {
    fn from(key: &String) -> Self {
        Step::Key(key.clone())
    }
}

impl From<usize> for Step {
    fn from(index: usize) -> Self {
        Step::Index(index)
    }
}

impl Place {
    /// The beginning of a file.
    pub(super) fn file(path: impl Into<PathBuf>) -> Self {
        Place {
            file: path.into(),
            steps: Vec::new(),
        }
    }

    /// The value under a key, or at an index, of the value here.
    pub(super) fn at(&self, step: impl Into<Step>) -> Self {
        let mut place = self.clone();
        place.steps.push(step.into());
        place
    }

    /// The key itself of the value under it.
    pub(super) fn name(&self, key: &str) -> Self {
        self.at(Step::Name(key.to_owned()))
    }

    /// The file, and line and column from 1. A key that is missing is where it should be: at its table.
    pub(super) fn find(&self, catalog: &Path) -> (PathBuf, usize, usize) {
        let path = catalog.join(&self.file);
        let text = std::fs::read_to_string(&path).unwrap_or_default();
        let byte = DeTable::parse(&text).map_or(0, |root| offset(root.get_ref(), &self.steps));
        let (line, column) = position(&text, byte);
        (path, line, column)
    }
}

/// The byte at which the last step that can be taken arrives.
fn offset(root: &DeTable<'_>, steps: &[Step]) -> usize {
    let mut byte = 0;
    let mut table = Some(root);
    let mut list = None;
    for step in steps {
        let next = match step {
            Step::Name(name) => {
                let entry = table.and_then(|table| table.get_key_value(name.as_str()));
                return entry.map_or(byte, |(key, _)| key.span().start);
            }
            Step::Key(name) => table.and_then(|table| table.get(name.as_str())),
            Step::Index(index) => list.and_then(|list: &toml::de::DeArray<'_>| list.get(*index)),
        };
        let Some(value) = next else { return byte };
        byte = value.span().start;
        (table, list) = match value.get_ref() {
            DeValue::Table(table) => (Some(table), None),
            DeValue::Array(list) => (None, Some(list)),
            _ => (None, None),
        };
    }
    byte
}
