//! The documentation's name of the index, for links that still have it.

use askama::Template;

use crate::site::{Error, Site};

#[derive(Template)]
#[template(path = "html/moved.html")]
struct Moved {
    address: Option<String>,
}

pub(crate) fn render(site: &Site<'_>) -> Result<String, Error> {
    let address = site.address("index.html");
    Ok(Moved { address }.render()?)
}
