//! Why there is no image: the cold half of the look-up.
//!
//! Each function makes the error for one thing that can be wrong with names that are known (else see [`crate::unknown`]). What the choices are is read from the images that fit the
//! question in everything else.

use sagepath_catalog::{self as raw, Text};

use super::Search;
use super::criteria::{Criterion, Wanted};
use crate::error::{Code, Error};
use crate::framework::Framework;
use crate::image::Image;
use crate::instance::Architecture;
use crate::query::Query;
use crate::region::Region;
use crate::suggest::nearest;

#[cold]
pub(super) fn arm64_scope_on_x86(query: &Query<'_>) -> Error {
    let on = query.instance_type.or(query.architecture).unwrap_or_default();
    Error::new(
        Code::UnsupportedArchitecture,
        format!("scope `inference_graviton` is for arm64, and `{on}` is x86_64"),
    )
    .with_hint("ask for the scope `inference`: the instance type decides the architecture".to_owned())
}

#[cold]
pub(super) fn no_registry_path(framework: &Framework<'_>, query: &Query<'_>) -> Error {
    let slug = framework.slug();
    if framework.is_jumpstart() {
        return Error::new(
            Code::NoRegistryPath,
            format!("{slug} has no registry path of its own"),
        )
        .with_hint("its image is that of the JumpStart model which is trained or hosted".to_owned());
    }
    if framework.images().next().is_none() {
        return Error::new(
            Code::NoRegistryPath,
            format!("no source tells a registry path of {slug}"),
        );
    }
    let platforms = framework.images().map(|image| image.platform().as_str());
    Error::new(
        Code::UnsupportedPlatform,
        format!("{slug} has no image for SageMaker"),
    )
    .with_choices(query.platform, platforms)
    .with_hint("name the platform to get an image that is made for another".to_owned())
}

fn architecture_name(wanted: &Wanted<'_>) -> &'static str {
    wanted.architecture.map_or("x86_64", Architecture::as_str)
}

#[cold]
pub(super) fn unsupported_architecture(
    framework: &Framework<'_>,
    wanted: &Wanted<'_>,
    query: &Query<'_>,
) -> Error {
    let architecture = architecture_name(wanted);
    let scope = query
        .scope
        .filter(|_| framework_has(framework, wanted))
        .map(|scope| format!("{scope} "))
        .unwrap_or_default();
    let slug = framework.slug();
    let because = match query.instance_type {
        Some(name) => format!("{slug} has no {scope}image for {architecture}, the architecture of {name}"),
        None => format!("{slug} has no {scope}image for {architecture}"),
    };
    let hint = if architecture == "arm64" {
        "take an instance type with an Intel or AMD processor"
    } else {
        "take a Graviton instance type, such as ml.c7g.xlarge"
    };
    Error::new(Code::UnsupportedArchitecture, because).with_hint(hint.to_owned())
}

/// Whether the framework has any image for the platform and the architecture.
fn framework_has(framework: &Framework<'_>, wanted: &Wanted<'_>) -> bool {
    framework
        .images()
        .any(|image| image.platform() == wanted.platform && Some(image.architecture()) == wanted.architecture)
}

/// The scopes of the framework's images for the platform and the architecture.
fn scopes<'c>(framework: &Framework<'c>, wanted: &Wanted<'c>) -> Vec<&'c str> {
    let own = |image: &Image<'_>| {
        image.platform() == wanted.platform
            && wanted.architecture.is_none_or(|own| own == image.architecture())
    };
    let bits = framework
        .images()
        .filter(own)
        .fold(0, |bits, image| bits | image.record.scopes);
    let names = framework
        .catalog
        .scopes()
        .enumerate()
        .filter(|(bit, _)| bits >> bit & 1 == 1);
    names.map(|(_, text)| framework.catalog.text(text)).collect()
}

#[cold]
pub(super) fn missing_scope(framework: &Framework<'_>, wanted: &Wanted<'_>, query: &Query<'_>) -> Error {
    let message = format!(
        "{} has images for several scopes, and none is named",
        framework.slug()
    );
    let catalog = framework.catalog;
    // Of a version that is named, only the scopes that it has.
    let version = query.version.and_then(|version| catalog.find_text(version));
    let keys = version
        .into_iter()
        .flat_map(|version| catalog.keys_of_version(&framework.record, version));
    let images = keys
        .map(|key| Image::new(catalog, key.image))
        .filter(|image| wanted.scope_fits(image).is_ok());
    let mut own: Vec<&str> = images.flat_map(|image| image.scopes()).collect();
    own.sort_unstable();
    own.dedup();
    let hint = query
        .version
        .filter(|_| own.is_empty())
        .and_then(|version| elsewhere(framework, version));
    Error::new(Code::MissingScope, message)
        .with_choices(
            None,
            if own.is_empty() {
                scopes(framework, wanted)
            } else {
                own
            },
        )
        .with_hint(hint)
}

