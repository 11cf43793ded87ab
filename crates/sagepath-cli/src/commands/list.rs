//! `sagepath list`: all images that a filter lets through.

use clap::Args;
use clap_complete::ArgValueCandidates;
use sagepath::{Catalog, Filter, VersionRange};
use sagepath_json::ImageRow;

use crate::day::Day;
use crate::default_region::default_region;
use crate::failure::Failure;
use crate::output::{self, ListFormat};
use crate::{Status, complete};

#[derive(Args)]
#[command(after_help = "\
In a pipe, each line is a path; without a region it is framework, version, scopes, processor, \
Python and repository:tag, separated by tabs. Images that are known but never given out are left \
out: `sagepath show` tells which, and why.

Examples:
  sagepath list pytorch --scope inference --version '>=2.5,<2.8' --region eu-west-1
  sagepath list --instance-type ml.c7g.xlarge --region us-east-1
  sagepath list --alive-on today --listed --all-regions --format csv")]
pub(crate) struct ListArguments {
    /// Only the images of this framework
    #[arg(value_name = "FRAMEWORK", add = ArgValueCandidates::new(complete::frameworks))]
    framework: Option<String>,

    /// Only what this region offers [default: as the environment says, if it does]
    #[arg(long, short, value_name = "REGION", add = ArgValueCandidates::new(complete::regions))]
    region: Option<String>,

    /// Whatever the region, even if the environment names one
    #[arg(long, conflicts_with = "region")]
    all_regions: bool,

    /// Only images for this scope: training, inference, processing, ...
    #[arg(long, visible_alias = "image-scope", value_name = "SCOPE", add = ArgValueCandidates::new(complete::scopes))]
    scope: Option<String>,

    /// Only images that run on this instance type or processor
    #[arg(long, visible_aliases = ["instance-type", "processor"], value_name = "NAME")]
    #[arg(add = ArgValueCandidates::new(complete::instance_types))]
    runs_on: Option<String>,

    /// Only images for this CPU architecture: x86_64 or arm64
    #[arg(long, value_name = "ARCHITECTURE")]
    architecture: Option<String>,

    /// Only images made for this platform: sagemaker, ec2 or general
    #[arg(long, value_name = "PLATFORM")]
    platform: Option<String>,

    /// Only images with this Python, such as py311
    #[arg(long, visible_alias = "py-version", value_name = "PYTHON")]
    python: Option<String>,

    /// Only these versions: 2.5, >=2.5 or >=2.5,<2.8
    #[arg(long, value_name = "RANGE", add = ArgValueCandidates::new(complete::versions))]
    version: Option<VersionRange>,

    /// Only images that are not past their end of patch on this day: 2026-01-31, or today
    #[arg(long, value_name = "DATE")]
    alive_on: Option<Day>,

    /// Only images of which a source lists a tag, none that is derived
    #[arg(long)]
    listed: bool,

    /// How to print them
    #[arg(long, value_enum, value_name = "FORMAT")]
    format: Option<ListFormat>,
}

pub(crate) fn run(arguments: &ListArguments, catalog: &Catalog<'_>) -> Result<Status, Failure> {
    let region = match &arguments.region {
        Some(region) => Some(region.clone()),
        None if arguments.all_regions => None,
        None => default_region(),
    };
    let filter = Filter {
        framework: arguments.framework.as_deref(),
        region: region.as_deref(),
        scope: arguments.scope.as_deref(),
        runs_on: arguments.runs_on.as_deref(),
        architecture: arguments.architecture.as_deref(),
        platform: arguments.platform.as_deref(),
        python: arguments.python.as_deref(),
        versions: arguments.version.clone(),
        alive_on: arguments.alive_on.map(Day::date),
        listed_only: arguments.listed,
    };
    let images = catalog.images(&filter)?;
    let rows = images
        .filter(|image| image.withheld().is_none())
        .filter_map(|image| match &region {
            Some(region) => ImageRow::in_region(image, region),
            None => Some(ImageRow::anywhere(image)),
        });
    output::list(rows, arguments.format)
}
