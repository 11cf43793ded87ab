//! What else is known of a framework: names with lists.

use sagepath_catalog::{List, Text};

use super::{CompileError, Packer};
use crate::facts::{Families, FrameworkFacts, Parameters};

impl Packer<'_> {
    pub(super) fn attributes(&mut self, facts: &FrameworkFacts) -> Result<List, CompileError> {
        let mut entries: Vec<(String, Vec<String>)> = Vec::new();
        if !facts.kept.siblings.is_empty() {
            // In pairs: what for, and which.
            let pairs = facts
                .kept
                .siblings
                .iter()
                .flat_map(|(purpose, slug)| [purpose, slug]);
            entries.push(("siblings".to_owned(), pairs.cloned().collect()));
        }
        if let Some(parameters) = &facts.kept.parameters {
            entries.extend(parameter_entries(parameters));
        }
        let mut fields = Vec::new();
        for (name, values) in entries.into_iter().filter(|(_, values)| !values.is_empty()) {
            let list = self.strings.list(values)?;
            fields.extend([
                self.strings.text(&name)?,
                Text(list.0 as u16),
                Text((list.0 >> 16) as u16),
            ]);
        }
        self.strings.list_of(fields)
    }
}

fn parameter_entries(parameters: &Parameters) -> Vec<(String, Vec<String>)> {
    let word = |flag: bool| vec![flag.to_string()];
    let optional = |text: &Option<String>| text.iter().cloned().collect::<Vec<_>>();
    let mut entries = Vec::new();
    for (kind, channels) in &parameters.channels {
        entries.push((format!("channels.{kind}"), channels.clone()));
    }
    entries.push(("input-modes".to_owned(), parameters.input_modes.clone()));
    entries.push(("file-types".to_owned(), parameters.file_types.clone()));
    for (kind, types) in &parameters.content_types {
        entries.push((format!("content-types.{kind}"), types.clone()));
    }
    for (name, pairs) in [
        ("required-hyperparameters", &parameters.required_hyperparameters),
        ("channel-content-types", &parameters.channel_content_types),
    ] {
        let pairs = pairs.iter().map(|(key, value)| format!("{key}={value}"));
        entries.push((name.to_owned(), pairs.collect()));
    }
    entries.push(("sharded-channels".to_owned(), parameters.sharded_channels.clone()));
    for (kind, runs) in [
        ("training", &parameters.training_instances),
        ("inference", &parameters.inference_instances),
    ] {
        for (class, families) in runs
            .iter()
            .flat_map(|runs| [("cpu", &runs.cpu), ("gpu", &runs.gpu)])
        {
            entries.push((
                format!("instances.{kind}.{class}"),
                families.iter().flat_map(Families::words).collect(),
            ));
        }
    }
    entries.push(("single-instance".to_owned(), word(parameters.single_instance)));
    entries.push(("single-gpu".to_owned(), word(parameters.single_gpu)));
    entries.push(("gpu-condition".to_owned(), optional(&parameters.gpu_condition)));
    entries.push(("parallelizable".to_owned(), word(parameters.parallelizable)));
    entries.push((
        "parallelizable-note".to_owned(),
        optional(&parameters.parallelizable_note),
    ));
    entries.push(("notes".to_owned(), parameters.notes.clone()));
    entries.push(("pages".to_owned(), parameters.pages.clone()));
    entries
}
