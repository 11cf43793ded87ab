//! The OpenAPI document, made of the endpoints.
//!
//! It is committed as `openapi.json` as well, so that a change of the API is seen in a diff; a test compares the two.

use serde_json::{Map, Value, json};

use crate::api::{self, batch};
use crate::endpoint::Endpoint;
use crate::parameters::{Kind, Parameter};
use crate::problem;

/// The schemas of what is answered.
const SCHEMAS: &str = include_str!("schemas.json");

/// A version, or a bound of one.
const BOUND: &str = "(>=|<=|==|>|<|=)?[A-Za-z0-9._-]+";

/// Makes the document.
///
/// # Errors
///
/// If the schemas are not JSON.
pub(crate) fn write() -> serde_json::Result<String> {
    let mut paths = Map::new();
    for endpoint in &api::ENDPOINTS {
        paths.insert(endpoint.path.to_owned(), json!({ "get": operation(endpoint) }));
    }
    paths.insert(batch::PATH.to_owned(), json!({ "post": batch_operation() }));
    for (path, name, about) in [
        ("/healthz", "healthz", "Whether the process runs"),
        (
            "/readyz",
            "readyz",
            "Whether new requests are welcome: status 503 once it is told to stop",
        ),
        ("/metrics", "metrics", "Counters, for Prometheus"),
    ] {
        let content = if name == "metrics" {
            "application/openmetrics-text"
        } else {
            "text/plain"
        };
        paths.insert(path.to_owned(), json!({ "get": {
            "operationId": name,
            "summary": about,
            "responses": { "200": { "description": "OK", "content": { content: { "schema": { "type": "string" } } } } },
        } }));
    }
    let schemas: Value = serde_json::from_str(SCHEMAS)?;
    let document = json!({
        "openapi": "3.1.0",
        "info": {
            "title": "sagepath",
            "version": "1",
            "summary": "Docker registry paths of Amazon SageMaker's algorithms and Deep Learning Containers",
            "description": "Answers come from a catalog of facts that is part of the server. Status 400 is a request that cannot \
                be read, 404 a question whose answer is no; both are problem documents that name the choices. The form of \
                an answer only grows: a client passes over what it does not know.",
            "license": { "name": "MIT OR Apache-2.0", "identifier": "MIT OR Apache-2.0" },
        },
        "servers": [{ "url": "/" }],
        "paths": paths,
        "components": { "schemas": schemas },
    });
    let mut text = serde_json::to_string_pretty(&document)?;
    text.push('\n');
    Ok(text)
}

fn operation(endpoint: &Endpoint) -> Value {
    let parameters = endpoint.parameters.iter().copied().flatten();
    json!({
        "operationId": endpoint.name,
        "summary": endpoint.summary,
        "description": endpoint.about,
        "parameters": parameters.map(parameter).collect::<Vec<_>>(),
        "responses": {
            "200": {
                "description": "The answer",
                "headers": { "ETag": { "schema": { "type": "string" }, "description": "Names the catalog that it comes from" } },
                "content": { "application/json": {
                    "schema": { "$ref": format!("#/components/schemas/{}", endpoint.schema) },
                } },
            },
            "304": { "description": "The client has the answer: `If-None-Match` names it" },
            "400": problem("The request cannot be read"),
            "404": problem("The answer is no"),
        },
    })
}

fn problem(description: &str) -> Value {
    json!({
        "description": description,
        "content": { problem::MEDIA_TYPE: { "schema": { "$ref": "#/components/schemas/Problem" } } },
    })
}

fn parameter(parameter: &Parameter) -> Value {
    let mut description = parameter.about.to_owned();
    for (number, alias) in parameter.aliases.iter().enumerate() {
        description.push_str(if number == 0 { ". Also " } else { " and " });
        description.push_str(&format!("`{alias}`"));
    }
    let schema = match parameter.kind {
        Kind::Text if !parameter.required => json!({ "type": "string" }),
        Kind::Text | Kind::Segment => json!({ "type": "string", "minLength": 1 }),
        Kind::Flag => json!({ "type": "boolean", "default": false }),
        Kind::Day => json!({ "anyOf": [{ "type": "string", "format": "date" }, { "const": "today" }] }),
        Kind::Versions => json!({ "type": "string", "pattern": format!("^({BOUND}(,{BOUND})*)?$") }),
        Kind::Number { least, most } => json!({ "type": "integer", "minimum": least, "maximum": most }),
        Kind::Word(words) => json!({ "enum": words }),
    };
    let mut object = json!({
        "name": parameter.name,
        "in": if parameter.kind == Kind::Segment { "path" } else { "query" },
        "required": parameter.required,
        "description": description,
        "schema": schema,
    });
    // A framework's images are the best example of a parameter that needs no value of its own.
    if parameter.kind != Kind::Flag && !parameter.example.is_empty() {
        let example = parameter
            .example
            .parse::<u32>()
            .map_or_else(|_| json!(parameter.example), |number| json!(number));
        let typed = matches!(parameter.kind, Kind::Number { .. });
        object["example"] = if typed { example } else { json!(parameter.example) };
    }
    object
}

fn batch_operation() -> Value {
    let lines =
        |description: &str| json!({ batch::MEDIA_TYPE: { "schema": { "description": description } } });
    json!({
        "operationId": batch::NAME,
        "summary": "Many questions: JSON Lines in, JSON Lines out",
        "description": "Each line is an object with the argument names of the SDK's `image_uris.retrieve`: framework, region, \
            version, py_version, instance_type, accelerator_type, image_scope, container_version, distribution, \
            base_framework_version, training_compiler_config, serverless_inference_config, sdk_version, inference_tool; and \
            our own: processor, architecture, platform, smdistributed, pin. Each line of the answer answers one, in the same \
            order and while more come in: an `Answer`, or a `Refusal`.",
        "requestBody": { "required": false, "content": lines("An object a line") },
        "responses": {
            "200": { "description": "The answers", "content": lines("An `Answer` or a `Refusal` a line") },
            "413": problem("The body is too large"),
        },
    })
}
