//! The list of the rules that files are checked by.

use sagepath_check::{RULES, Rule};

use super::{Frame, templates};
use crate::site::{Error, Site};

struct Rules<'c> {
    rules: &'c [&'static Rule],
}

templates!(Rules, html = "html/rules.html", markdown = "markdown/rules.md");

pub(crate) fn render(site: &Site<'_>, path: &str) -> Result<String, Error> {
    let frame = Frame::new(
        site,
        path,
        "rules",
        "Rules",
        "What `sagepath check` says of the registry paths in Terraform, CloudFormation, Python, notebooks and other files.",
    );
    in_format(&frame, &Rules { rules: RULES })
}
