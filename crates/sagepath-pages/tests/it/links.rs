//! Every link leads somewhere: to a file of the site, and to a place in it.

use std::collections::{BTreeMap, BTreeSet};

use sagepath_pages::Format;

use crate::page::{Page, files, site, text};

/// What comes before the address of a file.
const BASE: &str = "https://example.org/paths/";

/// The path of an address on a page; `None` if it leads elsewhere.
fn resolved(page: &str, address: &str) -> Option<String> {
    if let Some(path) = address.strip_prefix(BASE) {
        return Some(if path.is_empty() {
            "index.html".to_owned()
        } else {
            path.to_owned()
        });
    }
    if address.contains("://") {
        return None;
    }
    if address.is_empty() {
        return Some(page.to_owned());
    }
    let mut parts: Vec<_> = page.split('/').collect();
    parts.pop();
    for part in address.split('/') {
        match part {
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

#[test]
fn every_link_of_the_site_leads_somewhere() {
    let files = files(&site(Format::Html));
    let pages: BTreeMap<_, _> = files
        .iter()
        .map(|file| {
            let page = if file.path.ends_with(".html") {
                Page::of(file)
            } else {
                Page::default()
            };
            (file.path.as_str(), page)
        })
        .collect();
    let mut reached = BTreeSet::from(["index.html", "404.html", "robots.txt", "sitemap.xml"]);
    let mut links = 0;
    for (path, page) in &pages {
        for address in &page.addresses {
            let (file, place) = address.split_once('#').unwrap_or((address, ""));
            let Some(target) = resolved(path, file) else {
                continue;
            };
            links += 1;
            let Some((name, target)) = pages.get_key_value(target.as_str()) else {
                unreachable!("{path}: `{address}` leads to no file");
            };
            assert!(
                place.is_empty() || target.ids.iter().any(|id| id == place),
                "{path}: `{address}` leads to no place"
            );
            reached.insert(name);
        }
    }
    assert!(links > 20_000, "{links} links");
    let lost: Vec<_> = pages.keys().filter(|path| !reached.contains(*path)).collect();
    // Old links lead to it, and nothing of the site.
    assert_eq!(lost, [&"sagemaker-algo-docker-registry-paths.html"]);
}

/// The places of the retired pages, as links that people have: found in public code and documents.
#[test]
fn old_links_work() {
    let site = site(Format::Html);
    let links = [
        "ecr-us-east-2.html#xgboost-us-east-2.title",
        "ecr-us-east-2.html#image-classification-us-east-2.title",
        "ecr-us-east-2.html#huggingface-us-east-2.title",
        "ecr-us-east-1.html#knn-us-east-1.title",
        "ecr-us-east-1.html#forecasting-deepar-us-east-1.title",
        "ecr-us-east-1.html#coach-mxnet-us-east-1.title",
        "ecr-us-east-1.html#ecr-us-east-1",
        "ecr-cn-north-1.html#sklearn-cn-north-1.title",
    ];
    for link in links {
        let (path, place) = link.split_once('#').unwrap();
        let page = Page::of(&site.file(path).unwrap().unwrap());
        assert!(page.ids.iter().any(|id| id == place), "{link}");
    }
    let index = site
        .file("sagemaker-algo-docker-registry-paths.html")
        .unwrap()
        .unwrap();
    assert!(text(&index).contains("url=index.html"));
}

#[test]
fn every_link_of_the_markdown_leads_somewhere() {
    let files = files(&site(Format::Markdown));
    let texts: BTreeMap<_, _> = files
        .iter()
        .map(|file| (file.path.as_str(), text(file)))
        .collect();
    let mut links = 0;
    for (path, content) in &texts {
        for address in content
            .split("](")
            .skip(1)
            .filter_map(|rest| rest.split(')').next())
        {
            let (file, place) = address.split_once('#').unwrap_or((address, ""));
            let Some(target) = resolved(path, file) else {
                continue;
            };
            links += 1;
            let Some(target) = texts.get(target.as_str()) else {
                unreachable!("{path}: `{address}` leads to no file");
            };
            assert!(
                place.is_empty() || target.contains(&format!("<a id=\"{place}\"></a>")),
                "{path}: {address}"
            );
        }
    }
    assert!(links > 10_000, "{links} links");
}
