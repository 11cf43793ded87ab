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
