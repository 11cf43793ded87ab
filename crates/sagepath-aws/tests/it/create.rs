//! A job is made once, whatever happens to its request.

use sagepath_aws::{Error, Kind};
use scripted_aws::{Received, Step};
use serde_json::{Value, json};

use crate::world::{TestResult, run, scripted};

const ARN: &str = "arn:aws:sagemaker:us-east-1:123456789012:training-job/j";

fn input() -> Value {
    json!({ "TrainingJobName": "j", "RoleArn": "arn:aws:iam::123456789012:role/r" })
}

fn made() -> Step {
    Step::json(&json!({ "TrainingJobArn": ARN }))
}

fn described(role: &str, age_seconds: i64) -> Step {
    Step::json(&json!({
        "TrainingJobArn": ARN,
        "RoleArn": format!("arn:aws:iam::123456789012:role/{role}"),
        "CreationTime": jiff::Timestamp::now().as_second() - age_seconds,
    }))
}

fn not_found() -> Step {
    Step::error(400, "ValidationException", "Requested resource not found.")
}

/// A script that answers the requests for creation one by one, and all others with the same.
fn script(
    creations: impl IntoIterator<Item = Step>,
    description: Step,
) -> impl FnMut(&Received) -> Step + Send + 'static {
    let mut creations = creations.into_iter().collect::<Vec<_>>().into_iter();
    move |request| match request.operation.as_str() {
        "CreateTrainingJob" => creations
            .next()
            .unwrap_or_else(|| Step::error(400, "OneTooMany", "")),
        _ => description.clone(),
    }
}

#[test]
fn what_is_answered_is_made() -> TestResult {
    let (client, server) = scripted(script([made()], not_found()))?;
    assert_eq!(run(Kind::TRAINING_JOB.make(&client, "j", &input()))??.arn, ARN);
    assert_eq!(server.operations(), ["CreateTrainingJob"]);
    Ok(())
}

#[test]
fn throttling_has_made_nothing_so_it_is_simply_asked_again() -> TestResult {
    let throttled = Step::error(400, "ThrottlingException", "Rate exceeded");
    let (client, server) = scripted(script([throttled, made()], not_found()))?;
    assert_eq!(run(Kind::TRAINING_JOB.make(&client, "j", &input()))??.arn, ARN);
    assert_eq!(server.operations(), ["CreateTrainingJob", "CreateTrainingJob"]);
    Ok(())
}

#[test]
fn where_the_answer_is_lost_the_job_is_looked_up_and_found() -> TestResult {
    for fault in [
        Step::Reset,
        Step::BreakOff,
        Step::error(500, "InternalFailure", ""),
        Step::bytes("text/html", "<html>"),
    ] {
        let (client, server) = scripted(script([fault], described("r", 1)))?;
        assert_eq!(run(Kind::TRAINING_JOB.make(&client, "j", &input()))??.arn, ARN);
        assert_eq!(server.operations(), ["CreateTrainingJob", "DescribeTrainingJob"]);
    }
    Ok(())
}

#[test]
fn where_the_request_is_lost_the_job_is_made_after_all() -> TestResult {
    let (client, server) = scripted(script([Step::Reset, made()], not_found()))?;
    assert_eq!(run(Kind::TRAINING_JOB.make(&client, "j", &input()))??.arn, ARN);
    assert_eq!(
        server.operations(),
        ["CreateTrainingJob", "DescribeTrainingJob", "CreateTrainingJob"]
    );
    Ok(())
}

#[test]
fn where_the_first_request_was_slow_and_the_second_comes_too_late_the_job_is_ours() -> TestResult {
    let mut lookups = 0;
    let mut creations = vec![Step::error(400, "ResourceInUse", "already exists"), Step::Reset];
    let (client, server) = scripted(move |request| match request.operation.as_str() {
        "CreateTrainingJob" => creations.pop().unwrap_or_else(made),
        _ => {
            lookups += 1;
            if lookups == 1 {
                not_found()
            } else {
                described("r", 1)
            }
        }
    })?;
    assert_eq!(run(Kind::TRAINING_JOB.make(&client, "j", &input()))??.arn, ARN);
    assert_eq!(server.received().len(), 4);
    Ok(())
}

#[test]
fn somebody_elses_job_of_the_same_name_is_not_taken_for_ours() -> TestResult {
    for other in [described("other", 1), described("r", 3600)] {
        let (client, _server) = scripted(script([Step::Reset], other.clone()))?;
        let error = run(Kind::TRAINING_JOB.make(&client, "j", &input()))?.err();
        assert_eq!(error.as_ref().map(Error::code), Some("Unreachable"));
    }
    // And a name that is taken is taken: nothing was in doubt.
    let taken = Step::error(400, "ResourceInUse", "Job name must be unique");
    let (client, server) = scripted(script([taken], described("r", 1)))?;
    let error = run(Kind::TRAINING_JOB.make(&client, "j", &input()))?.err();
    assert_eq!(error.as_ref().map(Error::code), Some("ResourceInUse"));
    assert_eq!(server.received().len(), 1);
    Ok(())
}

#[test]
fn it_ends_where_nothing_helps() -> TestResult {
    let (client, server) = scripted(|request| match request.operation.as_str() {
        "CreateTrainingJob" => Step::Reset,
        _ => not_found(),
    })?;
    let error = run(Kind::TRAINING_JOB.make(&client, "j", &input()))?.err();
    assert!(error.is_some_and(|error| error.is_ambiguous()));
    assert_eq!(
        server
            .operations()
            .iter()
            .filter(|name| *name == "CreateTrainingJob")
            .count(),
        3
    );
    Ok(())
}
