use sagepath::{ContentUse, Parameters};

use super::{Check, Draft, rule};
use crate::context::Usage;
use crate::request::Channel;
use crate::subject::Subject;
use crate::tree::Word;

rule! {
    /// The documentation does not name this content type among those that the algorithm trains on.
    ///
    /// A built-in algorithm reads a channel as its content type says, and a job with one that it does not know fails after its
    /// instances have started. The documentation is not always whole, hence the low confidence; file types that it names count, too:
    /// `csv` and `application/x-parquet` for XGBoost. Nothing is said of channels that SageMaker wraps in RecordIO, nor of jobs
    /// that run a program of the user's own.
    ///
    /// ```json
    /// {"AlgorithmSpecification": {"TrainingImage": "683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-xgboost:1.7-1"},
    ///  "InputDataConfig": [{"ChannelName": "train", "ContentType": "image/png"}]}
    /// ```
    "content-type-unsupported": Warning, Low, fix None, on, Check::Request(check)
}

fn check(subject: &Subject<'_>) -> Vec<Draft> {
    let Some((framework, parameters)) = subject.algorithm(Usage::Training) else {
        return Vec::new();
    };
    let known: Vec<&str> = parameters.content_types(ContentUse::Training).collect();
    if known.is_empty() {
        return Vec::new();
    }
    let unsupported = |channel: &Channel| {
        let content_type = channel.content_type.as_ref()?;
        let name = channel.name.as_ref();
        let has_none = |name: &Word| parameters.channel_content_type(&name.value).is_none();
        if name.is_some_and(has_none) || is_documented(&content_type.value, &parameters) {
            return None;
        }
        let (title, given) = (framework.title(), &content_type.value);
        let message = match name {
            Some(name) => format!(
                "channel `{}` has `{given}`, which {title} is not documented to train on",
                name.value
            ),
            None => format!("{title} is not documented to train on `{given}`"),
        };
        let help = format!("it trains on {}", known.join(", "));
        Some(Draft::new(content_type.span.clone(), message).help(help))
    };
    let channels = subject.request().channels.iter();
    channels.filter_map(unsupported).collect()
}

/// Whether the documentation names a content type, or a file type that it is of.
fn is_documented(given: &str, parameters: &Parameters<'_>) -> bool {
    let plain = |content_type: &str| {
        let kind = content_type.split(';').next().unwrap_or_default();
        kind.trim().to_ascii_lowercase().replace("/x-", "/")
    };
    let given = plain(given);
    let mut known = parameters.content_types(ContentUse::Training);
    given.is_empty()
        || known.any(|known| plain(known) == given)
        || parameters
            .file_types()
            .any(|kind| given.contains(&kind.to_ascii_lowercase()))
}
