use super::{Check, Draft, rule};
use crate::context::Usage;
use crate::finding::Safety;
use crate::subject::{PathPart, Subject};

rule! {
    /// A model is given an image that is made for training only.
    ///
    /// ```hcl
    /// primary_container {
    ///   image = "763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch-training:2.5.1-gpu-py311"
    /// }
    /// ```
    "training-image-for-hosting": Error, High, fix Some(Safety::Unsafe), on, Check::Path(check)
}

fn check(subject: &Subject<'_>) -> Option<Draft> {
    if subject.reference.context.usage != Some(Usage::Hosting) {
        return None;
    }
    let images = subject.images();
    let image = images.last()?;
    let trains_only = |image: &sagepath::Image<'_>| image.scopes().eq(["training"]);
    if !images.iter().all(trains_only) {
        return None;
    }
    let draft = Draft::new(
        subject.span(PathPart::Repository),
        format!(
            "`{}` is made to train models, and is used to host one",
            subject.path.repository
        ),
    );
    Some(draft.change(super::twin::of_scope(subject, image, "inference")))
}
