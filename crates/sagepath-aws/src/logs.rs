//! Log lines of CloudWatch, as they come.

use std::collections::BTreeMap;

use jiff::Timestamp;
use sagepath_api::logs;
use serde_json::{Value, json};

use crate::client::Client;
use crate::error::Error;

/// A line that a container has printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogLine {
    /// The stream, without what all streams of a job have in front: such as `algo-1-1764201600`.
    pub stream: String,
    /// When it was printed.
    pub time: Timestamp,
    /// What it says.
    pub message: String,
}

/// Reads the streams of a job or an endpoint: each call gives what is new.
#[derive(Clone, Debug)]
pub struct LogTail {
    group: String,
    prefix: String,
    /// Where to go on in each stream.
    streams: BTreeMap<String, Option<String>>,
}

impl LogTail {
    /// The streams of a group whose names begin like this.
    pub fn new(group: String, prefix: String) -> Self {
        LogTail {
            group,
            prefix,
            streams: BTreeMap::new(),
        }
    }

    /// What has been printed since the last call, in order of time. As long as there are no logs, that is nothing.
    ///
    /// # Errors
    ///
    /// There is no answer.
    pub async fn read(&mut self, client: &Client) -> Result<Vec<LogLine>, Error> {
        self.find_streams(client).await?;
        let mut lines = Vec::new();
        for (stream, next) in &mut self.streams {
            let short = stream.strip_prefix(&self.prefix).unwrap_or(stream);
            loop {
                let mut input =
                    json!({ "logGroupName": self.group, "logStreamName": stream, "startFromHead": true });
                if let Some(token) = next.as_deref() {
                    input["nextToken"] = token.into();
                }
                let page = match client.call(&logs::GET_LOG_EVENTS, &input).await {
                    Err(error) if error.is_not_found() => break,
                    page => page?,
                };
                let events = page.get("events").and_then(Value::as_array);
                lines.extend(
                    events
                        .into_iter()
                        .flatten()
                        .filter_map(|event| line(short, event)),
                );
                // At its end a stream gives the token that it was given.
                let token = page
                    .get("nextForwardToken")
                    .and_then(Value::as_str)
                    .map(str::to_owned);
                let is_end = token.is_none() || token == *next;
                if token.is_some() {
                    *next = token;
                }
                if is_end {
                    break;
                }
            }
        }
        lines.sort_by_key(|line| line.time);
        Ok(lines)
    }

    /// Whether more than one container has printed.
    pub fn has_several_streams(&self) -> bool {
        self.streams.len() > 1
    }

    async fn find_streams(&mut self, client: &Client) -> Result<(), Error> {
        let mut input = json!({ "logGroupName": self.group });
        if !self.prefix.is_empty() {
            input["logStreamNamePrefix"] = self.prefix.as_str().into();
        }
        let keep = |stream: Value| {
            if let Some(name) = stream.get("logStreamName").and_then(Value::as_str) {
                self.streams.entry(name.to_owned()).or_default();
            }
            true
        };
        match client.pages(&logs::DESCRIBE_LOG_STREAMS, &input, keep).await {
            Err(error) if error.is_not_found() => Ok(()),
            found => found,
        }
    }
}

fn line(stream: &str, event: &Value) -> Option<LogLine> {
    let time = event.get("timestamp").and_then(Value::as_i64)?;
    Some(LogLine {
        stream: stream.to_owned(),
        time: Timestamp::from_millisecond(time).ok()?,
        message: event.get("message")?.as_str()?.trim_end().to_owned(),
    })
}
