//! What a server shows where there is no page.

use askama::Template;

use super::Frame;
use crate::site::{Error, Site};

#[derive(Template)]
#[template(path = "html/not_found.html")]
struct NotFound<'p, 's> {
    frame: &'p Frame<'s>,
}

pub(crate) fn render(site: &Site<'_>, path: &str) -> Result<String, Error> {
    let description =
        "There is no such page. Registry paths are found by region, framework or instance type.";
    let mut frame = Frame::new(site, path, "", "No such page", description);
    // It is shown at any address, so that its links must not depend on it.
    frame.root = site.options.base_url.clone().unwrap_or_default();
    frame.address = None;
    Ok(NotFound { frame: &frame }.render()?)
}
