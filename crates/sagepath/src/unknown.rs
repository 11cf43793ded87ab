//! Names that the catalog does not have: the errors of everything that looks one up.

use sagepath_catalog as raw;

use crate::catalog::Catalog;
use crate::error::{Code, Error};
use crate::image::Platform;
use crate::instance::Architecture;
use crate::suggest::nearest;

/// A word that is shorter is part of too many names to mean one.
const SHORTEST_WORD: usize = 4;

/// No framework has this slug. People also write titles and repositories, and `region` first.
#[cold]
pub(crate) fn framework(catalog: &Catalog<'_>, name: &str, region: &str) -> Error {
    let slugs = || catalog.frameworks().map(|framework| framework.slug());
    if name.is_empty() {
        return Error::new(Code::UnknownFramework, "no framework is named").with_choices(None, slugs());
    }
    let error = Error::new(Code::UnknownFramework, format!("framework `{name}` is not known"));
    if catalog.region(name).is_some() {
        return error
            .with_hint(format!(
                "`{name}` is a region: name the framework first, then the region"
            ))
            .with_suggestion(
                catalog
                    .framework(region)
                    .map(|framework| framework.slug().to_owned()),
            );
    }
    let suggestion = framework_by_title(catalog, name)
        .or_else(|| framework_by_repository(catalog, name))
        .or_else(|| nearest(name, slugs()))
        .or_else(|| framework_by_word(catalog, name));
    error
        .with_choices(None, slugs())
        .with_suggestion(suggestion.map(str::to_owned))
}

fn framework_by_title<'c>(catalog: &'c Catalog<'_>, name: &str) -> Option<&'c str> {
    let mut frameworks = catalog.frameworks();
    let framework = frameworks.find(|framework| framework.title().eq_ignore_ascii_case(name))?;
    Some(framework.slug())
}

fn framework_by_repository<'c>(catalog: &'c Catalog<'_>, name: &str) -> Option<&'c str> {
    let repository = catalog.raw.repository(name)?;
    let mut images = catalog.all_images();
    let image = images.find(|image| image.record.repository == repository)?;
    Some(image.framework().slug())
}

/// The framework with the shortest slug whose slug or title has the word in it: `triton`, `torch`, `forecast`.
fn framework_by_word<'c>(catalog: &'c Catalog<'_>, word: &str) -> Option<&'c str> {
    let word = word.to_lowercase();
    if word.chars().count() < SHORTEST_WORD {
        return None;
    }
    let has_word = |text: &str| text.to_lowercase().contains(&word);
    let slugs = catalog
        .frameworks()
        .filter(|framework| has_word(framework.slug()) || has_word(framework.title()))
        .map(|framework| framework.slug());
    slugs.min_by_key(|slug| slug.len())
}

/// No region has this identifier.
#[cold]
pub(crate) fn region(catalog: &raw::Catalog<'_>, name: &str) -> Error {
    let message = if name.is_empty() {
        "no region is named".to_owned()
    } else {
        format!("region `{name}` is not known")
    };
    let regions = || catalog.regions().map(|(_, region)| region);
    let ids = regions().map(|region| catalog.text(region.id));
    let error = Error::new(Code::UnknownRegion, message).with_choices(Some(name), ids);
    if error.suggestion().is_some() || name.chars().count() < SHORTEST_WORD {
        return error;
    }
    // People know regions by the place, too: "N. Virginia".
    let place = name.to_lowercase();
    let meant = regions().find(|region| catalog.text(region.title).to_lowercase().contains(&place));
    error.with_suggestion(meant.map(|region| catalog.text(region.id).to_owned()))
}

/// No image is for this scope.
#[cold]
pub(crate) fn scope(catalog: &raw::Catalog<'_>, name: &str) -> Error {
    Error::new(Code::UnsupportedScope, format!("scope `{name}` is not known"))
        .with_choices(Some(name), catalog.scopes().map(|text| catalog.text(text)))
}

/// There is no repository of this name.
#[cold]
pub(crate) fn repository(catalog: &raw::Catalog<'_>, name: &str) -> Error {
    let names = catalog
        .repositories()
        .map(|(_, repository)| catalog.text(repository.name));
    Error::new(
        Code::UnknownRepository,
        format!("repository `{name}` is not known"),
    )
    .with_suggestion(nearest(name, names).map(str::to_owned))
}

/// There is no such instance type: the prefix, the size or the family may be wrong.
#[cold]
pub(crate) fn instance_type(catalog: &raw::Catalog<'_>, name: &str) -> Error {
    let error = Error::new(
        Code::UnknownInstanceType,
        format!("instance type `{name}` is not known"),
    );
    let prefixed = format!("ml.{name}");
    if catalog.instance(&prefixed).is_some() {
        return error
            .with_suggestion(Some(prefixed))
            .with_hint("instance types of SageMaker begin with `ml.`".to_owned());
    }
    let (family, size) = name
        .strip_prefix("ml.")
        .unwrap_or(name)
        .split_once('.')
        .unwrap_or((name, ""));
    let of_family = |family: &str| {
        let instances = catalog
            .instances()
            .filter(|(_, instance)| catalog.is(instance.family, family));
        instances
            .map(|(_, instance)| catalog.text(instance.name))
            .collect::<Vec<_>>()
    };
    let sizes = of_family(family);
    if !sizes.is_empty() {
        return error.with_choices(Some(name), sizes);
    }
    // An unknown family: the nearest one, in the size that was meant or else the smallest.
    let mut families: Vec<&str> = catalog
        .instances()
        .map(|(_, instance)| catalog.text(instance.family))
        .collect();
    families.dedup();
    let near = nearest(family, families).map(of_family).unwrap_or_default();
    let same_size = near.iter().find(|known| known.ends_with(&format!(".{size}")));
    error.with_suggestion(same_size.or(near.first()).map(|known| (*known).to_owned()))
}

/// Instances have no such processor.
#[cold]
pub(crate) fn processor(catalog: &raw::Catalog<'_>, name: &str) -> Error {
    Error::new(
        Code::UnsupportedProcessor,
        format!("processor `{name}` is not known"),
    )
    .with_choices(Some(name), catalog.processors().map(|text| catalog.text(text)))
}

/// Instances have no such architecture.
#[cold]
pub(crate) fn architecture(name: &str) -> Error {
    let names = Architecture::ALL.iter().map(|architecture| architecture.as_str());
    Error::new(
        Code::UnsupportedArchitecture,
        format!("architecture `{name}` is not known"),
    )
    .with_choices(Some(name), names)
}

/// Images are made for no such platform.
#[cold]
pub(crate) fn platform(name: &str) -> Error {
    Error::new(
        Code::UnsupportedPlatform,
        format!("platform `{name}` is not known"),
    )
    .with_choices(Some(name), Platform::ALL.iter().map(|platform| platform.as_str()))
}

/// There is no such Elastic Inference accelerator.
#[cold]
pub(crate) fn accelerator_type(catalog: &raw::Catalog<'_>, name: &str) -> Error {
    let names = catalog
        .instances()
        .map(|(_, instance)| catalog.text(instance.name));
    Error::new(
        Code::UnsupportedAcceleratorType,
        format!("accelerator type `{name}` is not known"),
    )
    .with_choices(Some(name), names.filter(|name| name.starts_with("ml.eia")))
}
