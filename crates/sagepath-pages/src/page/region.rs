//! The page of a region: everything that it offers.

use sagepath::{Framework, Region, registry_path::Endpoint};
use sagepath_example::Task;

use super::{Frame, templates};
use crate::example::{self, Examples};
use crate::link;
use crate::site::{Error, Site};
use crate::table::Table;

struct RegionPage<'c> {
    region: Region<'c>,
    sections: Vec<Section<'c>>,
    /// Frameworks that the region is not known to offer.
    absent: Vec<Framework<'c>>,
    images: usize,
}

/// A framework in the region.
struct Section<'c> {
    framework: Framework<'c>,
    anchor: String,
    examples: Option<Examples>,
    table: Table<'c>,
}

templates!(
    RegionPage,
    html = "html/region.html",
    markdown = "markdown/region.md"
);

pub(crate) fn render<'c>(site: &Site<'c>, path: &str, region: Region<'c>) -> Result<String, Error> {
    let frame = Frame::new(
        site,
        path,
        "index",
        &format!("{} ({})", region.title(), region.id()),
        &format!(
            "Docker registry paths of Amazon SageMaker's algorithms and Deep Learning Containers in {} ({}).",
            region.title(),
            region.id()
        ),
    );
    let mut frameworks: Vec<_> = site.catalog.frameworks().collect();
    frameworks.sort_by_key(|framework| framework.title().to_lowercase());
    let sections = frameworks.into_iter().map(|framework| Section {
        framework,
        anchor: link::section(&framework, &region),
        examples: Examples::for_newest(&framework, Some(region.id()), example::BRIEF, &[Task::Path]),
        table: Table::in_region(framework.images(), region.id(), site.options.today),
    });
    let (sections, absent): (Vec<_>, Vec<_>) = sections.partition(|section| !section.table.is_empty());
    let page = RegionPage {
        region,
        images: sections.iter().map(|section| section.table.rows.len()).sum(),
        sections,
        absent: absent.into_iter().map(|section| section.framework).collect(),
    };
    in_format(&frame, &page)
}

impl RegionPage<'_> {
    /// The forms of registry hosts in the region: what they are called, and the pattern.
    fn hosts(&self) -> Vec<(&'static str, String)> {
        let host = |fips: bool, dual_stack: bool| {
            let endpoint = Endpoint { fips, dual_stack };
            let suffix = self.region.host_suffix(endpoint)?;
            let host = sagepath::registry_path::Host {
                account: "ACCOUNT",
                endpoint,
                region: self.region.id(),
                suffix,
            };
            Some(host.to_string())
        };
        let forms = [
            ("Host", host(false, false)),
            ("FIPS host", host(true, false)),
            ("Dual-stack host", host(false, true)),
            ("FIPS dual-stack host", host(true, true)),
        ];
        forms
            .into_iter()
            .filter_map(|(name, host)| Some((name, host?)))
            .collect()
    }
}
