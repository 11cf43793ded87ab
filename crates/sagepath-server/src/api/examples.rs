//! Example code for an image.

use sagepath_example::{Example, Plan, Target, Task, Unavailable};
use serde::Serialize;

use super::list_of;
use super::resolve::{QUESTION, located};
use crate::endpoint::{Endpoint, Reply};
use crate::parameters::{Kind, Parameter, Values};
use crate::problem::Problem;
use crate::state::State;

static TARGETS: [&str; Target::ALL.len()] = {
    let mut names = [""; Target::ALL.len()];
    let mut index = 0;
    while index < names.len() {
        names[index] = Target::ALL[index].as_str();
        index += 1;
    }
    names
};

static TASKS: [&str; Task::ALL.len()] = {
    let mut names = [""; Task::ALL.len()];
    let mut index = 0;
    while index < names.len() {
        names[index] = Task::ALL[index].as_str();
        index += 1;
    }
    names
};

pub(crate) const ENDPOINT: Endpoint = Endpoint {
    name: "examples",
    path: "/api/v1/examples",
    summary: "Example code for one image",
    about: "The image is asked for as in `resolve`. Where there can be no example, `unavailable` says why.",
    parameters: &[
        QUESTION,
        &[
            Parameter::new("target", "boto3", "Only the example for this tool").of(Kind::Word(&TARGETS)),
            Parameter::new("task", "path", "Only the example that does this").of(Kind::Word(&TASKS)),
        ],
    ],
    schema: "Examples",
    example: "framework=xgboost&version=1.7-1&region=us-east-1&target=boto3&task=path",
    answer,
};

/// An example, or why there is none.
#[derive(Serialize)]
struct Row {
    target: &'static str,
    title: &'static str,
    language: &'static str,
    task: &'static str,
    #[serde(flatten)]
    outcome: Outcome,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Outcome {
    Written {
        file_name: String,
        code: String,
        notes: Vec<String>,
    },
    Unavailable {
        unavailable: String,
    },
}

impl Row {
    fn new(target: Target, task: Task, written: Result<Example, Unavailable>) -> Self {
        Row {
            target: target.as_str(),
            title: target.title(),
            language: target.language(),
            task: task.as_str(),
            outcome: match written {
                Ok(example) => Outcome::Written {
                    file_name: example.file_name(),
                    code: example.code().to_owned(),
                    notes: example.notes().to_vec(),
                },
                Err(reason) => Outcome::Unavailable {
                    unavailable: reason.to_string(),
                },
            },
        }
    }
}

fn answer(state: &State, values: &Values<'_>) -> Result<Reply, Problem> {
    let target = values.word("target", &TARGETS)?;
    let task = values.word("task", &TASKS)?;
    let located = located(state, values)?;
    // What is known and never an answer is never located.
    let plan = Plan::of(&located).map_err(|reason| Problem::no("no-example", reason.to_string()))?;
    let mut rows = Vec::new();
    for one in Task::ALL
        .iter()
        .filter(|one| task.is_none_or(|task| one.as_str() == task))
    {
        let targets = Target::ALL.iter();
        let wanted = targets.filter(|one| target.is_none_or(|target| one.as_str() == target));
        rows.extend(wanted.map(|target| Row::new(*target, *one, plan.write(*target, *one))));
    }
    Reply::json(list_of!("examples", rows))
}
