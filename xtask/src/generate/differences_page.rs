//! `docs/differences-from-the-sdk.md`, made of `docs/differences.toml`.
//!
//! The SDK's answers to the examples stand in the data, where the differential suite checks them; ours are looked up.

use std::fmt::Write as _;

use anyhow::Context;
use differential::{Difference, Differences, Example, Question};
use sagepath::{Catalog, Error, Evidence, Located};
use serde_json::Value;

use super::ask::ask;
use crate::workspace::Workspace;

/// How many choices of a refusal are shown; of more, only their number.
const MOST_CHOICES: usize = 12;

/// The longest line of an example's call; a longer one gets a line for each argument.
const LONGEST_CALL: usize = 100;

/// Makes the page. The answers are those of the catalog that is given, compiled.
pub(crate) fn make(workspace: &Workspace, catalog: &[u8]) -> anyhow::Result<String> {
    let differences = Differences::read(&workspace.path("docs/differences.toml"))?;
    let catalog = Catalog::open(catalog).context("the catalog cannot be opened")?;
    Ok(page(&differences, &catalog, &workspace.sdk_version()?))
}

fn page(differences: &Differences, catalog: &Catalog<'_>, sdk_version: &str) -> String {
    let mut page = introduction(sdk_version);
    page += &contents(differences);
    let mut topic = "";
    for difference in differences.all() {
        if difference.topic != topic {
            topic = &difference.topic;
            let _ = write!(page, "\n## {topic}\n");
        }
        page += &section(difference, catalog);
    }
    page
}

fn introduction(sdk_version: &str) -> String {
    format!(
        "<!-- Generated from docs/differences.toml by `cargo xtask generate`. Do not edit. -->

# Differences from the SageMaker Python SDK

To every question, sagepath gives the answer of `sagemaker.core.image_uris.retrieve` (sagemaker-core {sdk_version}), but for
the differences on this page. Each one is meant, and says what the SDK does, what sagepath does instead, and why, with a
question that shows it.

Three rules are behind them all:

- **No path is better than a wrong one.** Where the SDK composes a tag that nobody published, or quietly answers another
  question than the one that was asked, sagepath refuses and says what the choices are.
- **A listed image is found.** Where AWS publishes an image that the SDK does not know, or refuses for a reason that is out
  of date, sagepath resolves it.
- **What is merely unproven stays.** Where no source tells whether a path of the SDK exists, sagepath gives the same path,
  and marks it as *derived*.

The list is complete and up to date, or the tests fail: they put some 340,000 questions to both, and accept no difference
that is missing here, no entry that nothing confirms any more, and no example that the SDK answers otherwise
([how](../tests/differential/README.md)).
"
    )
}

fn contents(differences: &Differences) -> String {
    let mut contents = "\n## Contents\n\n".to_owned();
    let mut topic = "";
    for difference in differences.all() {
        if difference.topic != topic {
            topic = &difference.topic;
            let _ = writeln!(contents, "- **{topic}**");
        }
        let _ = writeln!(contents, "  - [{}](#{})", difference.title, difference.id);
    }
    contents
}

fn section(difference: &Difference, catalog: &Catalog<'_>) -> String {
    let Difference {
        id,
        title,
        upstream,
        decision,
        reason,
        unchecked,
        example,
        ..
    } = difference;
    let mut section = format!(
        "\n<a id=\"{id}\"></a>\n\n### {title}\n\n- **The SDK:** {}\n- **sagepath:** {}\n- **Why:** {}\n",
        item(upstream),
        item(decision),
        item(reason)
    );
    if let Some(unchecked) = unchecked {
        let _ = writeln!(
            section,
            "- **No question of the comparison shows it:** {}.",
            item(unchecked)
        );
    }
    if let Some(example) = example {
        section += &worked(example, catalog);
    }
    section
}

/// A text of several lines as the text of a list's item.
fn item(text: &str) -> String {
    text.trim().replace('\n', "\n  ")
}

/// An example: the question as a call of the SDK, and both answers.
fn worked(example: &Example, catalog: &Catalog<'_>) -> String {
    let ours = match ask(catalog, &example.question) {
        Ok(located) => path(&located),
        Err(error) => refusal(&error),
    };
    format!(
        "\n```python\n{}\n```\n\n```text\nSDK       {}\nsagepath  {}\n```\n",
        call(&example.question),
        example.sdk,
        ours.join("\n          ")
    )
}

