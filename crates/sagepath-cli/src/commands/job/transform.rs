//! `sagepath transform`: a batch transform job.

use std::path::Path;

use clap::{Args, ValueEnum};
use clap_complete::ArgValueCompleter;
use sagepath::Catalog;
use sagepath_job::Kind;
use sagepath_job::usual::{Hosted, Transform};

use super::words::{first_given, missing, none_given, pairs};
use super::{Job, JobArguments, is_file};
use crate::Status;
use crate::commands::media_type;
use crate::commands::uri::QueryArguments;
use crate::complete;
use crate::failure::Failure;
use crate::last_word::in_every_case;

#[derive(Args)]
#[command(after_help = "\
A job file is the request of CreateTransformJob in YAML, JSON or TOML; or it has the parts Model and \
TransformJob, and both are made. Where an image is expected, `sagepath:xgboost@1.7-1` stands for its \
path. A framework instead of a file, or a model that is there, and options, make one.

The job is followed to its end, and standard output gets the S3 URI of its output.

Exit status: 0 when it has completed, 1 when it is refused, has failed or was stopped, 2 when AWS \
cannot be asked, 130 after Ctrl-C.

Examples:
  sagepath transform job.yaml
  sagepath transform job.yaml --region us-east-1 --dry-run > requests.json
  sagepath transform xgboost@1.7-1 --model-data s3://BUCKET/output/JOB/output/model.tar.gz \\
      --input s3://BUCKET/rows --output s3://BUCKET/answers --content-type csv --split Line \\
      --instance-type ml.m5.xlarge --role ARN --dry-run
  sagepath transform --model my-model --input s3://BUCKET/rows --output s3://BUCKET/answers \\
      --instance-type ml.m5.xlarge")]
pub(crate) struct TransformArguments {
    /// A job file, `-` for standard input; or a framework, also with its version: xgboost@1.7-1
    #[arg(value_name = "FILE|FRAMEWORK[@VERSION]", add = ArgValueCompleter::new(complete::frameworks_at_versions))]
    what: Option<String>,

    /// What trained the model: the training job's file, or its image
    #[arg(long, value_name = "FILE|IMAGE")]
    trained_by: Option<String>,

    #[command(flatten)]
    job: JobArguments,

    #[command(flatten)]
    words: TransformWords,

    #[command(flatten)]
    query: QueryArguments,
}

// What makes a job without a file. (No documentation comment: it would become the command's help.)
#[derive(Args)]
#[command(next_help_heading = "A job without a file")]
struct TransformWords {
    /// Where the model is
    #[arg(long, value_name = "S3URI")]
    model_data: Option<String>,

    /// A model that is there, in place of a framework
    #[arg(long, value_name = "NAME")]
    model: Option<String>,

    /// Where the data is: all objects whose names begin so
    #[arg(long, value_name = "S3URI")]
    input: Option<String>,

    /// Where the answers go: an object for each of the data
    #[arg(long, value_name = "S3URI")]
    output: Option<String>,

    /// What the data is: a name such as csv, or a media type
    #[arg(long, value_name = "TYPE")]
    content_type: Option<String>,

    /// What the answers should be
    #[arg(long, value_name = "TYPE")]
    accept: Option<String>,

    /// What parts an object into records; without it, an object is sent as a whole
    #[arg(long, value_name = "BY", ignore_case = true)]
    split: Option<Split>,

    /// How many records a request holds
    #[arg(long, value_name = "STRATEGY", ignore_case = true, requires = "split")]
    strategy: Option<Strategy>,

    /// How many instances [default: 1]
    #[arg(long, value_name = "N")]
    instance_count: Option<u32>,

    /// What the container finds in its environment; may be repeated
    #[arg(long, value_name = "NAME=VALUE")]
    environment: Vec<String>,
}

/// What parts an object into records, in the words of the API.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Split {
    /// Line breaks; answers are parted by them, too
    #[value(name = "Line")]
    Line,
    /// The frames of RecordIO
    #[value(name = "RecordIO")]
    RecordIo,
    /// The frames of TensorFlow's records
    #[value(name = "TFRecord")]
    TfRecord,
}

/// How many records a request holds, in the words of the API.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Strategy {
    /// As many as fit
    #[value(name = "MultiRecord")]
    MultiRecord,
    /// One
    #[value(name = "SingleRecord")]
    SingleRecord,
}

