//! The image that was probably meant: the same version for another purpose or processor.

use sagepath::{Image, InstanceType};

use crate::subject::{Change, Subject};

/// The same version and processor for another purpose.
pub(super) fn of_scope(subject: &Subject<'_>, image: &Image<'_>, scope: &str) -> Option<Change> {
    let is_twin = |other: &Image<'_>| {
        other.scopes().any(|known| known == scope)
            && other.processor() == image.processor()
            && other.architecture() == image.architecture()
    };
    change_to(subject, image, &is_twin)
}

/// The same version and purpose for the processor and architecture of an instance type.
pub(super) fn of_instance(
    subject: &Subject<'_>,
    image: &Image<'_>,
    instance: &InstanceType<'_>,
) -> Option<Change> {
    let is_twin = |other: &Image<'_>| {
        other.scopes().any(|scope| image.scopes().any(|own| own == scope))
            && other.runs_on().any(|processor| processor == instance.processor())
            && instance
                .architecture()
                .is_none_or(|architecture| architecture == other.architecture())
    };
    change_to(subject, image, &is_twin)
}

/// The change to the first image of the same framework, version and Python for which something holds.
fn change_to(
    subject: &Subject<'_>,
    image: &Image<'_>,
    is_twin: &dyn Fn(&Image<'_>) -> bool,
) -> Option<Change> {
    let region = &subject.path.region.value;
    let framework = image.framework();
    let twin = framework.images().find(|other| {
        other.version() == image.version()
            && other.python() == image.python()
            && other.platform() == image.platform()
            && other.base_framework() == image.base_framework()
            && other.withheld().is_none()
            && is_twin(other)
            && other.regions().any(|offered| offered.id() == region)
    })?;
    let account = subject.catalog.account(twin.repository(), region)?;
    let differs = |new: &str, old: &str| (new != old).then(|| new.to_owned());
    let account = differs(account, &subject.path.account.value).filter(|_| subject.has_account());
    Some(Change {
        account,
        repository: differs(twin.repository(), &subject.path.repository),
        tag: differs(twin.tag()?, subject.tag()?),
        ..Change::default()
    })
}
