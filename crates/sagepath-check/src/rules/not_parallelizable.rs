use super::{Check, Draft, rule};
use crate::context::Usage;
use crate::subject::{PathPart, Subject};

rule! {
    /// A training job has several instances, and the algorithm trains on one.
    ///
    /// The others cost money and do nothing, or the job fails.
    "not-parallelizable": Error, Medium, fix None, on, Check::Path(check)
}

fn check(subject: &Subject<'_>) -> Option<Draft> {
    let context = &subject.reference.context;
    let count = context.instance_count.filter(|count| *count > 1)?;
    if context.usage != Some(Usage::Training) || context.has_own_program {
        return None;
    }
    let framework = subject.image()?.framework();
    let parameters = framework.parameters()?;
    (parameters.is_single_instance() && !parameters.is_parallelizable()).then(|| {
        Draft::new(
            subject.span(PathPart::Whole),
            format!(
                "{} trains on a single instance, and the job has {count}",
                framework.title()
            ),
        )
    })
}
