//! `sagepath jobs`, `models` and `endpoints`: what there is, the newest first.

use std::cmp::Reverse;
use std::time::Duration;

use clap::{Args, ValueEnum};
use jiff::Timestamp;
use sagepath_aws::{Client, Kind, timestamp};
use serde::Serialize;
use serde_json::{Value, json};

use crate::Status;
use crate::aws::{ConnectionArguments, ago, words};
use crate::failure::{Failure, note};
use crate::last_word::{Form, in_every_case};
use crate::output::{self, Column, ListFormat, Row};

/// What all lists understand.
#[derive(Args)]
struct Selection {
    /// Only those with this text in their name
    #[arg(value_name = "TEXT")]
    text: Option<String>,

    /// Only those that were made within this time: 30m, 12h, 7d
    #[arg(long, value_name = "TIME", value_parser = ago)]
    since: Option<Duration>,

    /// At most so many
    #[arg(long, short = 'n', value_name = "N", default_value = "100", value_parser = at_least_one)]
    limit: usize,

    /// How to print them
    #[arg(long, value_enum, value_name = "FORMAT")]
    format: Option<ListFormat>,

    /// The same as --format json
    #[arg(long, conflicts_with = "format")]
    json: bool,
}

#[derive(Args)]
#[command(after_help = "\
Examples:
  sagepath jobs
  sagepath jobs xgboost --status failed --since 7d
  sagepath jobs --kind processing --format json")]
pub(crate) struct JobsArguments {
    #[command(flatten)]
    selection: Selection,

    /// Only jobs of this kind; all, if it is not given
    #[arg(long, value_enum, value_name = "KIND")]
    kind: Option<JobsOf>,

    /// Only jobs that are so
    #[arg(long, value_enum, value_name = "STATUS", ignore_case = true)]
    status: Option<JobStatus>,

    #[command(flatten)]
    connection: ConnectionArguments,
}

#[derive(Args)]
#[command(after_help = "\
Examples:
  sagepath models
  sagepath models xgboost --since 7d --format csv")]
pub(crate) struct ModelsArguments {
    #[command(flatten)]
    selection: Selection,

    #[command(flatten)]
    connection: ConnectionArguments,
}

#[derive(Args)]
#[command(after_help = "\
Examples:
  sagepath endpoints
  sagepath endpoints --status in-service --format json")]
pub(crate) struct EndpointsArguments {
    #[command(flatten)]
    selection: Selection,

    /// Only endpoints that are so
    #[arg(long, value_enum, value_name = "STATUS", ignore_case = true)]
    status: Option<EndpointStatus>,

    #[command(flatten)]
    connection: ConnectionArguments,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum JobsOf {
    /// Training jobs
    Training,
    /// Processing jobs
    Processing,
    /// Batch transform jobs
    Transform,
}

/// How a job is. SageMaker's own words, which lists show, are taken, too.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum JobStatus {
    #[value(alias = "InProgress")]
    InProgress,
    Completed,
    Failed,
    Stopping,
    Stopped,
}

/// How an endpoint is, likewise.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum EndpointStatus {
    #[value(alias = "InService")]
    InService,
    Creating,
    Updating,
    #[value(alias = "SystemUpdating")]
    SystemUpdating,
    #[value(alias = "RollingBack")]
    RollingBack,
    #[value(alias = "OutOfService")]
    OutOfService,
    Deleting,
    Failed,
    #[value(alias = "UpdateRollbackFailed")]
    UpdateRollbackFailed,
}

/// A job.
#[derive(Serialize)]
struct JobRow {
    name: String,
    kind: &'static str,
    status: String,
    created: String,
    took: Option<String>,
    arn: String,
}

impl Row for JobRow {
    const NOUN: &'static str = "job";
    const COLUMNS: &'static [Column] = &[
        Column::new("name"),
        Column::optional("kind", 2),
        Column::new("status"),
        Column::optional("created", 3),
        Column::optional("took", 1),
        Column::detail("arn"),
    ];

    fn cells(&self) -> Vec<String> {
        let JobRow {
            name,
            kind,
            status,
            created,
            took,
            arn,
        } = self;
        [
            name.as_str(),
            kind,
            status,
            created,
            took.as_deref().unwrap_or_default(),
            arn,
        ]
        .map(str::to_owned)
        .into()
    }
}

