//! The search over all paths.

use askama::Template;

use super::Frame;
use crate::site::{Error, Site};

#[derive(Template)]
#[template(path = "html/images.html")]
struct Images<'p, 's> {
    frame: &'p Frame<'s>,
    count: usize,
}

pub(crate) fn render(site: &Site<'_>, path: &str) -> Result<String, Error> {
    let description = "Search and filter the registry paths of all images, by region, framework, version, processor and Python.";
    let frame = Frame::new(site, path, "images", "All images", description);
    let count = site.catalog.all_images().len();
    Ok(Images { frame: &frame, count }.render()?)
}
