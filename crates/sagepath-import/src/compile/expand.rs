//! Blocks as rows: one image for each version, processor, Python and Neuron SDK.

use std::collections::BTreeSet;

use super::row::{Key, Origin, Row};
use crate::facts::{Container, Correction, Facts, FrameworkFacts, ImageBlock, SAGEMAKER_CORE};
use crate::tag::Template;

/// The rows of all blocks of all frameworks.
pub(super) fn blocks(facts: &Facts) -> Vec<Row> {
    let mut rows = Vec::new();
    for (slug, framework) in &facts.frameworks {
        let start = rows.len();
        let imported = (0..).map(Origin::Imported).zip(&framework.imported.images);
        let kept = (0..).map(Origin::Kept).zip(&framework.kept.images);
        for (origin, block) in imported.chain(kept) {
            let block = Block {
                facts,
                slug,
                framework,
                origin,
                block,
            };
            let found = block.rows(&rows[start..]);
            rows.extend(found);
        }
        keep(framework, &mut rows[start..]);
    }
    unshadow(&mut rows);
    rows
}

/// An alias that is also the name of another version wins over it, as in the SDK: that version can be asked for by its
/// own aliases only, or not at all.
fn unshadow(rows: &mut Vec<Row>) {
    let place = |row: &Row| (row.framework.clone(), row.scopes.clone(), row.arm64);
    let mut aliases = BTreeSet::new();
    for row in rows.iter() {
        let names = row
            .keys
            .iter()
            .map(|key| &key.version)
            .filter(|name| **name != row.version);
        aliases.extend(names.map(|name| (place(row), name.clone())));
    }
    for row in rows.iter_mut() {
        if aliases.contains(&(place(row), row.version.clone())) {
            row.keys.retain(|key| key.version != row.version);
        }
    }
    rows.retain(|row| !row.keys.is_empty());
}

/// A block, and what it takes its meaning from.
struct Block<'f> {
    facts: &'f Facts,
    slug: &'f str,
    framework: &'f FrameworkFacts,
    origin: Origin,
    block: &'f ImageBlock,
}

impl Block<'_> {
    /// The rows of the block. `earlier` are the framework's rows so far.
    fn rows(&self, earlier: &[Row]) -> Vec<Row> {
        let block = self.block;
        let like = block
            .like
            .as_ref()
            .and_then(|version| earlier.iter().find(|row| row.version == *version));
        let regions = like.map_or_else(|| regions(self.facts, block), |row| row.regions.clone());
        let mut rows = Vec::new();
        for version in &block.versions {
            let correction = self.correction(version);
            for processor in or_none(&block.processors) {
                for python in self.pythons(correction) {
                    for sdk in or_none(&block.sdk) {
                        rows.push(self.row(version, correction, processor, python, sdk, &regions));
                    }
                }
            }
        }
        rows
    }

    fn row(
        &self,
        version: &str,
        correction: Option<&Correction>,
        processor: Option<&String>,
        python: Option<&String>,
        sdk: Option<&String>,
        regions: &BTreeSet<String>,
    ) -> Row {
        let block = self.block;
        let architecture = block
            .architecture
            .as_deref()
            .or(self.framework.kept.architecture.as_deref());
        let container = match &block.container {
            None => None,
            Some(Container::Same(container)) => Some(container),
            Some(Container::ByProcessor(containers)) => {
                processor.and_then(|processor| containers.get(processor))
            }
        };
        let imported = matches!(self.origin, Origin::Imported(_)).then_some(SAGEMAKER_CORE);
        let corrected = correction.map(|correction| correction.source.as_str());
        let mut row = Row {
            origin: self.origin,
            framework: self.slug.to_owned(),
            version: version.to_owned(),
            base: block.base.clone(),
            scopes: block.scopes.clone(),
            arm64: architecture == Some("arm64"),
            processor: processor.cloned(),
            runs_on: runs_on(self.facts, self.framework, processor),
            python: python.cloned(),
            sdk: sdk.cloned(),
            container: container.cloned(),
            repository: block.repository.clone(),
            regions: regions.clone(),
            smdistributed: block.when.is_some(),
            python_optional: block.python_optional,
            note: correction.map(|correction| correction.reason.clone()),
            sources: imported
                .into_iter()
                .chain(corrected)
                .chain(self.block.source.as_deref())
                .map(str::to_owned)
                .collect(),
            containers: block.containers.clone(),
            not_on: block.not_on.clone(),
            ..Row::default()
        };
        let tag = correction.and_then(|correction| correction.tag.as_deref());
        row.keys = keys(block, &row, tag.unwrap_or(&block.tag));
        row
    }

    fn correction(&self, version: &String) -> Option<&Correction> {
        let mut corrections = self.framework.kept.correct.iter();
        corrections.find(|correction| correction.versions.contains(version))
    }

    fn pythons<'p>(&'p self, correction: Option<&'p Correction>) -> Vec<Option<&'p String>> {
        let mut pythons = match correction.and_then(|correction| correction.python.as_ref()) {
            Some(python) => vec![Some(python)],
            None => or_none(&self.block.python),
        };
        if self.block.python_optional {
            pythons.insert(0, None);
        }
        pythons
    }
}

