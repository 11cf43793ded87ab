//! The image is found, and cannot be had so: not in the region, or not with the container version.

use crate::error::{Code, Error};
use crate::image::Image;
use crate::region::Region;
use crate::resolve::Search;

#[cold]
pub(crate) fn unsupported_region(search: &Search<'_, '_>, image: &Image<'_>) -> Error {
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
pub(crate) fn unsupported_container(search: &Search<'_, '_>, image: &Image<'_>, version: &str) -> Error {
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
