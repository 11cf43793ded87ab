//! Where things are: the names of pages, and of places on them.

use sagepath::{Framework, InstanceType, Region};
use sagepath_check::Rule;

use crate::site::Format;

/// The page of a region, under the name that it had in the documentation.
pub(crate) fn region(region: &Region<'_>, format: Format) -> String {
    format!("ecr-{}.{}", region.id(), format.extension())
}

/// The page of a framework.
pub(crate) fn framework(framework: &Framework<'_>, format: Format) -> String {
    format!("frameworks/{}.{}", framework.slug(), format.extension())
}

/// The page of an instance type.
pub(crate) fn instance(instance: &InstanceType<'_>, format: Format) -> String {
    format!("instances/{}.{}", instance.name(), format.extension())
}

/// The page of a rule.
pub(crate) fn rule(rule: &Rule, format: Format) -> String {
    format!("rules/{}.{}", rule.name, format.extension())
}

/// The place of a framework on the page of a region, under the name that it had in the documentation.
pub(crate) fn section(framework: &Framework<'_>, region: &Region<'_>) -> String {
    format!("{}-{}.title", framework.slug(), region.id())
}
