use sagepath::Catalog;

use super::{Check, Draft, rule};
use crate::text::HOLE;
use crate::tree::Word;

rule! {
    /// A request names an ARN of another partition than the region where it is sent.
    ///
    /// Regions belong to partitions, which share neither accounts nor identities: `arn:aws-cn:` in China, `arn:aws-us-gov:` in
    /// GovCloud, `arn:aws:` in most others. A role that is copied from one to another does not exist there, and the service answers
    /// that access is denied. The same goes for keys, topics, and whatever else a request names by its ARN. The region of use is that
    /// of the image's path, or else that of the file.
    ///
    /// ```python
    /// Estimator(
    ///     image_uri="390948362332.dkr.ecr.cn-north-1.amazonaws.com.cn/kmeans:1",
    ///     role="arn:aws:iam::111122223333:role/SageMakerRole",
    /// )
    /// ```
    ///
    /// There is no fix: an account is of one partition only, so the one in the ARN is wrong as well. A file for several partitions asks
    /// where it runs: `${AWS::Partition}` in CloudFormation, `data.aws_partition` in Terraform.
    "arn-in-another-partition": Error, Medium, fix None, on, Check::Resources(check)
}

// AWS Fault Isolation Boundaries, "Partitions", and AWS General Reference, "Amazon Resource Names (ARNs)": each region and each account
// is of one partition, and identities of one are none in another.
fn check(resources: &[Word], region: &str, catalog: &Catalog<'_>) -> Vec<Draft> {
    let Some(own) = catalog.region(region).map(|region| region.partition()) else {
        return Vec::new();
    };
    let is_known = |partition: &str| catalog.regions().any(|region| region.partition() == partition);
    let another = |arn: &Word| {
        let other = partition(&arn.value).filter(|other| *other != own && is_known(other))?;
        let name = arn.value.replace(HOLE, "*");
        let message = format!("`{name}` is of the partition {other}, and {region} is of {own}");
        let help =
            format!("name one of an account of {own}, `arn:{own}:...`, or run it in a region of {other}");
        Some(Draft::new(arn.span.clone(), message).help(help))
    };
    resources.iter().filter_map(another).collect()
}

/// The partition that an ARN says.
fn partition(arn: &str) -> Option<&str> {
    let (partition, _) = arn.strip_prefix("arn:")?.split_once(':')?;
    Some(partition)
}
