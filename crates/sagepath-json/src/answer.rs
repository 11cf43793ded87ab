//! A located image.

use sagepath::registry_path::Endpoint;
use sagepath::{Located, LocatedPath};
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::form::{Displayed, Sequence};
use crate::image::image_entries;

/// An answer: the registry path and what is known of its image.
#[derive(Clone, Copy)]
pub struct Answer<'l> {
    located: &'l Located<'l>,
    path: LocatedPath<'l>,
}

impl<'l> Answer<'l> {
    /// An answer with the registry's plain host.
    pub fn new(located: &'l Located<'l>) -> Self {
        Answer {
            located,
            path: located.path(),
        }
    }

    /// An answer with the host of an endpoint; `None` if the region is not known to have one.
    pub fn at(located: &'l Located<'l>, endpoint: Endpoint) -> Option<Self> {
        Some(Answer {
            located,
            path: located.path_at(endpoint)?,
        })
    }

    /// The path.
    pub fn path(&self) -> LocatedPath<'l> {
        self.path
    }
}

impl Serialize for Answer<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Answer { located, path } = self;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("uri", &Displayed(path))?;
        map.serialize_entry("region", located.region().id())?;
        map.serialize_entry("account", located.account())?;
        if let Some(tag) = located.tag() {
            map.serialize_entry("tag", &tag)?;
        }
        image_entries(&located.image(), &mut map)?;
        map.serialize_entry("evidence", located.evidence().as_str())?;
        if located.warnings().next().is_some() {
            map.serialize_entry(
                "warnings",
                &Sequence(|| located.warnings().map(sagepath::Warning::as_str)),
            )?;
        }
        map.end()
    }
}
