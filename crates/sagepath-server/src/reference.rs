//! The page that shows the API.

use askama::Template;
use sagepath::{Catalog, Code};

use crate::api::{self, batch};
use crate::endpoint::Endpoint;
use crate::parameters::{Kind, Parameter};
use crate::problem;

#[derive(Template)]
#[template(path = "reference.html")]
struct Page<'c> {
    data: &'c str,
    endpoints: &'static [Endpoint],
    codes: &'static [Code],
    own_codes: &'static [(&'static str, &'static str)],
    batch: &'static str,
}

impl Page<'_> {
    /// A text in parts; those that are between backticks are code.
    fn told<'t>(&self, text: &'t str) -> impl Iterator<Item = (bool, &'t str)> {
        text.split('`')
            .enumerate()
            .map(|(index, part)| (index % 2 == 1, part))
    }
}

/// Writes the page.
///
/// # Errors
///
/// What the template gives.
pub(crate) fn write(catalog: &Catalog<'_>) -> Result<String, askama::Error> {
    Page {
        data: catalog.data_version(),
        endpoints: &api::ENDPOINTS,
        codes: Code::ALL,
        own_codes: &problem::CODES,
        batch: batch::PATH,
    }
    .render()
}

impl Endpoint {
    fn all_parameters(&self) -> impl Iterator<Item = &'static Parameter> {
        self.parameters.iter().copied().flatten()
    }

    /// The address of the example.
    fn example_address(&self) -> String {
        let segment = self
            .all_parameters()
            .find(|parameter| parameter.kind == Kind::Segment);
        let path = match segment {
            Some(segment) => self
                .path
                .replace(&format!("{{{}}}", segment.name), segment.example),
            None => self.path.to_owned(),
        };
        if self.example.is_empty() {
            path
        } else {
            format!("{path}?{}", self.example)
        }
    }
}

impl Parameter {
    /// What its value is, in a word or two.
    fn kind_in_words(&self) -> String {
        match self.kind {
            Kind::Text | Kind::Segment => "text".to_owned(),
            Kind::Flag => "true or false".to_owned(),
            Kind::Day => "date".to_owned(),
            Kind::Versions => "range of versions".to_owned(),
            Kind::Number { least, most } => format!("{least} to {most}"),
            Kind::Word(words) => words.join(" or "),
        }
    }
}
