use super::{Check, Draft, rule};
use crate::finding::Safety;
use crate::subject::{PathPart, Subject};

rule! {
    /// The image is built for another CPU architecture than the instance has.
    ///
    /// An image for x86_64 does not start on Graviton, nor the other way round. Images for Graviton are in repositories of
    /// their own.
    ///
    /// ```python
    /// Model(image_uri="763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch-inference:2.6.0-cpu-py312") \
    ///     .deploy(instance_type="ml.c7g.xlarge")
    /// ```
    "architecture-mismatch": Error, High, fix Some(Safety::Unsafe), on, Check::Path(check)
}

fn check(subject: &Subject<'_>) -> Option<Draft> {
    let images = subject.images();
    let image = images.last()?;
    let names = &subject.reference.context.request.instance_types;
    let (instance, architecture) = names.iter().find_map(|name| {
        let instance = subject.catalog.instance_type(&name.value)?;
        let architecture = instance.architecture()?;
        let fits = images.iter().any(|image| image.architecture() == architecture);
        (!fits).then_some((instance, architecture))
    })?;
    Some(
        Draft::new(
            subject.span(PathPart::Repository),
            format!(
                "the image is built for {}, and {} has {}",
                image.architecture().as_str(),
                instance.name(),
                architecture.as_str()
            ),
        )
        .change(super::twin::of_instance(subject, image, &instance)),
    )
}
