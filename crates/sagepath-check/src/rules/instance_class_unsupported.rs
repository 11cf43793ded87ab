use sagepath::{InstanceClass, InstanceFamilies, InstanceUse};

use super::{Check, Draft, rule};
use crate::context::Usage;
use crate::finding::{Confidence, Severity};
use crate::subject::{PathPart, Subject};

rule! {
    /// The algorithm does not run on instances of this class.
    ///
    /// The documentation names for each algorithm whether it trains and hosts on CPUs and GPUs, and for some the families. A
    /// family that it does not name may be younger than the documentation, and is told for information only.
    "instance-class-unsupported": Error, Medium, fix None, on, Check::Path(check)
}

fn check(subject: &Subject<'_>) -> Option<Draft> {
    let context = &subject.reference.context;
    let purpose = match context.usage? {
        Usage::Training => InstanceUse::Training,
        Usage::Hosting => InstanceUse::Inference,
        Usage::Processing => return None,
    };
    if context.has_own_program {
        return None;
    }
    let framework = subject.image()?.framework();
    let parameters = framework.parameters()?;
    context.instance_types.iter().find_map(|name| {
        let instance = subject.catalog.instance_type(name)?;
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
        let draft = |message: String| Draft::new(subject.span(PathPart::Whole), message);
        match parameters.instance_families(purpose, class) {
            InstanceFamilies::None => Some(draft(format!(
                "{title} does not {what} on {class} instances, and {name} is one"
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
    })
}
