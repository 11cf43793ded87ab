//! A value of JSON or YAML with its place, which refuses what it was not asked about.

use indexmap::IndexMap;
use serde_json::Value;

use super::UpstreamError;

/// A value, and where it stands.
pub(super) struct Place<'v> {
    file: &'v str,
    key: String,
    value: &'v Value,
}

/// An object whose entries are taken one by one; what is left over is an error.
pub(super) struct Fields<'v> {
    place: Place<'v>,
    left: IndexMap<&'v str, &'v Value>,
}

impl<'v> Place<'v> {
    pub(super) fn root(file: &'v str, value: &'v Value) -> Self {
        Place {
            file,
            key: String::new(),
            value,
        }
    }

    fn child(&self, key: &str, value: &'v Value) -> Place<'v> {
        let key = if self.key.is_empty() {
            key.to_owned()
        } else {
            format!("{}.{key}", self.key)
        };
        Place {
            file: self.file,
            key,
            value,
        }
    }

    pub(super) fn error(&self, message: impl Into<String>) -> UpstreamError {
        let key = if self.key.is_empty() {
            "top level".to_owned()
        } else {
            self.key.clone()
        };
        UpstreamError::Shape {
            file: self.file.to_owned(),
            key,
            message: message.into(),
        }
    }

    pub(super) fn has(&self, key: &str) -> bool {
        self.value.get(key).is_some()
    }

    pub(super) fn string(&self) -> Result<String, UpstreamError> {
        self.value
            .as_str()
            .map(str::to_owned)
            .ok_or_else(|| self.expected("a string"))
    }

    pub(super) fn boolean(&self) -> Result<bool, UpstreamError> {
        self.value.as_bool().ok_or_else(|| self.expected("true or false"))
    }

    pub(super) fn strings(&self) -> Result<Vec<String>, UpstreamError> {
        let items = self.list("a list of strings")?;
        items.iter().map(Place::string).collect()
    }

    pub(super) fn items(&self) -> Result<Vec<Place<'v>>, UpstreamError> {
        self.list("a list")
    }

    fn list(&self, what: &str) -> Result<Vec<Place<'v>>, UpstreamError> {
        let items = self.value.as_array().ok_or_else(|| self.expected(what))?;
        Ok(items
            .iter()
            .enumerate()
            .map(|(index, item)| self.child(&index.to_string(), item))
            .collect())
    }

    pub(super) fn entries(&self) -> Result<Vec<(String, Place<'v>)>, UpstreamError> {
        let object = self.value.as_object().ok_or_else(|| self.expected("an object"))?;
        Ok(object
            .iter()
            .map(|(key, value)| (key.clone(), self.child(key, value)))
            .collect())
    }

    pub(super) fn string_map(&self) -> Result<IndexMap<String, String>, UpstreamError> {
        self.entries()?
            .into_iter()
            .map(|(key, value)| Ok((key, value.string()?)))
            .collect()
    }

    pub(super) fn fields(self) -> Result<Fields<'v>, UpstreamError> {
        let object = self.value.as_object().ok_or_else(|| self.expected("an object"))?;
        let left = object.iter().map(|(key, value)| (key.as_str(), value)).collect();
        Ok(Fields { place: self, left })
    }

    fn expected(&self, what: &str) -> UpstreamError {
        let found = match self.value {
            Value::Null => "null",
            Value::Bool(_) => "a boolean",
            Value::Number(_) => "a number",
            Value::String(_) => "a string",
            Value::Array(_) => "a list",
            Value::Object(_) => "an object",
        };
        self.error(format!("expected {what}, found {found}"))
    }
}

impl<'v> Fields<'v> {
    pub(super) fn take(&mut self, key: &str) -> Option<Place<'v>> {
        self.left
            .shift_remove(key)
            .map(|value| self.place.child(key, value))
    }

    pub(super) fn require(&mut self, key: &str) -> Result<Place<'v>, UpstreamError> {
        self.take(key).ok_or_else(|| self.error(format!("lacks `{key}`")))
    }

    /// The list of strings under a key; empty if there is none.
    pub(super) fn strings(&mut self, key: &str) -> Result<Vec<String>, UpstreamError> {
        self.take(key)
            .map_or_else(|| Ok(Vec::new()), |list| list.strings())
    }

    /// The map of strings under a key; empty if there is none.
    pub(super) fn string_map(&mut self, key: &str) -> Result<IndexMap<String, String>, UpstreamError> {
        self.take(key)
            .map_or_else(|| Ok(IndexMap::new()), |map| map.string_map())
    }

    pub(super) fn error(&self, message: impl Into<String>) -> UpstreamError {
        self.place.error(message)
    }

    /// Everything that was not taken yet.
    pub(super) fn rest(&mut self) -> Vec<(String, Place<'v>)> {
        let left = std::mem::take(&mut self.left);
        left.into_iter()
            .map(|(key, value)| (key.to_owned(), self.place.child(key, value)))
            .collect()
    }

    pub(super) fn finish(self) -> Result<(), UpstreamError> {
        match self.left.keys().next() {
            None => Ok(()),
            Some(key) => Err(self.error(format!("field `{key}` is not known to this importer"))),
        }
    }
}
