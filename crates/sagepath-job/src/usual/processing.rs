//! A processing job.

use serde_json::{Map, Value as Json, json};

use super::{Cluster, map};
use crate::reference::ImageReference;

/// The input that brings the program, as the SageMaker SDK calls it.
const CODE_INPUT: &str = "code";
/// Where the program is in the container, as the SageMaker SDK puts it.
const CODE_PATH: &str = "/opt/ml/processing/input/code";

/// A processing job in a few words.
#[derive(Clone, Debug)]
pub struct Processing<'w> {
    /// The image.
    pub image: &'w ImageReference,
    /// Where it runs, and how long it may.
    pub cluster: Cluster<'w>,
    /// What the container gets.
    pub inputs: Vec<Place<'w>>,
    /// What the container leaves.
    pub outputs: Vec<Place<'w>>,
    /// The program, if the image has none of its own.
    pub code: Option<Code<'w>>,
    /// What the container runs: in front of the program, if there is one; else all of it. Nothing is the image's own.
    pub command: Vec<&'w str>,
    /// What the program is told.
    pub arguments: Vec<&'w str>,
    /// What it finds in its environment.
    pub environment: Vec<(&'w str, &'w str)>,
}

/// Data in S3, and where it is in the container.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place<'w> {
    /// What it is called.
    pub name: String,
    /// Where it is in S3.
    pub s3_uri: &'w str,
    /// Where it is in the container.
    pub path: String,
}

/// A program in S3.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Code<'w> {
    /// The file, or the folder that holds it.
    pub s3_uri: &'w str,
    /// The file's name.
    pub file: &'w str,
}

impl Processing<'_> {
    /// The job file.
    pub fn document(&self) -> Json {
        let code = self.code.as_ref().map(|code| Place {
            name: CODE_INPUT.to_owned(),
            s3_uri: code.s3_uri,
            path: CODE_PATH.to_owned(),
        });
        let inputs: Vec<Json> = code.iter().chain(&self.inputs).map(input).collect();
        let outputs: Vec<Json> = self.outputs.iter().map(output).collect();
        let mut document = json!({"AppSpecification": self.application()});
        if !inputs.is_empty() {
            document["ProcessingInputs"] = Json::Array(inputs);
        }
        if !outputs.is_empty() {
            document["ProcessingOutputConfig"] = json!({"Outputs": outputs});
        }
        if !self.environment.is_empty() {
            document["Environment"] = map(&self.environment);
        }
        document["ProcessingResources"] = json!({"ClusterConfig": self.cluster.instances()});
        document["StoppingCondition"] = self.cluster.stopping_condition();
        document
    }

    fn application(&self) -> Map<String, Json> {
        let program = self.code.map(|code| format!("{CODE_PATH}/{}", code.file));
        let entry_point: Vec<Json> = self
            .command
            .iter()
            .map(|word| Json::from(*word))
            .chain(program.map(Json::from))
            .collect();
        let mut application = Map::new();
        application.insert("ImageUri".to_owned(), self.image.to_string().into());
        if !entry_point.is_empty() {
            application.insert("ContainerEntrypoint".to_owned(), entry_point.into());
        }
        if !self.arguments.is_empty() {
            application.insert("ContainerArguments".to_owned(), json!(self.arguments));
        }
        application
    }
}

fn input(place: &Place<'_>) -> Json {
    json!({
        "InputName": place.name,
        "S3Input": {
            "S3Uri": place.s3_uri,
            "LocalPath": place.path,
            "S3DataType": "S3Prefix",
            "S3InputMode": "File",
        },
    })
}

fn output(place: &Place<'_>) -> Json {
    json!({
        "OutputName": place.name,
        "S3Output": {
            "S3Uri": place.s3_uri,
            "LocalPath": place.path,
            "S3UploadMode": "EndOfJob",
        },
    })
}
