//! What an example did, and whether that is what it must do.

use std::collections::BTreeMap;

use anyhow::ensure;
use serde::Deserialize;
use serde_json::Value;

use crate::sample::Expected;

/// What was there after an example was run.
#[derive(Debug, Deserialize)]
pub struct Outcome {
    /// Sample, target and task.
    pub id: String,
    /// Why it could not be run to its end.
    pub error: Option<String>,
    /// What it printed, or published.
    #[serde(default)]
    pub path: Option<String>,
    /// What was made, under the operation that makes it.
    #[serde(default)]
    pub requests: BTreeMap<String, Value>,
}

impl Outcome {
    /// That of an example that made nothing.
    pub fn of(id: &str) -> Self {
        Outcome {
            id: id.to_owned(),
            error: None,
            path: None,
            requests: BTreeMap::new(),
        }
    }

    /// Compares it with what must be.
    ///
    /// # Errors
    ///
    /// What differs.
    pub fn check(&self, expected: &Expected) -> anyhow::Result<()> {
        ensure!(
            self.error.is_none(),
            "{}",
            self.error.as_deref().unwrap_or_default()
        );
        ensure!(
            self.path == expected.path,
            "path {:?}, expected {:?}",
            self.path,
            expected.path
        );
        for (operation, request) in &expected.requests {
            let Some(mut found) = self.requests.get(*operation).cloned() else {
                anyhow::bail!("no {operation}");
            };
            let pointer = match *operation {
                "CreateTrainingJob" => "/ResourceConfig",
                "CreateEndpointConfig" => "/ProductionVariants/0",
                _ => "",
            };
            if let Some(Value::Object(resources)) = found.pointer_mut(pointer).filter(|_| !pointer.is_empty())
            {
                let instance = resources.remove("InstanceType").unwrap_or_default();
                let instance = instance.as_str().unwrap_or_default();
                ensure!(
                    expected.instance_types.contains(instance),
                    "{operation}: instance type `{instance}`"
                );
            }
            differences(request, &found, operation)?;
        }
        Ok(())
    }
}

/// Whether all that is expected is there. At the top of a request there may be more, as tools and moto add to it; below there
/// may not.
fn differences(expected: &Value, found: &Value, operation: &str) -> anyhow::Result<()> {
    let (Value::Object(expected), Value::Object(found)) = (expected, found) else {
        anyhow::bail!("{operation}: {found} is no object");
    };
    for (name, value) in expected {
        let found = found.get(name).unwrap_or(&Value::Null);
        ensure!(found == value, "{operation}: {name} is {found}, expected {value}");
    }
    Ok(())
}
