//! The instance types.

use sagepath::{Architecture, InstanceType};
use sagepath_json::InstanceRow;

use super::list_of;
use crate::endpoint::{Endpoint, Reply};
use crate::parameters::{Parameter, Values};
use crate::problem::Problem;
use crate::state::State;

pub(crate) const ENDPOINT: Endpoint = Endpoint {
    name: "instances",
    path: "/api/v1/instances",
    summary: "The instance types, and what each is made of",
    about: "",
    parameters: &[&[
        Parameter::new("text", "g5", "Only those with this text in their name"),
        Parameter::new("processor", "gpu", "Only those with this processor"),
        Parameter::new("architecture", "arm64", "Only those with this CPU architecture"),
        Parameter::new(
            "uses",
            "train",
            "Only those for this use: train, host, transform, process, notebook, ...",
        ),
    ]],
    schema: "Instances",
    example: "text=g5&processor=gpu",
    answer,
};

/// A parameter by which instance types are chosen, and the words that each type has for it.
type Choice = (&'static str, fn(&InstanceType<'static>) -> Vec<&'static str>);

const CHOICES: [Choice; 3] = [
    ("processor", |instance| vec![instance.processor()]),
    ("architecture", |instance| {
        instance
            .architecture()
            .map(Architecture::as_str)
            .into_iter()
            .collect()
    }),
    ("uses", |instance| instance.uses().collect()),
];

fn answer(state: &State, values: &Values<'_>) -> Result<Reply, Problem> {
    let text = values.text_or_empty("text");
    let mut instances: Vec<InstanceType<'static>> = state.catalog.instance_types().collect();
    for (name, words) in CHOICES {
        let Some(wanted) = values.text(name) else { continue };
        let mut known: Vec<&str> = state
            .catalog
            .instance_types()
            .flat_map(|instance| words(&instance))
            .collect();
        known.sort_unstable();
        known.dedup();
        if !known.contains(&wanted) {
            return Err(Problem::no(
                "unknown-instance-property",
                format!("{name} `{wanted}` is not known"),
            )
            .about(name)
            .choose(known));
        }
        instances.retain(|instance| words(instance).contains(&wanted));
    }
    let rows = instances
        .into_iter()
        .filter(|instance| instance.name().contains(text))
        .map(InstanceRow);
    Reply::json(list_of!("instances", rows.collect::<Vec<_>>()))
}
