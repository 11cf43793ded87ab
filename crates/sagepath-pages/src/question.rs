//! The question that means one image.

use sagepath::{Catalog, Image, Platform, Query};

/// All that can be asked of an image: the question for it, if there is any.
pub(crate) fn complete<'c>(
    image: &Image<'c>,
    region: &'c str,
    scope: Option<&'c str>,
    processor: &'c str,
) -> Query<'c> {
    let given = |field: Option<&'c str>| field.unwrap_or_default();
    let platform = match image.platform() {
        Platform::SageMaker => "",
        other => other.as_str(),
    };
    Query::new(image.framework().slug(), region)
        .version(image.version())
        .scope(given(scope))
        .processor(processor)
        .architecture(image.architecture().as_str())
        .python(given(image.python()))
        .base_framework(given(image.base_framework()))
        .sdk_version(given(image.neuron_sdk()))
        .platform(platform)
}

/// The scopes to ask for: those of the image, or none in particular.
pub(crate) fn scopes<'c>(image: &Image<'c>) -> Vec<Option<&'c str>> {
    let scopes: Vec<_> = image.scopes().map(Some).collect();
    if scopes.is_empty() { vec![None] } else { scopes }
}

/// The processors on which the complete question is answered by this very image, for each of its scopes.
pub(crate) fn answered_processors<'c>(catalog: &'c Catalog<'c>, image: &Image<'c>) -> Vec<&'c str> {
    let Some(region) = image.regions().next() else {
        return Vec::new();
    };
    let answered = |query: &Query<'_>| {
        catalog
            .resolve(query)
            .is_ok_and(|located| located.image() == *image && located.tag().as_deref() == image.tag())
    };
    let scopes = scopes(image);
    image
        .runs_on()
        .filter(|processor| {
            scopes
                .iter()
                .all(|scope| answered(&complete(image, region.id(), *scope, processor)))
        })
        .collect()
}
