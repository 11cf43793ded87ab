//! What the pages are, and where their facts come from.

use sagepath::Source;

use super::{Frame, templates};
use crate::site::{Error, Site};

struct About<'c> {
    sources: Vec<Source<'c>>,
}

templates!(About, html = "html/about.html", markdown = "markdown/about.md");

pub(crate) fn render(site: &Site<'_>, path: &str) -> Result<String, Error> {
    let frame = Frame::new(
        site,
        path,
        "about",
        "About these pages",
        "Where the registry paths come from, how well each is known, and how to read the tables.",
    );
    let page = About {
        sources: site.catalog.sources().collect(),
    };
    in_format(&frame, &page)
}
