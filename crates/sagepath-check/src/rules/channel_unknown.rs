use super::{Check, Draft, rule};
use crate::context::Usage;
use crate::finding::Severity;
use crate::subject::{PathPart, Subject};

rule! {
    /// The algorithm has no channel of this name, or lacks one that it must have.
    ///
    /// A built-in algorithm reads channels of known names. Jobs that run a program of the user's own may have any.
    ///
    /// ```json
    /// {"AlgorithmSpecification": {"TrainingImage": "811284229777.dkr.ecr.us-east-1.amazonaws.com/object2vec:1"},
    ///  "InputDataConfig": [{"ChannelName": "training"}]}
    /// ```
    "channel-unknown": Warning, Medium, fix None, on, Check::Path(check)
}

fn check(subject: &Subject<'_>) -> Option<Draft> {
    let context = &subject.reference.context;
    if context.usage != Some(Usage::Training) || context.has_own_program || context.channels.is_empty() {
        return None;
    }
    let framework = subject.image()?.framework();
    let parameters = framework.parameters()?;
    let channels: Vec<&str> = parameters
        .required_channels()
        .chain(parameters.optional_channels())
        .collect();
    let unknown = context
        .channels
        .iter()
        .find(|channel| !channels.contains(&channel.as_str()));
    let mut required = parameters.required_channels();
    let missing = required.find(|required| !context.channels.iter().any(|channel| channel == required));
    let title = framework.title();
    let message = match (unknown, missing) {
        (Some(unknown), Some(missing)) => {
            format!("{title} has no channel `{unknown}`, and needs one called `{missing}`")
        }
        (Some(unknown), None) => format!("{title} has no channel `{unknown}`"),
        (None, Some(missing)) => format!("{title} needs a channel called `{missing}`"),
        (None, None) => return None,
    };
    let known = channels.join(", ");
    let severity = if missing.is_some() {
        Severity::Warning
    } else {
        Severity::Info
    };
    Some(
        Draft::new(subject.span(PathPart::Whole), message)
            .help(format!("its channels are {known}"))
            .severity(severity),
    )
}
