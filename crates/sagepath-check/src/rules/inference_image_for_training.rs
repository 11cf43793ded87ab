use super::{Check, Draft, rule};
use crate::context::Usage;
use crate::finding::Safety;
use crate::subject::{PathPart, Subject};

rule! {
    /// A training job is given an image that is made for inference only.
    ///
    /// ```json
    /// {"AlgorithmSpecification": {"TrainingImage":
    ///   "763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch-inference:2.5.1-gpu-py311"}}
    /// ```
    "inference-image-for-training": Error, High, fix Some(Safety::Unsafe), on, Check::Path(check)
}

fn check(subject: &Subject<'_>) -> Option<Draft> {
    if subject.reference.context.usage != Some(Usage::Training) {
        return None;
    }
    let images = subject.images();
    let image = images.last()?;
    let can_train = |image: &sagepath::Image<'_>| {
        let mut scopes = image.scopes().peekable();
        scopes.peek().is_none() || scopes.any(|scope| scope != "inference" && scope != "eia")
    };
    if images.iter().any(can_train) {
        return None;
    }
    let draft = Draft::new(
        subject.span(PathPart::Repository),
        format!(
            "`{}` is made to host models, and is used to train one",
            subject.path.repository
        ),
    );
    Some(draft.change(super::twin::of_scope(subject, image, "training")))
}
