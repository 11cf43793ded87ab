//! Job files that are larger, or more wrong, than anybody would write by hand.

use std::time::{Duration, Instant};

use serde_json::Value;

use crate::command::{run, text};

/// What is told of a file, and how long that takes.
fn told(text_of_file: &str, more: &[&str]) -> (String, String, Duration) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("train.yaml");
    std::fs::write(&path, text_of_file).unwrap();
    let words = [
        "train",
        path.to_str().unwrap(),
        "--region",
        "us-east-1",
        "--dry-run",
    ];
    let start = Instant::now();
    let output = run(words.into_iter().chain(more.iter().copied()));
    assert_eq!(output.status.code(), Some(1));
    let (stdout, stderr) = (text(&output.stdout), text(&output.stderr));
    (stdout.to_owned(), stderr.to_owned(), start.elapsed())
}

#[test]
fn of_very_many_mistakes_the_first_are_shown_and_all_counted() {
    let channels = (0..5000).map(|number| format!("  - {{ChannelName: c{number}, Dta: 1}}\n"));
    let file = format!("RoleArn: x\nInputDataConfig:\n{}", channels.collect::<String>());
    let (_, said, took) = told(&file, &[]);
    assert_eq!(
        said.matches("\n  --> ").count() + said.matches("\n --> ").count(),
        30
    );
    assert!(said.contains("\n  --> ") && said.contains(":3:"), "{said}");
    assert!(said.contains(" more: `--json` tells all"), "{said}");
    // Each is shown from its own line alone. From the whole file, this takes minutes.
    assert!(took < Duration::from_secs(10), "{took:?}");
    let (document, _, _) = told(&file, &["--json"]);
    let document: Value = serde_json::from_str(&document).unwrap();
    assert!(document["remarks"].as_array().unwrap().len() > 10_000);
}

#[test]
fn errors_come_before_warnings_where_not_all_are_shown() {
    // A content type that is not documented is a warning; the last line is the error.
    let channel = "  - {ChannelName: train, ContentType: text/plain, DataSource: {S3DataSource: {S3DataType: S3Prefix, S3Uri: 's3://b/x'}}}\n";
    let file = format!(
        "RoleArn: arn:aws:iam::111122223333:role/R\n\
         AlgorithmSpecification: {{TrainingImage: 'sagepath:kmeans', TrainingInputMode: File}}\n\
         OutputDataConfig: {{S3OutputPath: 's3://b/o'}}\n\
         ResourceConfig: {{InstanceType: ml.m5.xlarge, InstanceCount: 1, VolumeSizeInGB: 30}}\n\
         InputDataConfig:\n{}\
         Colour: red\n",
        channel.repeat(40)
    );
    let (_, said, _) = told(&file, &[]);
    assert!(said.contains("there is no field `Colour`"), "{said}");
}

#[test]
fn of_a_very_long_line_only_what_is_around_is_shown() {
    let file = format!("{{\"RoleArn\": \"x\", \"Colour\": \"{}\"}}", "y".repeat(100_000));
    let (_, said, _) = told(&file, &[]);
    let longest = said
        .lines()
        .filter(|line| line.contains("yyyy"))
        .map(str::len)
        .max();
    assert!(longest.is_none_or(|longest| longest < 300), "{longest:?}");
    assert!(said.contains("train.yaml:1:18"), "{said}");
}
