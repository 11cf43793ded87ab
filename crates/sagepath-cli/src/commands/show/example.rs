//! An example call: the shortest `sagepath uri` that means one image.

use sagepath::{Image, Platform, Region};
use sagepath_example::{Target, Task};
use sagepath_json::ImageRow;
use serde::Serialize;

/// A call and what it prints.
#[derive(Debug, Serialize)]
pub(crate) struct Example {
    pub(crate) command: String,
    pub(crate) uri: String,
}

/// An example for the newest of the images that can be asked for.
pub(crate) fn of(images: &[ImageRow<'_>], region: Option<Region<'_>>) -> Option<Example> {
    let answers = |for_sagemaker: bool| {
        let newest_first = images.iter().rev().map(ImageRow::image);
        newest_first.filter(move |image| {
            let platform = (image.platform() == Platform::SageMaker) == for_sagemaker;
            platform && image.withheld().is_none() && !image.is_smdistributed()
        })
    };
    answers(true).chain(answers(false)).find_map(|image| {
        let region = region
            .map(|region| region.id())
            .or_else(|| usual_region(&image))?;
        call(&image, region)
    })
}

/// The region that the documentation's examples are for, or another one.
fn usual_region<'c>(image: &Image<'c>) -> Option<&'c str> {
    let ids = || image.regions().map(|region| region.id());
    ids().find(|id| *id == "us-east-1").or_else(|| ids().next())
}

fn call(image: &Image<'_>, region: &str) -> Option<Example> {
    let located = image.at(region)?;
    let example = sagepath_example::Example::write(&located, Target::Sagepath, Task::Path).ok()?;
    Some(Example {
        command: example.code().trim_end().to_owned(),
        uri: located.path().to_string(),
    })
}