#[cold]
pub(super) fn unsupported_scope(framework: &Framework<'_>, wanted: &Wanted<'_>, name: &str) -> Error {
    let message = format!("{} has no image for the scope `{name}`", framework.slug());
    Error::new(Code::UnsupportedScope, message).with_choices(Some(name), scopes(framework, wanted))
}

/// What follows "no version": the scope that is asked for, and the architecture where it is not the usual one.
fn for_scope(search: &Search<'_, '_>) -> String {
    let scope = search
        .query
        .scope
        .map(|scope| format!(" for {scope}"))
        .unwrap_or_default();
    let on = if search.wanted.architecture == Some(Architecture::Arm64) {
        " on arm64"
    } else {
        ""
    };
    format!("{scope}{on}")
}

/// The versions in full that fit scope and architecture and may be an answer.
fn versions<'c>(search: &Search<'c, '_>) -> Vec<&'c str> {
    let fits = |image: &Image<'_>| search.wanted.scope_fits(image).is_ok() && image.withheld().is_none();
    let mut versions: Vec<&str> = search
        .framework
        .images()
        .filter(fits)
        .map(|image| image.version())
        .collect();
    versions.dedup();
    versions
}

/// Another framework that has the version: one of a like name, `pytorch-amzn2023` for `pytorch`.
fn elsewhere(framework: &Framework<'_>, version: &str) -> Option<String> {
    let catalog = framework.catalog;
    let text = catalog.find_text(version)?;
    let has_version = |stem: &str| {
        let mut others = catalog
            .frameworks()
            .filter(|(_, other)| catalog.text(other.slug).starts_with(stem));
        others.find(|(_, other)| catalog.keys_of_version(other, text).next().is_some())
    };
    let slug = framework.slug();
    let root = slug.split('-').next().unwrap_or(slug);
    let (_, other) = has_version(&format!("{slug}-")).or_else(|| has_version(&format!("{root}-")))?;
    Some(format!(
        "version {version} is under `{}`",
        catalog.text(other.slug)
    ))
}

#[cold]
pub(super) fn missing_version(search: &Search<'_, '_>) -> Error {
    let message = format!(
        "{} asks for a version: it is never chosen by silence",
        search.framework.slug()
    );
    Error::new(Code::MissingVersion, message).with_choices(None, versions(search))
}

#[cold]
pub(super) fn unknown_version(search: &Search<'_, '_>) -> Error {
    let slug = search.framework.slug();
    let Some(version) = search.query.version else {
        return Error::new(
            Code::MissingVersion,
            format!("{slug} has no version{} that can be chosen", for_scope(search)),
        )
        .with_choices(None, versions(search));
    };
    let known = versions(search);
    let error = Error::new(
        Code::UnknownVersion,
        format!("{slug} has no version `{version}`{}", for_scope(search)),
    );
    // Where the very version exists, that is worth more than one that is spelled like it.
    if let Some(hint) = other_scopes(search, version).or_else(|| elsewhere(&search.framework, version)) {
        return error.with_choices(None, known).with_hint(hint);
    }
    let fits = |key: &raw::Key| {
        search
            .wanted
            .scope_fits(&Image::new(search.catalog, key.image))
            .is_ok()
    };
    let names = search
        .catalog
        .keys(&search.framework.record)
        .filter(fits)
        .map(|key| search.catalog.text(key.version));
    // What begins as the version does is nearer than what is spelled like it: 1.7-1 for `1.7`, and for `1.7-2`.
    let mut stems = std::iter::successors(Some(version), |stem| Some(stem.rsplit_once(['.', '-'])?.0));
    let within = stems.find_map(|stem| {
        known
            .iter()
            .rev()
            .find(|known| crate::version::within(known, stem))
            .copied()
    });
    let suggestion = within.or_else(|| nearest(version, names)).map(str::to_owned);
    error.with_choices(None, known).with_suggestion(suggestion)
}

/// For what the version has images, if not for what is asked.
fn other_scopes(search: &Search<'_, '_>, version: &str) -> Option<String> {
    let text = search.catalog.find_text(version)?;
    let mut scopes: Vec<String> = Vec::new();
    let mut platforms: Vec<&str> = Vec::new();
    for key in search.catalog.keys_of_version(&search.framework.record, text) {
        let image = Image::new(search.catalog, key.image);
        if image.platform() == search.wanted.platform {
            let on = if image.architecture() == Architecture::Arm64 {
                " on arm64"
            } else {
                ""
            };
            scopes.extend(image.scopes().map(|scope| format!("{scope}{on}")));
        } else {
            platforms.push(image.platform().as_str());
        }
    }
    scopes.sort();
    scopes.dedup();
    platforms.sort_unstable();
    platforms.dedup();
    match (scopes.is_empty(), platforms.is_empty()) {
        (false, _) => Some(format!("version {version} has images for {}", scopes.join(", "))),
        (true, false) => Some(format!(
            "version {version} has images for the platform {}",
            platforms.join(", ")
        )),
        (true, true) => None,
    }
}