/// A model.
#[derive(Serialize)]
struct ModelRow {
    name: String,
    created: String,
    arn: String,
}

impl Row for ModelRow {
    const NOUN: &'static str = "model";
    const COLUMNS: &'static [Column] = &[
        Column::new("name"),
        Column::optional("created", 1),
        Column::detail("arn"),
    ];

    fn cells(&self) -> Vec<String> {
        vec![self.name.clone(), self.created.clone(), self.arn.clone()]
    }
}

/// An endpoint.
#[derive(Serialize)]
struct EndpointRow {
    name: String,
    status: String,
    created: String,
    modified: String,
    arn: String,
}

impl Row for EndpointRow {
    const NOUN: &'static str = "endpoint";
    const COLUMNS: &'static [Column] = &[
        Column::new("name"),
        Column::new("status"),
        Column::optional("created", 2),
        Column::optional("modified", 1),
        Column::detail("arn"),
    ];

    fn cells(&self) -> Vec<String> {
        let EndpointRow {
            name,
            status,
            created,
            modified,
            arn,
        } = self;
        [name, status, created, modified, arn].map(Clone::clone).into()
    }
}

pub(crate) fn jobs(arguments: &JobsArguments, quiet: bool) -> Result<Status, Failure> {
    let JobsArguments {
        selection,
        kind,
        status,
        connection,
    } = arguments;
    let kinds: &[&'static Kind] = match kind {
        Some(JobsOf::Training) => &[&Kind::TRAINING_JOB],
        Some(JobsOf::Processing) => &[&Kind::PROCESSING_JOB],
        Some(JobsOf::Transform) => &[&Kind::TRANSFORM_JOB],
        None => &Kind::JOBS,
    };
    let (rows, region) = selection.ask(connection, async |client| {
        let mut found = Vec::new();
        let mut is_cut = false;
        for kind in kinds {
            let filter = selection.filter(status.map(|status| format!("{status:?}")));
            let (items, more) = selection.list(&client, kind, &filter).await?;
            found.extend(items.into_iter().map(|item| (*kind, item)));
            is_cut |= more;
        }
        found.sort_by_key(|(_, item)| Reverse(created(item)));
        is_cut |= found.len() > selection.limit;
        found.truncate(selection.limit);
        selection.tell_cut(is_cut, quiet);
        Ok((found, client.region().to_owned()))
    })?;
    let rows = rows.iter().map(|(kind, item)| job_row(kind, item));
    let is_filtered = kind.is_some() || status.is_some();
    selection.print(rows.collect(), &region, is_filtered)
}

pub(crate) fn models(arguments: &ModelsArguments, quiet: bool) -> Result<Status, Failure> {
    let ModelsArguments {
        selection,
        connection,
    } = arguments;
    let (models, region) = selection.ask(connection, async |client| {
        let (models, is_cut) = selection
            .list(&client, &Kind::MODEL, &selection.filter(None))
            .await?;
        selection.tell_cut(is_cut, quiet);
        Ok((models, client.region().to_owned()))
    })?;
    let row = |item: &Value| ModelRow {
        name: text(item, "ModelName"),
        created: time(item, "CreationTime"),
        arn: text(item, "ModelArn"),
    };
    selection.print(models.iter().map(row).collect(), &region, false)
}

pub(crate) fn endpoints(arguments: &EndpointsArguments, quiet: bool) -> Result<Status, Failure> {
    let EndpointsArguments {
        selection,
        status,
        connection,
    } = arguments;
    let (endpoints, region) = selection.ask(connection, async |client| {
        let filter = selection.filter(status.map(|status| format!("{status:?}")));
        let (endpoints, is_cut) = selection.list(&client, &Kind::ENDPOINT, &filter).await?;
        selection.tell_cut(is_cut, quiet);
        Ok((endpoints, client.region().to_owned()))
    })?;
    let row = |item: &Value| EndpointRow {
        name: text(item, "EndpointName"),
        status: text(item, "EndpointStatus"),
        created: time(item, "CreationTime"),
        modified: time(item, "LastModifiedTime"),
        arn: text(item, "EndpointArn"),
    };
    selection.print(endpoints.iter().map(row).collect(), &region, status.is_some())
}

impl Selection {
    fn format(&self) -> Option<ListFormat> {
        if self.json {
            Some(ListFormat::Json)
        } else {
            self.format
        }
    }

