//! Blocks as rows: one image for each version, processor, Python and Neuron SDK.

use std::collections::BTreeSet;

use super::row::{Key, Row};
use crate::facts::{Container, Facts, FrameworkFacts, ImageBlock};
use crate::tag::Template;

/// The rows of all blocks of all frameworks.
pub fn expand(facts: &Facts) -> Vec<Row> {
    let mut rows = Vec::new();
    for (slug, framework) in &facts.frameworks {
        let start = rows.len();
        for block in &framework.imported.images {
            block_rows(
                facts,
                slug,
                framework,
                block.get_ref(),
                Some("sagemaker-core"),
                &mut rows,
            );
        }
        for block in &framework.kept.images {
            block_rows(facts, slug, framework, block.get_ref(), None, &mut rows);
        }
        keep(framework, &mut rows[start..]);
    }
    rows
}

fn block_rows(
    facts: &Facts,
    slug: &str,
    framework: &FrameworkFacts,
    block: &ImageBlock,
    source: Option<&str>,
    rows: &mut Vec<Row>,
) {
    let likely = block.like.as_ref().and_then(|version| {
        rows.iter()
            .find(|row| row.framework == slug && row.version == *version)
    });
    let regions = likely.map_or_else(|| regions(facts, block), |row| row.regions.clone());
    for version in &block.versions {
        let correction = framework
            .kept
            .correct
            .iter()
            .map(toml::Spanned::get_ref)
            .find(|right| right.versions.contains(version));
        let corrected = correction.and_then(|right| right.python.clone());
        let mut pythons: Vec<Option<String>> = match corrected {
            Some(python) => vec![Some(python)],
            None if block.python.is_empty() => vec![None],
            None => block.python.iter().cloned().map(Some).collect(),
        };
        if block.python_optional {
            pythons.insert(0, None);
        }
        for processor in or_none(&block.processors) {
            for python in &pythons {
                for sdk in or_none(&block.sdk) {
                    let container = match &block.container {
                        None => None,
                        Some(Container::Same(container)) => Some(container),
                        Some(Container::ByProcessor(containers)) => {
                            processor.and_then(|processor| containers.get(processor))
                        }
                    };
                    let mut row = Row {
                        framework: slug.to_owned(),
                        version: version.clone(),
                        base: block.base.clone(),
                        scopes: block.scopes.clone(),
                        arm64: block
                            .architecture
                            .as_deref()
                            .or(framework.kept.architecture.as_deref())
                            == Some("arm64"),
                        processor: processor.cloned(),
                        runs_on: runs_on(facts, framework, processor),
                        python: python.clone(),
                        sdk: sdk.cloned(),
                        container: container.cloned(),
                        repository: block.repository.clone(),
                        regions: regions.clone(),
                        smdistributed: block.when.is_some(),
                        python_optional: block.python_optional,
                        note: correction.map(|right| right.reason.clone()),
                        sources: source.into_iter().map(str::to_owned).collect(),
                        containers: block.containers.clone(),
                        not_on: block.not_on.clone(),
                        ..Row::default()
                    };
                    row.sources.extend(correction.map(|right| right.source.clone()));
                    row.keys = keys(
                        block,
                        &row,
                        correction
                            .and_then(|right| right.tag.as_deref())
                            .unwrap_or(&block.tag),
                    );
                    rows.push(row);
                }
            }
        }
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
    let family = facts
        .registries
        .of(&block.repository)
        .map(|family| &family.accounts);
    let kept = facts
        .kept_registries
        .registry
        .iter()
        .filter(|kept| kept.repository == block.repository && !kept.also);
    let all = family
        .into_iter()
        .chain(kept.map(|kept| &kept.accounts))
        .flat_map(|accounts| accounts.keys());
    all.filter(|region| !block.not_in.contains(region))
        .cloned()
        .collect()
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
