use super::{Check, Draft, rule};
use crate::finding::Safety;
use crate::subject::{Change, PathPart, Subject};
use sagepath::{Framework, Platform};

rule! {
    /// The algorithm must be asked for by a supported version, and the tag is `1` or `latest`.
    ///
    /// Of XGBoost the documentation says that neither `:1` nor `:latest` may be used: both stand for an image of 2018, which is
    /// deprecated. Its versions since then are in a repository of their own.
    ///
    /// ```text
    /// 811284229777.dkr.ecr.us-east-1.amazonaws.com/xgboost:latest
    /// ```
    "xgboost-floating-tag": Error, High, fix Some(Safety::Unsafe), on, Check::Path(check)
}

fn check(subject: &Subject<'_>) -> Option<Draft> {
    let tag = subject.tag().filter(|tag| matches!(*tag, "1" | "latest"))?;
    if !subject.is_ours() {
        return None;
    }
    let repository = &subject.path.repository;
    let mut images = subject.catalog.all_images();
    let framework = images
        .find(|image| image.repository() == repository && image.framework().requires_version())?
        .framework();
    let title = framework.title();
    Some(
        Draft::new(
            subject.span(PathPart::Tag),
            format!("{title} must be named by a supported version, never `:{tag}`"),
        )
        .change(newest(subject, &framework))
        .help("train and host with the same version: what one version saved another may not load"),
    )
}

/// The change to the newest version that the region has.
fn newest(subject: &Subject<'_>, framework: &Framework<'_>) -> Option<Change> {
    let region = &subject.path.region.value;
    let mut images = framework.images().rev();
    let image = images.find(|image| {
        image.withheld().is_none()
            && image.platform() == Platform::SageMaker
            && image.regions().any(|offered| offered.id() == region)
    })?;
    let account = subject.catalog.account(image.repository(), region)?;
    let differs = |new: &str, old: &str| (new != old).then(|| new.to_owned());
    Some(Change {
        account: differs(account, &subject.path.account.value).filter(|_| subject.has_account()),
        repository: differs(image.repository(), &subject.path.repository),
        tag: Some(image.tag()?.to_owned()),
        ..Change::default()
    })
}
