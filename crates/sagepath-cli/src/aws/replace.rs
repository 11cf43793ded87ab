//! An endpoint that is there already, and gets another model.
//!
//! A model and a configuration cannot be changed. So new ones are made, whose names have the time in them, and the endpoint is
//! told to take those.

use serde_json::Value;

/// The longest name that SageMaker takes.
const LONGEST: usize = 63;

/// The requests for models and configurations, with a suffix to their names and to what refers to them.
pub(super) fn renamed<'r>(requests: &[(&'r str, &Value)], suffix: &str) -> Vec<(&'r str, Value)> {
    let made: Vec<&str> = requests
        .iter()
        .filter(|(operation, _)| *operation == "CreateModel")
        .filter_map(|(_, input)| input.get("ModelName")?.as_str())
        .collect();
    let new_name = |name: &str| {
        let kept: String = name.chars().take(LONGEST - suffix.len() - 1).collect();
        format!("{kept}-{suffix}")
    };
    let rename = |value: &mut Value| {
        if let Some(name) = value.as_str() {
            *value = new_name(name).into();
        }
    };
    let renamed = requests.iter().map(|(operation, input)| {
        let mut input = (*input).clone();
        match *operation {
            "CreateModel" => rename(&mut input["ModelName"]),
            "CreateEndpointConfig" => {
                rename(&mut input["EndpointConfigName"]);
                for variants in ["ProductionVariants", "ShadowProductionVariants"] {
                    let variants = input.get_mut(variants).and_then(Value::as_array_mut);
                    for variant in variants.into_iter().flatten() {
                        // A model that is not made here keeps its name.
                        let is_made = |name: &Value| name.as_str().is_some_and(|name| made.contains(&name));
                        if let Some(name) = variant.get_mut("ModelName").filter(|name| is_made(name)) {
                            rename(name);
                        }
                    }
                }
            }
            "CreateEndpoint" => rename(&mut input["EndpointConfigName"]),
            _ => {}
        }
        (*operation, input)
    });
    renamed.collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_is_made_has_a_new_name_wherever_it_is_named() {
        let model = json!({ "ModelName": "m", "PrimaryContainer": {} });
        let config = json!({
            "EndpointConfigName": "c".repeat(63),
            "ProductionVariants": [{ "ModelName": "m" }, { "ModelName": "other" }],
        });
        let endpoint = json!({ "EndpointName": "e", "EndpointConfigName": "c".repeat(63) });
        let requests = [
            ("CreateModel", &model),
            ("CreateEndpointConfig", &config),
            ("CreateEndpoint", &endpoint),
        ];
        let new = renamed(&requests, "2026");
        assert_eq!(new[0].1["ModelName"], "m-2026");
        let name = format!("{}-2026", "c".repeat(58));
        assert_eq!(new[1].1["EndpointConfigName"], name);
        assert_eq!(
            new[1].1["ProductionVariants"],
            json!([{ "ModelName": "m-2026" }, { "ModelName": "other" }])
        );
        assert_eq!(
            new[2].1,
            json!({ "EndpointName": "e", "EndpointConfigName": name })
        );
    }
}
