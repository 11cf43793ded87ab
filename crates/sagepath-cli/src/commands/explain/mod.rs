//! `sagepath explain`: what a registry path stands for, and whether it is right.

mod facts;
mod words;

use clap::Args;
use clap_complete::ArgValueCandidates;
use sagepath::registry_path::ParseError;
use sagepath::{Catalog, RegistryPath};
use serde::Serialize;

use self::facts::{Facts, Verdict};
use crate::day::Day;
use crate::failure::Failure;
use crate::output::{self, TextFormat, terminal};
use crate::record::Displayed;
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

/// What is told of one path.
#[derive(Serialize)]
#[serde(untagged)]
enum Explanation<'e> {
    Known(Box<Facts<'e>>),
    Malformed {
        path: &'e str,
        verdict: &'static str,
        error: Malformed<'e>,
    },
}

/// Why a text is no path.
#[derive(Serialize)]
struct Malformed<'e> {
    message: Displayed<&'e ParseError>,
    start: usize,
    end: usize,
    hint: Option<&'static str>,
}

pub(crate) fn run(arguments: &ExplainArguments, catalog: &Catalog<'_>) -> Result<Status, Failure> {
    let parsed: Vec<_> = arguments
        .paths
        .iter()
        .map(|path| (path.as_str(), RegistryPath::parse(path)))
        .collect();
    if let Some(region) = &arguments.region {
        known_region(catalog, region)?;
    }
    let explanations: Vec<Explanation<'_>> = parsed
        .iter()
        .map(|(text, result)| match result {
            Ok(path) => Explanation::Known(Box::new(Facts::of(
                catalog,
                path,
                arguments.region.as_deref(),
                arguments.on.date(),
            ))),
            Err(error) => Explanation::Malformed {
                path: text,
                verdict: "malformed",
                error: Malformed::new(error),
            },
        })
        .collect();
    match arguments.format {
        TextFormat::Json => output::to_stdout(|out| output::json(&explanations, out))?,
        TextFormat::Text => {
            for (number, (explanation, (text, result))) in explanations.iter().zip(&parsed).enumerate() {
                match (explanation, result) {
                    (Explanation::Known(facts), _) => output::to_stdout(|out| {
                        if number > 0 {
                            writeln!(out)?;
                        }
                        words::write(facts, terminal::stdout_width(), out)
                    })?,
                    (Explanation::Malformed { .. }, Err(error)) => path_error::print(text, error),
                    (Explanation::Malformed { .. }, Ok(_)) => {}
                }
            }
        }
    }
    let right = |explanation: &Explanation<'_>| matches!(explanation, Explanation::Known(facts) if facts.verdict == Verdict::Right);
    Ok(if explanations.iter().all(right) {
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

impl<'e> Malformed<'e> {
    fn new(error: &'e ParseError) -> Self {
        let span = error.span();
        Malformed {
            message: Displayed(error),
            start: span.start,
            end: span.end,
            hint: error.hint(),
        }
    }
}
