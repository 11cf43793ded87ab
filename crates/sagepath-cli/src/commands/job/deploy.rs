//! `sagepath deploy`: a model on an endpoint.

use std::path::Path;

use clap::Args;
use clap_complete::ArgValueCompleter;
use sagepath::Catalog;
use sagepath_job::Kind;
use sagepath_job::usual::Deployment;

use super::words::{missing, none_given, pairs};
use super::{Job, JobArguments, is_file, usual};
use crate::Status;
use crate::commands::uri::QueryArguments;
use crate::complete;
use crate::failure::Failure;
use crate::last_word::in_every_case;

#[derive(Args)]
#[command(after_help = "\
A job file has the parts Model, EndpointConfig and Endpoint: the requests of CreateModel, \
CreateEndpointConfig and CreateEndpoint in YAML, JSON or TOML. Where an image is expected, \
`sagepath:xgboost@1.7-1` stands for its path. Names and links that are left open are filled in; and \
where TrainedBy names the training job's file or image, so is the image that hosts what it trains.

The endpoint is followed until it is in service; standard output gets its name. What was made before \
something is refused is removed again.

Exit status: 0 when it is in service, 1 when it is refused or has failed, 2 when AWS cannot be asked, \
130 after Ctrl-C.

Examples:
  sagepath deploy endpoint.yaml
  sagepath deploy endpoint.yaml --update
  sagepath deploy endpoint.yaml --trained-by train.yaml --dry-run --explain > requests.json
  sagepath deploy xgboost@1.7-1 --model-data s3://BUCKET/output/JOB/output/model.tar.gz \\
      --instance-type ml.m5.xlarge --role ARN --dry-run")]
pub(crate) struct DeployArguments {
    /// A job file, `-` for standard input; or a framework, also with its version: xgboost@1.7-1
    #[arg(value_name = "FILE|FRAMEWORK[@VERSION]", add = ArgValueCompleter::new(complete::frameworks_at_versions))]
    what: String,

    /// What trained the model: the training job's file, or its image
    #[arg(long, value_name = "FILE|IMAGE")]
    trained_by: Option<String>,

    /// Let an endpoint of this name take the new model, if there is one already
    #[arg(long)]
    update: bool,

    #[command(flatten)]
    job: JobArguments,

    #[command(flatten)]
    words: DeploymentWords,

    #[command(flatten)]
    query: QueryArguments,
}

// What makes an endpoint without a file. (No documentation comment: it would become the command's help.)
#[derive(Args)]
#[command(next_help_heading = "An endpoint without a file")]
struct DeploymentWords {
    /// Where the model is
    #[arg(long, value_name = "S3URI")]
    model_data: Option<String>,

    /// How many instances [default: 1]
    #[arg(long, value_name = "N")]
    instance_count: Option<u32>,

    /// What the container finds in its environment; may be repeated
    #[arg(long, value_name = "NAME=VALUE")]
    environment: Vec<String>,
}

pub(crate) fn run(
    arguments: &DeployArguments,
    catalog: &Catalog<'_>,
    quiet: bool,
) -> Result<Status, Failure> {
    in_every_case(arguments.job.form(), || {
        let DeployArguments { words, query, .. } = arguments;
        let mut job = if is_file(&arguments.what, catalog) {
            let given = [
                ("--model-data", words.model_data.is_some()),
                ("--instance-count", words.instance_count.is_some()),
                ("--environment", !words.environment.is_empty()),
            ];
            none_given(given, query)?;
            Job::read(Kind::Deploy, Path::new(&arguments.what))?
        } else {
            made(arguments, catalog)?
        };
        job.update = arguments.update;
        super::run(
            &job,
            &arguments.job,
            arguments.trained_by.as_deref(),
            catalog,
            quiet,
        )
    })
}

fn made(arguments: &DeployArguments, catalog: &Catalog<'_>) -> Result<Job, Failure> {
    let DeployArguments {
        words, query, job, ..
    } = arguments;
    let instance_type = query.instance_type.as_deref();
    let has_instances = instance_type.is_some() || words.instance_count.is_some();
    if query.serverless && has_instances {
        return Err(Failure::usage(
            "`--serverless` makes an endpoint without instances, and instances are named, too",
        )
        .hint("leave out `--serverless`, or `--instance-type` and `--instance-count`"));
    }
    missing(
        Some(&arguments.what),
        catalog,
        [
            ("--model-data", words.model_data.is_none()),
            ("--role", job.role.is_none()),
            ("--instance-type", instance_type.is_none() && !query.serverless),
        ],
    )?;
    let image = query.reference(&arguments.what)?;
    let deployment = Deployment {
        image: Some(&image),
        model_data: words.model_data.as_deref(),
        instance_type,
        instance_count: words.instance_count.unwrap_or(1),
        environment: pairs("--environment", "NAME=VALUE", &words.environment)?,
    };
    let document = deployment.document();
    let field = "ProductionVariants[0].InitialInstanceCount".to_owned();
    let choices = usual::choices(
        "CreateEndpointConfig",
        &document["EndpointConfig"],
        [(field, "--instance-count", words.instance_count.is_some())],
    );
    Job::made(Kind::Deploy, &document, choices)
}
