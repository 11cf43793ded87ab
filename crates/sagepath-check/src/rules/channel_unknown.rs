use super::{Check, Draft, rule};
use crate::context::Usage;
use crate::finding::Severity;
use crate::subject::{PathPart, Subject};

rule! {
    /// The algorithm has no channel of this name, or lacks one that it must have.
    ///
    /// A built-in algorithm reads channels of known names. Jobs that run a program of the user's own may have any. It is told
    /// at the channel; where one is missing and all others are right, at the image.
    ///
    /// ```json
    /// {"AlgorithmSpecification": {"TrainingImage": "811284229777.dkr.ecr.us-east-1.amazonaws.com/object2vec:1"},
    ///  "InputDataConfig": [{"ChannelName": "training"}]}
    /// ```
    "channel-unknown": Warning, Medium, fix None, on, Check::Request(check)
}

fn check(subject: &Subject<'_>) -> Vec<Draft> {
    let Some((framework, parameters)) = subject.algorithm(Usage::Training) else {
        return Vec::new();
    };
    let given: Vec<_> = subject.request().channel_names().collect();
    if given.is_empty() {
        return Vec::new();
    }
    let mut required = parameters.required_channels();
    let known: Vec<&str> = required.clone().chain(parameters.optional_channels()).collect();
    let missing = required.find(|required| !given.iter().any(|channel| channel.value == *required));
    let title = framework.title();
    let help = format!("its channels are {}", known.join(", "));
    let mut unknown = given
        .iter()
        .filter(|channel| !known.contains(&channel.value.as_str()));
    let mut drafts = Vec::new();
    if let Some(missing) = missing {
        let (span, message) = match unknown.next() {
            Some(channel) => {
                let name = &channel.value;
                let message = format!("{title} has no channel `{name}`, and needs one called `{missing}`");
                (channel.span.clone(), message)
            }
            None => {
                let message = format!("{title} needs a channel called `{missing}`");
                (subject.span(PathPart::Whole), message)
            }
        };
        drafts.push(Draft::new(span, message));
    }
    drafts.extend(unknown.map(|channel| {
        let message = format!("{title} has no channel `{}`", channel.value);
        Draft::new(channel.span.clone(), message).severity(Severity::Info)
    }));
    drafts.into_iter().map(|draft| draft.help(&help)).collect()
}
