//! Images, a page at a time.

use sagepath::Filter;
use sagepath_json::ImageRow;
use serde::Serialize;

use crate::cursor::Cursor;
use crate::endpoint::{Endpoint, Reply};
use crate::parameters::{Kind, Parameter, Values};
use crate::problem::Problem;
use crate::state::{State, today};

/// Images of a page: if nothing is said, and at most.
const USUAL: usize = 100;
const MOST: usize = 1000;

pub(crate) const ENDPOINT: Endpoint = Endpoint {
    name: "images",
    path: "/api/v1/images",
    summary: "Images, a page at a time",
    about: "With a region, each image has its registry path. `next` is the cursor of the next page, and null on the last one; \
        the `Link` header names the next page, too.",
    parameters: &[FILTER, PAGE],
    schema: "Images",
    example: "framework=pytorch&region=eu-west-1&scope=inference&alive_on=today",
    answer,
};

const FILTER: &[Parameter] = &[
    Parameter::new("framework", "pytorch", "Only the images of this framework"),
    Parameter::new("region", "eu-west-1", "Only what this region offers"),
    Parameter::new(
        "scope",
        "inference",
        "Only images for this scope: training, inference, processing, ...",
    )
    .also(&["image_scope"]),
    Parameter::new(
        "runs_on",
        "ml.g5.xlarge",
        "Only images that run on this instance type or processor",
    )
    .also(&["instance_type", "processor"]),
    Parameter::new(
        "architecture",
        "x86_64",
        "Only images for this CPU architecture: x86_64 or arm64",
    ),
    Parameter::new(
        "platform",
        "sagemaker",
        "Only images made for this platform: sagemaker, ec2 or general",
    ),
    Parameter::new("python", "py311", "Only images with this Python").also(&["py_version"]),
    Parameter::new(
        "version",
        ">=2.5,<2.8",
        "Only these versions: 2.5, >=2.5 or >=2.5,<2.8",
    )
    .of(Kind::Versions),
    Parameter::new(
        "alive_on",
        "today",
        "Only images that are not past their end of patch on this day: a date, or today",
    )
    .of(Kind::Day),
    Parameter::new(
        "listed",
        "true",
        "Only images of which a source lists a tag, none that is derived",
    )
    .of(Kind::Flag),
];

const PAGE: &[Parameter] = &[
    Parameter::new("limit", "100", "How many images a page has").of(Kind::Number { least: 1, most: MOST }),
    Parameter::new("cursor", "", "Where the page begins: `next` of the page before"),
];

/// A page.
#[derive(Serialize)]
struct Page<'c> {
    /// How many images there are on all pages.
    total: usize,
    images: Vec<ImageRow<'c>>,
    next: Option<&'c str>,
}

fn answer(state: &State, values: &Values<'_>) -> Result<Reply, Problem> {
    let today = today();
    let alive_on = values.day("alive_on", today)?;
    let region = values.text("region");
    let filter = Filter {
        framework: values.text("framework"),
        region,
        scope: values.text("scope"),
        runs_on: values.text("runs_on"),
        architecture: values.text("architecture"),
        platform: values.text("platform"),
        python: values.text("python"),
        versions: values.versions("version")?,
        alive_on,
        listed_only: values.flag("listed")?,
    };
    let limit = values.number("limit", 1..=MOST)?.unwrap_or(USUAL);
    // `today` is another question tomorrow.
    let question = (values.but(&["cursor", "limit"]), alive_on, state.version());
    let start = match values.text("cursor") {
        None => 0,
        Some(text) => Cursor::parse(text, &question)
            .ok_or_else(|| {
                Problem::no(
                    "unknown-cursor",
                    "the cursor is of another question, or of another catalog",
                )
                .about("cursor")
                .hint("start from the first page, without a cursor")
            })?
            .position(),
    };
    let rows = state
        .catalog
        .images(&filter)?
        .filter(|image| image.withheld().is_none())
        .filter_map(|image| match region {
            Some(region) => ImageRow::in_region(image, region),
            None => Some(ImageRow::anywhere(image)),
        });
    let mut total = 0;
    let mut images = Vec::new();
    for row in rows {
        if total >= start && images.len() < limit {
            images.push(row);
        }
        total += 1;
    }
    let end = start.saturating_add(images.len());
    let next = (end < total && !images.is_empty()).then(|| Cursor::at(end, &question).to_string());
    let page = Page {
        total,
        images,
        next: next.as_deref(),
    };
    let reply = Reply::json(&page)?.continued(next.as_deref().map(|next| values.query_with("cursor", next)));
    Ok(match alive_on {
        Some(day) => reply.on(day),
        None => reply,
    })
}
