//! What is printed of an image, an answer, or a refusal, where the output is JSON. The schema only grows.

use std::fmt::Display;

use sagepath::registry_path::Endpoint;
use sagepath::{Error, Image, Located, LocatedPath};
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

/// An answer: the registry path and what is known of its image.
pub(crate) struct Answer<'l> {
    located: &'l Located<'l>,
    path: LocatedPath<'l>,
}

impl<'l> Answer<'l> {
    /// An answer with the registry's plain host.
    pub(crate) fn new(located: &'l Located<'l>) -> Self {
        Answer {
            located,
            path: located.path(),
        }
    }

    /// An answer with the host of an endpoint; `None` if the region is not known to have one.
    pub(crate) fn at(located: &'l Located<'l>, endpoint: Endpoint) -> Option<Self> {
        Some(Answer {
            located,
            path: located.path_at(endpoint)?,
        })
    }

    /// The path.
    pub(crate) fn path(&self) -> LocatedPath<'l> {
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

/// The entries of an image that do not depend on a region.
pub(crate) fn image_entries<M: SerializeMap>(image: &Image<'_>, map: &mut M) -> Result<(), M::Error> {
    map.serialize_entry("framework", image.framework().slug())?;
    map.serialize_entry("version", image.version())?;
    map.serialize_entry("scopes", &Sequence(|| image.scopes()))?;
    map.serialize_entry("repository", image.repository())?;
    map.serialize_entry("architecture", image.architecture().as_str())?;
    map.serialize_entry("platform", image.platform().as_str())?;
    let optional = [
        ("processor", image.processor()),
        ("python", image.python()),
        ("base_framework", image.base_framework()),
        ("neuron_sdk", image.neuron_sdk()),
        ("container_version", image.container_version()),
        ("cuda", image.cuda()),
        ("os", image.os()),
        ("package_version", image.package_version()),
    ];
    for (name, value) in optional {
        if let Some(value) = value {
            map.serialize_entry(name, value)?;
        }
    }
    for (name, date) in [
        ("ga", image.general_availability()),
        ("eop", image.end_of_patch()),
    ] {
        if let Some(date) = date {
            map.serialize_entry(name, &Displayed(date))?;
        }
    }
    Ok(())
}

/// A refusal.
#[derive(Serialize)]
pub(crate) struct Refusal<'e> {
    error: RefusalFields<'e>,
}

#[derive(Serialize)]
struct RefusalFields<'e> {
    code: &'e str,
    field: &'e str,
    message: Displayed<&'e dyn Display>,
    choices: &'e [String],
    suggestion: Option<&'e str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    hint: Option<&'e str>,
}

impl<'e> Refusal<'e> {
    pub(crate) fn new(error: &'e Error) -> Self {
        Refusal {
            error: RefusalFields {
                code: error.code().as_str(),
                field: error.code().field(),
                message: Displayed(error),
                choices: error.choices(),
                suggestion: error.suggestion(),
                hint: error.hint(),
            },
        }
    }

    /// A question that could not be read at all.
    pub(crate) fn malformed(message: &'e dyn Display) -> Self {
        Refusal {
            error: RefusalFields {
                code: "malformed-query",
                field: "",
                message: Displayed(message),
                choices: &[],
                suggestion: None,
                hint: None,
            },
        }
    }
}

/// Anything that prints, as a string.
pub(crate) struct Displayed<T>(pub(crate) T);

impl<T: Display> Serialize for Displayed<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

/// What an iterator gives, as a list.
pub(crate) struct Sequence<F>(pub(crate) F);

impl<F, I> Serialize for Sequence<F>
where
    F: Fn() -> I,
    I: Iterator<Item: Serialize>,
{
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0())
    }
}
