use super::{Check, Draft, rule};
use crate::reference::Reference;

rule! {
    /// SageMaker is given an image of the public gallery, which it does not pull from.
    ///
    /// SageMaker pulls from private registries only. Deep Learning Containers are in both.
    ///
    /// ```json
    /// {"TrainingImage": "public.ecr.aws/deep-learning-containers/pytorch-training:2.5.1-gpu-py311"}
    /// ```
    "public-ecr-image-on-sagemaker": Error, High, fix None, on, Check::Public(check)
}

fn check(reference: &Reference) -> Option<Draft> {
    let usage = reference.context.usage?;
    Some(
        Draft::new(
            reference.text.span(),
            format!("SageMaker is told to use an image of the public gallery {}", usage.words()),
        )
        .help("name the image's path in a private registry: `sagepath uri` prints that of a Deep Learning Container"),
    )
}
