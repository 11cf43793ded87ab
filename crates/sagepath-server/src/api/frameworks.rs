//! The frameworks, and one of them.

use sagepath::{Filter, Framework, Query};
use sagepath_json::{FrameworkParameters, FrameworkRow, VersionRow, versions};
use serde::Serialize;

use super::list_of;
use crate::endpoint::{Endpoint, Reply};
use crate::parameters::{Kind, Parameter, Values};
use crate::problem::Problem;
use crate::state::State;

const KINDS: &[&str] = &["algorithm", "dlc"];

pub(crate) const LIST: Endpoint = Endpoint {
    name: "frameworks",
    path: "/api/v1/frameworks",
    summary: "The algorithms and Deep Learning Containers",
    about: "",
    parameters: &[&[
        Parameter::new(
            "text",
            "forecast",
            "Only those with this text in their name, title or summary",
        ),
        Parameter::new("kind", "algorithm", "Only those of this kind").of(Kind::Word(KINDS)),
    ]],
    schema: "Frameworks",
    example: "kind=algorithm",
    answer: list,
};

pub(crate) const ONE: Endpoint = Endpoint {
    name: "framework",
    path: "/api/v1/frameworks/{slug}",
    summary: "One framework: its versions, and the parameters that the documentation tells",
    about: "`/api/v1/images?framework=...` lists its images.",
    parameters: &[&[
        Parameter::new("slug", "xgboost", "The framework's name")
            .of(Kind::Segment)
            .required(),
        Parameter::new("region", "us-east-1", "Only versions that this region offers"),
    ]],
    schema: "Framework",
    example: "",
    answer: one,
};

fn list(state: &State, values: &Values<'_>) -> Result<Reply, Problem> {
    let text = values.text_or_empty("text").to_lowercase();
    let kind = values.word("kind", KINDS)?;
    let has_text = |framework: &Framework<'_>| {
        let places = [framework.slug(), framework.title(), framework.summary()];
        places
            .into_iter()
            .any(|place| place.to_lowercase().contains(&text))
    };
    let rows = state
        .catalog
        .frameworks()
        .filter(|framework| kind.is_none_or(|kind| framework.kind().as_str() == kind))
        .filter(has_text)
        .map(FrameworkRow);
    Reply::json(list_of!("frameworks", rows.collect::<Vec<_>>()))
}

/// A framework and what is told of it as a whole.
#[derive(Serialize)]
struct Page<'c> {
    #[serde(flatten)]
    row: FrameworkRow<'c>,
    parameters: Option<FrameworkParameters<'c>>,
    versions: Vec<VersionRow<'c>>,
}

fn one(state: &State, values: &Values<'_>) -> Result<Reply, Problem> {
    let catalog = state.catalog;
    let slug = values.text_or_empty("slug");
    let Some(framework) = catalog.framework(slug) else {
        // The look-up knows best what was meant.
        let error = catalog.resolve(&Query::new(slug, "")).err();
        return Err(error.map_or_else(
            || Problem::no("unknown-framework", format!("framework `{slug}` is not known")),
            Problem::from,
        ));
    };
    let filter = Filter {
        framework: Some(slug),
        region: values.text("region"),
        ..Filter::default()
    };
    Reply::json(&Page {
        row: FrameworkRow(framework),
        parameters: framework.parameters().map(FrameworkParameters),
        versions: versions(catalog.images(&filter)?),
    })
}
