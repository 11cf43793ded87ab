//! One module for each kind of page: what it tells, for the two templates that say it.

pub(crate) mod about;
pub(crate) mod changes;
pub(crate) mod framework;
pub(crate) mod frameworks;
pub(crate) mod images;
pub(crate) mod index;
pub(crate) mod instance;
pub(crate) mod instances;
pub(crate) mod moved;
pub(crate) mod not_found;
pub(crate) mod region;
pub(crate) mod rule;
pub(crate) mod rules;

use sagepath::{Framework, InstanceType, Region};
use sagepath_check::Rule;

use crate::link;
use crate::site::{Format, Site};

/// What every page has around its content.
pub(crate) struct Frame<'s> {
    pub(crate) site: &'s Site<'s>,
    pub(crate) title: String,
    pub(crate) description: String,
    /// The address of the page, if that of the site is known.
    pub(crate) address: Option<String>,
    /// What leads from the page's folder to the site's.
    pub(crate) root: String,
    /// The entry of the site's navigation that the page belongs to.
    pub(crate) here: &'static str,
}

/// Pages of the site's navigation.
const NAVIGATION: [(&str, &str); 7] = [
    ("index", "Find a path"),
    ("images", "All images"),
    ("frameworks", "Frameworks"),
    ("instances", "Instance types"),
    ("changes", "Changes"),
    ("rules", "Rules"),
    ("about", "About"),
];

impl<'s> Frame<'s> {
    pub(crate) fn new(
        site: &'s Site<'s>,
        path: &str,
        here: &'static str,
        title: &str,
        description: &str,
    ) -> Self {
        Frame {
            site,
            title: title.to_owned(),
            description: description.to_owned(),
            address: site.address(path),
            root: "../".repeat(path.matches('/').count()),
            here,
        }
    }

    /// Name and address of each page of the navigation, and whether this page belongs to it.
    pub(crate) fn navigation(&self) -> impl Iterator<Item = (&'static str, String, bool)> {
        NAVIGATION
            .into_iter()
            .map(|(name, title)| (title, self.to(name), name == self.here))
    }

    pub(crate) fn format(&self) -> Format {
        self.site.options.format
    }

    /// The way to a page of the navigation.
    pub(crate) fn to(&self, name: &str) -> String {
        format!("{}{name}.{}", self.root, self.format().extension())
    }

    pub(crate) fn to_region(&self, region: &Region<'_>) -> String {
        format!("{}{}", self.root, link::region(region, self.format()))
    }

    pub(crate) fn to_framework(&self, framework: &Framework<'_>) -> String {
        format!("{}{}", self.root, link::framework(framework, self.format()))
    }

    pub(crate) fn to_section(&self, framework: &Framework<'_>, region: &Region<'_>) -> String {
        format!("{}#{}", self.to_region(region), link::section(framework, region))
    }

    pub(crate) fn to_rule(&self, rule: &Rule) -> String {
        format!("{}{}", self.root, link::rule(rule, self.format()))
    }

    pub(crate) fn to_instance(&self, instance: &InstanceType<'_>) -> String {
        format!("{}{}", self.root, link::instance(instance, self.format()))
    }
}

/// Defines `in_format`, which writes a page out with the template of its format.
macro_rules! templates {
    ($content:ident, html = $html:literal, markdown = $markdown:literal) => {
        #[derive(askama::Template)]
        #[template(path = $html)]
        struct Html<'p, 's> {
            frame: &'p crate::page::Frame<'s>,
            page: &'p $content<'s>,
        }

        #[derive(askama::Template)]
        #[template(path = $markdown, whitespace = "preserve")]
        struct Markdown<'p, 's> {
            frame: &'p crate::page::Frame<'s>,
            page: &'p $content<'s>,
        }

        fn in_format<'s>(
            frame: &crate::page::Frame<'s>,
            page: &$content<'s>,
        ) -> Result<String, crate::site::Error> {
            use askama::Template as _;
            let text = match frame.format() {
                crate::site::Format::Html => Html { frame, page }.render()?,
                crate::site::Format::Markdown => Markdown { frame, page }.render()?,
            };
            Ok(text)
        }
    };
}

pub(crate) use templates;
