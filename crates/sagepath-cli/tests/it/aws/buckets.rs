//! Buckets, of which S3 tells where they are before a job is sent.

use scripted_aws::{Received, ScriptedServer, Step};

use super::sending::{TRAIN, line};
use super::{life, said, user};
use crate::command::text;

/// An S3 with one bucket, `bucket`, in a region.
fn s3(region: &'static str) -> impl FnMut(&Received) -> Step + Send + 'static {
    move |request| match request.line.as_str() {
        // Nobody signs, so nobody may look in.
        "HEAD /bucket" => Step::error(403, "", "").header("x-amz-bucket-region", region),
        _ => Step::error(404, "", ""),
    }
}

/// Trains with this S3. Tells what was said, the exit status, what S3 was asked, and what SageMaker was.
fn train(
    s3: impl FnMut(&Received) -> Step + Send + 'static,
    arguments: &str,
) -> (String, Option<i32>, Vec<String>, Vec<String>) {
    let s3 = ScriptedServer::start(s3).unwrap();
    let mut life = life();
    let sagemaker = ScriptedServer::start(move |request| match request.operation.as_str() {
        "CreateTrainingJob" => Step::json(&serde_json::json!({ "TrainingJobArn": "arn" })),
        _ => life(request),
    })
    .unwrap();
    let output = user(&sagemaker.url(), &line(&format!("{TRAIN} {arguments}")))
        .env("AWS_ENDPOINT_URL_S3", s3.url())
        .output()
        .unwrap();
    let asked = s3.received().iter().map(|request| request.line.clone()).collect();
    (
        said(&output, &sagemaker) + text(&output.stdout),
        output.status.code(),
        asked,
        sagemaker.operations(),
    )
}

#[test]
fn a_job_is_not_sent_where_its_bucket_is_in_another_region() {
    let (said, status, asked, sent) = train(s3("eu-west-1"), "--detach");
    assert_eq!(status, Some(1));
    assert_eq!(asked, ["HEAD /bucket"], "a bucket is asked for once");
    assert_eq!(sent, [""; 0]);
    for words in [
        "error[bucket-in-another-region]: the bucket `bucket` is in eu-west-1, and is used in us-east-1",
        "help: name a bucket of us-east-1, or use `--region eu-west-1`",
        "arguments: 1 error, and nothing is sent",
        "`sagepath rule bucket-in-another-region` explains why, `--no-verify` passes it over",
    ] {
        assert!(said.contains(words), "{said}");
    }
}

#[test]
fn a_program_is_told_of_the_bucket() {
    let (said, status, ..) = train(s3("eu-west-1"), "--detach --json --quiet");
    assert_eq!(status, Some(1));
    let document = said
        .split_once("\n{")
        .map(|(_, document)| format!("{{{document}"));
    let document: serde_json::Value = serde_json::from_str(&document.unwrap()).unwrap();
    assert_eq!(document["outcome"], "refused");
    assert_eq!(document["remarks"][0]["rule"], "bucket-in-another-region");
}

#[test]
fn a_job_is_sent_where_its_bucket_is_in_its_region_or_nobody_knows() {
    type Script = Box<dyn FnMut(&Received) -> Step + Send>;
    let scripts: [(&str, Script); 4] = [
        ("in the region", Box::new(s3("us-east-1"))),
        (
            "no word of the region",
            Box::new(|_: &Received| Step::error(403, "", "")),
        ),
        ("trouble", Box::new(|_: &Received| Step::error(500, "", ""))),
        ("no answer", Box::new(|_: &Received| Step::Reset)),
    ];
    for (name, script) in scripts {
        let (said, status, _, sent) = train(script, "--detach --quiet");
        assert_eq!((said.as_str(), status), ("j\n", Some(0)), "{name}");
        assert_eq!(sent, ["CreateTrainingJob"], "{name}");
    }
}

#[test]
fn that_there_is_no_bucket_is_a_warning() {
    let (said, status, ..) = train(|_: &Received| Step::error(404, "", ""), "--detach");
    assert_eq!(status, Some(0));
    for words in [
        "warning[bucket-unknown]: there is no bucket `bucket`",
        "help: `aws s3 mb s3://bucket` makes it",
    ] {
        assert!(said.contains(words), "{said}");
    }
}

#[test]
fn nobody_is_asked_without_need() {
    for arguments in ["--detach --no-verify", "--dry-run"] {
        let (_, status, asked, _) = train(s3("eu-west-1"), arguments);
        assert_eq!((status, asked), (Some(0), Vec::new()), "{arguments}");
    }
}
