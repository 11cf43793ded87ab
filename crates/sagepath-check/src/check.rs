//! One file: from its bytes to findings.

use std::ops::Range;
use std::path::Path;

use sagepath::registry_path::ParseError;
use sagepath::{Catalog, RegistryPath};
use sagepath_document::Node as Document;

use crate::finding::{Finding, Fix};
use crate::read::{self, Language};
use crate::reference::Reference;
use crate::rules::{self, Check, Draft, Remedy, Rule};
use crate::settings::Settings;
use crate::source::Source;
use crate::subject::{Filled, Judged, Subject, judge};
use crate::tree::{Map, Node, Word};
use crate::{context, request, silence};

/// Checks one file. The path decides the language, and which settings hold; it need not exist.
///
/// ```
/// use std::path::Path;
/// use sagepath::Catalog;
/// use sagepath_check::{Settings, check};
///
/// let dockerfile = b"FROM 174872318107.dkr.ecr.us-west-2.amazonaws.com/kmeans:latest\n";
/// let findings = check(Path::new("Dockerfile"), dockerfile, Catalog::embedded(), &Settings::default());
/// assert_eq!(findings[0].rule.name, "latest-tag");
/// assert_eq!(findings[0].expected.as_deref(), Some("174872318107.dkr.ecr.us-west-2.amazonaws.com/kmeans:1"));
/// ```
pub fn check(path: &Path, bytes: &[u8], catalog: &Catalog<'_>, settings: &Settings) -> Vec<Finding> {
    let source = Source::new(bytes);
    let root = read::read(path, source.text());
    let (references, maps) = context::references(&root);
    let mut file = File {
        source: &source,
        path,
        catalog,
        settings,
        region: None,
        findings: Vec::new(),
    };
    file.paths(&references);
    file.maps(&maps);
    for (rule, draft) in silence::apply(&source, &mut file.findings) {
        file.add(rule, draft, None);
    }
    let mut findings = file.in_order();
    if Language::of(path) == Language::Notebook {
        for finding in &mut findings {
            finding.cell = read::cell_at(source.text(), finding.span.start);
        }
    }
    findings
}

/// Checks a document that is known better than its file tells: references in it are resolved, and it will be sent to a region.
///
/// What it says stands where its nodes do, in these bytes. It is judged as a file with the document in it would be, by the same
/// rules.
///
/// ```
/// use sagepath::Catalog;
/// use sagepath_check::{Settings, check_document};
/// use sagepath_document::{Format, Value, read};
///
/// let file = "TrainingImage: xgboost in Ohio\n";
/// let mut document = read(file, Format::Yaml).unwrap();
/// let image = document.get_mut("TrainingImage").unwrap();
/// image.value = Value::String("257758044811.dkr.ecr.us-east-2.amazonaws.com/sagemaker-xgboost:1.7-1".to_owned());
/// let findings = check_document(&document, file.as_bytes(), "us-east-1", Catalog::embedded(), &Settings::default());
/// assert_eq!(findings[0].rule.name, "region-mismatch");
/// assert_eq!(&file[findings[0].span.clone()], "xgboost in Ohio");
/// ```
pub fn check_document(
    document: &Document,
    bytes: &[u8],
    region: &str,
    catalog: &Catalog<'_>,
    settings: &Settings,
) -> Vec<Finding> {
    let source = Source::new(bytes);
    let root = read::lower(document, source.text());
    let (mut references, _) = context::references(&root);
    for reference in &mut references {
        reference.context.region = Some(region.to_owned());
    }
    let mut file = File {
        source: &source,
        path: Path::new(""),
        catalog,
        settings,
        region: Some(region),
        findings: Vec::new(),
    };
    file.paths(&references);
    file.resources(&elsewhere(&root, &references), region);
    silence::apply(&source, &mut file.findings);
    file.in_order()
}

/// The places in S3 and ARNs that belong to no request with an image: those of an endpoint's configuration, of a transform job.
fn elsewhere(root: &Node, references: &[Reference]) -> Vec<Word> {
    let judged = |resource: &Word| {
        let mut all = references.iter();
        all.any(|reference| reference.context.request.resources.contains(resource))
    };
    let mut resources = request::resources(root);
    resources.retain(|resource| !judged(resource));
    resources
}

/// A registry path that a file mentions, as far as it is known.
#[derive(Clone, Debug)]
pub struct Mentioned {
    /// Bytes of the file, counted without a byte-order mark.
    pub span: Range<usize>,
    /// The path. Where it has holes, they are filled in by what the file says, or else by what fits the rest.
    pub path: String,
}

/// The registry paths that a file mentions, whether right or not.
pub fn paths(path: &Path, bytes: &[u8], catalog: &Catalog<'_>, settings: &Settings) -> Vec<Mentioned> {
    let source = Source::new(bytes);
    let root = read::read(path, source.text());
    let (references, _) = context::references(&root);
    let known = references
        .iter()
        .filter_map(|reference| match judge(reference, catalog, settings) {
            Judged::Path(filled) => Some(Mentioned {
                span: reference.text.span(),
                path: filled.text,
            }),
            _ => None,
        });
    known.collect()
}

