//! The image that a reference means, where it is used.

use sagepath::{Catalog, Error, Located};

use crate::reference::ImageReference;

/// What a place tells of its image.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Use<'u> {
    /// What it is for, in the order in which scopes are tried: not every framework has an image for each.
    pub(crate) scopes: &'static [&'static str],
    /// On which instance type.
    pub(crate) instance_type: Option<&'u str>,
    /// Whether a serverless endpoint runs it.
    pub(crate) is_serverless: bool,
}

/// Looks up the image. What the reference itself says counts more than the place.
///
/// # Errors
///
/// Of several scopes, what the look-up for the first says.
pub(crate) fn locate<'c>(
    reference: &ImageReference,
    used: &Use<'_>,
    region: &str,
    catalog: &'c Catalog<'_>,
) -> Result<Located<'c>, Error> {
    let mut query = reference.query(region);
    let has_processor = ["instance-type", "processor"]
        .iter()
        .any(|name| reference.get(name).is_some());
    if let Some(instance_type) = used.instance_type.filter(|_| !has_processor) {
        query = query.instance_type(instance_type);
    }
    if used.is_serverless && reference.get("serverless").is_none() {
        query = query.serverless(true);
    }
    let resolve = |scope: &str| match reference.get("scope") {
        Some(_) => catalog.resolve(&query),
        None => catalog.resolve(&query.scope(scope)),
    };
    let (first, others) = used.scopes.split_first().unwrap_or((&"", &[]));
    let located = resolve(first).or_else(|error| {
        let mut others = others.iter();
        others.find_map(|scope| resolve(scope).ok()).ok_or(error)
    })?;
    Ok(if reference.is_pinned() {
        located.pinned()
    } else {
        located
    })
}
