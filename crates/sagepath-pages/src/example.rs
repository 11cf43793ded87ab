//! Example code on a page: for one image, each task for several tools.

use sagepath::{Framework, Image, Located, Platform};
use sagepath_example::{Example, Plan, Target, Task};

/// What the page of a region shows for each framework: the tools that ask for a path in a line or two.
pub(crate) const BRIEF: &[Target] = &[Target::SdkV3, Target::SdkV2, Target::Terraform, Target::Sagepath];

/// The region that examples are for where the page is of none: the one that AWS's own examples use.
const USUAL_REGION: &str = "us-east-1";

/// Example code for an image.
pub(crate) struct Examples {
    /// The path that it is for.
    pub(crate) path: String,
    pub(crate) tasks: Vec<TaskExamples>,
}

/// A task, for several tools.
pub(crate) struct TaskExamples {
    pub(crate) task: Task,
    pub(crate) examples: Vec<Example>,
}

impl Examples {
    /// Code for the newest image that there is code for: one to train with, if there is any.
    pub(crate) fn for_newest(
        framework: &Framework<'_>,
        region: Option<&str>,
        targets: &[Target],
        tasks: &[Task],
    ) -> Option<Self> {
        let candidates = |is_wanted: fn(&Image<'_>) -> bool| {
            let newest_first = framework.images().rev().filter(move |image| is_wanted(image));
            newest_first.filter_map(|image| located(&image, region))
        };
        let trains = |image: &Image<'_>| is_usual(image) && image.scopes().any(|scope| scope == "training");
        let first = candidates(trains)
            .chain(candidates(is_usual))
            .chain(candidates(|_| true));
        let mut candidates = first;
        candidates.find_map(|located| Examples::of(&located, targets, tasks))
    }

    fn of(located: &Located<'_>, targets: &[Target], tasks: &[Task]) -> Option<Self> {
        let plan = Plan::of(located).ok()?;
        let tasks = tasks.iter().map(|task| TaskExamples {
            task: *task,
            examples: targets
                .iter()
                .filter_map(|target| plan.write(*target, *task).ok())
                .collect(),
        });
        let tasks: Vec<_> = tasks.filter(|task| !task.examples.is_empty()).collect();
        let path = located.path().to_string();
        (!tasks.is_empty()).then_some(Examples { path, tasks })
    }
}

/// Whether an image is one that a reader most probably wants.
fn is_usual(image: &Image<'_>) -> bool {
    image.platform() == Platform::SageMaker && !image.is_smdistributed()
}

fn located<'c>(image: &Image<'c>, region: Option<&str>) -> Option<Located<'c>> {
    match region {
        Some(region) => image.at(region),
        None => image
            .at(USUAL_REGION)
            .or_else(|| image.regions().next().and_then(|region| image.at(region.id()))),
    }
}