struct File<'f> {
    source: &'f Source<'f>,
    path: &'f Path,
    catalog: &'f Catalog<'f>,
    settings: &'f Settings,
    /// The region that all of it is sent to, where that is known.
    region: Option<&'f str>,
    findings: Vec<Finding>,
}

impl File<'_> {
    fn paths(&mut self, references: &[Reference]) {
        let judged: Vec<Judged<'_>> = references
            .iter()
            .map(|reference| judge(reference, self.catalog, self.settings))
            .collect();
        let known: Vec<(&Reference, &Filled)> = references
            .iter()
            .zip(&judged)
            .filter_map(|(reference, judged)| match judged {
                Judged::Path(filled) => Some((reference, filled)),
                _ => None,
            })
            .collect();
        let (catalog, settings) = (self.catalog, self.settings);
        let subjects: Vec<Subject<'_>> = known
            .iter()
            .filter_map(|(reference, path)| {
                Some(Subject {
                    catalog,
                    settings,
                    reference,
                    path,
                    identity: catalog.identify(&RegistryPath::parse(&path.text).ok()?),
                })
            })
            .collect();
        for subject in &subjects {
            self.subject(subject, &subjects);
        }
        for judged in &judged {
            match judged {
                Judged::Malformed(error, reference) => self.malformed(error, reference),
                Judged::Public(reference) => self.public(reference),
                Judged::Path(_) | Judged::Nothing => {}
            }
        }
    }

    fn subject(&mut self, subject: &Subject<'_>, document: &[Subject<'_>]) {
        for rule in rules::ALL {
            let drafts = match rule.check {
                Check::Path(check) => check(subject).into_iter().collect(),
                Check::Document(check) => check(subject, document).into_iter().collect(),
                Check::Request(check) => check(subject),
                Check::Resources(check) => {
                    let region = self.region.or_else(|| subject.region_of_use());
                    let resources = &subject.request().resources;
                    region.map_or_else(Vec::new, |region| check(resources, region, self.catalog))
                }
                _ => Vec::new(),
            };
            for draft in drafts {
                self.add(rule, draft, Some(subject.reference));
            }
        }
    }

    fn resources(&mut self, resources: &[Word], region: &str) {
        for rule in rules::ALL {
            if let Check::Resources(check) = rule.check {
                for draft in check(resources, region, self.catalog) {
                    self.add(rule, draft, None);
                }
            }
        }
    }

    fn malformed(&mut self, error: &ParseError, reference: &Reference) {
        for rule in rules::ALL {
            if let Check::Malformed(check) = rule.check {
                self.add(rule, check(error, reference), Some(reference));
            }
        }
    }

    fn public(&mut self, reference: &Reference) {
        for rule in rules::ALL {
            if let Check::Public(check) = rule.check
                && let Some(draft) = check(reference)
            {
                self.add(rule, draft, Some(reference));
            }
        }
    }

    fn maps(&mut self, maps: &[&Map]) {
        for rule in rules::ALL {
            if let Check::Map(check) = rule.check {
                for map in maps {
                    for draft in check(map, self.catalog, self.settings) {
                        self.add(rule, draft, None);
                    }
                }
            }
        }
    }

    fn add(&mut self, rule: &'static Rule, draft: Draft, reference: Option<&Reference>) {
        if !self.settings.has(rule, self.path) {
            return;
        }
        let (expected, edits) = match (draft.remedy, reference) {
            (Remedy::Change(change), Some(reference)) => change.apply(reference).unzip(),
            (Remedy::Edits(expected, edits), _) => (Some(expected), Some(Some(edits))),
            _ => (None, None),
        };
        let fix = rule
            .fix
            .zip(edits.flatten())
            .map(|(safety, edits)| Fix { safety, edits });
        let span = self.within(draft.span);
        let image = reference.map(|reference| reference.text.span());
        let image = image.filter(|image| span.start < image.start || image.end < span.end);
        let found = match reference {
            Some(reference) if image.is_none() => reference.text.written(),
            _ => self
                .source
                .text()
                .get(span.clone())
                .unwrap_or_default()
                .to_owned(),
        };
        self.findings.push(Finding {
            rule,
            severity: draft.severity.unwrap_or(rule.severity),
            confidence: draft.confidence.unwrap_or(rule.confidence),
            start: self.source.position(span.start),
            end: self.source.position(span.end),
            span,
            image,
            cell: None,
            found,
            expected,
            message: draft.message,
            help: draft.help,
            fix,
        });
    }

    /// What was found, by place, and nothing twice: images may share a request.
    fn in_order(self) -> Vec<Finding> {
        let place = |finding: &Finding| (finding.span.start, finding.span.end, finding.rule.name);
        let mut findings = self.findings;
        findings.sort_by(|one, other| {
            place(one)
                .cmp(&place(other))
                .then_with(|| one.message.cmp(&other.message))
        });
        findings.dedup_by(|next, kept| {
            next.rule == kept.rule && next.span == kept.span && next.message == kept.message
        });
        findings
    }

    /// A span that lies within the file, whatever a reader says.
    fn within(&self, span: Range<usize>) -> Range<usize> {
        let text = self.source.text();
        let mut start = span.start.min(text.len());
        let mut end = span.end.clamp(start, text.len());
        while !text.is_char_boundary(start) {
            start -= 1;
        }
        while !text.is_char_boundary(end) {
            end += 1;
        }
        start..end
    }
}
