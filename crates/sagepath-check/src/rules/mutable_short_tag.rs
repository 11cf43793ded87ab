use super::{Check, Draft, rule};
use crate::finding::Safety;
use crate::subject::{Change, PathPart, Subject};

rule! {
    /// A short tag moves from image to image as patches come.
    ///
    /// `2.5-gpu-py311` names the newest patch of 2.5. Whoever wants the same bits tomorrow names the full tag. Off by default:
    /// most people want the patches.
    "mutable-short-tag": Info, High, fix Some(Safety::Unsafe), off, Check::Path(check)
}

fn check(subject: &Subject<'_>) -> Option<Draft> {
    let tag = subject.tag().filter(|tag| *tag != "latest")?;
    if !subject.is_ours() || !subject.identity.is_mutable() {
        return None;
    }
    let fullest = subject.image()?.tags().next().filter(|fullest| *fullest != tag)?;
    let change = Change {
        tag: Some(fullest.to_owned()),
        ..Change::default()
    };
    Some(
        Draft::new(
            subject.span(PathPart::Tag),
            format!("`{tag}` moves from image to image as patches come: `{fullest}` moves least"),
        )
        .change(Some(change)),
    )
}
