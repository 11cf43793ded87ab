//! The page of a framework: what it is, its images, its life, and who owns its repositories where.

use jiff::civil::Date;
use sagepath::{Framework, Region};
use sagepath_example::{Target, Task};

use super::{Frame, templates};
use crate::example::Examples;
use crate::life_cycle::LifeCycle;
use crate::parameters;
use crate::site::{Error, Site};
use crate::table::Table;

struct FrameworkPage<'c> {
    framework: Framework<'c>,
    facts: Vec<(&'static str, String)>,
    /// Frameworks that hold its images for some instance processors.
    siblings: Vec<(&'c str, Framework<'c>)>,
    parameters: Vec<(&'static str, String)>,
    parameter_pages: Vec<&'c str>,
    examples: Option<Examples>,
    table: Table<'c>,
    lives: Vec<Life<'c>>,
    places: Vec<Place<'c>>,
}

/// The life of a version, by the dates that a source tells.
struct Life<'c> {
    version: &'c str,
    scopes: String,
    start: Option<Date>,
    end: Option<Date>,
    word: &'static str,
}

/// A region that offers it.
struct Place<'c> {
    region: Region<'c>,
    /// The hosts of its registries, each with the repositories there if there are several.
    registries: Vec<(String, String)>,
    images: usize,
}

templates!(
    FrameworkPage,
    html = "html/framework.html",
    markdown = "markdown/framework.md"
);

pub(crate) fn render<'c>(site: &Site<'c>, path: &str, framework: Framework<'c>) -> Result<String, Error> {
    let title = framework.title();
    let description = format!(
        "Docker registry paths of {title} for Amazon SageMaker: versions, tags, regions, parameters and life cycle."
    );
    let frame = Frame::new(site, path, "frameworks", title, &description);
    let today = site.options.today;
    let table = Table::anywhere(framework.images(), today);
    let parameters = framework.parameters();
    let page = FrameworkPage {
        facts: facts(&framework, &table),
        siblings: siblings(site, &framework),
        parameters: parameters.iter().flat_map(parameters::in_words).collect(),
        parameter_pages: parameters.iter().flat_map(sagepath::Parameters::pages).collect(),
        examples: Examples::for_newest(&framework, None, Target::ALL, Task::ALL),
        lives: lives(&framework, today),
        places: places(site, &framework),
        framework,
        table,
    };
    in_format(&frame, &page)
}

fn facts(framework: &Framework<'_>, table: &Table<'_>) -> Vec<(&'static str, String)> {
    let mut facts = Vec::new();
    if framework.requires_version() {
        facts.push((
            "Version",
            "must be named: it is never chosen by silence".to_owned(),
        ));
    }
    if framework.is_jumpstart() {
        let path = "none of its own: its image is that of the JumpStart model which is trained or hosted";
        facts.push(("Path", path.to_owned()));
    } else if table.is_empty() {
        facts.push(("Path", "no source tells one".to_owned()));
    } else if table.is_derived() {
        facts.push(("Evidence", "all tags are composed by the SDK's rules".to_owned()));
    }
    if !framework.is_in_sdk() && !table.is_empty() {
        facts.push(("SDK", "the SageMaker Python SDK does not know it".to_owned()));
    }
    facts
}

fn siblings<'c>(site: &Site<'c>, framework: &Framework<'c>) -> Vec<(&'c str, Framework<'c>)> {
    let mut processors: Vec<_> = site
        .catalog
        .instance_types()
        .map(|instance| instance.processor())
        .collect();
    processors.sort_unstable();
    processors.dedup();
    let siblings = processors
        .into_iter()
        .filter_map(|processor| Some((processor, framework.sibling(processor)?)));
    siblings.collect()
}

/// The versions whose dates are known, the last to end first.
fn lives<'c>(framework: &Framework<'c>, today: Date) -> Vec<Life<'c>> {
    let mut lives: Vec<Life<'c>> = Vec::new();
    for image in framework.images() {
        let (start, end) = (image.general_availability(), image.end_of_patch());
        if start.is_none() && end.is_none() {
            continue;
        }
        let life = Life {
            version: image.version(),
            scopes: image.scopes().collect::<Vec<_>>().join(", "),
            start,
            end,
            word: LifeCycle::of(&image, today).word(),
        };
        if !lives.iter().any(|known| known.is_like(&life)) {
            lives.push(life);
        }
    }
    lives.sort_by_key(|life| std::cmp::Reverse((life.end, life.start)));
    lives
}

impl Life<'_> {
    fn is_like(&self, other: &Life<'_>) -> bool {
        self.version == other.version
            && self.scopes == other.scopes
            && self.start == other.start
            && self.end == other.end
    }
}

fn places<'c>(site: &Site<'c>, framework: &Framework<'c>) -> Vec<Place<'c>> {
    let places = site.catalog.regions().map(|region| {
        let mut owners: Vec<(&str, Vec<&str>)> = Vec::new();
        let mut images = 0;
        for located in framework.images().filter_map(|image| image.at(region.id())) {
            images += 1;
            let (account, repository) = (located.account(), located.image().repository());
            match owners.iter_mut().find(|(owner, _)| *owner == account) {
                Some((_, repositories)) if repositories.contains(&repository) => {}
                Some((_, repositories)) => repositories.push(repository),
                None => owners.push((account, vec![repository])),
            }
        }
        let is_one = owners.len() == 1;
        let registries = owners.into_iter().map(|(account, repositories)| {
            let host = format!("{account}.dkr.ecr.{}.{}", region.id(), region.dns_suffix());
            let repositories = if is_one {
                String::new()
            } else {
                repositories.join(", ")
            };
            (host, repositories)
        });
        Place {
            region,
            registries: registries.collect(),
            images,
        }
    });
    places.filter(|place| place.images > 0).collect()
}