impl Split {
    fn as_str(self) -> &'static str {
        match self {
            Split::Line => "Line",
            Split::RecordIo => "RecordIO",
            Split::TfRecord => "TFRecord",
        }
    }
}

impl Strategy {
    fn as_str(self) -> &'static str {
        match self {
            Strategy::MultiRecord => "MultiRecord",
            Strategy::SingleRecord => "SingleRecord",
        }
    }
}

impl TransformWords {
    /// Each, and whether it is given.
    fn given(&self) -> [(&'static str, bool); 10] {
        [
            ("--model-data", self.model_data.is_some()),
            ("--model", self.model.is_some()),
            ("--input", self.input.is_some()),
            ("--output", self.output.is_some()),
            ("--content-type", self.content_type.is_some()),
            ("--accept", self.accept.is_some()),
            ("--split", self.split.is_some()),
            ("--strategy", self.strategy.is_some()),
            ("--instance-count", self.instance_count.is_some()),
            ("--environment", !self.environment.is_empty()),
        ]
    }
}

pub(crate) fn run(
    arguments: &TransformArguments,
    catalog: &Catalog<'_>,
    quiet: bool,
) -> Result<Status, Failure> {
    in_every_case(arguments.job.form(), || {
        let TransformArguments { words, query, .. } = arguments;
        let job = match arguments.what.as_deref() {
            Some(file) if is_file(file, catalog) => {
                none_given(words.given(), query)?;
                Job::read(Kind::Transform, Path::new(file))?
            }
            what => made(what, arguments, catalog)?,
        };
        let trained_by = arguments.trained_by.as_deref();
        super::run(&job, &arguments.job, trained_by, catalog, quiet)
    })
}

fn made(
    framework: Option<&str>,
    arguments: &TransformArguments,
    catalog: &Catalog<'_>,
) -> Result<Job, Failure> {
    let TransformArguments {
        words, query, job, ..
    } = arguments;
    match &words.model {
        Some(model) => nothing_of_a_new_model(model, framework, arguments)?,
        None if framework.is_none() => {
            return Err(Failure::usage("it is not said which model is asked").hint(
                "name a job file, the framework of a model to be made, or by `--model` one that is there",
            ));
        }
        None => {}
    }
    let is_new = words.model.is_none();
    let instance_type = query.instance_type.as_deref();
    missing(
        framework,
        catalog,
        [
            ("--model-data", is_new && words.model_data.is_none()),
            ("--input", words.input.is_none()),
            ("--output", words.output.is_none()),
            ("--role", is_new && job.role.is_none()),
            ("--instance-type", instance_type.is_none()),
        ],
    )?;
    let image;
    let hosted = match words.model.as_deref() {
        Some(name) => Hosted::There(name),
        None => {
            image = query.reference(framework.unwrap_or_default())?;
            Hosted::Made {
                image: &image,
                model_data: words.model_data.as_deref().unwrap_or_default(),
            }
        }
    };
    let media_type = |name: &Option<String>| name.as_deref().map(media_type::named).transpose();
    let (content_type, accept) = (media_type(&words.content_type)?, media_type(&words.accept)?);
    let transform = Transform {
        hosted,
        instance_type: instance_type.unwrap_or_default(),
        instance_count: words.instance_count.unwrap_or(1),
        input: words.input.as_deref().unwrap_or_default(),
        output: words.output.as_deref().unwrap_or_default(),
        content_type: content_type.as_deref(),
        accept: accept.as_deref(),
        split: words.split.map(Split::as_str),
        strategy: words.strategy.map(Strategy::as_str),
        environment: pairs("--environment", "NAME=VALUE", &words.environment)?,
    };
    Job::made(Kind::Transform, &transform.document(), Vec::new())
}

/// Fails if something is said of a model to be made, where one is named that is there.
fn nothing_of_a_new_model(
    model: &str,
    framework: Option<&str>,
    arguments: &TransformArguments,
) -> Result<(), Failure> {
    let TransformArguments {
        words,
        query,
        job,
        trained_by,
        ..
    } = arguments;
    let given = [
        ("--model-data", words.model_data.is_some()),
        ("--role", job.role.is_some()),
        ("--trained-by", trained_by.is_some()),
    ];
    let word = framework.map(str::to_owned).or_else(|| first_given(given));
    match word.or_else(|| query.given_of_image()) {
        Some(word) => Err(Failure::usage(format!(
            "`{word}` is about a model to be made, and `--model {model}` names one that is there"
        ))
        .hint("leave out one of them")),
        None => Ok(()),
    }
}
