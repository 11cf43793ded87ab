//! `sagepath train`: a training job.

use std::path::Path;

use clap::Args;
use clap_complete::ArgValueCompleter;
use sagepath::Catalog;
use sagepath_job::Kind;
use sagepath_job::usual::Training;

use super::cluster::ClusterWords;
use super::words::{missing, none_given, pairs};
use super::{Job, JobArguments, is_file, usual};
use crate::Status;
use crate::commands::uri::QueryArguments;
use crate::complete;
use crate::failure::Failure;
use crate::last_word::in_every_case;

#[derive(Args)]
#[command(after_help = "\
A job file is the request of CreateTrainingJob in YAML, JSON or TOML. Where an image is expected, \
`sagepath:xgboost@1.7-1` stands for its path. A framework instead of a file, and options, make one.

The job is followed to its end: what happens is told on standard error, and standard output gets the \
S3 URI of the model. Ctrl-C leaves the job alone.

Exit status: 0 when it has completed, 1 when it is refused, has failed or was stopped, 2 when AWS \
cannot be asked, 130 after Ctrl-C.

Examples:
  sagepath train job.yaml
  sagepath train job.yaml --dry-run --explain > request.json
  sagepath train xgboost@1.7-1 --input train=s3://BUCKET/train --output s3://BUCKET/output \\
      --instance-type ml.m5.xlarge --role ARN --hyperparameter num_round=100 --dry-run")]
pub(crate) struct TrainArguments {
    /// A job file, `-` for standard input; or a framework, also with its version: xgboost@1.7-1
    #[arg(value_name = "FILE|FRAMEWORK[@VERSION]", add = ArgValueCompleter::new(complete::frameworks_at_versions))]
    what: String,

    #[command(flatten)]
    job: JobArguments,

    #[command(flatten)]
    words: TrainingWords,

    #[command(flatten)]
    query: QueryArguments,
}

// What makes a job without a file. (No documentation comment: it would become the command's help.)
#[derive(Args)]
#[command(next_help_heading = "A job without a file")]
struct TrainingWords {
    /// A channel and where its data is; may be repeated
    #[arg(long, value_name = "CHANNEL=S3URI")]
    input: Vec<String>,

    /// Where the model goes
    #[arg(long, value_name = "S3URI")]
    output: Option<String>,

    /// A hyperparameter; may be repeated
    #[arg(long, value_name = "NAME=VALUE")]
    hyperparameter: Vec<String>,

    /// The content type of the data, in place of the documented one
    #[arg(long, value_name = "TYPE")]
    content_type: Option<String>,

    /// How data is read: File, Pipe or FastFile [default: File]
    #[arg(long, value_name = "MODE")]
    input_mode: Option<String>,

    #[command(flatten)]
    cluster: ClusterWords,
}

impl TrainingWords {
    /// Each, and whether it is given.
    fn given(&self) -> impl Iterator<Item = (&'static str, bool)> {
        [
            ("--input", !self.input.is_empty()),
            ("--output", self.output.is_some()),
            ("--hyperparameter", !self.hyperparameter.is_empty()),
            ("--content-type", self.content_type.is_some()),
            ("--input-mode", self.input_mode.is_some()),
        ]
        .into_iter()
        .chain(self.cluster.given())
    }
}

pub(crate) fn run(arguments: &TrainArguments, catalog: &Catalog<'_>, quiet: bool) -> Result<Status, Failure> {
    in_every_case(arguments.job.form(), || {
        let job = if is_file(&arguments.what, catalog) {
            none_given(arguments.words.given(), &arguments.query)?;
            Job::read(Kind::Train, Path::new(&arguments.what))?
        } else {
            made(arguments, catalog)?
        };
        super::run(&job, &arguments.job, None, catalog, quiet)
    })
}

fn made(arguments: &TrainArguments, catalog: &Catalog<'_>) -> Result<Job, Failure> {
    let TrainArguments {
        words, query, job, ..
    } = arguments;
    let instance_type = query.instance_type.as_deref();
    missing(
        Some(&arguments.what),
        catalog,
        [
            ("--input", words.input.is_empty()),
            ("--output", words.output.is_none()),
            ("--role", job.role.is_none()),
            ("--instance-type", instance_type.is_none()),
        ],
    )?;
    let image = query.reference(&arguments.what)?;
    let training = Training {
        image: &image,
        cluster: words.cluster.of(instance_type.unwrap_or_default()),
        input_mode: words.input_mode.as_deref().unwrap_or("File"),
        inputs: pairs("--input", "CHANNEL=S3URI", &words.input)?,
        content_type: words.content_type.as_deref(),
        output: words.output.as_deref().unwrap_or_default(),
        hyperparameters: pairs("--hyperparameter", "NAME=VALUE", &words.hyperparameter)?,
    };
    let document = training.document(catalog);
    let input_mode = (
        "AlgorithmSpecification.TrainingInputMode".to_owned(),
        "--input-mode",
        words.input_mode.is_some(),
    );
    let content_types = (0..training.inputs.len()).map(|channel| {
        let field = format!("InputDataConfig[{channel}].ContentType");
        (field, "--content-type", words.content_type.is_some())
    });
    let choices = usual::choices(
        "CreateTrainingJob",
        &document,
        [input_mode]
            .into_iter()
            .chain(words.cluster.usual("ResourceConfig"))
            .chain(content_types),
    );
    Job::made(Kind::Train, &document, choices)
}
