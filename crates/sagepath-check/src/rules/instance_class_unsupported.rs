use sagepath::{Framework, InstanceClass, InstanceFamilies, InstanceUse, Parameters};

use super::{Check, Draft, rule};
use crate::context::Usage;
use crate::finding::{Confidence, Severity};
use crate::subject::Subject;
use crate::tree::Word;

rule! {
    /// The algorithm does not run on instances of this class.
    ///
    /// The documentation names for each algorithm whether it trains and hosts on CPUs and GPUs, and for some the families. A
    /// family that it does not name may be younger than the documentation, and is told for information only.
    "instance-class-unsupported": Error, Medium, fix None, on, Check::Request(check)
}

fn check(subject: &Subject<'_>) -> Vec<Draft> {
    let (purpose, usage) = match subject.reference.context.usage {
        Some(Usage::Training) => (InstanceUse::Training, Usage::Training),
        Some(Usage::Hosting) => (InstanceUse::Inference, Usage::Hosting),
        Some(Usage::Processing) | None => return Vec::new(),
    };
    let Some((framework, parameters)) = subject.algorithm(usage) else {
        return Vec::new();
    };
    let names = subject.request().instance_types.iter();
    names
        .filter_map(|name| unsupported(name, purpose, subject, &framework, &parameters))
        .collect()
}

fn unsupported(
    name: &Word,
    purpose: InstanceUse,
    subject: &Subject<'_>,
    framework: &Framework<'_>,
    parameters: &Parameters<'_>,
) -> Option<Draft> {
    let instance = subject.catalog.instance_type(&name.value)?;
    let class = match instance.processor() {
        "cpu" => InstanceClass::Cpu,
        "gpu" => InstanceClass::Gpu,
        _ => return None,
    };
    let title = framework.title();
    let what = if purpose == InstanceUse::Training {
        "train"
    } else {
        "host models"
    };
    let draft = |message: String| Draft::new(name.span.clone(), message);
    match parameters.instance_families(purpose, class) {
        InstanceFamilies::None => Some(draft(format!(
            "{title} does not {what} on {class} instances, and {} is one",
            name.value
        ))),
        InstanceFamilies::Some(families) if !families.contains(&instance.family()) => {
            let families = families.join(", ");
            let message = format!(
                "{title} is documented to {what} on the {class} families {families}, and not on {}",
                instance.family()
            );
            Some(
                draft(message)
                    .severity(Severity::Info)
                    .confidence(Confidence::Low),
            )
        }
        _ => None,
    }
}
