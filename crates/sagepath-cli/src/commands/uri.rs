//! `sagepath uri`: the one registry path that answers a question.

use clap::{Args, ValueEnum};
use clap_complete::{ArgValueCandidates, ArgValueCompleter};
use sagepath::registry_path::Endpoint;
use sagepath::{Catalog, Located, Query};
use sagepath_job::ImageReference;
use sagepath_json::Answer;

use super::terraform;
use crate::arguments::RegionArgument;
use crate::failure::{self, Failure};
use crate::{Status, complete, default_region, output};

#[derive(Args)]
#[command(after_help = "\
What is left open is decided where that is safe and documented, and a warning tells so where it \
matters; else the command fails and lists the choices.

Examples:
  sagepath uri xgboost --version 1.7-1 --region us-east-1
  sagepath uri pytorch@2.5.1 --scope training --instance-type ml.p4d.24xlarge
  sagepath uri huggingface@4.49.0 --base-framework pytorch2.5.1 --scope training --processor gpu
  sagepath uri pytorch@2.10 --scope training --processor gpu --pin
  sagepath uri kmeans --region us-gov-west-1 --fips

As a Terraform external data source:
  data \"external\" \"image\" {
    program = [\"sagepath\", \"uri\", \"--terraform\"]
    query   = { framework = \"xgboost\", version = \"1.7-1\", region = \"us-east-1\" }
  }")]
pub(crate) struct UriArguments {
    /// The framework, such as xgboost or pytorch, also with its version: xgboost@1.7-1
    #[arg(value_name = "FRAMEWORK[@VERSION]", required_unless_present = "terraform")]
    #[arg(add = ArgValueCompleter::new(complete::frameworks_at_versions))]
    framework: Option<String>,

    #[command(flatten)]
    region: RegionArgument,

    #[command(flatten)]
    query: QueryArguments,

    #[command(flatten)]
    path: PathArguments,

    /// Read a query as Terraform's external data sources send it, and answer in kind
    #[arg(long, help_heading = "Options", conflicts_with_all = ["framework", "RegionArgument", "QueryArguments", "PathArguments"])]
    terraform: bool,
}

/// What narrows a question down to one image.
#[derive(Args)]
#[command(next_help_heading = "Which image")]
pub(crate) struct QueryArguments {
    /// The version, in full or short
    #[arg(long, value_name = "VERSION", add = ArgValueCandidates::new(complete::versions))]
    version: Option<String>,

    /// What it is for: training, inference, processing, ...
    #[arg(long, visible_alias = "image-scope", value_name = "SCOPE", add = ArgValueCandidates::new(complete::scopes))]
    scope: Option<String>,

    /// The instance type it runs on, such as ml.g5.xlarge
    #[arg(long, value_name = "TYPE", add = ArgValueCandidates::new(complete::instance_types))]
    pub(super) instance_type: Option<String>,

    /// The processor, instead of an instance type: cpu, gpu, inf2, trn1, ...
    #[arg(long, value_name = "PROCESSOR", conflicts_with = "instance_type", add = ArgValueCandidates::new(complete::processors))]
    processor: Option<String>,

    /// The CPU architecture, where no instance type tells it: x86_64 or arm64
    #[arg(long, value_name = "ARCHITECTURE")]
    architecture: Option<String>,

    /// The Python, such as py311
    #[arg(long, visible_alias = "py-version", value_name = "PYTHON")]
    python: Option<String>,

    /// The base framework of a Hugging Face image, such as pytorch2.5.1
    #[arg(long, visible_alias = "base-framework-version", value_name = "BASE")]
    base_framework: Option<String>,

    /// A container version that the tag leaves open
    #[arg(long, value_name = "VERSION")]
    container_version: Option<String>,

    /// The Neuron SDK, such as sdk2.26.0
    #[arg(long, value_name = "SDK")]
    sdk_version: Option<String>,

    /// The tool that compiles a model for inference: neuron or neuronx
    #[arg(long, value_name = "TOOL")]
    inference_tool: Option<String>,

    /// An Elastic Inference accelerator, such as ml.eia2.medium
    #[arg(long, value_name = "TYPE")]
    accelerator_type: Option<String>,

    /// The job uses the smdistributed library
    #[arg(long)]
    smdistributed: bool,

    /// The job uses the SageMaker training compiler
    #[arg(long, visible_alias = "training-compiler-config")]
    training_compiler: bool,

    /// A serverless endpoint runs it
    #[arg(long, visible_alias = "serverless-inference-config")]
    pub(super) serverless: bool,

    /// What it is made for: sagemaker, ec2 or general
    #[arg(long, value_name = "PLATFORM")]
    platform: Option<String>,
}

// How the path is given. (No documentation comment: it would become the help of the command.)
#[derive(Args)]
#[command(next_help_heading = "Which path")]
struct PathArguments {
    /// Print the fullest tag that is known to be equal
    #[arg(long)]
    pin: bool,

    /// Print the registry's FIPS host
    #[arg(long)]
    fips: bool,

    /// Print the registry's dual-stack host
    #[arg(long)]
    dual_stack: bool,

    /// How to print it
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "plain")]
    format: UriFormat,
}

/// The forms of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum UriFormat {
    /// The path alone
    Plain,
    /// A JSON object with all that is known of the image
    Json,
}