fn call(question: &Question) -> String {
    let arguments: Vec<String> = question
        .given()
        .map(|(name, value)| format!("{name}={}", python(value)))
        .collect();
    let line = format!("image_uris.retrieve({})", arguments.join(", "));
    if line.len() <= LONGEST_CALL {
        return line;
    }
    format!("image_uris.retrieve(\n    {},\n)", arguments.join(",\n    "))
}

/// A value as Python writes it.
fn python(value: &Value) -> String {
    match value {
        Value::Null => "None".to_owned(),
        Value::Bool(true) => "True".to_owned(),
        Value::Bool(false) => "False".to_owned(),
        Value::Array(items) => format!("[{}]", items.iter().map(python).collect::<Vec<_>>().join(", ")),
        Value::Object(entries) => {
            let entries = entries
                .iter()
                .map(|(key, value)| format!("\"{key}\": {}", python(value)));
            format!("{{{}}}", entries.collect::<Vec<_>>().join(", "))
        }
        Value::Number(_) | Value::String(_) => value.to_string(),
    }
}

/// A path, and what should be known about it.
fn path(located: &Located<'_>) -> Vec<String> {
    let is_derived = located.evidence() == Evidence::Derived;
    let derived = if is_derived { " (derived)" } else { "" };
    let mut lines = vec![format!("{}{derived}", located.path())];
    let pinned = located.pinned();
    if is_derived && pinned.evidence() == Evidence::Listed {
        lines.push(format!("{} with --pin", pinned.path()));
    }
    lines.extend(
        located
            .warnings()
            .map(|warning| format!("warning: {}", warning.message())),
    );
    lines
}

/// A refusal: what is wrong, and what would be right.
fn refusal(error: &Error) -> Vec<String> {
    let mut lines = vec![format!("error: {error} ({})", error.code())];
    if let Some(suggestion) = error.suggestion() {
        lines.push(format!("did you mean {suggestion}?"));
    }
    match error.choices() {
        [] => {}
        choices if choices.len() > MOST_CHOICES => lines.push(format!("{} choices", choices.len())),
        choices => lines.push(format!("choices: {}", choices.join(", "))),
    }
    lines.extend(error.hint().map(|hint| format!("hint: {hint}")));
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_becomes_a_section_with_both_answers() -> anyhow::Result<()> {
        let differences = Differences::parse(
            "
            [[difference]]
            id = 'made-up'
            topic = 'Versions'
            title = 'A title'
            upstream = '''
One line,
and another.'''
            decision = 'Refused.'
            reason = 'Because.'
            unchecked = 'so it is'
            [difference.example]
            question = { framework = 'kmeans', version = '999.9', region = 'us-west-2', training_compiler_config = true }
            sdk = '1.dkr.ecr.us-west-2.amazonaws.com/kmeans:1'
            ",
        )?;
        let page = page(&differences, Catalog::embedded(), "1.2.3");
        assert!(page.contains("sagemaker-core 1.2.3"));
        assert!(page.contains("- **Versions**\n  - [A title](#made-up)\n\n## Versions\n"));
        let (_, section) = page.split_once("<a id=\"made-up\"></a>").context("no section")?;
        assert_eq!(
            section,
            "

### A title

- **The SDK:** One line,
  and another.
- **sagepath:** Refused.
- **Why:** Because.
- **No question of the comparison shows it:** so it is.

```python
image_uris.retrieve(
    framework=\"kmeans\",
    version=\"999.9\",
    region=\"us-west-2\",
    training_compiler_config=True,
)
```

```text
SDK       1.dkr.ecr.us-west-2.amazonaws.com/kmeans:1
sagepath  error: kmeans has no version `999.9` (unknown-version)
          choices: latest, 1
```
"
        );
        Ok(())
    }

    #[test]
    fn a_long_call_gets_a_line_for_each_argument() -> anyhow::Result<()> {
        let question = Question::parse(
            r#"{"framework": "huggingface", "image_scope": "training", "distribution": {"smdistributed": {"dataparallel": {"enabled": true}}}}"#,
        )?;
        assert_eq!(
            call(&question),
            "image_uris.retrieve(\n    framework=\"huggingface\",\n    image_scope=\"training\",\n    \
             distribution={\"smdistributed\": {\"dataparallel\": {\"enabled\": True}}},\n)"
        );
        Ok(())
    }
}
