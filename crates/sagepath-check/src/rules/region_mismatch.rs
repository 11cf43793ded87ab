use super::{Check, Draft, rule};
use crate::finding::Safety;
use crate::subject::{Given, PathPart, Subject};

rule! {
    /// The file works in one region, and the path is of another.
    ///
    /// SageMaker pulls from registries of its own region. The file's region is that of its Terraform provider, its boto3
    /// clients, or of `AWS_REGION`, where all of these are the same.
    "region-mismatch": Warning, Medium, fix Some(Safety::Unsafe), on, Check::Path(check)
}

fn check(subject: &Subject<'_>) -> Option<Draft> {
    let region = subject.reference.context.region.as_deref()?;
    let own = &subject.path.region;
    if own.is != Given::Written
        || own.value == region
        || !subject.is_ours()
        || subject.identity.region().is_none()
    {
        return None;
    }
    subject.reference.context.usage?;
    let moved = subject.catalog.in_region(&subject.identity.path(), region);
    let change = moved.ok().and_then(|moved| subject.change_to(&moved.to_string()));
    Some(
        Draft::new(
            subject.span(PathPart::Region),
            format!("the path is of {}, and the file works in {region}", own.value),
        )
        .change(change),
    )
}
