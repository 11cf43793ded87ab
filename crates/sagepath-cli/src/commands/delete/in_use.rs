//! What other endpoints use, which is not to be deleted with one.
//!
//! SageMaker deletes a configuration or model that an endpoint needs, and the endpoint fails when it is updated or grows. It tells who
//! uses what only of each endpoint by itself: so they are all asked, once each, and their configurations once each.

use std::collections::{BTreeMap, BTreeSet};

use sagepath_aws::{Client, Error, Kind};
use serde_json::{Value, json};

use crate::aws::Thing;

/// The endpoints that use each thing.
pub(super) type Users = BTreeMap<(&'static str, String), BTreeSet<String>>;

/// The key of a thing among the users.
pub(super) fn key((kind, name): &Thing) -> (&'static str, String) {
    (kind.noun, name.clone())
}

/// Who else uses which of these things. `own` is the endpoint that goes with them.
pub(super) async fn users(client: &Client, things: &[Thing], own: Option<&str>) -> Result<Users, Error> {
    let mut users = Users::new();
    let mut asked: BTreeMap<String, Vec<Thing>> = BTreeMap::new();
    for endpoint in others(client, own).await? {
        for config in configs(client, &endpoint).await? {
            if !asked.contains_key(&config) {
                asked.insert(config.clone(), parts(client, &config).await?);
            }
            let used = asked.get(&config).into_iter().flatten();
            for thing in used.filter(|thing| things.contains(thing)) {
                users.entry(key(thing)).or_default().insert(endpoint.clone());
            }
        }
    }
    Ok(users)
}

/// The other endpoints.
async fn others(client: &Client, own: Option<&str>) -> Result<Vec<String>, Error> {
    let mut others = Vec::new();
    let keep = |item: Value| {
        let is_going = item.get("EndpointStatus").and_then(Value::as_str) == Some("Deleting");
        if let Some(name) = item.get("EndpointName").and_then(Value::as_str)
            && !is_going
            && Some(name) != own
        {
            others.push(name.to_owned());
        }
        true
    };
    Kind::ENDPOINT
        .list(client, &json!({ "MaxResults": 100 }), keep)
        .await?;
    Ok(others)
}

/// The configuration of an endpoint, and the one that it is about to take.
async fn configs(client: &Client, endpoint: &str) -> Result<Vec<String>, Error> {
    let found = match Kind::ENDPOINT.describe(client, endpoint).await {
        // It has gone meanwhile.
        Err(error) if error.is_not_found() => return Ok(Vec::new()),
        found => found?,
    };
    let members = [
        "/EndpointConfigName",
        "/PendingDeploymentSummary/EndpointConfigName",
    ];
    let names = members
        .into_iter()
        .filter_map(|member| found.pointer(member)?.as_str());
    Ok(names.map(str::to_owned).collect())
}

/// A configuration and its models. One that SageMaker does not know any more is all that it is known to use.
async fn parts(client: &Client, config: &str) -> Result<Vec<Thing>, Error> {
    let mut parts: Vec<Thing> = vec![(&Kind::ENDPOINT_CONFIG, config.to_owned())];
    match Kind::ENDPOINT_CONFIG.describe(client, config).await {
        Err(error) if error.is_not_found() => {}
        found => parts.extend(super::models(&found?)),
    }
    Ok(parts)
}
