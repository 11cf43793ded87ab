//! The sample: which examples are written for the tools, and what they must do.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, ensure};
use sagepath::{Catalog, Located, Parameters, Query};
use sagepath_example::{Plan, Target, Task, Unavailable};
use serde::Serialize;
use serde_json::{Value, json};

/// The buckets and roles that every example names.
const BUCKET: &str = "amzn-s3-demo-bucket";
const ACCOUNT: &str = "111122223333";

/// An image whose examples are run.
struct Sample<'t> {
    name: &'t str,
    query: Query<'t>,
    instance: Option<&'t str>,
    train: Option<&'t str>,
    host: Option<&'t str>,
}

/// An example in a file, and what it must do.
#[derive(Debug, Serialize)]
pub struct Entry {
    /// Sample, target and task.
    pub id: String,
    /// The target's name.
    pub target: &'static str,
    /// The task's name.
    pub task: &'static str,
    /// The region.
    pub region: String,
    /// Where the code is.
    pub file: PathBuf,
    /// What must be there afterwards.
    #[serde(skip)]
    pub expected: Expected,
}

/// What must be there after an example was run.
#[derive(Clone, Debug)]
pub struct Expected {
    /// The path that is printed or published.
    pub path: Option<String>,
    /// What `CreateTrainingJob` or `CreateModel`, `CreateEndpointConfig` and `CreateEndpoint` must be told.
    pub requests: BTreeMap<&'static str, Value>,
    /// The instance types that would do.
    pub instance_types: BTreeSet<String>,
}

