//! A page as a browser reads it.

use std::collections::BTreeSet;

use html5ever::tendril::TendrilSink as _;
use html5ever::{ParseOpts, parse_document};
use jiff::civil::date;
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use sagepath::Catalog;
use sagepath_pages::{File, Format, Options, Site};

/// A site as of a day on which there is something in every part of it.
pub(crate) fn site(format: Format) -> Site<'static> {
    let options = Options::new(date(2026, 11, 26)).format(format);
    Site::new(Catalog::embedded(), options.base_url("https://example.org/paths"))
}

/// All files of a site.
pub(crate) fn files(site: &Site<'_>) -> Vec<File> {
    site.files().map(Result::unwrap).collect()
}

pub(crate) fn text(file: &File) -> &str {
    std::str::from_utf8(&file.bytes).unwrap()
}

/// What is looked at on a page.
#[derive(Default)]
pub(crate) struct Page {
    pub(crate) errors: Vec<String>,
    pub(crate) ids: Vec<String>,
    /// Addresses of links, scripts, styles and pictures.
    pub(crate) addresses: Vec<String>,
    pub(crate) headings: Vec<usize>,
    pub(crate) elements: BTreeSet<String>,
    /// Attributes that name elements by their identifiers.
    pub(crate) references: Vec<String>,
}

impl Page {
    pub(crate) fn of(file: &File) -> Self {
        let dom = parse_document(RcDom::default(), ParseOpts::default()).one(text(file));
        let mut page = Page {
            errors: dom.errors.borrow().iter().map(ToString::to_string).collect(),
            ..Page::default()
        };
        page.walk(&dom.document);
        page
    }

    fn walk(&mut self, node: &Handle) {
        if let NodeData::Element { name, attrs, .. } = &node.data {
            self.elements.insert(name.local.to_string());
            if let Some(level) = name.local.strip_prefix('h').and_then(|level| level.parse().ok()) {
                self.headings.push(level);
            }
            for attribute in attrs.borrow().iter() {
                let value = attribute.value.to_string();
                match &*attribute.name.local {
                    "id" => self.ids.push(value),
                    "href" | "src" => self.addresses.push(value),
                    "aria-labelledby" | "aria-describedby" | "aria-controls" => self.references.push(value),
                    _ => {}
                }
            }
        }
        for child in node.children.borrow().iter() {
            self.walk(child);
        }
    }
}
