use sagepath::Catalog;

use super::{Check, Draft, rule};
use crate::text::HOLE;
use crate::tree::Word;

rule! {
    /// A request names a bucket whose name says that it is of another region than the image.
    ///
    /// A training job reads from buckets of its own region, and a model's data must be in the region of the model: so the
    /// service's documentation says. Which region a bucket is of, only names that AWS makes tell: the default buckets of the
    /// SageMaker SDK (`sagemaker-REGION-ACCOUNT`), those of JumpStart, and those of AWS's examples. The region of use is that of the
    /// image's path, or else that of the file.
    ///
    /// ```python
    /// Estimator(
    ///     image_uri="683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-xgboost:1.7-1",
    ///     output_path="s3://sagemaker-eu-west-1-111122223333/churn",
    /// )
    /// ```
    "bucket-in-another-region": Error, Medium, fix None, on, Check::Resources(check)
}

fn check(resources: &[Word], region: &str, catalog: &Catalog<'_>) -> Vec<Draft> {
    let another = |uri: &Word| {
        let other = region_of_bucket(&uri.value).filter(|other| *other != region)?;
        catalog.region(other)?;
        let message = format!("the bucket is of {other}, and is used in {region}");
        let help = format!("name a bucket of {region}, or run it in {other}");
        Some(Draft::new(uri.span.clone(), message).help(help))
    };
    resources.iter().filter_map(another).collect()
}

/// What stands before the region in the names of AWS's own buckets.
const PREFIXES: [&str; 5] = [
    // `sagemaker` 2.257.7: jumpstart/region_config.json
    "jumpstart-cache-prod-",
    "jumpstart-private-cache-prod-",
    "sagemaker-sd-models-prod-",
    // aws/amazon-sagemaker-examples 05b2d098: sagemaker_processing/basic_sagemaker_data_processing
    "sagemaker-sample-data-",
    // aws/amazon-sagemaker-examples 007d4f4e: sagemaker-pipelines/tabular/abalone_build_train_deploy
    "sagemaker-servicecatalog-seedcode-",
];

/// The region that a bucket's name ends with, or that stands before an account.
fn region_of_bucket(uri: &str) -> Option<&str> {
    let bucket = uri.strip_prefix("s3://")?.split('/').next()?;
    if let Some(region) = PREFIXES.iter().find_map(|prefix| bucket.strip_prefix(prefix)) {
        return Some(region);
    }
    // `sagemaker` 2.257.7: generate_default_sagemaker_bucket_name in session.py
    let (region, account) = bucket.strip_prefix("sagemaker-")?.rsplit_once('-')?;
    let is_number = account.len() == 12 && account.bytes().all(|byte| byte.is_ascii_digit());
    let is_hole = account.chars().eq([HOLE]);
    (is_number || is_hole).then_some(region)
}
