//! Sends requests.

use sagepath_job::Plan;
use serde_json::Value;

use super::{Job, JobArguments, buckets, refused, remarks};
use crate::Status;
use crate::aws::{Connection, Sending, Voice, submit};
use crate::failure::Failure;

/// Sends the requests of a plan, and follows what they start.
pub(super) fn send(
    mut plan: Plan,
    job: &Job,
    arguments: &JobArguments,
    connection: Connection,
    quiet: bool,
) -> Result<Status, Failure> {
    let JobArguments { detach, watch, .. } = arguments;
    let sending = Sending {
        detach: *detach,
        update: job.update,
    };
    connection.run(async |client| {
        // Without credentials nothing is begun.
        client.credentials().await?;
        if !arguments.no_verify {
            plan.remarks = buckets::judge(&plan.buckets, &client).await;
            remarks::print(&plan.remarks, job, quiet);
            if plan.is_refused() {
                return Err(refused(&plan, job));
            }
        }
        let requests: Vec<(&str, &Value)> = plan
            .requests
            .iter()
            .map(|request| (request.operation.name, &request.input))
            .collect();
        let mut voice = Voice::new(watch.form.form(), quiet);
        submit(&client, &requests, sending, watch, &mut voice).await
    })
}
