//! `sagepath instances`: the instance types, and what each is made of.

use clap::Args;
use clap_complete::ArgValueCandidates;
use sagepath::{Architecture, Catalog, InstanceType};
use sagepath_json::InstanceRow;

use crate::failure::Failure;
use crate::output::{self, Column, ListFormat, Row, joined};
use crate::{Status, complete};

#[derive(Args)]
#[command(after_help = "\
Examples:
  sagepath instances g5
  sagepath instances --processor gpu --uses train
  sagepath instances --architecture arm64 --format csv")]
pub(crate) struct InstancesArguments {
    /// Only those with this text in their name
    #[arg(value_name = "TEXT", add = ArgValueCandidates::new(complete::instance_types))]
    filter: Option<String>,

    /// Only those with this processor: cpu, gpu, inf1, inf2, trn1, trn2, ...
    #[arg(long, value_name = "PROCESSOR", add = ArgValueCandidates::new(complete::processors))]
    processor: Option<String>,

    /// Only those with this CPU architecture: x86_64 or arm64
    #[arg(long, value_name = "ARCHITECTURE")]
    architecture: Option<String>,

    /// Only those for this use: train, host, transform, process, notebook, ...
    #[arg(long, value_name = "USE")]
    uses: Option<String>,

    /// How to print them
    #[arg(long, value_enum, value_name = "FORMAT")]
    format: Option<ListFormat>,
}

impl Row for InstanceRow<'_> {
    const NOUN: &'static str = "instance type";
    const COLUMNS: &'static [Column] = &[
        Column::new("instance_type"),
        Column::optional("processor", 9),
        Column::optional("architecture", 8),
        Column::optional("vcpus", 5),
        Column::optional("memory", 6),
        Column::optional("gpus", 7),
        Column::optional("gpu", 4),
        Column::optional("gpu_memory", 3),
        Column::optional("neuron_devices", 2),
        Column::optional("accelerator", 1),
        Column::text("uses"),
    ];

    fn cells(&self) -> Vec<String> {
        fn number(number: Option<impl ToString>) -> String {
            number.map(|number| number.to_string()).unwrap_or_default()
        }
        // To one digit after the point, and none for whole numbers.
        let gib = |mib: Option<u32>| {
            mib.map(|mib| format!("{} GiB", (f64::from(mib) / 102.4).round() / 10.0))
                .unwrap_or_default()
        };
        let InstanceRow(instance) = self;
        vec![
            instance.name().to_owned(),
            instance.processor().to_owned(),
            instance
                .architecture()
                .map(Architecture::as_str)
                .unwrap_or_default()
                .to_owned(),
            number(instance.vcpus()),
            gib(instance.memory_mib()),
            number(instance.gpus()),
            instance.gpu_name().unwrap_or_default().to_owned(),
            gib(instance.gpu_memory_mib()),
            number(instance.neuron_devices()),
            instance.accelerator().unwrap_or_default().to_owned(),
            joined(instance.uses()),
        ]
    }
}

pub(crate) fn run(arguments: &InstancesArguments, catalog: &Catalog<'_>) -> Result<Status, Failure> {
    let InstancesArguments {
        filter,
        processor,
        architecture,
        uses,
        format,
    } = arguments;
    let known = |name: &str,
                 given: &Option<String>,
                 words: fn(&InstanceType<'_>) -> Vec<String>|
     -> Result<(), Failure> {
        let Some(given) = given else { return Ok(()) };
        let mut choices: Vec<String> = catalog
            .instance_types()
            .flat_map(|instance| words(&instance))
            .collect();
        choices.sort_unstable();
        choices.dedup();
        if choices.contains(given) {
            return Ok(());
        }
        Err(Failure::no(format!("{name} `{given}` is not known")).choices(choices))
    };
    known("processor", processor, |instance| {
        vec![instance.processor().to_owned()]
    })?;
    known("architecture", architecture, |instance| {
        instance
            .architecture()
            .map(|own| own.as_str().to_owned())
            .into_iter()
            .collect()
    })?;
    known("use", uses, |instance| {
        instance.uses().map(str::to_owned).collect()
    })?;

    let passes = |instance: &InstanceType<'_>| {
        filter
            .as_deref()
            .is_none_or(|text| instance.name().contains(text))
            && processor
                .as_deref()
                .is_none_or(|name| instance.processor() == name)
            && architecture
                .as_deref()
                .is_none_or(|name| instance.architecture().is_some_and(|own| own.as_str() == name))
            && uses
                .as_deref()
                .is_none_or(|name| instance.uses().any(|own| own == name))
    };
    output::list(catalog.instance_types().filter(passes).map(InstanceRow), *format)
}
