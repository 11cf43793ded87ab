//! An example call: the shortest `sagepath uri` that means one image.

use sagepath::{Catalog, Image, Platform, Query, Region};
use sagepath_json::ImageRow;
use serde::Serialize;

/// A call and what it prints.
#[derive(Debug, Serialize)]
pub(crate) struct Example {
    pub(crate) command: String,
    pub(crate) uri: String,
}

/// The options that may be needed, in the order in which they are tried to be left out.
const OPTIONAL: [&str; 7] = [
    "--sdk-version",
    "--python",
    "--platform",
    "--architecture",
    "--base-framework",
    "--processor",
    "--scope",
];

/// An example for the newest of the images that can be asked for.
pub(crate) fn of(
    catalog: &Catalog<'_>,
    images: &[ImageRow<'_>],
    region: Option<Region<'_>>,
) -> Option<Example> {
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
        call(catalog, &image, region)
    })
}

/// The region that the documentation's examples are for, or another one.
fn usual_region<'c>(image: &Image<'c>) -> Option<&'c str> {
    let ids = || image.regions().map(|region| region.id());
    ids().find(|id| *id == "us-east-1").or_else(|| ids().next())
}

fn call(catalog: &Catalog<'_>, image: &Image<'_>, region: &str) -> Option<Example> {
    let framework = image.framework().slug();
    let mut options = options(image);
    let answer = |options: &[(&str, &str)]| {
        let query = options
            .iter()
            .fold(Query::new(framework, region), |query, (name, value)| {
                with(query, name, value)
            });
        let located = catalog
            .resolve(&query)
            .ok()
            .filter(|located| located.image() == *image)?;
        Some(located.path().to_string())
    };
    answer(&options)?;
    for name in OPTIONAL {
        let fewer: Vec<_> = options.iter().copied().filter(|(own, _)| *own != name).collect();
        if answer(&fewer).is_some() {
            options = fewer;
        }
    }
    let uri = answer(&options)?;
    options.push(("--region", region));
    let words: String = options
        .iter()
        .map(|(name, value)| format!(" {name} {value}"))
        .collect();
    Some(Example {
        command: format!("sagepath uri {framework}{words}"),
        uri,
    })
}

/// All that can be said of an image, as options.
fn options<'c>(image: &Image<'c>) -> Vec<(&'static str, &'c str)> {
    let all = [
        (
            "--version",
            Some(image.version()).filter(|version| !version.is_empty()),
        ),
        (
            "--scope",
            image
                .scopes()
                .find(|scope| *scope == "training")
                .or_else(|| image.scopes().next()),
        ),
        ("--processor", image.runs_on().next()),
        ("--architecture", Some(image.architecture().as_str())),
        ("--python", image.python()),
        ("--base-framework", image.base_framework()),
        ("--sdk-version", image.neuron_sdk()),
        ("--platform", Some(image.platform().as_str())),
    ];
    all.into_iter()
        .filter_map(|(name, value)| Some((name, value?)))
        .collect()
}

fn with<'q>(query: Query<'q>, name: &str, value: &'q str) -> Query<'q> {
    match name {
        "--version" => query.version(value),
        "--scope" => query.scope(value),
        "--processor" => query.processor(value),
        "--architecture" => query.architecture(value),
        "--python" => query.python(value),
        "--base-framework" => query.base_framework(value),
        "--sdk-version" => query.sdk_version(value),
        "--platform" => query.platform(value),
        _ => query,
    }
}
