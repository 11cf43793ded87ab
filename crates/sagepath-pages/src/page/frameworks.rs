//! The list of frameworks.

use sagepath::{Framework, FrameworkKind};

use super::{Frame, templates};
use crate::site::{Error, Site};

struct Frameworks<'c> {
    kinds: [(&'static str, Vec<Summary<'c>>); 2],
}

struct Summary<'c> {
    framework: Framework<'c>,
    newest: &'c str,
    images: usize,
    regions: usize,
}

templates!(
    Frameworks,
    html = "html/frameworks.html",
    markdown = "markdown/frameworks.md"
);

pub(crate) fn render(site: &Site<'_>, path: &str) -> Result<String, Error> {
    let frame = Frame::new(
        site,
        path,
        "frameworks",
        "Algorithms and Deep Learning Containers",
        "Every framework with its newest version, its images and the regions that offer it.",
    );
    let of_kind = |kind| {
        let frameworks = site
            .catalog
            .frameworks()
            .filter(|framework| framework.kind() == kind);
        let mut summaries: Vec<_> = frameworks.map(Summary::of).collect();
        summaries.sort_by_key(|summary| summary.framework.title().to_lowercase());
        summaries
    };
    let page = Frameworks {
        kinds: [
            ("Algorithms", of_kind(FrameworkKind::Algorithm)),
            ("Deep Learning Containers", of_kind(FrameworkKind::Dlc)),
        ],
    };
    in_format(&frame, &page)
}

impl<'c> Summary<'c> {
    fn of(framework: Framework<'c>) -> Self {
        let newest = framework.images().rev().find(|image| image.withheld().is_none());
        let mut regions: Vec<_> = framework
            .images()
            .flat_map(|image| image.regions())
            .map(|region| region.id())
            .collect();
        regions.sort_unstable();
        regions.dedup();
        Summary {
            framework,
            newest: newest.map(|image| image.version()).unwrap_or_default(),
            images: framework.images().count(),
            regions: regions.len(),
        }
    }
}
