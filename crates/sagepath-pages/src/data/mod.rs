//! The catalog for the site's scripts: what search and resolver need to find every path, and no more.
//!
//! It is a script and not a JSON file, because pages that are opened from a folder may load the one and not the other. Images
//! are told in columns, which compress better than rows.

mod families;

use std::collections::BTreeMap;

use jiff::civil::Date;
use sagepath::{Catalog, Evidence, Framework, Image};
use serde::Serialize;

use self::families::Family;
use crate::question;

/// Where the script is.
pub(crate) const PATH: &str = "assets/catalog-data.js";

/// The catalog. Numbers stand for places in the lists.
#[derive(Serialize)]
struct Data<'c> {
    /// Identifier, title, suffix of hosts.
    regions: Vec<[&'c str; 3]>,
    scopes: Vec<&'c str>,
    processors: Vec<&'c str>,
    platforms: Vec<&'static str>,
    architectures: Vec<&'static str>,
    /// Lists of regions.
    offers: Vec<Vec<usize>>,
    /// Accounts by region; none where no image of the repository is offered.
    accounts: Vec<Vec<Option<&'c str>>>,
    /// Name, and accounts.
    repositories: Vec<(&'c str, usize)>,
    frameworks: Vec<FrameworkData<'c>>,
    families: Vec<Family<'c>>,
    images: Columns<'c>,
}

#[derive(Serialize)]
struct FrameworkData<'c> {
    slug: &'c str,
    title: &'c str,
    /// Who holds its images for a processor.
    siblings: BTreeMap<&'c str, usize>,
}

/// The images, a list for each fact.
#[derive(Default, Serialize)]
struct Columns<'c> {
    framework: Vec<usize>,
    version: Vec<&'c str>,
    aliases: Vec<String>,
    scopes: Vec<u32>,
    processor: Vec<&'c str>,
    runs_on: Vec<u32>,
    /// The processors on which the look-up gives this image to the question for it.
    answers: Vec<u32>,
    architecture: Vec<usize>,
    platform: Vec<usize>,
    python: Vec<&'c str>,
    base_framework: Vec<&'c str>,
    neuron_sdk: Vec<&'c str>,
    cuda: Vec<&'c str>,
    repository: Vec<usize>,
    tag: Vec<&'c str>,
    other_tags: Vec<String>,
    offer: Vec<usize>,
    start: Vec<String>,
    end: Vec<String>,
    listed: Vec<u8>,
    deprecated: Vec<u8>,
    withheld: Vec<u8>,
    smdistributed: Vec<u8>,
}

/// A list that holds each thing once.
struct Interned<T>(Vec<T>);

impl<T: PartialEq> Interned<T> {
    fn index(&mut self, thing: T) -> usize {
        if let Some(index) = self.0.iter().position(|known| *known == thing) {
            return index;
        }
        self.0.push(thing);
        self.0.len() - 1
    }
}

/// The script that gives the catalog to the others.
pub(crate) fn script(catalog: &Catalog<'_>) -> String {
    let json = serde_json::to_string(&Data::of(catalog)).unwrap_or_default();
    // A script in a page could be ended by a string in it; this one is a file, and is read by others all the same.
    let json = json.replace("</", "<\\/");
    format!("\"use strict\";\nwindow.sagepath = window.sagepath || {{}};\nwindow.sagepath.data = {json};\n")
}

impl<'c> Data<'c> {
    fn of(catalog: &'c Catalog<'c>) -> Self {
        let regions: Vec<_> = catalog.regions().collect();
        let frameworks: Vec<_> = catalog.frameworks().collect();
        let images: Vec<_> = catalog.all_images().collect();
        let mut scopes = Interned(Vec::new());
        let mut processors = Interned(Vec::new());
        for image in &images {
            for scope in image.scopes() {
                scopes.index(scope);
            }
            for processor in image.runs_on() {
                processors.index(processor);
            }
        }
        let mut lists = Lists {
            catalog,
            scopes: scopes.0,
            processors: processors.0,
            regions: regions.iter().map(sagepath::Region::id).collect(),
            frameworks: frameworks.iter().map(Framework::slug).collect(),
            offers: Interned(Vec::new()),
            repositories: Vec::new(),
        };
        let mut columns = Columns::default();
        for image in &images {
            columns.push(image, &mut lists);
        }
        let mut accounts = Interned(Vec::new());
        let repositories = lists.repositories;
        let repositories = repositories
            .into_iter()
            .map(|(name, own)| (name, accounts.index(own)))
            .collect();
        Data {
            regions: regions
                .iter()
                .map(|region| [region.id(), region.title(), region.dns_suffix()])
                .collect(),
            frameworks: frameworks
                .iter()
                .map(|framework| FrameworkData::of(framework, &lists.processors, &lists.frameworks))
                .collect(),
            families: families::of(catalog, &images),
            scopes: lists.scopes,
            processors: lists.processors,
            platforms: sagepath::Platform::ALL
                .iter()
                .map(|platform| platform.as_str())
                .collect(),
            architectures: sagepath::Architecture::ALL
                .iter()
                .map(|architecture| architecture.as_str())
                .collect(),
            offers: lists.offers.0,
            accounts: accounts.0,
            repositories,
            images: columns,
        }
    }
}

