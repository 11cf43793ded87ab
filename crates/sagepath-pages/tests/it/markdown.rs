//! Markdown: the page of one region of each partition, as a whole.

use std::collections::BTreeSet;

use sagepath::Catalog;
use sagepath_pages::Format;

use crate::page::{site, text};

/// A small region of each partition.
const REGIONS: [&str; 8] = [
    "me-west-1",
    "cn-north-1",
    "us-gov-east-1",
    "eusc-de-east-1",
    "us-iso-east-1",
    "us-isob-east-1",
    "eu-isoe-west-1",
    "us-isof-east-1",
];

#[test]
fn region_pages() {
    let catalog = Catalog::embedded();
    let site = site(Format::Markdown);
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    let _bound = settings.bind_to_scope();
    for region in REGIONS {
        let page = site.file(&format!("ecr-{region}.md")).unwrap().unwrap();
        insta::assert_snapshot!(format!("ecr-{region}"), text(&page));
    }
    let partition = |id: &str| catalog.region(id).unwrap().partition();
    let shown: BTreeSet<_> = REGIONS.iter().map(|id| partition(id)).collect();
    let all: BTreeSet<_> = catalog.regions().map(|region| region.partition()).collect();
    assert_eq!(shown, all, "a partition has no page here");
}

#[test]
fn rows_have_as_many_cells_as_their_header() {
    for file in crate::page::files(&site(Format::Markdown)) {
        let mut columns = None;
        for line in text(&file).lines() {
            let cells = line.replace("\\|", "").matches('|').count();
            if line.starts_with('|') {
                assert_eq!(*columns.get_or_insert(cells), cells, "{}: {line}", file.path);
            } else {
                columns = None;
            }
        }
    }
}
