//! `sagepath example`: code that uses an image.

use clap::Args;
use clap::builder::PossibleValue;
use clap_complete::ArgValueCompleter;
use sagepath::Catalog;
use sagepath_example::{Plan, Target, Task};

use super::uri::{self, QueryArguments};
use crate::arguments::RegionArgument;
use crate::failure::{self, Failure};
use crate::{Status, complete, output};

#[derive(Args)]
#[command(after_help = "\
The code goes to standard output; what must be known of it goes to standard error.

Examples:
  sagepath example xgboost --version 1.7-1 --region us-east-1 --for boto3
  sagepath example pytorch@2.6 --scope training --processor gpu --region eu-west-1 --for sdk-v3
  sagepath example kmeans --region us-east-1 --for terraform --task host > main.tf")]
pub(crate) struct ExampleArguments {
    /// The framework, such as xgboost or pytorch, also with its version: xgboost@1.7-1
    #[arg(value_name = "FRAMEWORK[@VERSION]", add = ArgValueCompleter::new(complete::frameworks_at_versions))]
    framework: String,

    /// The tool that the code is for
    #[arg(long = "for", value_name = "TARGET", value_parser = targets())]
    target: Target,

    /// What the code does
    #[arg(long, value_name = "TASK", value_parser = tasks(), default_value = Task::Path.as_str())]
    task: Task,

    #[command(flatten)]
    region: RegionArgument,

    #[command(flatten)]
    query: QueryArguments,
}

/// Reads a target, and lists all of them to those who ask or mistype.
fn targets() -> impl clap::builder::TypedValueParser<Value = Target> {
    use clap::builder::{PossibleValuesParser, TypedValueParser as _};
    let values = Target::ALL
        .iter()
        .map(|target| PossibleValue::new(target.as_str()).help(target.title()));
    PossibleValuesParser::new(values).try_map(|name| name.parse::<Target>())
}

fn tasks() -> impl clap::builder::TypedValueParser<Value = Task> {
    use clap::builder::{PossibleValuesParser, TypedValueParser as _};
    let values = Task::ALL
        .iter()
        .map(|task| PossibleValue::new(task.as_str()).help(task.title()));
    PossibleValuesParser::new(values).try_map(|name| name.parse::<Task>())
}

pub(crate) fn run(
    arguments: &ExampleArguments,
    catalog: &Catalog<'_>,
    quiet: bool,
) -> Result<Status, Failure> {
    let ExampleArguments {
        query, target, task, ..
    } = arguments;
    let located = uri::locate(catalog, &arguments.framework, &arguments.region, query)?;
    let plan = match &query.instance_type {
        Some(instance_type) => Plan::on_instance(&located, instance_type),
        None => Plan::of(&located),
    };
    let plan = plan.map_err(|reason| unavailable(&reason))?;
    let example = plan
        .write(*target, *task)
        .map_err(|reason| unavailable(&reason))?;
    if !quiet {
        uri::warn(&located);
        for note in example.notes() {
            failure::note(note);
        }
    }
    output::to_stdout(|out| Ok(out.write_all(example.code().as_bytes())?))?;
    Ok(Status::Yes)
}

fn unavailable(reason: &sagepath_example::Unavailable) -> Failure {
    Failure::no(reason.to_string())
}
