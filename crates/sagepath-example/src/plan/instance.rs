//! Which instance type an example names.

use sagepath::{Catalog, Image, InstanceType};

use crate::unavailable::Unavailable;

/// The instance type that is asked for, if one is.
pub(crate) type Wish<'w> = Option<&'w str>;

/// Types to name in examples, the best first: of each processor one that is small, and that most regions have.
pub const USUAL: [&str; 14] = [
    "ml.m5.xlarge",
    "ml.c5.xlarge",
    "ml.m4.xlarge",
    "ml.g4dn.xlarge",
    "ml.g5.xlarge",
    "ml.p3.2xlarge",
    "ml.p2.xlarge",
    "ml.c7g.xlarge",
    "ml.c6g.xlarge",
    "ml.inf1.xlarge",
    "ml.inf2.xlarge",
    "ml.trn1.2xlarge",
    "ml.trn2.48xlarge",
    "ml.p4d.24xlarge",
];

/// The usual type that an image runs on and that a condition allows, else any such type.
pub(crate) fn usual<'c>(
    catalog: &'c Catalog<'_>,
    image: &Image<'_>,
    allows: impl Fn(&InstanceType<'_>) -> bool,
) -> Option<InstanceType<'c>> {
    let usual = USUAL.iter().filter_map(|name| catalog.instance_type(name));
    usual
        .chain(catalog.instance_types())
        .find(|instance| runs(instance, image) && allows(instance))
}

/// The type that is asked for, if it will do, else the usual one.
pub(crate) fn choose<'c>(
    catalog: &'c Catalog<'_>,
    image: &Image<'_>,
    purpose: &'static str,
    wish: Wish<'_>,
    allows: impl Fn(&InstanceType<'_>) -> bool,
) -> Result<InstanceType<'c>, Unavailable> {
    let is_for = |instance: &InstanceType<'_>| instance.uses().any(|used| used == purpose);
    let Some(name) = wish else {
        return usual(catalog, image, |instance| is_for(instance) && allows(instance))
            .ok_or(Unavailable::NoInstance { purpose });
    };
    let refuse = |reason| Unavailable::Instance {
        instance: name.to_owned(),
        reason,
    };
    let instance = catalog
        .instance_type(name)
        .ok_or_else(|| refuse("is no instance type"))?;
    if !is_for(&instance) {
        return Err(refuse(match purpose {
            "train" => "is not offered for training jobs",
            _ => "is not offered for endpoints",
        }));
    }
    if !runs(&instance, image) {
        return Err(refuse("has a processor that the image is not made for"));
    }
    if !allows(&instance) {
        return Err(refuse(
            "is not among those that the documentation names for the algorithm",
        ));
    }
    Ok(instance)
}

/// Whether an image runs on a type.
fn runs(instance: &InstanceType<'_>, image: &Image<'_>) -> bool {
    let architecture = instance.architecture();
    instance.accelerator().is_none()
        && architecture.is_none_or(|architecture| architecture == image.architecture())
        && image.runs_on().any(|processor| processor == instance.processor())
}
