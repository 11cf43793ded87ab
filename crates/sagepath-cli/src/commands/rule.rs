//! `sagepath rule`: the rules of `sagepath check`.

use clap::Args;
use clap_complete::ArgValueCandidates;
use clap_complete::CompletionCandidate;
use sagepath_check::{RULES, Rule};
use serde::Serialize;

use crate::Status;
use crate::failure::Failure;
use crate::output::{self, Column, ListFormat, Row};

#[derive(Args)]
#[command(after_help = "\
Examples:
  sagepath rule
  sagepath rule wrong-registry")]
pub(crate) struct RuleArguments {
    /// The rule to explain; all are listed where none is named
    #[arg(value_name = "NAME", add = ArgValueCandidates::new(names))]
    name: Option<String>,

    /// How to print the list
    #[arg(long, value_enum, value_name = "FORMAT")]
    format: Option<ListFormat>,
}

/// The names of the rules, for a shell.
fn names() -> Vec<CompletionCandidate> {
    RULES
        .iter()
        .map(|rule| CompletionCandidate::new(rule.name).help(Some(rule.summary().into())))
        .collect()
}

/// A rule in the list.
#[derive(Serialize)]
struct Listed {
    name: &'static str,
    severity: &'static str,
    confidence: &'static str,
    fix: Option<&'static str>,
    default: bool,
    summary: &'static str,
}

impl Listed {
    fn new(rule: &Rule) -> Self {
        Listed {
            name: rule.name,
            severity: rule.severity.as_str(),
            confidence: rule.confidence.as_str(),
            fix: rule.fix.map(sagepath_check::Safety::as_str),
            default: rule.is_default,
            summary: rule.summary(),
        }
    }
}

impl Row for Listed {
    const NOUN: &'static str = "rule";
    const COLUMNS: &'static [Column] = &[
        Column::new("rule"),
        Column::new("severity"),
        Column::optional("confidence", 1),
        Column::optional("fix", 2),
        Column::new("default"),
        Column::text("what it finds"),
    ];

    fn cells(&self) -> Vec<String> {
        vec![
            self.name.to_owned(),
            self.severity.to_owned(),
            self.confidence.to_owned(),
            self.fix.unwrap_or_default().to_owned(),
            if self.default { "on" } else { "off" }.to_owned(),
            self.summary.to_owned(),
        ]
    }
}

pub(crate) fn run(arguments: &RuleArguments) -> Result<Status, Failure> {
    let Some(name) = &arguments.name else {
        return output::list(RULES.iter().map(|rule| Listed::new(rule)), arguments.format);
    };
    let rule = sagepath_check::rule(name)
        .map_err(|error| Failure::no(error.to_string()).hint("`sagepath rule` lists them"))?;
    output::to_stdout(|out| Ok(out.write_all(rule.page().as_bytes())?))?;
    Ok(Status::Yes)
}
