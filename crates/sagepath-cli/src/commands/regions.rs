//! `sagepath regions`: the regions, and what their registry hosts are called.

use clap::Args;
use sagepath::{Catalog, Region};
use sagepath_json::RegionRow;

use crate::Status;
use crate::failure::Failure;
use crate::output::{self, Column, ListFormat, Row};

#[derive(Args)]
#[command(after_help = "\
Examples:
  sagepath regions
  sagepath regions --partition aws-cn --format json")]
pub(crate) struct RegionsArguments {
    /// Only the regions of this partition: aws, aws-cn, aws-us-gov, ...
    #[arg(long, value_name = "PARTITION")]
    partition: Option<String>,

    /// How to print them
    #[arg(long, value_enum, value_name = "FORMAT")]
    format: Option<ListFormat>,
}

impl Row for RegionRow<'_> {
    const NOUN: &'static str = "region";
    const COLUMNS: &'static [Column] = &[
        Column::new("region"),
        Column::new("title"),
        Column::optional("partition", 4),
        Column::optional("dns_suffix", 3),
        Column::optional("dual_stack_suffix", 1),
        Column::optional("fips", 2),
        Column::detail("sagemaker"),
        Column::detail("registry"),
    ];

    fn cells(&self) -> Vec<String> {
        let RegionRow(region) = self;
        let word = |is: bool| if is { "yes" } else { "" };
        let cells = [
            region.id(),
            region.title(),
            region.partition(),
            region.dns_suffix(),
            region.dual_stack_suffix().unwrap_or_default(),
            word(region.has_fips()),
            word(region.has_sagemaker()),
            word(region.has_registry()),
        ];
        cells.map(str::to_owned).into()
    }
}

pub(crate) fn run(arguments: &RegionsArguments, catalog: &Catalog<'_>) -> Result<Status, Failure> {
    if let Some(partition) = &arguments.partition
        && !catalog.regions().any(|region| region.partition() == partition)
    {
        let mut partitions: Vec<&str> = catalog.regions().map(|region| region.partition()).collect();
        partitions.sort_unstable();
        partitions.dedup();
        return Err(Failure::no(format!("partition `{partition}` is not known")).choices(partitions));
    }
    let in_partition = |region: &Region<'_>| {
        arguments
            .partition
            .as_deref()
            .is_none_or(|partition| region.partition() == partition)
    };
    output::list(
        catalog.regions().filter(in_partition).map(RegionRow),
        arguments.format,
    )
}