    /// Asks SageMaker. A program that wants a document is told why there is no list.
    fn ask<T>(
        &self,
        connection: &ConnectionArguments,
        act: impl AsyncFnOnce(Client) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let form = match self.format() {
            Some(ListFormat::Json) => Form::Json,
            _ => Form::Text,
        };
        in_every_case(form, || connection.run(act))
    }

    /// The filter as SageMaker takes it. The lists differ in how they are sorted by default, so it is said.
    fn filter(&self, status: Option<String>) -> Value {
        let mut filter = json!({
            "SortBy": "CreationTime",
            "SortOrder": "Descending",
            "MaxResults": self.limit.clamp(1, 100),
        });
        if let Some(text) = &self.text {
            filter["NameContains"] = text.as_str().into();
        }
        if let Some(status) = status {
            filter["StatusEquals"] = status.into();
        }
        if let Some(since) = self.since {
            let begin = Timestamp::now().as_second() - i64::try_from(since.as_secs()).unwrap_or(i64::MAX);
            filter["CreationTimeAfter"] = begin.into();
        }
        filter
    }

    /// What passes the filter, up to the limit, and whether there is more.
    async fn list(
        &self,
        client: &Client,
        kind: &Kind,
        filter: &Value,
    ) -> Result<(Vec<Value>, bool), Failure> {
        let mut found = Vec::new();
        kind.list(client, filter, |item| {
            found.push(item);
            found.len() <= self.limit
        })
        .await?;
        let is_cut = found.len() > self.limit;
        found.truncate(self.limit);
        // Not all who stand for SageMaker sort as they are told.
        found.sort_by_key(|item| Reverse(created(item)));
        Ok((found, is_cut))
    }

    /// Prints a list; where it is empty, whether that is so without a filter, too.
    fn print<R: Row>(&self, rows: Vec<R>, region: &str, is_filtered: bool) -> Result<Status, Failure> {
        let is_empty = rows.is_empty();
        let is_filtered = is_filtered || self.text.is_some() || self.since.is_some();
        let noun = R::NOUN;
        output::list(rows, self.format()).map_err(|failure| match (is_empty, is_filtered) {
            (false, _) => failure,
            (true, true) => failure
                .message(format!("no {noun} in {region} matches"))
                .hint(format!(
                    "`sagepath {noun}s` lists all; `--region` looks elsewhere"
                )),
            (true, false) => failure
                .message(format!("there is no {noun} in {region}"))
                .hint("`--region` looks elsewhere"),
        })
    }

    fn tell_cut(&self, is_cut: bool, quiet: bool) {
        if is_cut && !quiet {
            note(format_args!(
                "there are more than {}: `--limit {}` shows more",
                self.limit,
                self.limit.saturating_mul(10)
            ));
        }
    }
}

/// Reads how many rows there may be.
fn at_least_one(text: &str) -> Result<usize, String> {
    match text.parse() {
        Ok(number) if number > 0 => Ok(number),
        _ => Err("it is no number from 1 on".to_owned()),
    }
}

fn job_row(kind: &'static Kind, item: &Value) -> JobRow {
    let end = ["TrainingEndTime", "ProcessingEndTime", "TransformEndTime"];
    let end = end.into_iter().find_map(|member| timestamp(item.get(member)?));
    let took = created(item)
        .zip(end)
        .map(|(begin, end)| words(end.duration_since(begin).as_secs()));
    JobRow {
        name: text(item, &kind.name_member()),
        kind: kind.noun.trim_end_matches(" job"),
        status: text(item, &kind.status_member()),
        created: time(item, "CreationTime"),
        took,
        arn: text(item, &kind.arn_member()),
    }
}

fn created(item: &Value) -> Option<Timestamp> {
    item.get("CreationTime").and_then(timestamp)
}

fn text(item: &Value, member: &str) -> String {
    item.get(member)
        .and_then(Value::as_str)
        .unwrap_or_default()
        .to_owned()
}

/// A time as it sorts: in UTC, to the second.
fn time(item: &Value, member: &str) -> String {
    let time = item.get(member).and_then(timestamp);
    time.map(|time| time.strftime("%Y-%m-%dT%H:%M:%SZ").to_string())
        .unwrap_or_default()
}
