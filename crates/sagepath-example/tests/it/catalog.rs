//! Every image of the catalog in every region.

use std::collections::BTreeSet;

use sagepath::Catalog;
use sagepath_example::{Plan, Target, Task};

#[test]
fn every_image_has_an_example_for_each_target_and_task_or_a_reason() {
    let mut reasons = BTreeSet::new();
    for image in Catalog::embedded().all_images() {
        for region in image.regions() {
            let located = image.at(region.id()).unwrap();
            let path = located.path().to_string();
            let plan = match Plan::of(&located) {
                Ok(plan) => plan,
                Err(reason) => {
                    assert!(image.withheld().is_some(), "{path}: {reason}");
                    continue;
                }
            };
            for (target, task) in each() {
                match plan.write(target, task) {
                    Ok(example) => {
                        let code = example.code();
                        assert!(
                            code.ends_with('\n') && !code.ends_with("\n\n"),
                            "{path} {target} {task}"
                        );
                        assert!(
                            code.lines().all(|line| line.trim_end() == line),
                            "{path} {target} {task}"
                        );
                    }
                    Err(reason) => {
                        let reason = reason.to_string();
                        assert!(reason.len() > 10 && !reason.ends_with('.'), "{reason}");
                        reasons.insert(reason.replace(&path, "PATH").replace(region.id(), "REGION"));
                    }
                }
            }
        }
    }
    insta::assert_snapshot!(reasons.into_iter().collect::<Vec<_>>().join("\n"));
}

fn each() -> impl Iterator<Item = (Target, Task)> {
    Target::ALL
        .iter()
        .flat_map(|target| Task::ALL.iter().map(|task| (*target, *task)))
}

#[test]
fn names_are_read_as_they_are_written() {
    for (target, task) in each() {
        assert_eq!(target.as_str().parse(), Ok(target));
        assert_eq!(task.as_str().parse(), Ok(task));
    }
    assert_eq!(
        "sdk".parse::<Target>().unwrap_err().to_string(),
        "target `sdk` is not known"
    );
    assert!("fit".parse::<Task>().is_err());
}
