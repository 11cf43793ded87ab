//! An image, as a row of a list.

use sagepath::{Evidence, Image, Located};
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::form::{Displayed, Sequence};

/// An image, at a region if one is known.
#[derive(Clone, Copy, Debug)]
pub struct ImageRow<'c> {
    image: Image<'c>,
    located: Option<Located<'c>>,
}

impl<'c> ImageRow<'c> {
    /// The image in a region; `None` if the region does not offer it.
    pub fn in_region(image: Image<'c>, region: &str) -> Option<Self> {
        Some(ImageRow {
            image,
            located: Some(image.at(region)?),
        })
    }

    /// The image wherever it is offered.
    pub fn anywhere(image: Image<'c>) -> Self {
        ImageRow { image, located: None }
    }

    /// The image.
    pub fn image(&self) -> Image<'c> {
        self.image
    }

    /// The path, or without a region repository and tag; none for an image that is not given out.
    pub fn reference(&self) -> String {
        match (&self.located, self.image.tag()) {
            _ if self.image.withheld().is_some() => String::new(),
            (Some(located), _) => located.path().to_string(),
            (None, Some(tag)) => format!("{}:{tag}", self.image.repository()),
            (None, None) => self.image.repository().to_owned(),
        }
    }

    /// How well the path is known.
    pub fn evidence(&self) -> Evidence {
        self.located
            .map_or(self.image.evidence(), |located| located.evidence())
    }

    /// The image at the region, if one is named.
    pub fn located(&self) -> Option<&Located<'c>> {
        self.located.as_ref()
    }

    /// The versions by which it is called besides its own.
    pub fn aliases(&self) -> impl Iterator<Item = &'c str> + use<'c> {
        let own = self.image.version();
        self.image.version_names().filter(move |name| *name != own)
    }

    /// What a reader should know before all else, in two words; empty if there is nothing.
    pub fn remark(&self) -> &'static str {
        match self.image.withheld() {
            Some(_) => "not given out",
            None if self.image.is_deprecated() => "deprecated",
            None => "",
        }
    }
}

impl Serialize for ImageRow<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let image = &self.image;
        let mut map = serializer.serialize_map(None)?;
        if let Some(located) = &self.located {
            if image.withheld().is_none() {
                map.serialize_entry("uri", &Displayed(located.path()))?;
            }
            map.serialize_entry("region", located.region().id())?;
            map.serialize_entry("account", located.account())?;
        }
        if let Some(tag) = image.tag() {
            map.serialize_entry("tag", tag)?;
        }
        image_entries(image, &mut map)?;
        map.serialize_entry("evidence", self.evidence().as_str())?;
        map.serialize_entry("aliases", &Sequence(|| self.aliases()))?;
        map.serialize_entry("tags", &Sequence(|| image.tags()))?;
        if self.located.is_none() {
            map.serialize_entry("regions", &Sequence(|| image.regions().map(|region| region.id())))?;
        }
        map.serialize_entry("runs_on", &Sequence(|| image.runs_on()))?;
        if image.is_deprecated() {
            map.serialize_entry("deprecated", &true)?;
        }
        if let Some(reason) = image.withheld() {
            map.serialize_entry("withheld", reason)?;
        } else if let Some(note) = image.note() {
            map.serialize_entry("note", note)?;
        }
        map.serialize_entry("sources", &Sequence(|| image.sources()))?;
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