/// The values, or a single nothing.
fn or_none(values: &[String]) -> Vec<Option<&String>> {
    if values.is_empty() {
        vec![None]
    } else {
        values.iter().map(Some).collect()
    }
}

pub(super) fn runs_on(facts: &Facts, framework: &FrameworkFacts, processor: Option<&String>) -> Vec<String> {
    let by_word = || {
        facts
            .processors
            .get(processor.map_or("any", String::as_str))
            .cloned()
            .unwrap_or_default()
    };
    framework.kept.runs_on.clone().unwrap_or_else(by_word)
}

/// The ways to call an image: each of its version's names with each of its base framework's names, the full ones first.
fn keys(block: &ImageBlock, row: &Row, tag: &str) -> Vec<Key> {
    let template = Template::new(tag);
    let mut versions = vec![&row.version];
    versions.extend(
        block
            .aliases
            .iter()
            .filter(|(_, full)| **full == row.version)
            .map(|(alias, _)| alias),
    );
    let bases: Vec<Option<&String>> = match &block.base {
        None => vec![None],
        Some(base) => std::iter::once(base)
            .chain(&block.base_aliases)
            .map(Some)
            .collect(),
    };
    let mut keys = Vec::new();
    for version in versions {
        for base in &bases {
            let listed = block.tags.get(version);
            if listed.is_none() && !block.tags.is_empty() {
                continue;
            }
            let filled = || {
                template.fill(|name| match name {
                    "version" => version,
                    "full-version" => &row.version,
                    "base" => number(base.map(String::as_str)),
                    "full-base" => number(row.base.as_deref()),
                    "prefix" => block.prefix.get(&row.version).unwrap_or(&row.version),
                    "processor" => row.processor.as_deref().unwrap_or(""),
                    "python" => row.python.as_deref().unwrap_or(""),
                    "sdk" => row.sdk.as_deref().unwrap_or(""),
                    "container" => row.container.as_deref().unwrap_or(""),
                    _ => "",
                })
            };
            keys.push(Key {
                version: version.clone(),
                base: base.cloned(),
                tag: listed.cloned().unwrap_or_else(filled),
            });
        }
    }
    keys
}

/// The number in `pytorch2.5.1`.
fn number(base: Option<&str>) -> &str {
    base.unwrap_or("")
        .trim_start_matches(|letter: char| !letter.is_ascii_digit())
}

/// The regions of a block: those it names, or those of its repository's family without the ones it lacks.
fn regions(facts: &Facts, block: &ImageBlock) -> BTreeSet<String> {
    if !block.only_in.is_empty() {
        return block.only_in.iter().cloned().collect();
    }
    let accounts = facts.accounts(&block.repository);
    let regions = accounts.into_keys().map(str::to_owned);
    regions.filter(|region| !block.not_in.contains(region)).collect()
}

/// What people keep of a framework, applied to its rows.
fn keep(framework: &FrameworkFacts, rows: &mut [Row]) {
    let kept = &framework.kept;
    for row in rows {
        if let Some(withheld) = kept.withhold.iter().find(|withheld| {
            row.keys
                .iter()
                .any(|key| withheld.versions.contains(&key.version))
        }) {
            row.withheld = true;
            row.note = Some(withheld.reason.clone());
        }
        row.deprecated = kept.deprecated.contains(&row.version);
        if let Some(package) = kept.package_versions.get(&row.version) {
            row.package = Some(package.clone());
            row.sources.extend(kept.package_versions_source.clone());
        }
    }
}
