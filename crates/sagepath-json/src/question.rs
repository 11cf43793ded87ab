//! A question in JSON, with the argument names of the SDK's `image_uris.retrieve`.

use std::borrow::Cow;
use std::fmt;

use sagepath::{Catalog, Error, Located, Query};
use serde::de::{self, IgnoredAny, Visitor};
use serde::{Deserialize, Deserializer};

/// A question for one image.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Question<'q> {
    #[serde(borrow)]
    framework: Text<'q>,
    #[serde(borrow)]
    region: Text<'q>,
    #[serde(borrow)]
    version: Text<'q>,
    #[serde(borrow)]
    py_version: Text<'q>,
    #[serde(borrow)]
    instance_type: Text<'q>,
    #[serde(borrow)]
    accelerator_type: Text<'q>,
    #[serde(borrow)]
    image_scope: Text<'q>,
    #[serde(borrow)]
    container_version: Text<'q>,
    #[serde(borrow)]
    base_framework_version: Text<'q>,
    #[serde(borrow)]
    sdk_version: Text<'q>,
    #[serde(borrow)]
    inference_tool: Text<'q>,
    #[serde(borrow)]
    processor: Text<'q>,
    #[serde(borrow)]
    architecture: Text<'q>,
    #[serde(borrow)]
    platform: Text<'q>,
    distribution: Option<Distribution>,
    smdistributed: Option<bool>,
    training_compiler_config: Option<bool>,
    serverless_inference_config: Option<bool>,
    pin: Option<bool>,
}

/// How a job is distributed: of the SDK's dictionary, only one key decides the image.
#[derive(Debug, Deserialize)]
struct Distribution {
    smdistributed: Option<IgnoredAny>,
}

impl<'q> Question<'q> {
    /// The question, as the library takes it.
    pub fn query(&self) -> Query<'_> {
        let distributed = matches!(
            self.distribution,
            Some(Distribution {
                smdistributed: Some(_)
            })
        );
        Query::new(self.framework.as_str(), self.region.as_str())
            .version(self.version.as_str())
            .python(self.py_version.as_str())
            .instance_type(self.instance_type.as_str())
            .accelerator_type(self.accelerator_type.as_str())
            .scope(self.image_scope.as_str())
            .container_version(self.container_version.as_str())
            .base_framework(self.base_framework_version.as_str())
            .sdk_version(self.sdk_version.as_str())
            .inference_tool(self.inference_tool.as_str())
            .processor(self.processor.as_str())
            .architecture(self.architecture.as_str())
            .platform(self.platform.as_str())
            .smdistributed(distributed || self.smdistributed == Some(true))
            .training_compiler(self.training_compiler_config == Some(true))
            .serverless(self.serverless_inference_config == Some(true))
    }

    /// The image that answers it, under its fullest equal tag if that is asked for.
    ///
    /// # Errors
    ///
    /// Why there is none, as [`Catalog::resolve`] tells it.
    #[inline]
    pub fn resolve<'c>(&self, catalog: &'c Catalog<'_>) -> Result<Located<'c>, Error> {
        let located = catalog.resolve(&self.query())?;
        Ok(if self.pin == Some(true) {
            located.pinned()
        } else {
            located
        })
    }

    /// The same question, for this region if it names none.
    #[must_use]
    pub fn or_in(mut self, region: impl FnOnce() -> Option<String>) -> Question<'q> {
        if self.region.as_str().is_empty() {
            self.region = Text(Cow::Owned(region().unwrap_or_default()));
        }
        self
    }
}

/// A text; empty for `null`. It lies in the line that was read, unless it is written with escapes there.
#[derive(Debug, Default)]
struct Text<'q>(Cow<'q, str>);

impl Text<'_> {
    fn as_str(&self) -> &str {
        &self.0
    }
}

impl<'de: 'q, 'q> Deserialize<'de> for Text<'q> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct TextVisitor;

        impl<'de> Visitor<'de> for TextVisitor {
            type Value = Text<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string")
            }

            fn visit_borrowed_str<E: de::Error>(self, text: &'de str) -> Result<Text<'de>, E> {
                Ok(Text(Cow::Borrowed(text)))
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Text<'de>, E> {
                Ok(Text(Cow::Owned(text.to_owned())))
            }

            fn visit_unit<E: de::Error>(self) -> Result<Text<'de>, E> {
                Ok(Text::default())
            }
        }

        deserializer.deserialize_any(TextVisitor)
    }
}
