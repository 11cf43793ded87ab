//! A framework, as a row of a list.

use sagepath::Framework;
use serde::ser::SerializeStruct as _;
use serde::{Serialize, Serializer};

/// A framework: its name, kind, newest version and summary.
#[derive(Clone, Copy, Debug)]
pub struct FrameworkRow<'c>(pub Framework<'c>);

impl FrameworkRow<'_> {
    /// The newest version that may be an answer.
    pub fn newest(&self) -> Option<&str> {
        let mut images = self.0.images().rev().filter(|image| image.withheld().is_none());
        images
            .next()
            .map(|image| image.version())
            .filter(|version| !version.is_empty())
    }
}

impl Serialize for FrameworkRow<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let FrameworkRow(framework) = self;
        let mut fields = serializer.serialize_struct("Framework", 9)?;
        fields.serialize_field("framework", framework.slug())?;
        fields.serialize_field("title", framework.title())?;
        fields.serialize_field("kind", framework.kind().as_str())?;
        fields.serialize_field("newest", &self.newest())?;
        fields.serialize_field("summary", framework.summary())?;
        fields.serialize_field("images", &framework.images().count())?;
        fields.serialize_field("requires_version", &framework.requires_version())?;
        fields.serialize_field("jumpstart", &framework.is_jumpstart())?;
        fields.serialize_field("in_sdk", &framework.is_in_sdk())?;
        fields.end()
    }
}
