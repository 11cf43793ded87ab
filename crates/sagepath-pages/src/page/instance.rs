//! The page of an instance type: what it is, and which images run on it.

use sagepath::{Filter, Framework, Image, InstanceType};

use super::{Frame, templates};
use crate::site::{Error, Site};

struct InstancePage<'c> {
    instance: InstanceType<'c>,
    facts: Vec<(&'static str, String)>,
    rows: Vec<Line<'c>>,
}

/// The images of a framework for some scopes.
struct Line<'c> {
    framework: Framework<'c>,
    scopes: String,
    newest: String,
    versions: Vec<&'c str>,
}

templates!(
    InstancePage,
    html = "html/instance.html",
    markdown = "markdown/instance.md"
);

/// What an instance type must be usable for, so that images of a scope can be used on it. Other scopes ask for nothing.
const NEEDED_USES: [(&str, &[&str]); 2] = [("training", &["train"]), ("inference", &["host", "transform"])];

pub(crate) fn render<'c>(site: &Site<'c>, path: &str, instance: InstanceType<'c>) -> Result<String, Error> {
    let name = instance.name();
    let description =
        format!("The Amazon SageMaker images that run on {name}, and what the instance type has.");
    let frame = Frame::new(site, path, "instances", name, &description);
    let filter = Filter {
        runs_on: Some(name),
        platform: Some(sagepath::Platform::SageMaker.as_str()),
        ..Filter::default()
    };
    let images = site.catalog.images(&filter).into_iter().flatten();
    let page = InstancePage {
        facts: facts(&instance),
        rows: lines(images, &instance),
        instance,
    };
    in_format(&frame, &page)
}

/// What is known of an instance type, in words.
fn facts(instance: &InstanceType<'_>) -> Vec<(&'static str, String)> {
    let gpus = instance.gpus().map(|count| match instance.gpu_name() {
        Some(name) => format!("{count} × {name}"),
        None => count.to_string(),
    });
    let facts = [
        ("Processor", Some(instance.processor().to_owned())),
        (
            "Architecture",
            instance
                .architecture()
                .map(|architecture| architecture.to_string()),
        ),
        ("vCPUs", instance.vcpus().map(|count| count.to_string())),
        ("Memory", instance.memory_mib().map(gibibytes)),
        ("GPUs", gpus),
        ("GPU memory", instance.gpu_memory_mib().map(gibibytes)),
        (
            "Neuron devices",
            instance.neuron_devices().map(|count| count.to_string()),
        ),
        (
            "Accelerator",
            instance
                .accelerator()
                .map(|name| format!("{name}, which no image here is made for")),
        ),
        (
            "May be used for",
            Some(instance.uses().collect::<Vec<_>>().join(", ")),
        ),
    ];
    let known = facts.into_iter().filter_map(|(name, text)| Some((name, text?)));
    known.filter(|(_, text)| !text.is_empty()).collect()
}

/// A size in MiB, for people.
pub(super) fn gibibytes(mebibytes: u32) -> String {
    let (whole, tenth) = (mebibytes / 1024, mebibytes % 1024 * 10 / 1024);
    if tenth == 0 {
        format!("{whole} GiB")
    } else {
        format!("{whole}.{tenth} GiB")
    }
}

fn lines<'c>(images: impl Iterator<Item = Image<'c>>, instance: &InstanceType<'c>) -> Vec<Line<'c>> {
    let uses: Vec<_> = instance.uses().collect();
    let is_usable = |scope: &str| {
        let needed = NEEDED_USES.iter().find(|(of, _)| *of == scope);
        needed.is_none_or(|(_, needed)| needed.iter().any(|needed| uses.contains(needed)))
    };
    let mut lines: Vec<Line<'c>> = Vec::new();
    for image in images.filter(|image| image.withheld().is_none()) {
        let all: Vec<_> = image.scopes().collect();
        let usable: Vec<_> = all.iter().copied().filter(|scope| is_usable(scope)).collect();
        if usable.is_empty() && !all.is_empty() {
            continue;
        }
        let (framework, scopes) = (image.framework(), usable.join(", "));
        let newest = match image.tag() {
            Some(tag) => format!("{}:{tag}", image.repository()),
            None => image.repository().to_owned(),
        };
        let version = image.version();
        match lines
            .iter_mut()
            .rev()
            .find(|line| line.framework == framework && line.scopes == scopes)
        {
            Some(line) => {
                line.newest = newest;
                if line.versions.last() != Some(&version) {
                    line.versions.push(version);
                }
            }
            None => lines.push(Line {
                framework,
                scopes,
                newest,
                versions: vec![version],
            }),
        }
    }
    lines.sort_by_key(|line| line.framework.title().to_lowercase());
    lines
}

impl Line<'_> {
    fn versions(&self) -> String {
        let newest_first = self.versions.iter().rev().filter(|version| !version.is_empty());
        newest_first.copied().collect::<Vec<_>>().join(", ")
    }
}
