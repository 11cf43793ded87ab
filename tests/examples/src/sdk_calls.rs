//! Every call of the SDK that an example might show, and which of them an SDK answers otherwise than the catalog.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, Write};

use anyhow::Context;
use sagepath::{Catalog, Image, Located, Query};
use sagepath_example::{SdkCall, Task};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// A call, and the path that the catalog has for it.
#[derive(Serialize)]
struct Question<'q> {
    key: String,
    arguments: Map<String, Value>,
    expected: &'q str,
}

/// Writes each call as a line of JSON: for every image, under each of its versions, in each of its regions.
///
/// # Errors
///
/// If `out` cannot be written.
pub fn write_sdk_questions(catalog: &Catalog<'_>, out: &mut impl Write) -> anyhow::Result<()> {
    for image in catalog.all_images().filter(Image::is_in_sdk) {
        for region in image.regions() {
            let located = wordings(catalog, &image, region.id());
            let questions: Result<BTreeSet<String>, _> = located
                .iter()
                .flat_map(|located| [Task::Train, Task::Host].map(|task| question(located, task)))
                .flatten()
                .collect();
            for question in questions? {
                writeln!(out, "{question}")?;
            }
        }
    }
    Ok(())
}

/// The image at a region under each version and with each container version that a question may name.
fn wordings<'c>(catalog: &'c Catalog<'_>, image: &Image<'c>, region: &'c str) -> Vec<Located<'c>> {
    let text = Option::unwrap_or_default;
    let containers = || std::iter::once("").chain(image.container_versions());
    let queries = image
        .version_names()
        .flat_map(|version| containers().map(move |container| (version, container)));
    let asked = queries.filter_map(|(version, container)| {
        let query = Query::new(image.framework().slug(), region)
            .version(version)
            .container_version(container)
            .scope(text(image.scopes().next()))
            .processor(text(image.runs_on().next()))
            .architecture(image.architecture().as_str())
            .python(text(image.python()))
            .base_framework(text(image.base_framework()))
            .sdk_version(text(image.neuron_sdk()))
            .platform(image.platform().as_str());
        catalog
            .resolve(&query)
            .ok()
            .filter(|located| located.image() == *image)
    });
    image.at(region).into_iter().chain(asked).collect()
}

fn question(located: &Located<'_>, task: Task) -> Option<serde_json::Result<String>> {
    let call = SdkCall::of(located, task)?;
    let named = call.arguments().iter();
    let named = named.map(|(name, value)| ((*name).to_owned(), Value::from(value.as_str())));
    let region = ("region".to_owned(), Value::from(call.region()));
    let question = Question {
        key: call.key(),
        arguments: named.chain([region]).collect(),
        expected: &located.path().to_string(),
    };
    Some(serde_json::to_string(&question))
}

/// The calls that an SDK answers otherwise: by key, the regions where it does, and those where it was asked.
#[derive(Debug, Default)]
pub struct Lacks(BTreeMap<String, Regions>);

#[derive(Debug, Default)]
struct Regions {
    asked: BTreeSet<String>,
    wrong: BTreeSet<String>,
}

/// What `sdk.py` writes for a question.
#[derive(Deserialize)]
struct Outcome {
    key: String,
    region: String,
    right: bool,
}

impl Lacks {
    /// Reads the outcomes, a line of JSON each.
    ///
    /// # Errors
    ///
    /// If they cannot be read.
    pub fn read(outcomes: impl BufRead) -> anyhow::Result<Lacks> {
        let mut lacks = Lacks::default();
        for line in outcomes.lines() {
            let line = line?;
            let outcome: Outcome = serde_json::from_str(&line).with_context(|| line.clone())?;
            let regions = lacks.0.entry(outcome.key).or_default();
            if !outcome.right {
                regions.wrong.insert(outcome.region.clone());
            }
            regions.asked.insert(outcome.region);
        }
        Ok(lacks)
    }

    /// How many calls there are, and how many of them are not right everywhere.
    pub fn summary(&self) -> String {
        let wrong = self
            .0
            .values()
            .filter(|regions| !regions.wrong.is_empty())
            .count();
        format!(
            "{} calls, {wrong} of them not right in every region",
            self.0.len()
        )
    }

    /// The file that the examples read: sorted, a line for each call that is not right everywhere.
    pub fn to_file(&self, sdk: &str) -> String {
        let mut file = format!(
            "# Calls of image_uris.retrieve that {sdk} answers otherwise than the catalog, and the regions where it does.\n\
             # Written by `cargo xtask test examples`, which asks it.\n"
        );
        for (key, regions) in self.0.iter().filter(|(_, regions)| !regions.wrong.is_empty()) {
            let wrong: Vec<&str> = regions.wrong.iter().map(String::as_str).collect();
            let wrong = if regions.wrong == regions.asked {
                "*".to_owned()
            } else {
                wrong.join(" ")
            };
            file.push_str(&format!("{key}\t{wrong}\n"));
        }
        file
    }
}
