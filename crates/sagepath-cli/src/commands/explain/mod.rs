//! `sagepath explain`: what a registry path stands for, and whether it is right.

pub(crate) mod words;

use clap::Args;
use clap_complete::ArgValueCandidates;
use sagepath::Catalog;
use sagepath_json::Explanation;

use crate::day::Day;
use crate::failure::Failure;
use crate::output::{self, TextFormat, terminal};
use crate::{Status, complete, path_error};

#[derive(Args)]
#[command(after_help = "\
The status is 0 if all paths are right, and 1 if one is wrong or not known.

Examples:
  sagepath explain 683313688378.dkr.ecr.us-east-2.amazonaws.com/sagemaker-xgboost:1.7-1
  sagepath explain 763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch-training:2.5-gpu-py311
  grep -rhoE '[0-9]{12}\\.dkr\\.ecr[^\" ]+' . | sort -u | xargs sagepath explain --format json")]
pub(crate) struct ExplainArguments {
    /// The registry paths
    #[arg(value_name = "PATH", required = true)]
    paths: Vec<String>,

    /// Tell the path in this region, too
    #[arg(long, short, value_name = "REGION", add = ArgValueCandidates::new(complete::regions))]
    region: Option<String>,

    /// The day for which the life cycle is judged
    #[arg(long, value_name = "DATE", default_value = "today")]
    on: Day,

    /// How to print it: JSON is an array with an object for each path
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "text")]
    format: TextFormat,
}

pub(crate) fn run(arguments: &ExplainArguments, catalog: &Catalog<'_>) -> Result<Status, Failure> {
    if let Some(region) = &arguments.region {
        known_region(catalog, region)?;
    }
    let (region, on) = (arguments.region.as_deref(), arguments.on.date());
    let paths = arguments.paths.iter();
    let explanations: Vec<Explanation<'_>> = paths
        .map(|path| Explanation::of(catalog, path, region, on))
        .collect();
    match arguments.format {
        TextFormat::Json => output::to_stdout(|out| output::json(&explanations, out))?,
        TextFormat::Text => {
            for (number, explanation) in explanations.iter().enumerate() {
                match explanation {
                    Explanation::Known(facts) => output::to_stdout(|out| {
                        if number > 0 {
                            writeln!(out)?;
                        }
                        words::write(facts, terminal::stdout_width(), out)
                    })?,
                    Explanation::Malformed(malformed) => path_error::print(malformed.text, &malformed.error),
                }
            }
        }
    }
    Ok(if explanations.iter().all(Explanation::is_right) {
        Status::Yes
    } else {
        Status::No
    })
}

fn known_region(catalog: &Catalog<'_>, region: &str) -> Result<(), Failure> {
    let filter = sagepath::Filter {
        region: Some(region),
        ..sagepath::Filter::default()
    };
    Ok(catalog.images(&filter).map(drop)?)
}
