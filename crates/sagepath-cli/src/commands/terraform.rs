//! `sagepath uri --terraform`: the protocol of Terraform's `external` data source.
//!
//! The query is a JSON object of strings on standard input, the answer a flat JSON object of strings on standard output. An
//! empty string stands for an argument that is not given, for Terraform's objects have no optional keys.

use std::collections::BTreeMap;
use std::io::Read as _;

use sagepath::{Catalog, Located};
use sagepath_json::Question;
use serde::Deserialize as _;
use serde_json::{Map, Value};

use crate::failure::Failure;
use crate::{Status, default_region, output};

/// The arguments that are true or false.
const FLAGS: [&str; 4] = [
    "pin",
    "serverless_inference_config",
    "smdistributed",
    "training_compiler_config",
];

pub(crate) fn run(catalog: &Catalog<'_>) -> Result<Status, Failure> {
    let mut text = String::new();
    std::io::stdin()
        .lock()
        .read_to_string(&mut text)
        .map_err(malformed)?;
    let query = typed(serde_json::from_str(&text).map_err(malformed)?)?;
    let question = Question::deserialize(&query)
        .map_err(malformed)?
        .or_in(default_region::default_region);
    let located = question.resolve(catalog)?;
    output::to_stdout(|out| output::json(&answer(&located), out))?;
    Ok(Status::Yes)
}

/// Terraform looks at the status only to tell success from failure, and 1 is what it documents.
fn malformed(reason: impl std::fmt::Display) -> Failure {
    Failure::no(format!("query cannot be read: {reason}")).hint(
        "Terraform's `external` data source sends a JSON object of strings: framework, region, version, ...",
    )
}

/// The query with its flags as what they are, and without what is not given.
fn typed(query: BTreeMap<String, String>) -> Result<Value, Failure> {
    let given = query.into_iter().filter(|(_, text)| !text.is_empty());
    let typed = given.map(|(name, text)| {
        let value = match text.as_str() {
            "true" | "false" if FLAGS.contains(&name.as_str()) => Value::Bool(text == "true"),
            _ if FLAGS.contains(&name.as_str()) => {
                return Err(Failure::no(format!(
                    "`{name}` is `{text}`, expected `true` or `false`"
                )));
            }
            _ => Value::String(text),
        };
        Ok((name, value))
    });
    typed.collect::<Result<Map<_, _>, _>>().map(Value::Object)
}

/// Every key is there in every answer, so that an expression may rely on it.
fn answer(located: &Located<'_>) -> BTreeMap<&'static str, String> {
    let image = located.image();
    let text = |value: Option<&str>| value.unwrap_or_default().to_owned();
    let date = |date: Option<jiff::civil::Date>| date.map(|date| date.to_string()).unwrap_or_default();
    BTreeMap::from([
        ("uri", located.path().to_string()),
        ("account", located.account().to_owned()),
        ("region", located.region().id().to_owned()),
        ("repository", image.repository().to_owned()),
        ("tag", located.tag().unwrap_or_default().into_owned()),
        ("framework", image.framework().slug().to_owned()),
        ("version", image.version().to_owned()),
        ("scopes", image.scopes().collect::<Vec<_>>().join(",")),
        ("processor", text(image.processor())),
        ("architecture", image.architecture().as_str().to_owned()),
        ("python", text(image.python())),
        ("base_framework", text(image.base_framework())),
        ("platform", image.platform().as_str().to_owned()),
        ("evidence", located.evidence().as_str().to_owned()),
        (
            "warnings",
            located
                .warnings()
                .map(sagepath::Warning::as_str)
                .collect::<Vec<_>>()
                .join(","),
        ),
        ("ga", date(image.general_availability())),
        ("eop", date(image.end_of_patch())),
    ])
}
