//! Which instance type an example names, where nobody says one.

use sagepath::{Catalog, Image, InstanceType};

/// Types to name in examples, the best first: of each processor one that is small, and that most regions have.
const USUAL: [&str; 12] = [
    "ml.m5.xlarge",
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
    let fits = |instance: &InstanceType<'_>| {
        let architecture = instance.architecture();
        instance.accelerator().is_none()
            && architecture.is_none_or(|architecture| architecture == image.architecture())
            && image.runs_on().any(|processor| processor == instance.processor())
            && allows(instance)
    };
    let usual = USUAL.iter().filter_map(|name| catalog.instance_type(name));
    usual.chain(catalog.instance_types()).find(fits)
}
