use super::{Check, Draft, rule};
use crate::subject::{PathPart, Subject, TagPart};

rule! {
    /// The path names no digest, so that what it stands for may change.
    ///
    /// A tag may be pushed again, a digest may not. Off by default: digests differ from region to region, and no catalog has
    /// them.
    "unpinned-digest": Info, High, fix None, off, Check::Path(check)
}

fn check(subject: &Subject<'_>) -> Option<Draft> {
    let is_unpinned = matches!(subject.path.tag, TagPart::Known(_) | TagPart::Absent);
    (is_unpinned && subject.is_ours()).then(|| {
        Draft::new(subject.span(PathPart::Whole), "the path names no digest")
            .help("ask the registry for it, and write `@sha256:...` after the tag")
    })
}
