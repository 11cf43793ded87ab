//! The site as a function: the same bytes each time, each file by its path, nothing of the clock.

use std::collections::BTreeSet;

use jiff::civil::date;
use sagepath::Catalog;
use sagepath_pages::{Format, Options, Site};

use crate::page::{files, site, text};

#[test]
fn the_same_bytes_each_time_and_each_file_by_its_path() {
    for format in [Format::Html, Format::Markdown] {
        let first = files(&site(format));
        assert_eq!(first, files(&site(format)));
        let paths: BTreeSet<_> = first.iter().map(|file| file.path.as_str()).collect();
        assert_eq!(paths.len(), first.len(), "a path is there twice");
        assert!(
            site(format)
                .paths()
                .eq(first.iter().map(|file| file.path.clone()))
        );
        for file in first.iter().step_by(7) {
            assert_eq!(site(format).file(&file.path).unwrap().as_ref(), Some(file));
        }
    }
}

#[test]
fn there_is_no_file_at_other_paths() {
    let site = site(Format::Html);
    for path in [
        "",
        "/",
        "ecr-.html",
        "ecr-us-east-9.html",
        "frameworks/",
        "frameworks/nothing.html",
        "../index.html",
        "index.md",
        "instances/ml.g5.html",
    ] {
        assert!(site.file(path).unwrap().is_none(), "{path}");
    }
}

#[test]
fn the_day_decides_what_has_ended() {
    let page = |day| {
        let site = Site::new(Catalog::embedded(), Options::new(day).format(Format::Markdown));
        text(&site.file("frameworks/xgboost.md").unwrap().unwrap()).to_owned()
    };
    // Version 3.0-5 is patched until 2026-11-17.
    assert!(page(date(2026, 11, 17)).contains("2026-11-17 (ended)"));
    assert!(page(date(2026, 11, 16)).contains("2026-11-17 (ends soon)"));
    assert!(!page(date(2026, 6, 1)).contains("2026-11-17 ("));
    assert!(page(date(2025, 11, 16)).contains("2025-11-17 (coming)"));
}

#[test]
fn addresses_are_told_only_where_they_are_known() {
    let unknown = Site::new(Catalog::embedded(), Options::new(date(2026, 11, 26)));
    assert!(unknown.file("sitemap.xml").unwrap().is_none());
    assert!(!text(&unknown.file("index.html").unwrap().unwrap()).contains("rel=\"canonical\""));

    let known = site(Format::Html);
    let sitemap = known.file("sitemap.xml").unwrap().unwrap();
    for address in [
        "",
        "ecr-us-east-1.html",
        "frameworks/xgboost.html",
        "instances/ml.g5.xlarge.html",
    ] {
        assert!(
            text(&sitemap).contains(&format!("<loc>https://example.org/paths/{address}</loc>")),
            "{address}"
        );
    }
    assert!(!text(&sitemap).contains("404"));
    let robots = known.file("robots.txt").unwrap().unwrap();
    assert!(text(&robots).contains("Sitemap: https://example.org/paths/sitemap.xml"));
    let lost = known.file("404.html").unwrap().unwrap();
    assert!(text(&lost).contains("href=\"https://example.org/paths/index.html\""));
}

#[test]
fn every_image_is_on_the_page_of_each_region_that_offers_it() {
    let site = site(Format::Html);
    for region in Catalog::embedded().regions() {
        let page = site.file(&format!("ecr-{}.html", region.id())).unwrap().unwrap();
        let page = text(&page);
        let offered = Catalog::embedded()
            .all_images()
            .filter(|image| image.withheld().is_none());
        for located in offered.filter_map(|image| image.at(region.id())) {
            let path = located.path().to_string();
            let (host, rest) = path.split_once('/').unwrap();
            assert!(
                page.contains(&format!("<span>{host}/</span><span>{rest}</span>")),
                "{path}"
            );
        }
    }
}
