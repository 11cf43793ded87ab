//! The code itself, for a reviewer to read: all targets of an image in one file.

use sagepath::{Catalog, Query};
use sagepath_example::{Plan, Target, Task};

/// Every target's example of a task, each under its name, with its notes.
fn all(query: &Query<'_>, task: Task) -> String {
    let plan = Plan::of(&Catalog::embedded().resolve(query).unwrap()).unwrap();
    let examples = Target::ALL.iter().map(|target| match plan.write(*target, task) {
        Ok(example) => {
            let notes: String = example
                .notes()
                .iter()
                .map(|note| format!("note: {note}\n"))
                .collect();
            format!(
                "==== {target}: {}\n{}{notes}",
                example.file_name(),
                example.code()
            )
        }
        Err(reason) => format!("==== {target}: no: {reason}\n"),
    });
    examples.collect::<Vec<_>>().join("\n")
}

#[test]
fn path_of_an_algorithm() {
    insta::assert_snapshot!(all(
        &Query::new("xgboost", "us-east-1").version("1.7-1"),
        Task::Path
    ));
}

#[test]
fn path_that_the_sdk_does_not_print() {
    let query = Query::new("huggingface-llm-neuronx", "us-west-2").version("0.0.28");
    insta::assert_snapshot!(all(&query, Task::Path));
}

#[test]
fn path_in_china() {
    let query = Query::new("pytorch", "cn-north-1")
        .version("2.5")
        .scope("inference")
        .processor("gpu");
    insta::assert_snapshot!(all(&query, Task::Path));
}

#[test]
fn training_with_an_algorithm() {
    insta::assert_snapshot!(all(&Query::new("kmeans", "cn-north-1"), Task::Train));
}

#[test]
fn training_with_a_script() {
    let query = Query::new("pytorch", "us-gov-west-1")
        .version("2.6")
        .scope("training")
        .processor("gpu");
    insta::assert_snapshot!(all(&query, Task::Train));
}

#[test]
fn hosting_of_an_algorithm() {
    insta::assert_snapshot!(all(
        &Query::new("xgboost", "us-east-1").version("1.7-1"),
        Task::Host
    ));
}

#[test]
fn hosting_of_what_a_script_trained() {
    let query = Query::new("pytorch", "us-iso-east-1")
        .version("1.13")
        .scope("training")
        .processor("gpu");
    insta::assert_snapshot!(all(&query, Task::Host));
}

#[test]
fn hosting_of_a_container_for_inference_only() {
    insta::assert_snapshot!(all(
        &Query::new("huggingface-llm", "eu-west-1").version("3.0.1"),
        Task::Host
    ));
}

/// What every target is told of each algorithm, by the one whose code is the plainest.
#[test]
fn training_with_each_algorithm() {
    let catalog = Catalog::embedded();
    let newest = catalog
        .frameworks()
        .filter(|framework| framework.parameters().is_some());
    let newest =
        newest.filter_map(|framework| framework.images().rev().find(|image| image.withheld().is_none()));
    let codes = newest.map(|image| {
        let plan = Plan::of(&image.at("us-east-1").unwrap()).unwrap();
        plan.write(Target::Boto3, Task::Train).unwrap().code().to_owned()
    });
    insta::assert_snapshot!(codes.collect::<Vec<_>>().join("\n"));
}