/// What the columns' numbers stand for, while they are written.
struct Lists<'c> {
    catalog: &'c Catalog<'c>,
    scopes: Vec<&'c str>,
    processors: Vec<&'c str>,
    regions: Vec<&'c str>,
    frameworks: Vec<&'c str>,
    offers: Interned<Vec<usize>>,
    /// Each repository with its accounts by region.
    repositories: Vec<(&'c str, Vec<Option<&'c str>>)>,
}

impl<'c> Lists<'c> {
    /// The regions of an image, and its repository with what is learnt of its accounts.
    fn place(&mut self, image: &Image<'c>) -> (usize, usize) {
        let name = image.repository();
        let known = self
            .repositories
            .iter()
            .position(|(repository, _)| *repository == name);
        let repository = known.unwrap_or(self.repositories.len());
        if known.is_none() {
            self.repositories.push((name, vec![None; self.regions.len()]));
        }
        let mut offer = Vec::new();
        for region in image.regions() {
            let Some(index) = position(&self.regions, region.id()) else {
                continue;
            };
            offer.push(index);
            let accounts = &mut self.repositories[repository].1;
            if accounts[index].is_none() {
                accounts[index] = image.at(region.id()).map(|located| located.account());
            }
        }
        (self.offers.index(offer), repository)
    }
}

impl<'c> Columns<'c> {
    fn push(&mut self, image: &Image<'c>, lists: &mut Lists<'c>) {
        let (offer, repository) = lists.place(image);
        let date = |date: Option<Date>| date.map(|date| date.to_string()).unwrap_or_default();
        let own = image.tag();
        let other_tags: Vec<_> = image.tags().filter(|tag| Some(*tag) != own).collect();
        let aliases: Vec<_> = image
            .version_names()
            .filter(|name| *name != image.version())
            .collect();
        let answers = question::answered_processors(lists.catalog, image);
        self.framework
            .push(position(&lists.frameworks, image.framework().slug()).unwrap_or_default());
        self.version.push(image.version());
        self.aliases.push(aliases.join(" "));
        self.scopes.push(bits(&lists.scopes, image.scopes()));
        self.processor.push(image.processor().unwrap_or_default());
        self.runs_on.push(bits(&lists.processors, image.runs_on()));
        self.answers.push(bits(&lists.processors, answers));
        self.architecture
            .push(usize::from(image.architecture() == sagepath::Architecture::Arm64));
        let platforms = sagepath::Platform::ALL;
        let platform = platforms
            .iter()
            .position(|platform| *platform == image.platform());
        self.platform.push(platform.unwrap_or_default());
        self.python.push(image.python().unwrap_or_default());
        self.base_framework
            .push(image.base_framework().unwrap_or_default());
        self.neuron_sdk.push(image.neuron_sdk().unwrap_or_default());
        self.cuda.push(image.cuda().unwrap_or_default());
        self.repository.push(repository);
        self.tag.push(own.unwrap_or_default());
        self.other_tags.push(other_tags.join(" "));
        self.offer.push(offer);
        self.start.push(date(image.general_availability()));
        self.end.push(date(image.end_of_patch()));
        self.listed.push(u8::from(image.evidence() == Evidence::Listed));
        self.deprecated.push(u8::from(image.is_deprecated()));
        self.withheld.push(u8::from(image.withheld().is_some()));
        self.smdistributed.push(u8::from(image.is_smdistributed()));
    }
}

impl<'c> FrameworkData<'c> {
    fn of(framework: &Framework<'c>, processors: &[&'c str], slugs: &[&'c str]) -> Self {
        let siblings = processors.iter().filter_map(|processor| {
            let sibling = framework.sibling(processor)?;
            Some((*processor, position(slugs, sibling.slug())?))
        });
        FrameworkData {
            slug: framework.slug(),
            title: framework.title(),
            siblings: siblings.collect(),
        }
    }
}

fn position(list: &[&str], name: &str) -> Option<usize> {
    list.iter().position(|known| *known == name)
}

/// A bit for each of the words that are in a list.
fn bits<'w>(list: &[&str], words: impl IntoIterator<Item = &'w str>) -> u32 {
    let places = words.into_iter().filter_map(|word| position(list, word));
    places.fold(0, |bits, place| bits | 1 << (place & 31))
}
