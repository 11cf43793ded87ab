//! Terraform's examples: evaluated, their arguments looked up, and what they would make.
//!
//! Terraform itself and its providers are not on the registries that the suite installs from. So a configuration is parsed and
//! evaluated by an HCL implementation, and the names in it are compared with those of the provider's schema.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context as _, bail, ensure};
use hcl::eval::{Context, Evaluate as _, FuncArgs, FuncDef, ParamType};
use hcl::{Block, Body, Structure};
use serde_json::{Map, Value, json};

use crate::sample::Entry;
use crate::verdict::Outcome;

/// The arguments and blocks that the provider's resources have.
#[derive(Debug)]
pub struct Arguments<'t>(BTreeSet<(&'t str, &'t str)>);

impl<'t> Arguments<'t> {
    /// Reads `terraform-arguments.tsv`.
    pub fn read(table: &'t str) -> Self {
        let lines = table.lines().filter(|line| !line.starts_with('#'));
        Arguments(lines.filter_map(|line| line.split_once('\t')).collect())
    }

    /// Evaluates a configuration, and tells what it would make.
    ///
    /// # Errors
    ///
    /// If it is no HCL, or names what the provider does not know, or `sagepath` does not answer its query.
    pub fn outcome(&self, entry: &Entry, sagepath: &Path) -> anyhow::Result<Outcome> {
        let body: Body = hcl::from_str(&std::fs::read_to_string(&entry.file)?)?;
        let mut outcome = Outcome::of(&entry.id);
        for block in body.into_iter().filter_map(Structure::into_block) {
            let labels: Vec<&str> = block.labels.iter().map(hcl::BlockLabel::as_str).collect();
            match (block.identifier.as_str(), &labels[..]) {
                ("provider", ["aws"]) | ("output", [_]) => {}
                ("data", ["external", _]) => outcome.path = Some(answer(&block.body, sagepath)?),
                ("resource", [resource, name]) => {
                    self.know(resource, &block)?;
                    let made = evaluated(&block.body)?;
                    ensure!(["this", "training"].contains(name), "a resource is named {name}");
                    add(&mut outcome, resource, &made)?;
                }
                (kind, labels) => bail!("a block `{kind}` {labels:?}"),
            }
        }
        Ok(outcome)
    }

    fn know(&self, resource: &str, block: &Block) -> anyhow::Result<()> {
        for structure in &block.body {
            let name = match structure {
                Structure::Attribute(attribute) => attribute.key.as_str(),
                Structure::Block(inner) => {
                    self.know(resource, inner)?;
                    inner.identifier.as_str()
                }
            };
            ensure!(self.0.contains(&(resource, name)), "{resource} has no `{name}`");
        }
        Ok(())
    }
}

/// What `sagepath uri --terraform` answers to a data source.
fn answer(body: &Body, sagepath: &Path) -> anyhow::Result<String> {
    let data = evaluated(body)?;
    ensure!(
        data["program"] == json!(["sagepath", "uri", "--terraform"]),
        "another program: {}",
        data["program"]
    );
    let mut child = Command::new(sagepath)
        .args(["uri", "--terraform"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    serde_json::to_writer(child.stdin.take().context("a pipe")?, &data["query"])?;
    let answer: Value = serde_json::from_slice(&child.wait_with_output()?.stdout)?;
    answer["uri"]
        .as_str()
        .map(str::to_owned)
        .context("an answer has a `uri`")
}

/// A body as JSON; references to other resources become the names that these have.
fn evaluated(body: &Body) -> anyhow::Result<Value> {
    let mut context = Context::new();
    let encode = FuncDef::builder()
        .param(ParamType::Any)
        .build(|arguments: FuncArgs| {
            let value = arguments.first().cloned().unwrap_or_default();
            serde_json::to_string(&value)
                .map(hcl::Value::from)
                .map_err(|error| error.to_string())
        });
    context.declare_func("jsonencode", encode);
    for resource in ["aws_sagemaker_model", "aws_sagemaker_endpoint_configuration"] {
        context.declare_var(resource, hcl::value!({ "this" = { "name" = (resource) } }));
    }
    let mut object = Map::new();
    for structure in body {
        let (name, value) = match structure {
            Structure::Attribute(attribute) => (
                &attribute.key,
                serde_json::to_value(attribute.expr.evaluate(&context)?)?,
            ),
            Structure::Block(block) => (&block.identifier, evaluated(&block.body)?),
        };
        object.insert(name.to_string(), value);
    }
    Ok(Value::Object(object))
}

/// What a resource makes, as the requests that make it.
fn add(outcome: &mut Outcome, resource: &str, made: &Value) -> anyhow::Result<()> {
    let mut add = |operation: &str, request| outcome.requests.insert(operation.to_owned(), request);
    match resource {
        "aws_sfn_state_machine" => {
            let definition: Value =
                serde_json::from_str(made["definition"].as_str().context("a definition is a text")?)?;
            let state = &definition["States"][definition["StartAt"].as_str().unwrap_or_default()];
            add("CreateTrainingJob", state["Parameters"].clone());
        }
        "aws_sagemaker_model" => {
            let container = &made["primary_container"];
            let mut request = json!({
                "ModelName": made["name"],
                "ExecutionRoleArn": made["execution_role_arn"],
                "PrimaryContainer": { "Image": container["image"], "ModelDataUrl": container["model_data_url"] },
            });
            if let Some(environment) = container.get("environment") {
                request["PrimaryContainer"]["Environment"] = environment.clone();
            }
            add("CreateModel", request);
        }
        "aws_sagemaker_endpoint_configuration" => {
            let variant = &made["production_variants"];
            ensure!(
                variant["model_name"] == "aws_sagemaker_model",
                "a variant names another model"
            );
            let model = outcome
                .requests
                .get("CreateModel")
                .map(|model| model["ModelName"].clone());
            let request = json!({ "ProductionVariants": [{
                "VariantName": variant["variant_name"],
                "ModelName": model,
                "InstanceType": variant["instance_type"],
                "InitialInstanceCount": variant["initial_instance_count"],
            }] });
            outcome
                .requests
                .insert("CreateEndpointConfig".to_owned(), request);
        }
        "aws_sagemaker_endpoint" => {
            ensure!(
                made["endpoint_config_name"] == "aws_sagemaker_endpoint_configuration",
                "an endpoint names another configuration"
            );
            add("CreateEndpoint", json!({ "EndpointName": made["name"] }));
        }
        _ => bail!("a resource {resource}"),
    }
    Ok(())
}
