//! Findings that stand at a word of the request, and not at the image: what is told of them, and how they are kept quiet.

use std::path::Path;

use sagepath::Catalog;
use sagepath_check::render::{Format, write};
use sagepath_check::{Baseline, Checked, Settings, check};
use serde_json::{Value, json};

fn checked(name: &str, text: &str) -> Checked {
    let settings = Settings::default();
    Checked {
        path: name.into(),
        bytes: text.as_bytes().to_vec(),
        findings: check(Path::new(name), text.as_bytes(), Catalog::embedded(), &settings),
    }
}

fn rules(file: &Checked) -> Vec<&str> {
    file.findings.iter().map(|finding| finding.rule.name).collect()
}

const JOB: &str = "\
AlgorithmSpecification:
  TrainingImage: 382416733822.dkr.ecr.us-east-1.amazonaws.com/kmeans:1
InputDataConfig:
  - ChannelName: train
  - ChannelName: tests
";

#[test]
fn what_is_found_is_the_word_and_the_image_is_related() {
    let file = checked("job.yaml", JOB);
    assert_eq!(rules(&file), ["channel-unknown"]);
    let finding = &file.findings[0];
    assert_eq!(
        (finding.found.as_str(), &JOB[finding.span.clone()]),
        ("tests", "tests")
    );
    let image = finding.image.clone().unwrap();
    assert_eq!(
        &JOB[image],
        "382416733822.dkr.ecr.us-east-1.amazonaws.com/kmeans:1"
    );
    let mut sarif = Vec::new();
    write(&[file], Format::Sarif, None, &mut sarif).unwrap();
    let sarif: Value = serde_json::from_slice(&sarif).unwrap();
    let result = &sarif["runs"][0]["results"][0];
    let region = |line: u32, start: u32, end: u32| json!({"startLine": line, "startColumn": start, "endLine": line, "endColumn": end});
    assert_eq!(
        result["locations"][0]["physicalLocation"]["region"],
        region(5, 18, 23)
    );
    let related = &result["relatedLocations"][0];
    assert_eq!(related["physicalLocation"]["region"], region(2, 18, 71));
}

/// A finding at the image has no other place.
#[test]
fn a_finding_at_the_image_has_one_place() {
    let file = checked("job.yaml", &JOB.replace("train", "test").replace("tests", "test"));
    assert_eq!(rules(&file), ["channel-unknown"]);
    assert_eq!(file.findings[0].image, None);
}

/// It goes by the word: another wrong word in its place is new.
#[test]
fn a_baseline_knows_the_word() {
    let known = Baseline::of(&[checked("job.yaml", JOB)]);
    let mut moved = vec![checked("job.yaml", &format!("# more\n{JOB}"))];
    assert_eq!(known.apply(&mut moved), 1);
    assert!(moved.is_empty());
    let mut other = vec![checked("job.yaml", &JOB.replace("tests", "proof"))];
    assert_eq!(known.apply(&mut other), 0);
    assert_eq!(rules(&other[0]), ["channel-unknown"]);
}

/// Of images that share a request, a comment silences what is told of its own.
#[test]
fn a_comment_at_an_image_silences_what_is_told_of_it() {
    let text = |comment: &str| {
        format!(
            "\
jobs = client.create_model(
    Containers=[
        {{\"Image\": \"811284229777.dkr.ecr.us-east-1.amazonaws.com/object2vec:1\"}},{comment}
        {{\"Image\": \"382416733822.dkr.ecr.us-east-1.amazonaws.com/kmeans:1\", \"ModelDataUrl\": data}},
    ],
    data=\"s3://sagemaker-eu-west-1-111122223333/model.tar.gz\",
)
"
        )
    };
    let bucket = |text: &str| {
        let file = checked("main.py", text);
        rules(&file)
            .iter()
            .filter(|rule| **rule == "bucket-in-another-region")
            .count()
    };
    let comment = "  # sagepath: ignore[bucket-in-another-region] because it is copied";
    assert_eq!(
        bucket(&text("")),
        1,
        "both images are told of it, and it is told once"
    );
    assert_eq!(bucket(&text(comment)), 1, "the other image has no comment");
}

#[test]
fn numbers_and_names_have_places_in_every_language() {
    let image = "382416733822.dkr.ecr.us-east-1.amazonaws.com/object2vec:1";
    let files = [
        (
            "job.json",
            format!(
                r#"{{"AlgorithmSpecification": {{"TrainingImage": "{image}"}}, "ResourceConfig": {{"InstanceCount": 2}}}}"#
            ),
        ),
        (
            "job.yaml",
            format!(
                "AlgorithmSpecification: {{TrainingImage: {image}}}\nResourceConfig: {{InstanceCount: 2}}\n"
            ),
        ),
        (
            "job.toml",
            format!(
                "[AlgorithmSpecification]\nTrainingImage = \"{image}\"\n[ResourceConfig]\nInstanceCount = 2\n"
            ),
        ),
        (
            "main.tf",
            format!(
                "resource \"aws_sagemaker_training_job\" \"x\" {{\n  algorithm_specification {{\n    training_image = \"{image}\"\n  }}\n  \
                 resource_config {{\n    instance_count = 2\n  }}\n}}\n"
            ),
        ),
        (
            "variable.tf",
            format!(
                "locals {{\n  count = 2\n}}\nresource \"aws_sagemaker_training_job\" \"x\" {{\n  algorithm_specification {{\n    \
                 training_image = \"{image}\"\n  }}\n  resource_config {{\n    instance_count = local.count\n  }}\n}}\n"
            ),
        ),
        (
            "main.py",
            format!("Estimator(image_uri='{image}', instance_count=2)\n"),
        ),
        (
            "variable.py",
            format!("count = 2\nEstimator(image_uri='{image}', instance_count=count)\n"),
        ),
        (
            "main.ts",
            format!(
                "new CfnTrainingJob(this, {{algorithmSpecification: {{trainingImage: '{image}'}}, resourceConfig: {{instanceCount: 2}}}});\n"
            ),
        ),
        (
            "notebook.ipynb",
            format!(
                r#"{{"cells": [{{"cell_type": "code", "source": ["Estimator(image_uri=\"{image}\",\n", "  instance_count=2)\n"]}}]}}"#
            ),
        ),
    ];
    for (name, text) in files {
        let file = checked(name, &text);
        let found = file
            .findings
            .iter()
            .find(|finding| finding.rule.name == "not-parallelizable");
        let span = found.map(|finding| &text[finding.span.clone()]);
        assert_eq!(span, Some("2"), "{name}: {:?}", file.findings);
    }
}
