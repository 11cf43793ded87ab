use super::{Check, Draft, rule};
use crate::finding::{Confidence, Severity};
use crate::subject::{Given, PathPart, Subject};

rule! {
    /// The region does not have this repository or this image, or there is no such region.
    ///
    /// Not every algorithm is offered in every region.
    ///
    /// ```text
    /// 763104351884.dkr.ecr.us-east-9.amazonaws.com/pytorch-training:2.5.1-gpu-py311
    /// ```
    "wrong-region": Error, High, fix None, on, Check::Path(check)
}

fn check(subject: &Subject<'_>) -> Option<Draft> {
    if subject.path.region.is != Given::Written || !subject.is_ours() {
        return None;
    }
    let (region, repository) = (&subject.path.region.value, &subject.path.repository);
    let span = subject.span(PathPart::Region);
    if subject.identity.region().is_none() {
        let draft = Draft::new(
            span,
            format!("there is no region {region} that the catalog knows"),
        );
        return Some(match subject.identity.closest() {
            Some(path) => draft
                .change(subject.change_to(&path))
                .confidence(Confidence::Medium),
            None => draft.confidence(Confidence::Medium),
        });
    }
    if subject.identity.right_account().is_none() {
        return Some(
            Draft::new(
                span,
                format!("`{repository}` is not known to be offered in {region}"),
            )
            .confidence(Confidence::Medium)
            .help("`sagepath explain` tells where it is"),
        );
    }
    let tag = subject.tag()?;
    (subject.identity.is_offered() == Some(false)).then(|| {
        Draft::new(
            span,
            format!("`{repository}:{tag}` is not known to be offered in {region}"),
        )
        .severity(Severity::Warning)
        .confidence(Confidence::Medium)
    })
}
