use super::{Check, Draft, rule};
use crate::finding::{Safety, Severity};
use crate::subject::{PathPart, Subject};

rule! {
    /// The image is made for another processor than the instance has.
    ///
    /// A CPU image leaves a GPU idle, a GPU image may not start without one, and the images for Neuron devices run on nothing
    /// else.
    ///
    /// ```python
    /// Estimator(
    ///     image_uri="763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch-training:2.5.1-cpu-py311",
    ///     instance_type="ml.g5.xlarge",
    /// )
    /// ```
    "processor-mismatch": Warning, Medium, fix Some(Safety::Unsafe), on, Check::Path(check)
}

fn check(subject: &Subject<'_>) -> Option<Draft> {
    let images = subject.images();
    let image = images.last()?;
    let names = &subject.reference.context.request.instance_types;
    let instance = names
        .iter()
        .filter_map(|name| subject.catalog.instance_type(&name.value))
        .find(|instance| {
            let runs = |image: &sagepath::Image<'_>| {
                let mut processors = image.runs_on().peekable();
                processors.peek().is_none() || processors.any(|processor| processor == instance.processor())
            };
            !images.iter().any(runs)
        })?;
    let made_for = image.runs_on().collect::<Vec<_>>().join(", ");
    let is_plain = instance.processor() == "cpu" || made_for == "cpu";
    let severity = if is_plain {
        Severity::Warning
    } else {
        Severity::Error
    };
    Some(
        Draft::new(
            subject.span(PathPart::Tag),
            format!(
                "the image is made for {made_for}, and {} has {}",
                instance.name(),
                instance.processor()
            ),
        )
        .severity(severity)
        .change(super::twin::of_instance(subject, image, &instance)),
    )
}
