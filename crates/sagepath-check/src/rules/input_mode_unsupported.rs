use super::{Check, Draft, rule};
use crate::context::Usage;
use crate::subject::Subject;
use crate::tree::Word;

rule! {
    /// The algorithm does not take its data in this input mode.
    ///
    /// ```json
    /// {"AlgorithmSpecification": {
    ///   "TrainingImage": "811284229777.dkr.ecr.us-east-1.amazonaws.com/object2vec:1",
    ///   "TrainingInputMode": "Pipe"}}
    /// ```
    "input-mode-unsupported": Error, Medium, fix None, on, Check::Request(check)
}

fn check(subject: &Subject<'_>) -> Vec<Draft> {
    let Some((framework, parameters)) = subject.algorithm(Usage::Training) else {
        return Vec::new();
    };
    let known: Vec<&str> = parameters.input_modes().collect();
    // The documentation tells of file and pipe mode for each algorithm, and of no other mode.
    let is_unsupported = |mode: &&Word| {
        let mode = mode.value.as_str();
        matches!(mode, "File" | "Pipe") && !known.contains(&mode)
    };
    let unsupported = subject.request().input_modes.iter().filter(is_unsupported);
    unsupported
        .map(|mode| {
            let message = format!(
                "{} does not take its data in {} mode: it takes {}",
                framework.title(),
                mode.value,
                known.join(", ")
            );
            Draft::new(mode.span.clone(), message)
        })
        .collect()
}
