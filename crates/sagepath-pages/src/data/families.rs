//! Families of instance types, as the resolver needs them.

use sagepath::{Catalog, Filter, Image, InstanceType, Query};
use serde::Serialize;

/// A family of instance types: what of them decides the image.
#[derive(Serialize)]
pub(super) struct Family<'c> {
    name: &'c str,
    processor: &'c str,
    architecture: Option<&'static str>,
    sizes: Vec<&'c str>,
    /// Whether images for smdistributed come before others.
    smdistributed: bool,
    /// Images for its processor that do not run on it.
    except: Vec<usize>,
}

/// All families, each told by its first instance type: what decides the image is the same for all of them.
pub(super) fn of<'c>(catalog: &'c Catalog<'c>, images: &[Image<'c>]) -> Vec<Family<'c>> {
    let mut families: Vec<Family<'c>> = Vec::new();
    for instance in catalog.instance_types() {
        let size = instance.name().rsplit('.').next().unwrap_or_default();
        match families
            .iter_mut()
            .find(|family| family.name == instance.family())
        {
            Some(family) => family.sizes.push(size),
            None => families.push(Family::of(catalog, images, instance, size)),
        }
    }
    families
}

impl<'c> Family<'c> {
    fn of(catalog: &'c Catalog<'c>, images: &[Image<'c>], instance: InstanceType<'c>, size: &'c str) -> Self {
        let filter = Filter {
            runs_on: Some(instance.name()),
            ..Filter::default()
        };
        let running: Vec<_> = catalog.images(&filter).into_iter().flatten().collect();
        let except = images
            .iter()
            .enumerate()
            .filter(|(_, image)| is_made_for(image, &instance) && !running.contains(image));
        Family {
            name: instance.family(),
            processor: instance.processor(),
            architecture: instance.architecture().map(sagepath::Architecture::as_str),
            sizes: vec![size],
            smdistributed: running
                .iter()
                .any(|image| is_preferred(catalog, image, &instance)),
            except: except.map(|(index, _)| index).collect(),
        }
    }
}

/// Whether an image is made for the processor and the architecture of an instance type.
fn is_made_for(image: &Image<'_>, instance: &InstanceType<'_>) -> bool {
    let architecture = instance.architecture();
    image.runs_on().any(|processor| processor == instance.processor())
        && architecture.is_none_or(|architecture| architecture == image.architecture())
}

/// Whether the look-up gives an instance type an image for smdistributed, where there is another.
fn is_preferred(catalog: &Catalog<'_>, image: &Image<'_>, instance: &InstanceType<'_>) -> bool {
    if !image.is_smdistributed() {
        return false;
    }
    let region = image.regions().next().map_or("", |region| region.id());
    let query = Query::new(image.framework().slug(), region)
        .version(image.version())
        .scope(image.scopes().next().unwrap_or_default())
        .python(image.python().unwrap_or_default())
        .instance_type(instance.name());
    catalog
        .resolve(&query)
        .is_ok_and(|located| located.image() == *image)
}
