//! What the tools take. The comments are what an agent reads.

use rmcp::model::JsonObject;
use rmcp::schemars::{self, JsonSchema};
use sagepath::Query;
use sagepath_example::{Target, Task};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::outcome::Refused;

/// Which image.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ImageArguments {
    /// The framework: xgboost, pytorch, huggingface, kmeans, forecasting-deepar, ...
    framework: String,
    /// The region: us-east-1, ...
    region: String,
    /// The version, in full or short: 1.7-1, 2.5
    version: Option<String>,
    /// What it is for: training, inference, processing, ...
    image_scope: Option<String>,
    /// The instance type it runs on: ml.g5.xlarge, ...
    instance_type: Option<String>,
    /// The processor, instead of an instance type: cpu, gpu, inf2, trn1, ...
    processor: Option<String>,
    /// The CPU architecture, where no instance type tells it: x86_64 or arm64
    architecture: Option<String>,
    /// The Python: py311, ...
    py_version: Option<String>,
    /// The base framework of a Hugging Face image: pytorch2.5.1, ...
    base_framework_version: Option<String>,
    /// A container version that the tag leaves open
    container_version: Option<String>,
    /// The Neuron SDK: sdk2.26.0, ...
    sdk_version: Option<String>,
    /// The tool that compiles a model for inference: neuron or neuronx
    inference_tool: Option<String>,
    /// What it is made for: sagemaker, ec2 or general
    platform: Option<String>,
    /// Whether to answer with the fullest tag that is known to be equal, which moves least
    pin: Option<bool>,
}

impl ImageArguments {
    pub(crate) fn query(&self) -> Query<'_> {
        fn text(argument: &Option<String>) -> &str {
            argument.as_deref().unwrap_or_default()
        }
        Query::new(&self.framework, &self.region)
            .version(text(&self.version))
            .scope(text(&self.image_scope))
            .instance_type(text(&self.instance_type))
            .processor(text(&self.processor))
            .architecture(text(&self.architecture))
            .python(text(&self.py_version))
            .base_framework(text(&self.base_framework_version))
            .container_version(text(&self.container_version))
            .sdk_version(text(&self.sdk_version))
            .inference_tool(text(&self.inference_tool))
            .platform(text(&self.platform))
    }

    pub(crate) fn is_pinned(&self) -> bool {
        self.pin == Some(true)
    }
}

/// Which path.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PathArguments {
    /// The registry path: 683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-xgboost:1.7-1
    pub(crate) path: String,
    /// Tell the path of the same image in this region, too
    pub(crate) region: Option<String>,
}

/// Which images.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct FilterArguments {
    /// Only the images of this framework
    pub(crate) framework: Option<String>,
    /// Only what this region offers; each image is then given by its registry path
    pub(crate) region: Option<String>,
    /// Only images for this scope: training, inference, processing, ...
    pub(crate) image_scope: Option<String>,
    /// Only images that run on this instance type or processor: ml.g5.xlarge, gpu, ...
    pub(crate) runs_on: Option<String>,
    /// Only images with this Python: py311, ...
    pub(crate) py_version: Option<String>,
    /// Only these versions: 2.5, >=2.5 or >=2.5,<2.8
    pub(crate) version: Option<String>,
    /// Only images that are not past their end of patch today
    pub(crate) alive: Option<bool>,
    /// How many images to list, the newest first: 20 if nothing is said, 100 at most
    pub(crate) limit: Option<usize>,
}

/// Reads arguments.
///
/// # Errors
///
/// What cannot be read, for the agent to mend.
pub(crate) fn read<T: DeserializeOwned>(arguments: JsonObject) -> Result<T, Refused> {
    serde_json::from_value(Value::Object(arguments)).map_err(|error| Refused::unreadable(&error.to_string()))
}

/// Takes the target and the task of an example out of its arguments; the others are those of an image.
pub(crate) fn take_target_and_task(arguments: &mut JsonObject) -> Result<(Target, Task), Refused> {
    let target = word(arguments, "target", names(Target::ALL, Target::as_str))?;
    let task = word(arguments, "task", names(Task::ALL, Task::as_str))?;
    let target = Target::ALL
        .iter()
        .find(|known| Some(known.as_str()) == target.as_deref());
    let Some(target) = target else {
        return Err(Refused::unreadable("`target` is missing").choose(names(Target::ALL, Target::as_str)));
    };
    let task = Task::ALL
        .iter()
        .find(|known| Some(known.as_str()) == task.as_deref());
    Ok((*target, task.copied().unwrap_or(Task::Path)))
}

fn names<T: Copy>(all: &[T], name: fn(T) -> &'static str) -> Vec<&'static str> {
    all.iter().map(|one| name(*one)).collect()
}

/// Takes an argument that is one of some words.
fn word(
    arguments: &mut JsonObject,
    name: &str,
    choices: Vec<&'static str>,
) -> Result<Option<String>, Refused> {
    match arguments.remove(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(word)) if choices.contains(&word.as_str()) => Ok(Some(word)),
        Some(other) => Err(Refused::unreadable(&format!("{name} {other} is not known")).choose(choices)),
    }
}

/// The schema of an example's arguments: those of an image, the target and the task.
pub(crate) fn example_schema() -> JsonObject {
    let mut schema = schemars::schema_for!(ImageArguments).to_value();
    if let Some(properties) = schema.get_mut("properties") {
        properties["target"] = json!({
            "type": "string",
            "enum": names(Target::ALL, Target::as_str),
            "description": "The tool that the code is for",
        });
        properties["task"] = json!({
            "type": "string",
            "enum": names(Task::ALL, Task::as_str),
            "default": Task::Path.as_str(),
            "description": "What the code does: get the path, train, or host",
        });
    }
    if let Some(Value::Array(required)) = schema.get_mut("required") {
        required.push(json!("target"));
    }
    match schema {
        Value::Object(schema) => schema,
        _ => JsonObject::new(),
    }
}
