//! Sends requests.

use sagepath_job::Plan;
use serde_json::Value;

use super::JobArguments;
use crate::Status;
use crate::aws::{Connection, Sending, Voice, submit};
use crate::failure::Failure;

/// Sends the requests of a plan, and follows what they start. `update`: an endpoint that is there gets what is made.
pub(super) fn send(
    plan: &Plan,
    arguments: &JobArguments,
    connection: Connection,
    update: bool,
    quiet: bool,
) -> Result<Status, Failure> {
    let requests: Vec<(&str, &Value)> = plan
        .requests
        .iter()
        .map(|request| (request.operation.name, &request.input))
        .collect();
    let JobArguments { detach, watch, .. } = arguments;
    let sending = Sending {
        detach: *detach,
        update,
    };
    connection.run(async |client| {
        let mut voice = Voice::new(watch.form.form(), quiet);
        submit(&client, &requests, sending, watch, &mut voice).await
    })
}
