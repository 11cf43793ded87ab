//! What people are shown of a finding.

use std::path::Path;

use sagepath::Catalog;
use sagepath_check::render::{Format, write};
use sagepath_check::{Checked, Settings, check};

fn shown(text: &str) -> String {
    let file = Checked {
        path: "job.json".into(),
        bytes: text.as_bytes().to_vec(),
        findings: check(
            Path::new("job.json"),
            text.as_bytes(),
            Catalog::embedded(),
            &Settings::default(),
        ),
    };
    let mut out = Vec::new();
    write(&[file], Format::Text, None, &mut out).unwrap();
    anstream::adapter::strip_str(&String::from_utf8(out).unwrap()).to_string()
}

const IMAGE: &str = "\"174872318107.dkr.ecr.us-west-2.amazonaws.com/kmeans:latest\"";

#[test]
fn a_place_has_its_line_and_column_however_long_the_line_is() {
    for padding in [0, 10, 290, 310, 50_000] {
        let text = format!("{{\n\"a\": \"{}\", \"Image\": {IMAGE}}}\n", "x".repeat(padding));
        let shown = shown(&text);
        // The place is that of the tag.
        let column = padding + 10 + IMAGE.find("latest").unwrap() + 9;
        assert!(
            shown.contains(&format!("--> job.json:2:{column}\n")),
            "{padding}: {shown}"
        );
        assert!(shown.contains("kmeans:latest"), "{padding}");
        assert!(shown.len() < 2_000, "{padding}: {}", shown.len());
    }
}
