//! The first page: find a path, how to use it, the rules of tags, and the regions.

use sagepath::{Framework, FrameworkKind, Region};

use super::{Frame, templates};
use crate::site::{Error, Site};

struct Index<'c> {
    images: usize,
    partitions: Vec<Partition<'c>>,
    algorithms: Vec<Framework<'c>>,
    containers: Vec<Framework<'c>>,
    /// Frameworks that must be asked for by version.
    strict: Vec<Framework<'c>>,
}

/// The regions of a partition.
pub(super) struct Partition<'c> {
    id: &'c str,
    suffix: &'c str,
    regions: Vec<Region<'c>>,
}

templates!(Index, html = "html/index.html", markdown = "markdown/index.md");

pub(crate) fn render(site: &Site<'_>, path: &str) -> Result<String, Error> {
    let catalog = site.catalog;
    let frame = Frame::new(
        site,
        path,
        "index",
        "Docker registry paths of Amazon SageMaker",
        "The exact Docker registry path of every Amazon SageMaker algorithm and Deep Learning Container, in every region.",
    );
    let of_kind = |kind| {
        let mut frameworks: Vec<_> = catalog
            .frameworks()
            .filter(|framework| framework.kind() == kind)
            .collect();
        frameworks.sort_by_key(|framework| framework.title().to_lowercase());
        frameworks
    };
    let page = Index {
        images: catalog.all_images().len(),
        partitions: partitions(catalog.regions()),
        algorithms: of_kind(FrameworkKind::Algorithm),
        containers: of_kind(FrameworkKind::Dlc),
        strict: catalog.frameworks().filter(Framework::requires_version).collect(),
    };
    in_format(&frame, &page)
}

/// Regions by partition, the largest partition first.
fn partitions<'c>(regions: impl Iterator<Item = Region<'c>>) -> Vec<Partition<'c>> {
    let mut partitions: Vec<Partition<'c>> = Vec::new();
    for region in regions {
        match partitions
            .iter_mut()
            .find(|partition| partition.id == region.partition())
        {
            Some(partition) => partition.regions.push(region),
            None => partitions.push(Partition {
                id: region.partition(),
                suffix: region.dns_suffix(),
                regions: vec![region],
            }),
        }
    }
    partitions.sort_by_key(|partition| std::cmp::Reverse(partition.regions.len()));
    partitions
}
