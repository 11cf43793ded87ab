//! `sagepath move`: the same image in another region.

use clap::Args;
use sagepath::{Catalog, RegistryPath};
use sagepath_json::Displayed;
use serde::Serialize;

use super::uri::UriFormat;
use crate::arguments::RegionArgument;
use crate::failure::Failure;
use crate::{Status, default_region, output, path_error};

#[derive(Args)]
#[command(after_help = "\
The host keeps its kind (FIPS, dual-stack) and the path its tag; a digest is left out, for it is \
that of one region's copy.

Examples:
  sagepath move 683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-xgboost:1.7-1 --region cn-north-1")]
pub(crate) struct MoveArguments {
    /// The registry path
    #[arg(value_name = "PATH")]
    path: String,

    #[command(flatten)]
    region: RegionArgument,

    /// How to print it
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "plain")]
    format: UriFormat,
}

#[derive(Serialize)]
struct Moved<'m> {
    uri: Displayed<sagepath::registry_path::PathParts<'m>>,
    from: &'m str,
    account: &'m str,
    region: &'m str,
    repository: &'m str,
    tag: Option<&'m str>,
}

pub(crate) fn run(arguments: &MoveArguments, catalog: &Catalog<'_>) -> Result<Status, Failure> {
    let path = match RegistryPath::parse(&arguments.path) {
        Ok(path) => path,
        Err(error) => {
            path_error::print(&arguments.path, &error);
            return Ok(Status::No);
        }
    };
    let region = default_region::or_default(arguments.region.region.as_deref())?;
    let moved = catalog.in_region(&path, &region)?;
    output::to_stdout(|out| match arguments.format {
        UriFormat::Plain => Ok(writeln!(out, "{moved}")?),
        UriFormat::Json => {
            let record = Moved {
                uri: Displayed(moved),
                from: path.as_str(),
                account: moved.host.account,
                region: moved.host.region,
                repository: moved.repository,
                tag: moved.tag,
            };
            output::json(&record, out)
        }
    })?;
    Ok(Status::Yes)
}