impl<'t> Sample<'t> {
    fn read(line: &'t str) -> anyhow::Result<Sample<'t>> {
        let cells: Vec<Option<&str>> = line
            .split('\t')
            .map(|cell| Some(cell).filter(|cell| *cell != "-"))
            .collect();
        let [
            name,
            framework,
            version,
            region,
            scope,
            processor,
            instance,
            base,
            train,
            host,
        ] = cells[..]
        else {
            anyhow::bail!("a sample has ten columns: {line}");
        };
        let text = Option::unwrap_or_default;
        let query = Query::new(text(framework), text(region))
            .version(text(version))
            .scope(text(scope))
            .processor(text(processor))
            .instance_type(text(instance))
            .base_framework(text(base));
        let name = name.context("a sample has a name")?;
        Ok(Sample {
            name,
            query,
            instance,
            train,
            host,
        })
    }

    fn expected(&self, located: &Located<'_>, task: Task) -> anyhow::Result<Option<Expected>> {
        let image = match task {
            Task::Path => None,
            Task::Train => self.train,
            Task::Host => self.host,
        };
        let registry = located.path().to_string();
        let (registry, own) = registry.split_once('/').context("a path has a slash")?;
        let path = format!("{registry}/{}", image.unwrap_or(own));
        Ok(match task {
            Task::Path => Some(Expected {
                path: Some(path),
                requests: BTreeMap::new(),
                instance_types: BTreeSet::new(),
            }),
            Task::Train => image.map(|_| Expected {
                path: None,
                requests: [("CreateTrainingJob", training(located, &path))].into(),
                instance_types: self.instance_types(located, "train"),
            }),
            Task::Host => image.map(|_| Expected {
                path: None,
                requests: hosting(located, &path),
                instance_types: self.instance_types(located, "host"),
            }),
        })
    }

    /// The type that was asked for; else all that may be used so and have a processor that the image runs on.
    fn instance_types(&self, located: &Located<'_>, purpose: &str) -> BTreeSet<String> {
        if let Some(instance) = self.instance {
            return [instance.to_owned()].into();
        }
        let catalog = located.catalog();
        let image = located.image();
        let types = catalog.instance_types().filter(|instance| {
            instance.uses().any(|used| used == purpose)
                && image.runs_on().any(|processor| processor == instance.processor())
                && instance.architecture() == Some(image.architecture())
        });
        types.map(|instance| instance.name().to_owned()).collect()
    }
}

fn role(located: &Located<'_>) -> String {
    format!(
        "arn:{}:iam::{ACCOUNT}:role/SageMakerRole",
        located.region().partition()
    )
}

fn training(located: &Located<'_>, path: &str) -> Value {
    let framework = located.image().framework();
    let slug = framework.slug();
    let parameters = framework.parameters();
    let names: Vec<&str> = parameters.map_or_else(
        || vec!["training"],
        |parameters| parameters.required_channels().collect(),
    );
    let channels: Vec<Value> = names
        .into_iter()
        .map(|name| channel(slug, name, parameters))
        .collect();
    let mut request = json!({
        "TrainingJobName": format!("{slug}-training"),
        "RoleArn": role(located),
        "AlgorithmSpecification": { "TrainingImage": path, "TrainingInputMode": "File" },
        "InputDataConfig": channels,
        "OutputDataConfig": { "S3OutputPath": format!("s3://{BUCKET}/{slug}/output") },
        "ResourceConfig": { "InstanceCount": 1, "VolumeSizeInGB": 30 },
        "StoppingCondition": { "MaxRuntimeInSeconds": 86_400 },
    });
    let hyperparameters: Value = match parameters {
        Some(parameters) => parameters
            .required_hyperparameters()
            .map(|(name, value)| (name.to_owned(), Value::from(value)))
            .collect(),
        None => json!({
            "sagemaker_program": "train.py",
            "sagemaker_submit_directory": format!("s3://{BUCKET}/{slug}/code/sourcedir.tar.gz"),
        }),
    };
    if hyperparameters != json!({}) {
        request["HyperParameters"] = hyperparameters;
    }
    request
}

fn channel(slug: &str, name: &str, parameters: Option<Parameters<'_>>) -> Value {
    let is_sharded = parameters.is_some_and(|parameters| parameters.is_sharded(name));
    let mut channel = json!({
        "ChannelName": name,
        "DataSource": { "S3DataSource": {
            "S3DataType": "S3Prefix",
            "S3Uri": format!("s3://{BUCKET}/{slug}/{name}"),
            "S3DataDistributionType": if is_sharded { "ShardedByS3Key" } else { "FullyReplicated" },
        } },
    });
    if let Some(content_type) = parameters.and_then(|parameters| parameters.channel_content_type(name)) {
        channel["ContentType"] = content_type.into();
    }
    channel
}

fn hosting(located: &Located<'_>, path: &str) -> BTreeMap<&'static str, Value> {
    let framework = located.image().framework();
    let slug = framework.slug();
    let is_trained = framework
        .images()
        .any(|image| image.scopes().any(|scope| scope == "training"));
    let model_data = if is_trained {
        format!("s3://{BUCKET}/{slug}/output/{slug}-training/output/model.tar.gz")
    } else {
        format!("s3://{BUCKET}/{slug}/model.tar.gz")
    };
    let mut container = json!({ "Image": path, "ModelDataUrl": model_data });
    if is_trained && framework.parameters().is_none() {
        container["Environment"] = json!({
            "SAGEMAKER_PROGRAM": "inference.py",
            "SAGEMAKER_SUBMIT_DIRECTORY": "/opt/ml/model/code",
        });
    }
    let variant = json!({ "VariantName": "AllTraffic", "ModelName": format!("{slug}-model"), "InitialInstanceCount": 1 });
    BTreeMap::from([
        (
            "CreateModel",
            json!({
                "ModelName": format!("{slug}-model"),
                "ExecutionRoleArn": role(located),
                "PrimaryContainer": container,
            }),
        ),
        ("CreateEndpointConfig", json!({ "ProductionVariants": [variant] })),
        (
            "CreateEndpoint",
            json!({ "EndpointName": format!("{slug}-endpoint") }),
        ),
    ])
}

/// Writes every example of the sample into a folder, and tells what each must do.
///
/// # Errors
///
/// If an example is missing, or there where there should be none, or a file cannot be written.
pub fn write_sample(catalog: &Catalog<'_>, table: &str, folder: &Path) -> anyhow::Result<Vec<Entry>> {
    let mut entries = Vec::new();
    for line in table.lines().filter(|line| !line.starts_with('#')) {
        let sample = Sample::read(line)?;
        let located = catalog
            .resolve(&sample.query)
            .map_err(|error| anyhow::anyhow!("{}: {error}", sample.name))?;
        let plan = match sample.instance {
            Some(instance) => Plan::on_instance(&located, instance)?,
            None => Plan::of(&located)?,
        };
        for (target, task) in Target::ALL
            .iter()
            .flat_map(|target| Task::ALL.iter().map(|task| (*target, *task)))
        {
            let id = format!("{}/{target}/{task}", sample.name);
            match (plan.write(target, task), sample.expected(&located, task)?) {
                (Ok(example), Some(expected)) => {
                    let file = folder
                        .join(sample.name)
                        .join(target.as_str())
                        .join(task.as_str())
                        .join(example.file_name());
                    fs::create_dir_all(file.parent().context("a file is in a folder")?)?;
                    fs::write(&file, example.code())?;
                    let region = located.region().id().to_owned();
                    entries.push(Entry {
                        id,
                        target: target.as_str(),
                        task: task.as_str(),
                        region,
                        file,
                        expected,
                    });
                }
                (Err(reason), None) => {
                    ensure!(matches!(reason, Unavailable::NotFor { .. }), "{id}: {reason}");
                }
                (Err(reason), Some(_)) => anyhow::bail!("{id}: there is no example: {reason}"),
                (Ok(_), None) => anyhow::bail!("{id}: there is an example of what cannot be done"),
            }
        }
    }
    Ok(entries)
}
