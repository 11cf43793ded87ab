//! The one registry path that answers a question.

use sagepath::registry_path::Endpoint as Host;
use sagepath::{Located, Query};
use sagepath_json::Answer;

use crate::endpoint::{Endpoint, Reply};
use crate::parameters::{Kind, Parameter, Values};
use crate::problem::Problem;
use crate::state::State;

pub(crate) const ENDPOINT: Endpoint = Endpoint {
    name: "resolve",
    path: "/api/v1/resolve",
    summary: "The registry path of one image",
    about: "What is left open is decided where that is safe and documented, and `warnings` tells so where it matters; else the \
        answer is a problem that lists the choices.",
    parameters: &[QUESTION, HOST],
    schema: "Answer",
    example: "framework=xgboost&version=1.7-1&region=us-east-1",
    answer,
};

/// Which image.
pub(crate) const QUESTION: &[Parameter] = &[
    Parameter::new(
        "framework",
        "xgboost",
        "The framework, also with its version: `xgboost@1.7-1`",
    )
    .required(),
    Parameter::new("region", "us-east-1", "The region").required(),
    Parameter::new("version", "1.7-1", "The version, in full or short"),
    Parameter::new(
        "scope",
        "training",
        "What it is for: training, inference, processing, ...",
    )
    .also(&["image_scope"]),
    Parameter::new("instance_type", "ml.g5.xlarge", "The instance type it runs on"),
    Parameter::new(
        "processor",
        "gpu",
        "The processor, instead of an instance type: cpu, gpu, inf2, trn1, ...",
    ),
    Parameter::new(
        "architecture",
        "x86_64",
        "The CPU architecture, where no instance type tells it: x86_64 or arm64",
    ),
    Parameter::new("python", "py311", "The Python").also(&["py_version"]),
    Parameter::new(
        "base_framework",
        "pytorch2.5.1",
        "The base framework of a Hugging Face image",
    )
    .also(&["base_framework_version"]),
    Parameter::new(
        "container_version",
        "v1.3",
        "A container version that the tag leaves open",
    ),
    Parameter::new("sdk_version", "sdk2.26.0", "The Neuron SDK"),
    Parameter::new(
        "inference_tool",
        "neuronx",
        "The tool that compiles a model for inference: neuron or neuronx",
    ),
    Parameter::new(
        "accelerator_type",
        "ml.eia2.medium",
        "An Elastic Inference accelerator",
    ),
    Parameter::new(
        "platform",
        "sagemaker",
        "What it is made for: sagemaker, ec2 or general",
    ),
    Parameter::new("smdistributed", "false", "The job uses the smdistributed library").of(Kind::Flag),
    Parameter::new(
        "training_compiler",
        "false",
        "The job uses the SageMaker training compiler",
    )
    .of(Kind::Flag)
    .also(&["training_compiler_config"]),
    Parameter::new("serverless", "false", "A serverless endpoint runs it")
        .of(Kind::Flag)
        .also(&["serverless_inference_config"]),
    Parameter::new(
        "pin",
        "false",
        "Answer with the fullest tag that is known to be equal",
    )
    .of(Kind::Flag),
];

/// How the path's host is called.
const HOST: &[Parameter] = &[
    Parameter::new("fips", "false", "Answer with the registry's FIPS host").of(Kind::Flag),
    Parameter::new(
        "dual_stack",
        "false",
        "Answer with the registry's dual-stack host",
    )
    .of(Kind::Flag),
];

fn answer(state: &State, values: &Values<'_>) -> Result<Reply, Problem> {
    let located = located(state, values)?;
    let host = Host {
        dual_stack: values.flag("dual_stack")?,
        fips: values.flag("fips")?,
    };
    let Some(answer) = Answer::at(&located, host) else {
        let region = located.region().id();
        return Err(Problem::no(
            "no-such-host",
            format!("no registry host of this kind is known in {region}"),
        )
        .about(if host.fips { "fips" } else { "dual_stack" })
        .hint("`/api/v1/regions` tells which hosts each region has"));
    };
    Reply::json(&answer)
}

/// The image that a question is for.
pub(crate) fn located<'c>(state: &'c State, values: &Values<'_>) -> Result<Located<'c>, Problem> {
    let (framework, at_version) = match values.text_or_empty("framework").split_once('@') {
        Some((framework, version)) => (framework, Some(version)),
        None => (values.text_or_empty("framework"), None),
    };
    if at_version.is_some() && values.text("version").is_some() {
        // Each parameter is readable by itself, and no image has two versions: the answer is no.
        return Err(Problem::no("repeated-parameter", "the version is given twice")
            .about("version")
            .hint("give it after `@` or as `version`"));
    }
    let text = |name| values.text_or_empty(name);
    let query = Query::new(framework, text("region"))
        .version(at_version.unwrap_or(text("version")))
        .scope(text("scope"))
        .instance_type(text("instance_type"))
        .processor(text("processor"))
        .architecture(text("architecture"))
        .python(text("python"))
        .base_framework(text("base_framework"))
        .container_version(text("container_version"))
        .sdk_version(text("sdk_version"))
        .inference_tool(text("inference_tool"))
        .accelerator_type(text("accelerator_type"))
        .platform(text("platform"))
        .smdistributed(values.flag("smdistributed")?)
        .training_compiler(values.flag("training_compiler")?)
        .serverless(values.flag("serverless")?);
    let is_pinned = values.flag("pin")?;
    let located = state.catalog.resolve(&query)?;
    Ok(if is_pinned { located.pinned() } else { located })
}
