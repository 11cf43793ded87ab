//! `sagepath process`: a processing job.

use std::path::Path;

use clap::Args;
use clap_complete::ArgValueCompleter;
use sagepath::Catalog;
use sagepath_job::Kind;
use sagepath_job::usual::{Code, Processing};

use super::cluster::ClusterWords;
use super::words::{missing, none_given, pairs};
use super::{Job, JobArguments, is_file, place, usual};
use crate::Status;
use crate::commands::uri::QueryArguments;
use crate::complete;
use crate::failure::Failure;
use crate::last_word::in_every_case;

#[derive(Args)]
#[command(after_help = "\
A job file is the request of CreateProcessingJob in YAML, JSON or TOML. Where an image is expected, \
`sagepath:sklearn@1.2-1` stands for its path. A framework instead of a file, and options, make one.

In the container, the program is in /opt/ml/processing/input/code, an input in \
/opt/ml/processing/input/NAME, and what is left in /opt/ml/processing/output/NAME goes to S3.

The job is followed to its end, and standard output gets the S3 URIs of its outputs.

Exit status: 0 when it has completed, 1 when it is refused, has failed or was stopped, 2 when AWS \
cannot be asked, 130 after Ctrl-C.

Examples:
  sagepath process job.yaml
  sagepath process job.yaml --region us-east-1 --dry-run > request.json
  sagepath process sklearn@1.2-1 --code s3://BUCKET/clean.py --input raw=s3://BUCKET/raw \\
      --output clean=s3://BUCKET/clean --instance-type ml.m5.xlarge --role ARN --dry-run
  sagepath process sklearn@1.2-1 --code s3://BUCKET/clean.py \\
      --input s3://BUCKET/raw=/opt/ml/processing/input --output /opt/ml/processing/output=s3://BUCKET/clean \\
      --instance-type ml.m5.xlarge --role ARN -- --test-share 0.2")]
pub(crate) struct ProcessArguments {
    /// A job file, `-` for standard input; or a framework, also with its version: sklearn@1.2-1
    #[arg(value_name = "FILE|FRAMEWORK[@VERSION]", add = ArgValueCompleter::new(complete::frameworks_at_versions))]
    what: String,

    #[command(flatten)]
    job: JobArguments,

    #[command(flatten)]
    words: ProcessingWords,

    #[command(flatten)]
    query: QueryArguments,
}

// What makes a job without a file. (No documentation comment: it would become the command's help.)
#[derive(Args)]
#[command(next_help_heading = "A job without a file")]
struct ProcessingWords {
    /// A name, where its data is, and where that is in the container; name or path may be left out; may be repeated
    #[arg(long, value_name = "[NAME=]S3URI[=PATH]")]
    input: Vec<String>,

    /// A name, what goes to S3 from the container, and where to; name or path may be left out; may be repeated
    #[arg(long, value_name = "[NAME=][PATH=]S3URI")]
    output: Vec<String>,

    /// The program, which is in S3 already; or its folder, with a slash at its end
    #[arg(long, value_name = "S3URI")]
    code: Option<String>,

    /// The program's file in the folder of --code
    #[arg(long, value_name = "FILE", requires = "code")]
    entry_point: Option<String>,

    /// What runs the program, or what is run if there is no --code; its words with spaces between them [default: python3]
    #[arg(long, value_name = "COMMAND")]
    command: Option<String>,

    /// What the program finds in its environment; may be repeated
    #[arg(long, value_name = "NAME=VALUE")]
    environment: Vec<String>,

    #[command(flatten)]
    cluster: ClusterWords,

    /// What the program is told
    #[arg(last = true, value_name = "ARGUMENT")]
    arguments: Vec<String>,
}

impl ProcessingWords {
    /// Each, and whether it is given.
    fn given(&self) -> impl Iterator<Item = (&'static str, bool)> {
        [
            ("--input", !self.input.is_empty()),
            ("--output", !self.output.is_empty()),
            ("--code", self.code.is_some()),
            ("--entry-point", self.entry_point.is_some()),
            ("--command", self.command.is_some()),
            ("--environment", !self.environment.is_empty()),
            ("-- ARGUMENT", !self.arguments.is_empty()),
        ]
        .into_iter()
        .chain(self.cluster.given())
    }

