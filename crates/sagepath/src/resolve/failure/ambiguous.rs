//! Several images of a version fit: which field would tell them apart.

use sagepath_catalog::Text;

use crate::error::{Code, Error, distinct};
use crate::image::Image;
use crate::resolve::Search;

/// A field of a query that can tell images apart.
struct Field {
    code: Code,
    /// What of an image it decides.
    value: for<'c> fn(&Image<'c>) -> Option<&'c str>,
    /// What follows the framework and its version in the message.
    several: &'static str,
    hint: Option<&'static str>,
}

/// The fields, in the order in which people think of them.
const FIELDS: [Field; 4] = [
    Field {
        code: Code::MissingBaseFramework,
        value: |image| image.base_framework(),
        several: "has images on several base frameworks, and none is named",
        hint: None,
    },
    Field {
        code: Code::MissingInstanceType,
        value: |image| image.processor(),
        several: "has an image for each processor, and no instance type is named",
        hint: Some("name an instance type, such as ml.m5.xlarge or ml.g5.xlarge, or the processor"),
    },
    Field {
        code: Code::MissingPython,
        value: |image| image.python(),
        several: "has images with several Pythons, and none is named",
        hint: None,
    },
    Field {
        code: Code::MissingScope,
        value: |image| image.scopes().next(),
        several: "has images for several scopes, and none is named",
        hint: None,
    },
];

#[cold]
pub(crate) fn several(search: &Search<'_, '_>, version: Text) -> Error {
    let catalog = search.catalog;
    let keys = catalog.keys_of_version(&search.framework.record, version);
    let images: Vec<Image<'_>> = keys
        .map(|key| (Image::new(catalog, key.image), key))
        .filter(|(image, key)| {
            search.wanted.judge(image, key, search.query).is_ok() && image.withheld().is_none()
        })
        .map(|(image, _)| image)
        .collect();
    let version = search.query.version.unwrap_or(catalog.text(version));
    let what = format!("{} {version}", search.framework.slug());
    for Field {
        code,
        value,
        several,
        hint,
    } in FIELDS
    {
        let mut values: Vec<&str> = images.iter().filter_map(value).collect();
        values.sort_unstable();
        values.dedup();
        if values.len() > 1 {
            return Error::new(code, format!("{what} {several}"))
                .with_choices(None, values)
                .with_hint(hint.map(str::to_owned));
        }
    }
    Error::new(Code::Ambiguous, format!("{what} stands for several images"))
        .with_choices(None, distinct(images.iter().filter_map(Image::tag)))
}
