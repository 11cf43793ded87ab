//! Any job file comes to requests or to remarks: within the file, and what is sent is what the API takes.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sagepath::Catalog;
use sagepath_api::Node;
use sagepath_document::{Format, read};
use sagepath_job::{Kind, Options, plan};

const FORMATS: [Format; 3] = [Format::Yaml, Format::Json, Format::Toml];

fuzz_target!(|bytes: &[u8]| {
    let Some((choice, file)) = bytes.split_first() else {
        return;
    };
    let Ok(text) = std::str::from_utf8(file) else {
        return;
    };
    let choice = usize::from(*choice);
    let (kind, format) = (Kind::ALL[choice % 4], FORMATS[choice / 4 % 3]);
    let document = match read(text, format) {
        Ok(document) => document,
        Err(error) => {
            assert!(error.span.start <= error.span.end && error.span.end <= file.len());
            return;
        }
    };
    let plan = plan(
        &document,
        file,
        &Options::new(kind, "us-east-1"),
        Catalog::embedded(),
    );
    for remark in &plan.remarks {
        assert!(remark.span.start <= remark.span.end && remark.span.end <= file.len());
    }
    if !plan.is_refused() {
        for request in &plan.requests {
            assert_eq!(request.operation.validate(&Node::from(request.input.clone())), []);
        }
    }
});