#[cold]
pub(super) fn withheld(search: &Search<'_, '_>, image: &Image<'_>) -> Error {
    let version = search.query.version.unwrap_or_default();
    let reason = image.withheld().unwrap_or_default();
    Error::new(
        Code::WithheldVersion,
        format!(
            "{} `{version}` is not given out: {reason}",
            search.framework.slug()
        ),
    )
    .with_choices(None, versions(search))
    .with_suggestion(versions(search).last().map(|newest| (*newest).to_owned()))
}

/// No image of a version fits: what the nearest of them fail.
#[cold]
pub(super) fn nothing(search: &Search<'_, '_>, version: Text) -> Error {
    let mut nearest: Option<Criterion> = None;
    let mut images: Vec<(Image<'_>, raw::Key)> = Vec::new();
    for key in search.catalog.keys_of_version(&search.framework.record, version) {
        let image = Image::new(search.catalog, key.image);
        let Err(criterion) = search.wanted.judge(&image, &key, search.query) else {
            continue;
        };
        if criterion == Criterion::Smdistributed {
            continue;
        }
        match nearest.cmp(&Some(criterion)) {
            std::cmp::Ordering::Less => images = vec![(image, key)],
            std::cmp::Ordering::Equal => images.push((image, key)),
            std::cmp::Ordering::Greater => continue,
        }
        nearest = Some(criterion);
    }
    let query = search.query;
    let what = match query.version {
        Some(version) => format!("{} {version}", search.framework.slug()),
        None => format!("{} {}", search.framework.slug(), search.catalog.text(version)),
    };
    let on = query.instance_type.or(query.processor).unwrap_or_default();
    let catalog = search.catalog;
    match nearest {
        None
        | Some(Criterion::Platform | Criterion::Architecture | Criterion::Scope | Criterion::Smdistributed) => {
            unknown_version(search)
        }
        Some(Criterion::InferenceTool) => {
            let tool = query.inference_tool.unwrap_or_default();
            Error::new(
                Code::UnsupportedInferenceTool,
                format!("{what} has no image for the inference tool `{tool}`"),
            )
            .with_choices(
                Some(tool),
                images
                    .iter()
                    .filter_map(|(image, _)| image.processor())
                    .filter(|word| word.starts_with("neuron")),
            )
        }
        Some(Criterion::Base) => {
            let base = query.base_framework.unwrap_or_default();
            Error::new(
                Code::UnsupportedBaseFramework,
                format!("{what} has no image on `{base}`"),
            )
            .with_choices(Some(base), images.iter().map(|(_, key)| catalog.text(key.base)))
        }
        Some(Criterion::Python) => {
            let python = query.python.unwrap_or_default();
            Error::new(
                Code::UnsupportedPython,
                format!("{what} has no image with `{python}`"),
            )
            .with_choices(
                Some(python),
                images.iter().filter_map(|(image, _)| image.python()),
            )
            .with_suggestion(python_spelling(python, &images))
        }
        Some(Criterion::Sdk) => {
            let sdk = query.sdk_version.unwrap_or_default();
            Error::new(
                Code::UnsupportedSdkVersion,
                format!("{what} has no image with the Neuron SDK `{sdk}`"),
            )
            .with_choices(
                Some(sdk),
                images.iter().filter_map(|(image, _)| image.neuron_sdk()),
            )
        }
        Some(Criterion::Serverless) => Error::new(
            Code::UnsupportedServerless,
            format!("{what} has no image for CPUs, and serverless endpoints have nothing else"),
        )
        .with_choices(None, images.iter().flat_map(|(image, _)| image.runs_on())),
        Some(Criterion::Processor) => Error::new(
            Code::UnsupportedProcessor,
            format!("{what} has no image that runs on {on}"),
        )
        .with_choices(None, images.iter().flat_map(|(image, _)| image.runs_on()))
        .with_hint(processor_hint(search)),
        Some(Criterion::InstanceFamily) => {
            let family = search.wanted.target.family;
            Error::new(
                Code::UnsupportedInstanceFamily,
                format!("{what} no longer runs on {family} instances, such as {on}"),
            )
            .with_hint("take an instance type of a newer family".to_owned())
        }
    }
}

/// `py311` for `3.11`.
fn python_spelling(python: &str, images: &[(Image<'_>, raw::Key)]) -> Option<String> {
    let digits: String = python.chars().filter(char::is_ascii_digit).collect();
    let spelled = format!("py{digits}");
    images
        .iter()
        .filter_map(|(image, _)| image.python())
        .find(|known| *known == spelled)
        .map(str::to_owned)
}

/// Another framework of the same name that runs on the processor.
fn processor_hint(search: &Search<'_, '_>) -> Option<String> {
    let stem = format!("{}-", search.framework.slug());
    let bits = search.wanted.target.processors;
    let mut others = search
        .catalog
        .frameworks()
        .filter(|(_, other)| search.catalog.text(other.slug).starts_with(&stem));
    let (_, other) = others.find(|(_, other)| {
        search
            .catalog
            .images_of(other)
            .any(|(_, image)| image.runs_on & bits != 0)
    })?;
    Some(format!("`{}` has images for it", search.catalog.text(other.slug)))
}

/// Several images of a version fit: which field would tell them apart.
#[cold]
pub(super) fn several(search: &Search<'_, '_>, version: Text) -> Error {
    let keys = search.catalog.keys_of_version(&search.framework.record, version);
    let fitting = keys.map(|key| (Image::new(search.catalog, key.image), key));
    let images: Vec<Image<'_>> = fitting
        .filter(|(image, key)| {
            search.wanted.judge(image, key, search.query).is_ok() && image.withheld().is_none()
        })
        .map(|(image, _)| image)
        .collect();
    let what = format!(
        "{} {}",
        search.framework.slug(),
        search.query.version.unwrap_or(search.catalog.text(version))
    );
    let distinct = |field: fn(&Image<'_>) -> Option<String>| {
        let mut values: Vec<String> = images.iter().filter_map(field).collect();
        values.sort();
        values.dedup();
        values
    };
    let bases = distinct(|image| image.base_framework().map(str::to_owned));
    if bases.len() > 1 {
        return Error::new(
            Code::MissingBaseFramework,
            format!("{what} has images on several base frameworks, and none is named"),
        )
        .with_choices(None, bases);
    }
    let processors = distinct(|image| image.processor().map(str::to_owned));
    if processors.len() > 1 {
        return Error::new(
            Code::MissingInstanceType,
            format!("{what} has an image for each processor, and no instance type is named"),
        )
        .with_choices(None, processors)
        .with_hint(
            "name an instance type, such as ml.m5.xlarge or ml.g5.xlarge, or the processor".to_owned(),
        );
    }
    let pythons = distinct(|image| image.python().map(str::to_owned));
    if pythons.len() > 1 {
        return Error::new(
            Code::MissingPython,
            format!("{what} has images with several Pythons, and none is named"),
        )
        .with_choices(None, pythons);
    }
    let scopes = distinct(|image| image.scopes().next().map(str::to_owned));
    if scopes.len() > 1 {
        return Error::new(
            Code::MissingScope,
            format!("{what} has images for several scopes, and none is named"),
        )
        .with_choices(None, scopes);
    }
    let paths = images.iter().filter_map(Image::tag);
    Error::new(Code::Ambiguous, format!("{what} stands for several images")).with_choices(None, paths)
}

#[cold]
pub(super) fn unsupported_region(search: &Search<'_, '_>, image: &Image<'_>) -> Error {
    let region = search.catalog.text(search.catalog.region_at(search.region).id);
    let what = match image.version() {
        "" => search.framework.slug().to_owned(),
        version => format!("{} {version}", search.framework.slug()),
    };
    let offered: Vec<&str> = image.regions().map(|region| region.id()).collect();
    // Near in the sense of the map: in the same partition, with the same first part of the name.
    let asked = search.catalog.region_at(search.region);
    let near = |known: &Region<'_>| {
        known.partition() == search.catalog.text(search.catalog.partition_of(&asked).id)
            && known.id().split('-').next() == region.split('-').next()
    };
    let suggestion = image.regions().find(near).map(|known| known.id().to_owned());
    Error::new(
        Code::UnsupportedRegion,
        format!("{what} is not known to be offered in {region}"),
    )
    .with_choices(None, offered)
    .with_suggestion(suggestion)
}

#[cold]
pub(super) fn unsupported_container(search: &Search<'_, '_>, image: &Image<'_>, version: &str) -> Error {
    let message = format!(
        "{} {} has no container version `{version}`",
        search.framework.slug(),
        image.version()
    );
    let error = Error::new(Code::UnsupportedContainerVersion, message)
        .with_choices(Some(version), image.container_versions());
    if image.container_versions().len() > 0 {
        return error;
    }
    // Tags without a Python may be open to none, and those with one to some.
    let mut siblings = search
        .framework
        .images()
        .filter(|other| other.version() == image.version());
    match siblings.find(|other| other.container_versions().len() > 0) {
        Some(other) => error.with_hint(format!(
            "with the Python {} there are {}",
            other.python().unwrap_or_default(),
            other.container_versions().collect::<Vec<_>>().join(", ")
        )),
        None => error.with_hint("leave it out: its tags have none".to_owned()),
    }
}
