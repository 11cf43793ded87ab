use super::{Check, Draft, rule};
use crate::finding::Safety;
use crate::subject::{Change, PathPart, Subject};

rule! {
    /// A newer patch of the same version is there.
    ///
    /// Off by default: whoever pins a patch may have reasons.
    "newer-patch-available": Info, High, fix Some(Safety::Unsafe), off, Check::Path(check)
}

fn check(subject: &Subject<'_>) -> Option<Draft> {
    let tag = subject.tag()?;
    if subject.identity.is_mutable() {
        return None;
    }
    let image = subject.image()?;
    let line = |version: &str| version.rsplit_once('.').map(|(line, _)| line.to_owned());
    let own = line(image.version()).filter(|line| line.contains('.'))?;
    let region = &subject.path.region.value;
    let framework = image.framework();
    let newer = framework.images().rev().find(|other| {
        line(other.version()).as_deref() == Some(&own)
            && sagepath::version::compare(other.version(), image.version()).is_gt()
            && other.repository() == image.repository()
            && other.processor() == image.processor()
            && other.platform() == image.platform()
            && other.withheld().is_none()
            && other.regions().any(|offered| offered.id() == region)
    })?;
    // A tag in full is answered by one in full.
    let is_short = image.tag() == Some(tag);
    let newer_tag = if is_short {
        newer.tag()
    } else {
        newer.tags().next()
    };
    let change = newer_tag.filter(|newer| *newer != tag).map(|newer| Change {
        tag: Some(newer.to_owned()),
        ..Change::default()
    });
    let title = framework.title();
    Some(
        Draft::new(
            subject.span(PathPart::Tag),
            format!(
                "{title} {} has a newer patch: {}",
                image.version(),
                newer.version()
            ),
        )
        .change(change),
    )
}
