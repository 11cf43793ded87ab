//! Every page is HTML without an error, with one first heading and no identifier twice.

use std::collections::BTreeSet;

use sagepath_pages::Format;

use crate::page::{Page, files, site};

#[test]
fn every_page_is_valid() {
    let mut pages = 0;
    for file in files(&site(Format::Html)) {
        if !file.path.ends_with(".html") {
            continue;
        }
        pages += 1;
        let page = Page::of(&file);
        assert!(page.errors.is_empty(), "{}: {:?}", file.path, page.errors);
        let ids: BTreeSet<_> = page.ids.iter().collect();
        assert_eq!(
            ids.len(),
            page.ids.len(),
            "{}: an identifier is there twice",
            file.path
        );
        for id in &page.references {
            assert!(ids.contains(id), "{}: there is no `{id}`", file.path);
        }
        assert!(page.elements.contains("main"), "{}", file.path);
        assert_eq!(page.headings.first(), Some(&1), "{}", file.path);
        assert_eq!(
            page.headings.iter().filter(|level| **level == 1).count(),
            1,
            "{}",
            file.path
        );
        for levels in page.headings.windows(2) {
            assert!(
                levels[1] <= levels[0] + 1,
                "{}: a heading's level is left out",
                file.path
            );
        }
    }
    assert!(pages > 580, "{pages} pages");
}
