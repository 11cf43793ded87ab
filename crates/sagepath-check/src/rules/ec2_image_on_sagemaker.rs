use sagepath::Platform;

use super::{Check, Draft, rule};
use crate::finding::Safety;
use crate::subject::{Change, PathPart, Subject};

rule! {
    /// SageMaker is given an image that is made for EC2, ECS and EKS.
    ///
    /// It lacks the toolkit that SageMaker starts. The tag says so: `-ec2` instead of `-sagemaker`.
    ///
    /// ```json
    /// {"TrainingImage": "763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch-training:2.10.0-gpu-py313-cu130-ubuntu22.04-ec2"}
    /// ```
    "ec2-image-on-sagemaker": Error, High, fix Some(Safety::Unsafe), on, Check::Path(check)
}

fn check(subject: &Subject<'_>) -> Option<Draft> {
    let usage = subject.reference.context.usage?;
    let images = subject.images();
    if images.is_empty() || !images.iter().all(|image| image.platform() == Platform::Ec2) {
        return None;
    }
    let tag = subject.tag()?;
    let meant = tag.replace("-ec2", "-sagemaker");
    let repository = &subject.path.repository;
    let is_known = meant != tag
        && subject
            .catalog
            .all_images()
            .any(|image| image.repository() == repository && image.tags().any(|known| known == meant));
    let change = is_known.then_some(Change {
        tag: Some(meant),
        ..Change::default()
    });
    Some(
        Draft::new(
            subject.span(PathPart::Tag),
            format!(
                "the image is made for EC2, and SageMaker uses it {}",
                usage.words()
            ),
        )
        .change(change),
    )
}
