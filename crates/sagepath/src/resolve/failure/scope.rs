//! The framework has nothing for the scope, the architecture or the platform, whatever the version.

use super::version::elsewhere;
use crate::error::{Code, Error, distinct};
use crate::framework::Framework;
use crate::image::Image;
use crate::instance::Architecture;
use crate::query::Query;
use crate::resolve::criteria::Wanted;

#[cold]
pub(crate) fn arm64_scope_on_x86(query: &Query<'_>) -> Error {
    let on = query.instance_type.or(query.architecture).unwrap_or_default();
    Error::new(
        Code::UnsupportedArchitecture,
        format!("scope `inference_graviton` is for arm64, and `{on}` is x86_64"),
    )
    .with_hint("ask for the scope `inference`: the instance type decides the architecture".to_owned())
}

#[cold]
pub(crate) fn no_registry_path(framework: &Framework<'_>, query: &Query<'_>) -> Error {
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
    .with_choices(query.platform, distinct(platforms))
    .with_hint("name the platform to get an image that is made for another".to_owned())
}

fn architecture_name(wanted: &Wanted<'_>) -> &'static str {
    wanted.architecture.map_or("x86_64", Architecture::as_str)
}

#[cold]
pub(crate) fn unsupported_architecture(
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
pub(crate) fn missing_scope(framework: &Framework<'_>, wanted: &Wanted<'_>, query: &Query<'_>) -> Error {
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
pub(crate) fn unsupported_scope(framework: &Framework<'_>, wanted: &Wanted<'_>, name: &str) -> Error {
    let message = format!("{} has no image for the scope `{name}`", framework.slug());
    Error::new(Code::UnsupportedScope, message).with_choices(Some(name), scopes(framework, wanted))
}
