use super::{Check, Draft, rule};
use crate::subject::{PathPart, Subject, TagPart};
use sagepath::TagVerdict;

rule! {
    /// The path has no tag, which a registry takes for `latest`.
    ///
    /// It is found where the path is used as an image: in a request to SageMaker, or after a Dockerfile's `FROM`. Elsewhere a
    /// path without a tag may well be a repository that a tag is added to.
    ///
    /// ```dockerfile
    /// FROM 763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch-training
    /// ```
    "missing-tag": Warning, High, fix None, on, Check::Path(check)
}

fn check(subject: &Subject<'_>) -> Option<Draft> {
    let context = &subject.reference.context;
    let is_used = context.usage.is_some() || context.is_fetched;
    let is_missing = subject.path.tag == TagPart::Absent && subject.identity.tag() == TagVerdict::Missing;
    (is_used && is_missing && subject.is_ours()).then(|| {
        let repository = &subject.path.repository;
        Draft::new(
            subject.span(PathPart::Repository),
            format!("`{repository}` has no tag here, which a registry takes for `latest`"),
        )
        .help("name a version: `sagepath list` shows the tags that are known")
    })
}
