//! A file's parts: one for each request.

use sagepath_api::{Operation, find};
use sagepath_document::{Node, Span, Value};

use crate::kind::{Kind, Part};
use crate::remark::Remark;

/// The key of a file that says what trained the model.
pub(crate) const TRAINED_BY: &str = "TrainedBy";

/// A part of a file, and its request as far as the file says it.
#[derive(Clone, Debug)]
pub(crate) struct Section {
    pub(crate) part: &'static Part,
    pub(crate) operation: &'static Operation,
    pub(crate) request: Node,
}

/// A file, taken apart.
#[derive(Debug, Default)]
pub(crate) struct Split {
    pub(crate) sections: Vec<Section>,
    pub(crate) trained_by: Option<(String, Span)>,
    pub(crate) remarks: Vec<Remark>,
}

/// Takes a file apart: by its keys, or as the one request that it is.
pub(crate) fn split(kind: Kind, document: &Node) -> Split {
    let mut split = Split::default();
    let parts = kind.parts();
    let Value::Map(entries) = &document.value else {
        let message = "a job file is a map of fields";
        split
            .remarks
            .push(Remark::error("wrong-type", document.span.clone(), message));
        return split;
    };
    // One word on the wrong command, in place of one on each field.
    if let Some(other) = kind.other(entries) {
        let (kind, other) = (kind.as_str(), other.as_str());
        let span = entries.first().map_or(0..0, |entry| entry.key_span.clone());
        let message = format!("this is a file for `sagepath {other}`, and not for `sagepath {kind}`");
        let help =
            format!("take `sagepath {other}`; `sagepath init {kind}` writes a file for `sagepath {kind}`");
        let remark = Remark::error("other-kind", span, message);
        split.remarks.push(remark.help(Some(help)));
        return split;
    }
    let is_section = |key: &str| key == TRAINED_BY || parts.iter().any(|part| part.key == key);
    if kind != Kind::Deploy && !entries.iter().any(|entry| is_section(&entry.key)) {
        split.add(kind.main(), document.clone());
        return split;
    }
    for entry in entries {
        if entry.key == TRAINED_BY {
            split.trained_by(&entry.value);
        } else if !is_section(&entry.key) {
            let keys = parts.iter().map(|part| part.key).chain([TRAINED_BY]);
            let keys = keys.collect::<Vec<_>>().join(", ");
            let message = format!("there is no part `{}`", entry.key);
            let remark = Remark::error("unknown-field", entry.key_span.clone(), message);
            let kind = kind.as_str();
            split.remarks.push(remark.help(Some(format!(
                "the parts of a file for `sagepath {kind}` are {keys}"
            ))));
        }
    }
    for part in parts {
        match document.get(part.key) {
            Some(request) => split.add(part, request.clone()),
            None if !part.is_optional => {
                let nothing = Node {
                    value: Value::Map(Vec::new()),
                    span: document.span.start..document.span.start,
                };
                split.add(part, nothing);
            }
            None => {}
        }
    }
    split
}

impl Split {
    fn add(&mut self, part: &'static Part, request: Node) {
        if let Some(operation) = find(part.operation) {
            self.sections.push(Section {
                part,
                operation,
                request,
            });
        }
    }

    fn trained_by(&mut self, value: &Node) {
        match value.as_str() {
            Some(text) => self.trained_by = Some((text.to_owned(), value.span.clone())),
            None => {
                let message = format!("`{TRAINED_BY}` must be a text");
                let remark = Remark::error("wrong-type", value.span.clone(), message);
                self.remarks
                    .push(remark.help(Some("name the training job's file, or its image")));
            }
        }
    }
}

/// The section with this key.
pub(crate) fn find_section<'s>(sections: &'s [Section], key: &str) -> Option<&'s Section> {
    sections.iter().find(|section| section.part.key == key)
}
