//! `sagepath process` and `sagepath transform`: jobs that have a file.

use std::path::PathBuf;

use clap::Args;
use sagepath::Catalog;
use sagepath_job::Kind;

use super::{Job, JobArguments};
use crate::Status;
use crate::failure::Failure;

#[derive(Args)]
#[command(after_help = "\
The file is the request in YAML, JSON or TOML. Where an image is expected, `sagepath:sklearn@1.2-1` \
stands for its path. The job is followed to its end, and standard output gets the S3 URIs of its outputs.

Examples:
  sagepath init process sklearn@1.2-1 --out process.yaml
  sagepath process process.yaml
  sagepath process process.yaml --region us-east-1 --dry-run > request.json")]
pub(crate) struct ProcessArguments {
    /// The job file, `-` for standard input
    #[arg(value_name = "FILE")]
    file: PathBuf,

    #[command(flatten)]
    job: JobArguments,
}

#[derive(Args)]
#[command(after_help = "\
The file is the request in YAML, JSON or TOML; or it has the parts Model and TransformJob, and both \
are made. Where an image is expected, `sagepath:xgboost@1.7-1` stands for its path. The job is followed \
to its end, and standard output gets the S3 URI of its output.

Examples:
  sagepath init transform xgboost@1.7-1 --out transform.yaml
  sagepath transform transform.yaml
  sagepath transform transform.yaml --region us-east-1 --dry-run > requests.json")]
pub(crate) struct TransformArguments {
    /// The job file, `-` for standard input
    #[arg(value_name = "FILE")]
    file: PathBuf,

    /// What trained the model: the training job's file, or its image
    #[arg(long, value_name = "FILE|IMAGE")]
    trained_by: Option<String>,

    #[command(flatten)]
    job: JobArguments,
}

pub(crate) fn process(
    arguments: &ProcessArguments,
    catalog: &Catalog<'_>,
    quiet: bool,
) -> Result<Status, Failure> {
    let job = Job::read(Kind::Process, &arguments.file)?;
    super::run(&job, &arguments.job, None, catalog, quiet)
}

pub(crate) fn transform(
    arguments: &TransformArguments,
    catalog: &Catalog<'_>,
    quiet: bool,
) -> Result<Status, Failure> {
    let job = Job::read(Kind::Transform, &arguments.file)?;
    super::run(
        &job,
        &arguments.job,
        arguments.trained_by.as_deref(),
        catalog,
        quiet,
    )
}
