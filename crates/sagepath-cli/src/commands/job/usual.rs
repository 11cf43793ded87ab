//! What a job without a file takes where nobody says it, for `--explain`.

use sagepath_job::Choice;
use serde_json::Value as Json;

/// A field of a request, the option for it, and whether it is given.
pub(super) type Field = (String, &'static str, bool);

/// What was taken for the fields whose options are not given.
pub(super) fn choices(
    operation: &'static str,
    request: &Json,
    fields: impl IntoIterator<Item = Field>,
) -> Vec<Choice> {
    let open = fields.into_iter().filter(|(.., is_given)| !is_given);
    let chosen = open.filter_map(|(field, option, _)| {
        let pointer = format!("/{}", field.replace(['.', '['], "/").replace(']', ""));
        let value = match request.pointer(&pointer)? {
            Json::String(text) => text.clone(),
            other => other.to_string(),
        };
        let reason = match option {
            "--content-type" => format!("the documentation's first: `{option}` says another"),
            _ => format!("the usual: `{option}` says another"),
        };
        Some(Choice {
            operation,
            field,
            value,
            reason,
        })
    });
    chosen.collect()
}
