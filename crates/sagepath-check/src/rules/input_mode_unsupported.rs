use super::{Check, Draft, rule};
use crate::context::Usage;
use crate::subject::{PathPart, Subject};

rule! {
    /// The algorithm does not take its data in this input mode.
    ///
    /// ```json
    /// {"AlgorithmSpecification": {
    ///   "TrainingImage": "811284229777.dkr.ecr.us-east-1.amazonaws.com/object2vec:1",
    ///   "TrainingInputMode": "Pipe"}}
    /// ```
    "input-mode-unsupported": Error, Medium, fix None, on, Check::Path(check)
}

fn check(subject: &Subject<'_>) -> Option<Draft> {
    let context = &subject.reference.context;
    if context.usage != Some(Usage::Training) || context.has_own_program {
        return None;
    }
    let framework = subject.image()?.framework();
    let known = framework.parameters()?.input_modes();
    // The documentation tells of file and pipe mode for each algorithm, and of no other mode.
    let is_told = |mode: &str| matches!(mode, "File" | "Pipe");
    let modes = &context.input_modes;
    let mode = modes
        .iter()
        .find(|mode| is_told(mode) && !known.clone().any(|known| known == mode.as_str()))?;
    let known = known.collect::<Vec<_>>().join(", ");
    Some(Draft::new(
        subject.span(PathPart::Whole),
        format!(
            "{} does not take its data in {mode} mode: it takes {known}",
            framework.title()
        ),
    ))
}
