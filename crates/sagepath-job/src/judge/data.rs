//! What the data of a job is, and where it lies.

use sagepath::{Catalog, ContentUse, Parameters, RegistryPath};
use sagepath_check::Severity;
use sagepath_document::{Node, Value};

use crate::plan::Options;
use crate::remark::Remark;
use crate::section::Section;

/// Judges content types and buckets.
pub(super) fn judge(section: &Section, options: &Options<'_>, catalog: &Catalog<'_>) -> Vec<Remark> {
    let mut remarks = content_types(section, catalog);
    buckets(&section.request, options.region, catalog, &mut remarks);
    remarks
}

/// Content types of channels that the documentation does not name for the algorithm.
fn content_types(section: &Section, catalog: &Catalog<'_>) -> Vec<Remark> {
    let request = &section.request;
    let own_program = ["HyperParameters", "sagemaker_program"];
    if section.part.key != "TrainingJob" || request.at(own_program).is_some() {
        return Vec::new();
    }
    let image = request.at(["AlgorithmSpecification", "TrainingImage"]);
    let path = image
        .and_then(Node::as_str)
        .and_then(|text| RegistryPath::parse(text).ok());
    let image = path.and_then(|path| catalog.identify(&path).images().next_back());
    let Some(framework) = image.map(|image| image.framework()) else {
        return Vec::new();
    };
    let Some(parameters) = framework.parameters() else {
        return Vec::new();
    };
    let channels = request.get("InputDataConfig").map_or(&[][..], Node::items);
    let given = channels.iter().filter_map(|channel| channel.get("ContentType"));
    given
        .filter_map(|node| {
            let content_type = node.as_str().filter(|given| !is_documented(given, &parameters))?;
            let known: Vec<&str> = parameters.content_types(ContentUse::Training).collect();
            let message = format!(
                "{} is not documented to train on `{content_type}`",
                framework.title()
            );
            let help = format!("it trains on {}", known.join(", "));
            let remark = Remark::error("content-type-unsupported", node.span.clone(), message);
            Some(Remark {
                // The documentation is not always whole.
                severity: Severity::Warning,
                ..remark.help(Some(help))
            })
        })
        .collect()
}

/// Whether the documentation names a content type, or a file type that it is of; or none at all.
fn is_documented(given: &str, parameters: &Parameters<'_>) -> bool {
    let plain = |content_type: &str| {
        let kind = content_type.split(';').next().unwrap_or_default();
        kind.trim().to_ascii_lowercase().replace("/x-", "/")
    };
    let given = plain(given);
    let mut known = parameters.content_types(ContentUse::Training).peekable();
    known.peek().is_none()
        || known.any(|known| plain(known) == given)
        || parameters
            .file_types()
            .any(|kind| given.contains(&kind.to_ascii_lowercase()))
}

/// Default buckets of the SageMaker SDK that are of another region: a job reads and writes in its own.
///
/// Source of the name: `sagemaker` 2.257.7, whose sessions make `sagemaker-<region>-<account>`.
fn buckets(node: &Node, region: &str, catalog: &Catalog<'_>, remarks: &mut Vec<Remark>) {
    match &node.value {
        Value::String(text) | Value::Word(text) => {
            let Some(other) = region_of_default_bucket(text, catalog) else {
                return;
            };
            if other != region {
                let message = format!("the bucket is of {other}, and the job runs in {region}");
                let remark = Remark::error("bucket-in-another-region", node.span.clone(), message);
                let help = format!("name a bucket of {region}, or run the job with `--region {other}`");
                remarks.push(remark.help(Some(help)));
            }
        }
        Value::List(items) => items
            .iter()
            .for_each(|item| buckets(item, region, catalog, remarks)),
        Value::Map(entries) => entries
            .iter()
            .for_each(|entry| buckets(&entry.value, region, catalog, remarks)),
        Value::Null | Value::Boolean(_) | Value::Number(_) => {}
    }
}

fn region_of_default_bucket<'t>(uri: &'t str, catalog: &Catalog<'_>) -> Option<&'t str> {
    let bucket = uri.strip_prefix("s3://")?.split('/').next()?;
    let (region, account) = bucket.strip_prefix("sagemaker-")?.rsplit_once('-')?;
    let is_account = account.len() == 12 && account.bytes().all(|byte| byte.is_ascii_digit());
    (is_account && catalog.region(region).is_some()).then_some(region)
}