    /// The program, if one is named.
    fn program(&self) -> Result<Option<Code<'_>>, Failure> {
        let Some(s3_uri) = self.code.as_deref() else {
            return Ok(None);
        };
        let Some(place) = s3_uri.strip_prefix("s3://") else {
            return Err(Failure::usage(format!("`--code {s3_uri}` is not in S3"))
                .hint("copy it there first, as by `aws s3 cp`, and name its S3 URI"));
        };
        let (_, own_file) = place.rsplit_once('/').unwrap_or((place, ""));
        if own_file.ends_with(".tar.gz") || own_file.ends_with(".zip") {
            return Err(Failure::usage(format!(
                "`--code {s3_uri}` is an archive, which a processing job does not unpack"
            ))
            .hint("name the program, or a folder that ends in `/` with `--entry-point FILE`"));
        }
        let file = match (own_file, self.entry_point.as_deref()) {
            ("", None) => {
                return Err(Failure::usage(format!(
                    "`--code {s3_uri}` is a folder, and no program in it is named"
                ))
                .hint("name it with `--entry-point FILE`"));
            }
            ("", Some(file)) => file,
            (own, None) => own,
            (own, Some(file)) => {
                return Err(Failure::usage(format!(
                    "`--code` names the program `{own}`, and `--entry-point` names `{file}`"
                ))
                .hint("a folder ends in `/`; of a single file, leave out `--entry-point`"));
            }
        };
        Ok(Some(Code { s3_uri, file }))
    }
}

pub(crate) fn run(
    arguments: &ProcessArguments,
    catalog: &Catalog<'_>,
    quiet: bool,
) -> Result<Status, Failure> {
    in_every_case(arguments.job.form(), || {
        let job = if is_file(&arguments.what, catalog) {
            none_given(arguments.words.given(), &arguments.query)?;
            Job::read(Kind::Process, Path::new(&arguments.what))?
        } else {
            made(arguments, catalog)?
        };
        super::run(&job, &arguments.job, None, catalog, quiet)
    })
}

fn made(arguments: &ProcessArguments, catalog: &Catalog<'_>) -> Result<Job, Failure> {
    let ProcessArguments {
        what,
        words,
        query,
        job,
    } = arguments;
    let instance_type = query.instance_type.as_deref();
    // An image with a program of its own runs that, or another one as it is told to; all others run nothing unless they are.
    let is_silent = words.command.is_none();
    let runs_by_itself = runs_by_itself(what, catalog);
    missing(
        Some(what),
        catalog,
        [
            ("--code", is_silent && words.code.is_none() && !runs_by_itself),
            ("--command", is_silent && words.code.is_some() && runs_by_itself),
            ("--role", job.role.is_none()),
            ("--instance-type", instance_type.is_none()),
        ],
    )?;
    let image = query.reference(what)?;
    let code = words.program()?;
    let command = words.command.as_deref().or(code.map(|_| "python3"));
    let inputs = place::inputs(&words.input)?;
    if code.is_some() && inputs.iter().any(|input| input.name == "code") {
        return Err(
            Failure::usage("`--code` makes an input `code`, and `--input` another one")
                .hint("give it another name"),
        );
    }
    let processing = Processing {
        image: &image,
        cluster: words.cluster.of(instance_type.unwrap_or_default()),
        inputs,
        outputs: place::outputs(&words.output)?,
        code,
        command: command.unwrap_or_default().split_whitespace().collect(),
        arguments: words.arguments.iter().map(String::as_str).collect(),
        environment: pairs("--environment", "NAME=VALUE", &words.environment)?,
    };
    let document = processing.document();
    let choices = usual::choices(
        "CreateProcessingJob",
        &document,
        words.cluster.usual("ProcessingResources.ClusterConfig"),
    );
    Job::made(Kind::Process, &document, choices)
}

/// Whether images of a framework have a program of their own for processing: those that train or host run somebody's script.
fn runs_by_itself(what: &str, catalog: &Catalog<'_>) -> bool {
    let framework = catalog.framework(what.split('@').next().unwrap_or_default());
    framework.is_some_and(|framework| {
        let mut images = framework.images();
        !images.any(|image| image.is_for("training") || image.is_for("inference"))
    })
}
