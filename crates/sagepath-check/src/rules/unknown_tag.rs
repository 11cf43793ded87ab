use sagepath::{FrameworkKind, TagVerdict};

use super::{Check, Draft, rule};
use crate::finding::{Confidence, Severity};
use crate::subject::{PathPart, Subject};

rule! {
    /// No source knows such a tag of this repository.
    ///
    /// Of the repositories of built-in algorithms all tags are known, and a tag that is none of them and does not begin with
    /// one is told with high confidence. Deep Learning Containers have more tags than any list: there it is a warning only
    /// where a tag much like it is known, and for information otherwise. Digests and tags of later builds (`-v1.4`, `-soci`)
    /// are never told.
    ///
    /// ```text
    /// 174872318107.dkr.ecr.us-west-2.amazonaws.com/kmeans:2
    /// ```
    "unknown-tag": Warning, High, fix None, on, Check::Path(check)
}

fn check(subject: &Subject<'_>) -> Option<Draft> {
    let tag = subject.tag().filter(|tag| *tag != "latest")?;
    if !subject.is_ours() || subject.identity.tag() != TagVerdict::Unknown {
        return None;
    }
    let repository = &subject.path.repository;
    let images = || {
        subject
            .catalog
            .all_images()
            .filter(|image| image.repository() == repository)
    };
    let is_complete = images().all(|image| image.framework().kind() == FrameworkKind::Algorithm);
    let known = || images().flat_map(|image| image.tags().map(str::to_owned).collect::<Vec<_>>());
    let goes_on = known().any(|known| {
        tag.strip_prefix(known.as_str())
            .is_some_and(|rest| rest.starts_with(['-', '.']))
    });
    let draft = Draft::new(
        subject.span(PathPart::Tag),
        format!("no source knows the tag `{tag}` of `{repository}`"),
    );
    if is_complete && !goes_on {
        let mut tags: Vec<String> = known().collect();
        tags.sort_by(|left, right| sagepath::version::compare(right, left));
        tags.dedup();
        let shown = tags
            .iter()
            .take(8)
            .map(|tag| format!("`{tag}`"))
            .collect::<Vec<_>>()
            .join(", ");
        let change = subject
            .identity
            .closest()
            .and_then(|path| subject.change_to(&path));
        let draft = draft.change(change);
        return Some(if tags.is_empty() {
            draft
        } else {
            draft.help(format!("known tags: {shown}"))
        });
    }
    Some(match subject.identity.closest() {
        Some(path) => draft.change(subject.change_to(&path)).confidence(Confidence::Low),
        None => draft.severity(Severity::Info).confidence(Confidence::Low),
    })
}
