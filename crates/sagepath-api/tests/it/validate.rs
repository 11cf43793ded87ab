//! Requests with one thing wrong.

use sagepath_api::{Node, find};
use serde_json::Value as Json;

const REQUEST: &str = include_str!("../validate/training-job.json");
const CASES: &str = include_str!("../validate/violations.tsv");

/// The request with one value changed, added or taken away.
fn changed(pointer: &str, value: &str) -> Json {
    let mut request: Json = serde_json::from_str(REQUEST).unwrap();
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    match request.pointer_mut(parent).unwrap() {
        Json::Object(fields) if value == "-" => {
            fields.remove(key).unwrap();
        }
        Json::Object(fields) => {
            fields.insert(key.to_owned(), serde_json::from_str(value).unwrap());
        }
        other => panic!("{pointer}: {other} has no fields"),
    }
    request
}

#[test]
fn each_wrong_value_is_told() {
    let operation = find("CreateTrainingJob").unwrap();
    for case in CASES.lines().filter(|line| !line.starts_with('#')) {
        let fields: Vec<&str> = case.split('\t').collect();
        let [pointer, value, message, help] = fields[..] else {
            panic!("{case}: not four fields");
        };
        let violations = operation.validate(&Node::from(changed(pointer, value)));
        let told: Vec<String> = violations.iter().map(ToString::to_string).collect();
        assert_eq!(told, [message], "{case}");
        assert_eq!(violations[0].help().unwrap_or_default(), help, "{case}");
        assert_eq!(violations[0].path.pointer(), pointer, "{case}");
    }
}

#[test]
fn a_right_request_is_taken_and_stays_what_it_is() {
    let request: Json = serde_json::from_str(REQUEST).unwrap();
    let operation = find("CreateTrainingJob").unwrap();
    let node = Node::from(request.clone());
    assert_eq!(operation.validate(&node), []);
    assert_eq!(operation.to_json(&node), request);
}

#[test]
fn everything_wrong_is_told_at_once() {
    let operation = find("CreateTrainingJob").unwrap();
    let violations = operation.validate(&Node::from(serde_json::json!({"Tags": [{"Key": ""}, 1]})));
    let pointers: Vec<String> = violations
        .iter()
        .map(|violation| violation.path.pointer())
        .collect();
    assert_eq!(
        pointers,
        [
            "/TrainingJobName",
            "/RoleArn",
            "/OutputDataConfig",
            "/Tags/0/Value",
            "/Tags/0/Key",
            "/Tags/1"
        ]
    );
}

#[test]
fn an_operation_without_such_a_shape_takes_anything_from_nothing() {
    for operation in sagepath_api::operations() {
        // No operation may panic on, or take, what is no structure.
        for value in [
            serde_json::json!(null),
            serde_json::json!([1]),
            serde_json::json!("x"),
        ] {
            assert_eq!(
                operation.validate(&Node::from(value)).len(),
                1,
                "{}",
                operation.name
            );
        }
    }
}
