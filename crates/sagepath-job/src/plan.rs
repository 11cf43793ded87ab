//! From a document to requests.

use jiff::civil::Date;
use sagepath::Catalog;
use sagepath_api::Operation;
use sagepath_check::Severity;
use sagepath_document::Node;
use serde_json::Value as Json;

use crate::bucket::Bucket;
use crate::kind::Kind;
use crate::remark::Remark;
use crate::section::{self, Section};
use crate::{bucket, complete, image, judge};

/// What is wanted of a job file.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Options<'o> {
    /// What the file is for.
    pub kind: Kind,
    /// The region that the requests go to.
    pub region: &'o str,
    /// The name of what is made, in place of the file's.
    pub name: Option<&'o str>,
    /// The name where there is no other.
    pub made_up_name: &'o str,
    /// The role, in place of the file's.
    pub role: Option<&'o str>,
    /// The image that trained the model: a registry path or a reference, in place of what the file says.
    pub trained_by: Option<&'o str>,
    /// The day for which the life cycle of images is judged; without one it is not.
    pub today: Option<Date>,
    /// Whether the tag `latest` may be used.
    pub allow_latest: bool,
    /// Whether what only sagepath knows is judged, too.
    pub verify: bool,
}

impl<'o> Options<'o> {
    /// The usual ones.
    pub fn new(kind: Kind, region: &'o str) -> Self {
        Options {
            kind,
            region,
            name: None,
            made_up_name: complete::default_name(kind),
            role: None,
            trained_by: None,
            today: None,
            allow_latest: false,
            verify: true,
        }
    }
}

/// What a job file comes to.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// The requests, in the order in which they are to be sent. Nothing may be sent if the plan [is refused](Plan::is_refused).
    pub requests: Vec<Request>,
    /// What is wrong with the file, and what is worth to know of it, in the order of the file.
    pub remarks: Vec<Remark>,
    /// What the file left open, and how it was decided.
    pub choices: Vec<Choice>,
    /// The buckets that the requests name, each once.
    pub buckets: Vec<Bucket>,
}

/// A request to be sent.
#[derive(Clone, Debug)]
pub struct Request {
    /// What it is sent to.
    pub operation: &'static Operation,
    /// The request in the form of the wire: what `aws ... --cli-input-json` takes.
    pub input: Json,
}

/// Something that the file left open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The operation that is told.
    pub operation: &'static str,
    /// The field: `AlgorithmSpecification.TrainingImage`.
    pub field: String,
    /// Its value.
    pub value: String,
    /// Why it is that.
    pub reason: String,
}

impl Choice {
    pub(crate) fn new(section: &Section, field: &str, value: &str, reason: &str) -> Self {
        Choice {
            operation: section.operation.name,
            field: field.to_owned(),
            value: value.to_owned(),
            reason: reason.to_owned(),
        }
    }
}

impl Plan {
    /// Whether there is an error among the remarks.
    pub fn is_refused(&self) -> bool {
        self.remarks
            .iter()
            .any(|remark| remark.severity == Severity::Error)
    }
}

/// Plans the requests of a job file. `bytes` are the file's, which the document's spans are of.
pub fn plan(document: &Node, bytes: &[u8], options: &Options<'_>, catalog: &Catalog<'_>) -> Plan {
    let section::Split {
        mut sections,
        trained_by,
        mut remarks,
    } = section::split(options.kind, document);
    let mut choices = Vec::new();
    complete::complete(&mut sections, options, &mut choices);
    let trained_by = match options.trained_by {
        Some(image) => Some((image.to_owned(), 0..0)),
        None => trained_by,
    };
    let trainer = image::resolve(
        &mut sections,
        trained_by,
        options,
        catalog,
        &mut image::Notes {
            remarks: &mut remarks,
            choices: &mut choices,
        },
    );
    let by_model = judge::by_model(&sections, options, catalog);
    if by_model.iter().any(|remark| remark.rule == "choice") {
        // An instance type that nobody knows is told once, where it stands.
        remarks.retain(|remark| remark.rule != image::UNKNOWN_INSTANCE_TYPE);
    }
    remarks.extend(by_model);
    if options.verify {
        remarks.extend(judge::without_channels(&sections, catalog));
        remarks.extend(judge::by_rules(
            &sections,
            trainer.as_ref(),
            bytes,
            options,
            catalog,
        ));
    }
    remarks.sort_by_key(|remark| (remark.span.start, remark.span.end));
    remarks.dedup();
    let requests = sections.iter().map(|section| Request {
        operation: section.operation,
        input: section.operation.to_json(&section.request),
    });
    Plan {
        requests: requests.collect(),
        remarks,
        choices,
        buckets: bucket::named(&sections),
    }
}
