//! A job or an endpoint on its way to its end.

use serde_json::Value;

use crate::client::Client;
use crate::error::Error;
use crate::logs::{LogLine, LogTail};
use crate::resource::Kind;

/// Looks after one job or endpoint: each call tells what is new.
#[derive(Debug)]
pub struct Follower<'c> {
    client: &'c Client,
    kind: &'static Kind,
    name: String,
    logs: Option<LogTail>,
    last: Option<(String, Option<String>)>,
    outcome: Option<Outcome>,
    /// Why there are no logs, told once.
    logs_refused: Option<Error>,
}

/// Something new.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// Its status is another one.
    Status {
        /// The status, such as `InProgress`.
        status: String,
        /// What of it is being done, such as `Downloading`.
        secondary: Option<String>,
        /// What SageMaker says on it.
        message: Option<String>,
    },
    /// A container has printed a line.
    Log(LogLine),
}

/// How it ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// A job has done its work; an endpoint is in service.
    Done,
    /// It was stopped.
    Stopped,
    /// It failed.
    Failed,
}

impl Outcome {
    /// What a status of SageMaker means, such as `Completed`; `None` while it goes on.
    pub fn of(status: &str) -> Option<Self> {
        match status {
            "Completed" | "InService" => Some(Outcome::Done),
            "Stopped" => Some(Outcome::Stopped),
            "Failed" | "OutOfService" | "UpdateRollbackFailed" => Some(Outcome::Failed),
            _ => None,
        }
    }
}

impl<'c> Follower<'c> {
    /// Looks after the one of this name.
    pub fn new(client: &'c Client, kind: &'static Kind, name: &str) -> Self {
        Follower {
            client,
            kind,
            name: name.to_owned(),
            logs: None,
            last: None,
            outcome: None,
            logs_refused: None,
        }
    }

    /// Tells of log lines, too.
    #[must_use]
    pub fn with_logs(mut self) -> Self {
        self.logs = self
            .kind
            .logs(&self.name)
            .map(|(group, prefix)| LogTail::new(group, prefix));
        self
    }

    /// Asks how it is: what is new, and what SageMaker knows of it.
    ///
    /// # Errors
    ///
    /// It is not there (any more), or there is no answer.
    pub async fn look(&mut self) -> Result<(Vec<Event>, Value), Error> {
        let found = self.kind.describe(self.client, &self.name).await?;
        let text = |member: &str| found.get(member).and_then(Value::as_str).map(str::to_owned);
        let status = text(&self.kind.status_member()).ok_or_else(|| Error::Malformed {
            operation: self.kind.describe,
            reason: format!("it has no `{}`", self.kind.status_member()),
        })?;
        let secondary = text("SecondaryStatus");
        let mut events = Vec::new();
        let now = (status.clone(), secondary.clone());
        if self.last.as_ref() != Some(&now) {
            self.last = Some(now);
            events.push(Event::Status {
                message: text("FailureReason").or_else(|| latest_message(&found)),
                status: status.clone(),
                secondary,
            });
        }
        self.outcome = Outcome::of(&status);
        if let Some(logs) = &mut self.logs {
            match logs.read(self.client).await {
                Ok(lines) => events
                    .splice(0..0, lines.into_iter().map(Event::Log))
                    .for_each(drop),
                // Who may not read logs can follow a job all the same.
                Err(error) => {
                    self.logs = None;
                    self.logs_refused = Some(error);
                }
            }
        }
        Ok((events, found))
    }

    /// Whether it tells of log lines.
    pub fn has_logs(&self) -> bool {
        self.logs.is_some()
    }

    /// How it ended; `None` while it goes on.
    pub fn outcome(&self) -> Option<Outcome> {
        self.outcome
    }

    /// Why there are no more log lines, if they cannot be read: once.
    pub fn take_logs_error(&mut self) -> Option<Error> {
        self.logs_refused.take()
    }
}

/// What SageMaker says on the step that a training job is at.
fn latest_message(found: &Value) -> Option<String> {
    let step = found.get("SecondaryStatusTransitions")?.as_array()?.last()?;
    if step.get("Status") != found.get("SecondaryStatus") {
        return None;
    }
    let message = step.get("StatusMessage")?.as_str()?;
    Some(message.to_owned()).filter(|message| !message.is_empty())
}
