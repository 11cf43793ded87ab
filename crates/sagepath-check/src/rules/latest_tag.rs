use super::{Check, Draft, rule};
use crate::finding::Safety;
use crate::subject::{Change, PathPart, Subject};

rule! {
    /// The tag `latest` stands for another image whenever AWS publishes one.
    ///
    /// The documentation keeps `:latest` for trying things out: a job that ran yesterday may run other code today, and a model
    /// may be hosted by another version than the one that trained it. The built-in algorithms have the stable tag `:1`; Deep
    /// Learning Containers have tags with their version.
    ///
    /// ```dockerfile
    /// FROM 174872318107.dkr.ecr.us-west-2.amazonaws.com/kmeans:latest
    /// ```
    ///
    /// Write `kmeans:1` instead.
    "latest-tag": Warning, High, fix Some(Safety::Unsafe), on, Check::Path(check)
}

fn check(subject: &Subject<'_>) -> Option<Draft> {
    if subject.tag() != Some("latest") || !subject.is_ours() {
        return None;
    }
    let repository = &subject.path.repository;
    let images = || {
        subject
            .catalog
            .all_images()
            .filter(|image| image.repository() == repository)
    };
    if images().any(|image| image.framework().requires_version()) {
        return None;
    }
    let stable = images().any(|image| image.tags().any(|tag| tag == "1"));
    let change = stable.then(|| Change {
        tag: Some("1".to_owned()),
        ..Change::default()
    });
    let span = subject.span(PathPart::Tag);
    let draft = Draft::new(
        span,
        format!("`{repository}:latest` stands for another image whenever one is published"),
    );
    Some(match change {
        Some(_) => draft
            .change(change)
            .help("`:1` is the stable tag of the built-in algorithms"),
        None => draft.help("name a version: `sagepath list` shows the tags that are known"),
    })
}
