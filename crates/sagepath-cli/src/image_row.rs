//! An image as a row of a list.

use jiff::civil::Date;
use sagepath::{Image, Located};
use serde::ser::SerializeMap as _;
use serde::{Serialize, Serializer};

use crate::output::{Column, Row};
use crate::record::{Displayed, Sequence, image_entries};

/// An image, at a region if one is known.
pub(crate) struct ImageRow<'c> {
    image: Image<'c>,
    located: Option<Located<'c>>,
}

impl<'c> ImageRow<'c> {
    /// The image in a region; `None` if the region does not offer it.
    pub(crate) fn in_region(image: Image<'c>, region: &str) -> Option<Self> {
        Some(ImageRow {
            image,
            located: Some(image.at(region)?),
        })
    }

    /// The image wherever it is offered.
    pub(crate) fn anywhere(image: Image<'c>) -> Self {
        ImageRow { image, located: None }
    }

    pub(crate) fn image(&self) -> Image<'c> {
        self.image
    }

    /// The path, or without a region repository and tag; none for an image that is not given out.
    pub(crate) fn reference(&self) -> String {
        match (&self.located, self.image.tag()) {
            _ if self.image.withheld().is_some() => String::new(),
            (Some(located), _) => located.path().to_string(),
            (None, Some(tag)) => format!("{}:{tag}", self.image.repository()),
            (None, None) => self.image.repository().to_owned(),
        }
    }

    /// How well the path is known.
    fn evidence(&self) -> &'static str {
        self.located
            .map_or(self.image.evidence(), |located| located.evidence())
            .as_str()
    }

    /// The versions by which it is called besides its own.
    fn aliases(&self) -> impl Iterator<Item = &'c str> + use<'c> {
        let own = self.image.version();
        self.image.version_names().filter(move |name| *name != own)
    }

    fn remark(&self) -> &'static str {
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
        map.serialize_entry("evidence", self.evidence())?;
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

impl Row for ImageRow<'_> {
    const NOUN: &'static str = "image";
    const COLUMNS: &'static [Column] = &[
        Column::new("framework"),
        Column::new("version"),
        Column::optional("aliases", 5),
        Column::optional("scopes", 12),
        Column::optional("processor", 11),
        Column::optional("architecture", 6),
        Column::optional("platform", 7),
        Column::optional("python", 10),
        Column::optional("base_framework", 13),
        Column::optional("neuron_sdk", 9),
        Column::optional("cuda", 2),
        Column::optional("package_version", 3),
        Column::optional("ga", 1),
        Column::optional("eop", 8),
        Column::optional("evidence", 4),
        Column::optional("remark", 14),
        Column::new("image"),
    ];

    fn cells(&self) -> Vec<String> {
        let date = |date: Option<Date>| date.map(|date| date.to_string()).unwrap_or_default();
        let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
        let image = &self.image;
        vec![
            image.framework().slug().to_owned(),
            image.version().to_owned(),
            self.aliases().collect::<Vec<_>>().join(", "),
            image.scopes().collect::<Vec<_>>().join(", "),
            text(image.processor()),
            image.architecture().as_str().to_owned(),
            image.platform().as_str().to_owned(),
            text(image.python()),
            text(image.base_framework()),
            text(image.neuron_sdk()),
            text(image.cuda()),
            text(image.package_version()),
            date(image.general_availability()),
            date(image.end_of_patch()),
            self.evidence().to_owned(),
            self.remark().to_owned(),
            self.reference(),
        ]
    }

    /// The path, if there is one; else what tells images apart, and the tag.
    fn plain(&self) -> String {
        let image = &self.image;
        if self.located.is_some() && image.withheld().is_none() {
            return self.reference();
        }
        let scopes = image.scopes().collect::<Vec<_>>().join(",");
        let (processor, python) = (
            image.processor().unwrap_or_default(),
            image.python().unwrap_or_default(),
        );
        [
            image.framework().slug(),
            image.version(),
            &scopes,
            processor,
            python,
            &self.reference(),
        ]
        .join("\t")
    }
}
