//! The buckets that requests name. Where one is, only S3 knows: who sends the requests asks it.

use sagepath_check::Severity;
use sagepath_document::{Node, Span, Value};

use crate::remark::Remark;
use crate::section::Section;

/// A bucket that some request names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bucket {
    /// Its name.
    pub name: String,
    /// Where it is named first.
    pub span: Span,
}

impl Bucket {
    /// What is to be said where it is in one region, and the requests go to another.
    ///
    /// ```
    /// use sagepath_job::Bucket;
    ///
    /// let bucket = Bucket { name: "amzn-s3-demo-bucket".to_owned(), span: 10..40 };
    /// assert_eq!(bucket.in_region("us-east-1", "us-east-1"), None);
    /// let remark = bucket.in_region("eu-west-1", "us-east-1").unwrap();
    /// assert_eq!(remark.rule, "bucket-in-another-region");
    /// ```
    pub fn in_region(&self, region: &str, used_in: &str) -> Option<Remark> {
        if region == used_in {
            return None;
        }
        let name = &self.name;
        let message = format!("the bucket `{name}` is in {region}, and is used in {used_in}");
        let remark = Remark::error("bucket-in-another-region", self.span.clone(), message);
        let help = format!("name a bucket of {used_in}, or use `--region {region}`");
        Some(Remark {
            can_be_passed_over: true,
            ..remark.help(Some(help))
        })
    }

    /// What is to be said where there is none of its name.
    pub fn absent(&self) -> Remark {
        let message = format!("there is no bucket `{}`", self.name);
        let help = format!("`aws s3 mb s3://{}` makes it", self.name);
        Remark {
            severity: Severity::Warning,
            can_be_passed_over: true,
            ..Remark::error("bucket-unknown", self.span.clone(), message).help(Some(help))
        }
    }
}

/// The buckets that requests name, each once.
pub(crate) fn named(sections: &[Section]) -> Vec<Bucket> {
    let mut buckets = Vec::new();
    for section in sections {
        gather(&section.request, &mut buckets);
    }
    buckets
}

fn gather(node: &Node, buckets: &mut Vec<Bucket>) {
    match &node.value {
        Value::String(text) | Value::Word(text) => {
            if let Some(name) = bucket_of(text)
                && buckets.iter().all(|bucket| bucket.name != name)
            {
                buckets.push(Bucket {
                    name: name.to_owned(),
                    span: node.span.clone(),
                });
            }
        }
        Value::List(items) => items.iter().for_each(|item| gather(item, buckets)),
        Value::Map(entries) => entries.iter().for_each(|entry| gather(&entry.value, buckets)),
        Value::Null | Value::Boolean(_) | Value::Number(_) => {}
    }
}

/// The bucket of a place in S3; hyperparameters hold some in quotation marks of their own. Access points and directory buckets
/// are left out: S3 does not tell everybody where they are.
fn bucket_of(text: &str) -> Option<&str> {
    let bucket = text.trim_start_matches('"').strip_prefix("s3://")?;
    let bucket = bucket.split(['/', '"']).next()?;
    let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b".-_".contains(&byte);
    let is_name = (3..=63).contains(&bucket.len()) && bucket.bytes().all(is_plain);
    (is_name && !bucket.ends_with("--x-s3")).then_some(bucket)
}

#[cfg(test)]
mod tests {
    use super::bucket_of;

    #[test]
    fn a_bucket_has_a_plain_name() {
        for (text, bucket) in [
            ("s3://amzn-s3-demo-bucket/a/b", Some("amzn-s3-demo-bucket")),
            ("s3://amzn-s3-demo-bucket", Some("amzn-s3-demo-bucket")),
            (
                "\"s3://amzn-s3-demo-bucket/code.tar.gz\"",
                Some("amzn-s3-demo-bucket"),
            ),
            ("s3://", None),
            ("s3://ab/c", None),
            ("s3://CHANGE/train", None),
            ("s3://arn:aws:s3:us-east-1:111122223333:accesspoint/mine", None),
            ("s3://mine--use1-az4--x-s3/a", None),
            ("https://amzn-s3-demo-bucket/a", None),
            ("see s3://amzn-s3-demo-bucket/a", None),
        ] {
            assert_eq!(bucket_of(text), bucket, "{text}");
        }
    }
}
