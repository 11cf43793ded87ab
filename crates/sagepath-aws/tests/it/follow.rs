//! A job on its way, by a server whose job goes on with each question.

use sagepath_aws::{Event, Follower, Kind, Outcome};
use scripted_aws::{Received, Step};
use serde_json::{Value, json};

use crate::world::{TestResult, run, scripted};

/// A training job that takes these steps, one for each question, and prints a line in each.
fn job(steps: &'static [(&'static str, &'static str)]) -> impl FnMut(&Received) -> Step + Send + 'static {
    let mut asked = 0;
    move |request| {
        let input = request.json();
        match request.operation.as_str() {
            "DescribeTrainingJob" => {
                let (status, secondary) = steps[asked.min(steps.len() - 1)];
                asked += 1;
                Step::json(&json!({
                    "TrainingJobStatus": status,
                    "SecondaryStatus": secondary,
                    "SecondaryStatusTransitions": [{ "Status": secondary, "StatusMessage": format!("{secondary} it") }],
                }))
            }
            "DescribeLogStreams" if asked < 2 => {
                Step::error(400, "ResourceNotFoundException", "no such group")
            }
            "DescribeLogStreams" => Step::json(&json!({ "logStreams": [{ "logStreamName": "j/algo-1" }] })),
            "GetLogEvents" => {
                let from = input["nextToken"]
                    .as_str()
                    .and_then(|token| token.parse().ok())
                    .unwrap_or(1);
                let lines: Vec<Value> = (from..asked)
                    .map(|line| json!({ "timestamp": line * 1000, "message": format!("line {line}\n") }))
                    .collect();
                Step::json(&json!({ "events": lines, "nextForwardToken": asked.to_string() }))
            }
            other => Step::error(400, other, ""),
        }
    }
}

fn told(events: Vec<Event>) -> Vec<String> {
    let told = |event| match event {
        Event::Status {
            status,
            secondary,
            message,
        } => {
            format!(
                "{status}/{}: {}",
                secondary.unwrap_or_default(),
                message.unwrap_or_default()
            )
        }
        Event::Log(line) => format!("{} {}", line.stream, line.message),
    };
    events.into_iter().map(told).collect()
}

#[test]
fn each_look_tells_what_is_new() -> TestResult {
    let (client, _server) = scripted(job(&[
        ("InProgress", "Starting"),
        ("InProgress", "Training"),
        ("InProgress", "Training"),
        ("Completed", "Completed"),
    ]))?;
    let mut follower = Follower::new(&client, &Kind::TRAINING_JOB, "j").with_logs();
    let mut looks = Vec::new();
    run(async {
        while follower.outcome().is_none() {
            let (events, _) = follower.look().await?;
            looks.push(told(events));
        }
        Ok::<(), sagepath_aws::Error>(())
    })??;
    assert_eq!(
        looks,
        [
            vec!["InProgress/Starting: Starting it"],
            vec!["algo-1 line 1", "InProgress/Training: Training it"],
            vec!["algo-1 line 2"],
            vec!["algo-1 line 3", "Completed/Completed: Completed it"],
        ]
    );
    assert_eq!(follower.outcome(), Some(Outcome::Done));
    Ok(())
}

#[test]
fn a_failure_has_its_reason() -> TestResult {
    let (client, _server) = scripted(|request| match request.operation.as_str() {
        "DescribeEndpoint" => {
            Step::json(&json!({ "EndpointStatus": "Failed", "FailureReason": "the container died" }))
        }
        _ => Step::error(400, "ResourceNotFoundException", ""),
    })?;
    let mut follower = Follower::new(&client, &Kind::ENDPOINT, "e");
    let (events, _) = run(follower.look())??;
    assert_eq!(told(events), ["Failed/: the container died"]);
    assert_eq!(follower.outcome(), Some(Outcome::Failed));
    Ok(())
}

#[test]
fn who_may_not_read_logs_can_follow_all_the_same() -> TestResult {
    let (client, _server) = scripted(|request| match request.operation.as_str() {
        "DescribeTrainingJob" => Step::json(&json!({ "TrainingJobStatus": "InProgress" })),
        _ => Step::error(
            400,
            "AccessDeniedException",
            "not authorized to perform: logs:DescribeLogStreams",
        ),
    })?;
    let mut follower = Follower::new(&client, &Kind::TRAINING_JOB, "j").with_logs();
    assert!(run(follower.look())?.is_ok());
    let why = follower
        .take_logs_error()
        .and_then(|error| error.hint())
        .unwrap_or_default();
    assert!(why.contains("logs:DescribeLogStreams"), "{why}");
    assert!(run(follower.look())?.is_ok());
    assert!(follower.take_logs_error().is_none());
    Ok(())
}

#[test]
fn a_job_can_disappear() -> TestResult {
    let mut asked = 0;
    let (client, _server) = scripted(move |_| {
        asked += 1;
        if asked == 1 {
            Step::json(&json!({ "TrainingJobStatus": "InProgress" }))
        } else {
            Step::error(400, "ValidationException", "Requested resource not found.")
        }
    })?;
    let mut follower = Follower::new(&client, &Kind::TRAINING_JOB, "j");
    assert!(run(follower.look())?.is_ok());
    assert!(run(follower.look())?.is_err_and(|error| error.is_not_found()));
    Ok(())
}
