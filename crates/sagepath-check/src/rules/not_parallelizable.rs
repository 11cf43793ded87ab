use super::{Check, Draft, rule};
use crate::context::Usage;
use crate::subject::Subject;
use crate::tree::Word;

rule! {
    /// A training job has several instances, and the algorithm trains on one.
    ///
    /// The others cost money and do nothing, or the job fails.
    "not-parallelizable": Error, Medium, fix None, on, Check::Request(check)
}

fn check(subject: &Subject<'_>) -> Vec<Draft> {
    let Some((framework, parameters)) = subject.algorithm(Usage::Training) else {
        return Vec::new();
    };
    if !parameters.is_single_instance() || parameters.is_parallelizable() {
        return Vec::new();
    }
    let several = |word: &Word| {
        let count = word.value.parse::<u32>().ok().filter(|count| *count > 1)?;
        let title = framework.title();
        let message = format!("{title} trains on a single instance, and the job has {count}");
        Some(Draft::new(word.span.clone(), message))
    };
    let counts = subject.request().instance_counts.iter();
    counts.filter_map(several).collect()
}
