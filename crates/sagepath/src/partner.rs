//! The image that hosts what another one trains.

use crate::image::{Image, Platform};
use crate::instance::InstanceType;
use crate::located::Located;

impl<'c> Image<'c> {
    /// Whether it may be used for a scope on SageMaker.
    pub fn is_for(&self, scope: &str) -> bool {
        self.scopes().any(|own| own == scope)
            && self.platform() == Platform::SageMaker
            && self.withheld().is_none()
    }

    /// Whether it is made for the processor and the architecture of an instance type.
    ///
    /// ```
    /// use sagepath::{Catalog, Query};
    ///
    /// let catalog = Catalog::embedded();
    /// let located = catalog.resolve(&Query::new("pytorch", "us-east-1").version("2.6").scope("inference").processor("gpu"))?;
    /// assert!(located.image().runs_on_instance(&catalog.instance_type("ml.g5.xlarge").unwrap()));
    /// assert!(!located.image().runs_on_instance(&catalog.instance_type("ml.m5.xlarge").unwrap()));
    /// # Ok::<(), sagepath::Error>(())
    /// ```
    pub fn runs_on_instance(&self, instance: &InstanceType<'_>) -> bool {
        let mut processors = self.runs_on().peekable();
        let has_processor =
            processors.peek().is_none() || processors.any(|processor| processor == instance.processor());
        has_processor
            && instance
                .architecture()
                .is_none_or(|architecture| architecture == self.architecture())
    }
}

impl<'c> Located<'c> {
    /// The inference image that hosts what this image trains: itself if it is for inference, else the one of the same framework
    /// and version, on the same base framework, in the same region, that shares most with it. It is made for the instance type,
    /// if one is given.
    ///
    /// What is trained at `:1` is hosted at `:1`, as the documentation wants it: the built-in algorithms do both with one image.
    ///
    /// ```
    /// use sagepath::{Catalog, Query};
    ///
    /// let catalog = Catalog::embedded();
    /// let training = Query::new("pytorch", "us-east-1").version("2.6").scope("training").processor("gpu");
    /// let partner = catalog.resolve(&training)?.partner(catalog.instance_type("ml.m5.xlarge").as_ref()).unwrap();
    /// assert_eq!(partner.image().repository(), "pytorch-inference");
    /// assert_eq!(partner.image().processor(), Some("cpu"));
    /// # Ok::<(), sagepath::Error>(())
    /// ```
    pub fn partner(&self, instance: Option<&InstanceType<'_>>) -> Option<Located<'c>> {
        let image = self.image();
        let runs = |other: &Image<'_>| instance.is_none_or(|instance| other.runs_on_instance(instance));
        if image.is_for("inference") && runs(&image) {
            return Some(*self);
        }
        let fits = |other: &Image<'_>| {
            other.is_for("inference")
                && other.version() == image.version()
                && base_name(other) == base_name(&image)
                && !other.is_smdistributed()
                && runs(other)
        };
        let likeness = |other: &Image<'_>| {
            [
                other.base_framework() == image.base_framework(),
                other.architecture() == image.architecture(),
                other.processor() == image.processor(),
                other.python() == image.python(),
            ]
        };
        let others = image.framework().images().filter(fits);
        let offered = others.filter_map(|other| other.at(self.region().id()));
        offered.max_by_key(|other| likeness(&other.image()))
    }
}

/// The name of the base framework, without its version: `pytorch` of `pytorch2.5.1`.
fn base_name<'c>(image: &Image<'c>) -> Option<&'c str> {
    let base = image.base_framework()?;
    base.split(|character: char| character.is_ascii_digit()).next()
}
