//! `sagepath show`: everything about a framework, as the documentation's page of a region told it.

mod example;
mod page;

use clap::{Args, ValueEnum};
use clap_complete::ArgValueCandidates;
use sagepath::{Catalog, Filter, Query};
use sagepath_json::ImageRow;

use self::page::Page;
use crate::failure::Failure;
use crate::output::{self, terminal};
use crate::{Status, complete, default_region};

#[derive(Args)]
#[command(after_help = "\
Without a region, images are given as repository:tag.

Examples:
  sagepath show xgboost --region us-east-1
  sagepath show forecasting-deepar --region eu-west-1 --format markdown
  sagepath show pytorch --format json | jq -r '.images[].tag'")]
pub(crate) struct ShowArguments {
    /// The framework
    #[arg(value_name = "FRAMEWORK", add = ArgValueCandidates::new(complete::frameworks))]
    framework: String,

    /// The region [default: as the environment says, if it does]
    #[arg(long, short, value_name = "REGION", add = ArgValueCandidates::new(complete::regions))]
    region: Option<String>,

    /// How to print it
    #[arg(long, value_enum, value_name = "FORMAT")]
    format: Option<ShowFormat>,
}

/// The forms of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum ShowFormat {
    /// Text and a table that fit the terminal; the default on one
    Table,
    /// A line for each fact, tab-separated; the default in a pipe
    Plain,
    /// One JSON object
    Json,
    /// Markdown
    Markdown,
}

pub(crate) fn run(arguments: &ShowArguments, catalog: &Catalog<'_>) -> Result<Status, Failure> {
    let slug = arguments.framework.as_str();
    let Some(framework) = catalog.framework(slug) else {
        // The look-up knows best what was meant.
        let error = catalog.resolve(&Query::new(slug, "")).err();
        return Err(error.map_or_else(
            || Failure::no(format!("framework `{slug}` is not known")),
            Failure::from,
        ));
    };
    let region = arguments.region.clone().or_else(default_region::default_region);
    let filter = Filter {
        framework: Some(slug),
        region: region.as_deref(),
        ..Filter::default()
    };
    let images: Vec<ImageRow<'_>> = catalog
        .images(&filter)?
        .filter_map(|image| match &region {
            Some(region) => ImageRow::in_region(image, region),
            None => Some(ImageRow::anywhere(image)),
        })
        .collect();
    if let Some(region) = &region
        && images.is_empty()
        && framework.images().next().is_some()
    {
        let mut regions: Vec<&str> = framework
            .images()
            .flat_map(|image| image.regions())
            .map(|region| region.id())
            .collect();
        regions.sort_unstable();
        regions.dedup();
        return Err(Failure::no(format!("{slug} is not known to be offered in {region}")).choices(regions));
    }
    let region = region.as_deref().and_then(|region| catalog.region(region));
    let example = example::of(&images, region);
    let page = Page {
        framework,
        region,
        images,
        example,
    };
    let format = arguments.format.unwrap_or(if terminal::is_stdout() {
        ShowFormat::Table
    } else {
        ShowFormat::Plain
    });
    output::to_stdout(|out| match format {
        ShowFormat::Table => page.text(terminal::stdout_width(), out),
        ShowFormat::Plain => page.plain(out),
        ShowFormat::Json => output::json(&page, out),
        ShowFormat::Markdown => page.markdown(out),
    })?;
    Ok(Status::Yes)
}