impl QueryArguments {
    /// The words of the arguments, by option.
    fn words(&self) -> [(&'static str, Option<&str>); 15] {
        fn switch(is_on: bool) -> Option<&'static str> {
            is_on.then_some("true")
        }
        [
            ("version", self.version.as_deref()),
            ("scope", self.scope.as_deref()),
            ("instance-type", self.instance_type.as_deref()),
            ("processor", self.processor.as_deref()),
            ("architecture", self.architecture.as_deref()),
            ("python", self.python.as_deref()),
            ("base-framework", self.base_framework.as_deref()),
            ("container-version", self.container_version.as_deref()),
            ("sdk-version", self.sdk_version.as_deref()),
            ("inference-tool", self.inference_tool.as_deref()),
            ("accelerator-type", self.accelerator_type.as_deref()),
            ("platform", self.platform.as_deref()),
            ("smdistributed", switch(self.smdistributed)),
            ("training-compiler", switch(self.training_compiler)),
            ("serverless", switch(self.serverless)),
        ]
    }

    /// The first option that is given.
    pub(super) fn given(&self) -> Option<String> {
        let mut words = self.words().into_iter();
        words.find_map(|(name, word)| word.map(|_| format!("--{name}")))
    }

    /// The words that are given and narrow down the image; the instance type is the job's own.
    fn words_of_image(&self) -> impl Iterator<Item = (&str, &str)> {
        let words = self.words().into_iter();
        let given = words.filter_map(|(name, word)| Some((name, word?)));
        given.filter(|(name, _)| *name != "instance-type")
    }

    /// The first of these.
    pub(super) fn given_of_image(&self) -> Option<String> {
        let first = self.words_of_image().next();
        first.map(|(name, _)| format!("--{name}"))
    }

    /// The image that they mean, as a job file names it. The instance type is the job's own.
    pub(super) fn reference(&self, framework: &str) -> Result<ImageReference, Failure> {
        let (framework, version) = name_and_version(framework);
        if version.is_some() && self.version.is_some() {
            return Err(version_twice());
        }
        ImageReference::new(framework, version, self.words_of_image()).map_err(|error| {
            let failure = Failure::usage(error.to_string());
            match error.hint() {
                Some(hint) => failure.hint(hint),
                None => failure,
            }
        })
    }

    fn query<'q>(&'q self, framework: &'q str, region: &'q str) -> Query<'q> {
        fn text(argument: &Option<String>) -> &str {
            argument.as_deref().unwrap_or_default()
        }
        Query::new(framework, region)
            .version(text(&self.version))
            .scope(text(&self.scope))
            .instance_type(text(&self.instance_type))
            .processor(text(&self.processor))
            .architecture(text(&self.architecture))
            .python(text(&self.python))
            .base_framework(text(&self.base_framework))
            .container_version(text(&self.container_version))
            .sdk_version(text(&self.sdk_version))
            .inference_tool(text(&self.inference_tool))
            .accelerator_type(text(&self.accelerator_type))
            .platform(text(&self.platform))
            .smdistributed(self.smdistributed)
            .training_compiler(self.training_compiler)
            .serverless(self.serverless)
    }
}

pub(crate) fn run(arguments: &UriArguments, catalog: &Catalog<'_>, quiet: bool) -> Result<Status, Failure> {
    if arguments.terraform {
        return terraform::run(catalog);
    }
    let UriArguments { query, path, .. } = arguments;
    let framework = arguments.framework.as_deref().unwrap_or_default();
    let located = locate(catalog, framework, &arguments.region, query)?;
    let located = if path.pin { located.pinned() } else { located };
    if !quiet {
        warn(&located);
    }
    print(&located, path)?;
    Ok(Status::Yes)
}

/// The one image that the arguments mean.
pub(crate) fn locate<'c>(
    catalog: &'c Catalog<'_>,
    framework: &str,
    region: &RegionArgument,
    query: &QueryArguments,
) -> Result<Located<'c>, Failure> {
    let (framework, version) = name_and_version(framework);
    if version.is_some() && query.version.is_some() {
        return Err(version_twice());
    }
    // A wrong framework is the graver mistake, and can be told without a region.
    let known = catalog.framework(framework).is_some();
    let region = match default_region::or_default(region.region.as_deref()) {
        Err(_) if !known => String::new(),
        region => region?,
    };
    let mut question = query.query(framework, &region);
    if let Some(version) = version {
        question = question.version(version);
    }
    Ok(catalog.resolve(&question)?)
}

/// Tells what a user should know about an answer.
pub(crate) fn warn(located: &Located<'_>) {
    for warning in located.warnings() {
        failure::warn(warning.message());
    }
}

fn version_twice() -> Failure {
    Failure::usage("the version is given twice").hint("give it after `@` or with `--version`")
}

/// Takes `xgboost@1.7-1` apart.
fn name_and_version(text: &str) -> (&str, Option<&str>) {
    match text.split_once('@') {
        Some((framework, version)) => (framework, Some(version)),
        None => (text, None),
    }
}

fn print(located: &Located<'_>, arguments: &PathArguments) -> Result<(), Failure> {
    let endpoint = Endpoint {
        dual_stack: arguments.dual_stack,
        fips: arguments.fips,
    };
    let answer = Answer::at(located, endpoint).ok_or_else(|| no_such_host(located, endpoint))?;
    output::to_stdout(|out| match arguments.format {
        UriFormat::Plain => Ok(writeln!(out, "{}", answer.path())?),
        UriFormat::Json => output::json(&answer, out),
    })
}

fn no_such_host(located: &Located<'_>, endpoint: Endpoint) -> Failure {
    let kind = match (endpoint.dual_stack, endpoint.fips) {
        (true, true) => "dual-stack FIPS",
        (true, false) => "dual-stack",
        _ => "FIPS",
    };
    let region = located.region().id();
    Failure::no(format!("no {kind} host of a registry is known in {region}"))
        .hint("`sagepath regions` tells which hosts each region has")
}
