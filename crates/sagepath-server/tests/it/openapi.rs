//! The OpenAPI document is that of the endpoints, and tells all that they answer.

use serde_json::Value;

use crate::client::get;

/// `SNAPSHOTS=overwrite` writes the committed document anew.
#[tokio::test]
async fn the_committed_document_is_the_one_that_is_served() {
    let got = get("/api/v1/openapi.json").await;
    snapbox::assert_data_eq!(got.text(), snapbox::file!["../../openapi.json"].raw());
}

/// Requests whose answers have every field between them.
const REQUESTS: [&str; 14] = [
    "/api/v1/resolve?framework=pytorch&version=2.10&scope=training&processor=gpu&region=us-west-2&pin=true",
    "/api/v1/resolve?framework=huggingface-neuronx&version=4.43.2&scope=training&instance_type=ml.trn1.2xlarge&region=us-east-1",
    "/api/v1/identify?path=763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch-training:2.5-gpu-py311&region=cn-north-1",
    "/api/v1/identify?path=683313688378.dkr.ecr.us-east-2.amazonaws.com/sagemaker-xgboost:1.7-1&region=us-iso-west-1",
    "/api/v1/identify?path=nonsense",
    "/api/v1/images?limit=1000",
    "/api/v1/images?region=us-east-1&limit=1000",
    "/api/v1/frameworks",
    "/api/v1/frameworks/xgboost",
    "/api/v1/frameworks/pytorch",
    "/api/v1/regions",
    "/api/v1/examples?framework=kmeans&region=us-east-1",
    "/api/v1/examples?framework=clarify&region=us-east-1",
    "/api/v1/instances",
];

#[tokio::test]
async fn every_field_of_an_answer_is_in_its_schema() {
    let document = get("/api/v1/openapi.json").await.json();
    for request in REQUESTS {
        let got = get(request).await;
        let path = request.split('?').next().unwrap();
        let path = if path.starts_with("/api/v1/frameworks/") {
            "/api/v1/frameworks/{slug}"
        } else {
            path
        };
        let status = got.status.as_str();
        let content = &document["paths"][path]["get"]["responses"][status]["content"];
        let schema = &content[got.header("content-type")]["schema"];
        assert!(schema.is_object(), "{request}: {content}");
        check(&document, schema, &got.json(), request);
    }
}

/// Fails if a value has a field that its schema has not.
fn check(document: &Value, schema: &Value, value: &Value, place: &str) {
    match value {
        Value::Object(fields) => {
            for (name, field) in fields {
                let found = property(document, schema, name);
                let schema = found.unwrap_or_else(|| panic!("{place}: `{name}` is in no schema"));
                check(document, schema, field, &format!("{place}/{name}"));
            }
        }
        Value::Array(items) => {
            let schema = alternatives(document, schema)
                .into_iter()
                .find_map(|schema| schema.get("items"))
                .unwrap_or_else(|| panic!("{place}: a list is in no schema"));
            for item in items {
                check(document, schema, item, place);
            }
        }
        _ => {}
    }
}

fn property<'d>(document: &'d Value, schema: &'d Value, name: &str) -> Option<&'d Value> {
    alternatives(document, schema)
        .into_iter()
        .find_map(|schema| schema.get("properties")?.get(name))
}

/// A schema and all that it is made of.
fn alternatives<'d>(document: &'d Value, schema: &'d Value) -> Vec<&'d Value> {
    let mut all = vec![schema];
    if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
        let target = document.pointer(reference.strip_prefix('#').unwrap()).unwrap();
        all.extend(alternatives(document, target));
    }
    for parts in ["allOf", "anyOf"]
        .iter()
        .filter_map(|key| schema.get(key)?.as_array())
    {
        all.extend(parts.iter().flat_map(|part| alternatives(document, part)));
    }
    all
}
