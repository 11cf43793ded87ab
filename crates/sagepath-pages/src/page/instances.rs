//! The list of instance types.

use sagepath::InstanceType;

use super::instance::gibibytes;
use super::{Frame, templates};
use crate::site::{Error, Site};

struct Instances<'c> {
    instances: Vec<InstanceType<'c>>,
}

templates!(
    Instances,
    html = "html/instances.html",
    markdown = "markdown/instances.md"
);

pub(crate) fn render(site: &Site<'_>, path: &str) -> Result<String, Error> {
    let frame = Frame::new(
        site,
        path,
        "instances",
        "Instance types",
        "Every ml.* instance type: the processor and architecture that an image must be made for, and what it may be used for.",
    );
    let page = Instances {
        instances: site.catalog.instance_types().collect(),
    };
    in_format(&frame, &page)
}

impl Instances<'_> {
    fn accelerators(&self, instance: &InstanceType<'_>) -> String {
        match (instance.gpus(), instance.gpu_name(), instance.neuron_devices()) {
            (Some(count), Some(name), _) => format!("{count} × {name}"),
            (Some(count), None, _) => count.to_string(),
            (None, _, Some(count)) => format!("{count} × Neuron"),
            (None, _, None) => instance.accelerator().unwrap_or_default().to_owned(),
        }
    }

    fn memory(&self, instance: &InstanceType<'_>) -> String {
        instance.memory_mib().map(gibibytes).unwrap_or_default()
    }

    fn uses(&self, instance: &InstanceType<'_>) -> String {
        instance.uses().collect::<Vec<_>>().join(", ")
    }
}
