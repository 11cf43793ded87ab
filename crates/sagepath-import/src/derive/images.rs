//! The images of a framework by the SDK's rules: its configuration as blocks of the catalog.

use std::collections::BTreeMap;

use indexmap::IndexMap;

use super::special;
use crate::facts::{Container, ImageBlock, Imported, Registries};
use crate::tag::Template;
use crate::upstream::sagemaker_core::{Config, Leaf, Release, Subtree, Version};
use sagepath::version;

/// The imported facts of every framework of a release.
pub(crate) fn images(release: &Release, registries: &Registries) -> BTreeMap<String, Imported> {
    release
        .configs
        .iter()
        .map(|(slug, config)| (slug.clone(), framework(slug, config, registries)))
        .collect()
}

fn framework(slug: &str, config: &Config, registries: &Registries) -> Imported {
    let mut blocks: Vec<ImageBlock> = Vec::new();
    for subtree in &config.subtrees {
        let mut names: Vec<&String> = subtree.versions.keys().collect();
        names.sort_by(|left, right| version::compare(left, right));
        for name in names {
            for block in version_blocks(slug, subtree, name) {
                let variants = smdistributed(slug, &block);
                blocks.push(block);
                blocks.extend(variants);
            }
        }
    }
    for block in &mut blocks {
        place(block, registries);
    }
    Imported {
        default_scope: default_scope(slug, config),
        images: merge_versions(merge_scopes(blocks)),
        ..Imported::default()
    }
}

/// The scope that is meant where none is named: the first that shares its images with all others.
fn default_scope(slug: &str, config: &Config) -> Option<String> {
    if special::DEFAULT_TRAINING.contains(&slug) {
        return Some("training".to_owned());
    }
    let scopes = &config.subtrees.first()?.scopes;
    (config.flat && scopes.len() > 1).then(|| scopes.first().cloned())?
}

/// The blocks of one version: one for each repository, and for each processor whose tag differs.
fn version_blocks(slug: &str, subtree: &Subtree, name: &str) -> Vec<ImageBlock> {
    let aliases: IndexMap<String, String> = subtree
        .aliases
        .iter()
        .filter(|(alias, full)| *full == name && *alias != name)
        .map(|(alias, full)| (alias.clone(), full.clone()))
        .collect();
    let start = |leaf: &Leaf| ImageBlock {
        scopes: subtree.scopes.clone(),
        versions: vec![name.to_owned()],
        aliases: aliases.clone(),
        repository: leaf.repository.clone(),
        only_in: leaf.registries.keys().cloned().collect(),
        ..ImageBlock::default()
    };
    let mut blocks = Vec::new();
    match &subtree.versions[name] {
        Version::Plain(leaf) => blocks.extend(leaf_blocks(slug, subtree, leaf, start(leaf))),
        Version::ByPython(leaves) => {
            for (python, leaf) in leaves {
                let leaf = Leaf {
                    python: vec![python.clone()],
                    ..leaf.clone()
                };
                blocks.extend(leaf_blocks(slug, subtree, &leaf, start(&leaf)));
            }
        }
        Version::ByBase { aliases, bases } => {
            for (base, leaf) in bases {
                let mut block = start(leaf);
                block.base = Some(base.clone());
                block.base_aliases = aliases
                    .iter()
                    .filter(|(_, full)| *full == base)
                    .map(|(alias, _)| alias.clone())
                    .collect();
                blocks.extend(leaf_blocks(slug, subtree, leaf, block));
            }
        }
    }
    blocks
}

fn leaf_blocks(slug: &str, subtree: &Subtree, leaf: &Leaf, start: ImageBlock) -> Vec<ImageBlock> {
    let mut block = start;
    let version = block.versions[0].clone();
    let tool = special::NEURON_TOOLS
        .iter()
        .find(|tool| slug.ends_with(&format!("-{tool}")));
    let arm64 = block.scopes == [special::ARM64_SCOPE];
    if arm64 {
        block.scopes = vec!["inference".to_owned()];
        block.architecture = Some("arm64".to_owned());
    }

    block.processors = if subtree.processors.is_empty() {
        leaf.processors.clone()
    } else {
        subtree.processors.clone()
    };
    let named = block
        .processors
        .iter()
        .any(|word| special::NEURON_TOOLS.contains(&word.as_str()));
    if let (Some(tool), false, false) = (tool, named, block.processors.is_empty()) {
        block.processors = vec![(*tool).to_owned()];
    }
    block.processors.sort();
    block.python.clone_from(&leaf.python);
    block.python_optional = special::PYTHON_OPTIONAL.contains(&slug);
    block.sdk.clone_from(&leaf.sdk);
    if let Some(prefix) = &leaf.prefix {
        block.prefix.insert(version.clone(), prefix.clone());
    }
    block.container = container(leaf, &block.processors);
    if leaf.container.is_empty() {
        let containers = special::CONTAINERS
            .iter()
            .filter(|(framework, _)| *framework == slug);
        block.containers = containers
            .flat_map(|(_, containers)| *containers)
            .map(|text| (*text).to_owned())
            .collect();
    }
    let forbidden = special::NOT_ON
        .iter()
        .filter(|(framework, from, _)| *framework == slug && version::at_least(&version, from));
    block.not_on = forbidden.map(|(.., family)| (*family).to_owned()).collect();

    if let Some((.., tag)) = special::ARM64_TAGS
        .iter()
        .find(|(framework, versions, _)| arm64 && *framework == slug && versions.contains(&version.as_str()))
    {
        block.tag = (*tag).to_owned();
        return vec![block];
    }
    let silent = |processor: &String| special::SILENT_PROCESSORS.contains(&(slug, processor.as_str()));
    let (quiet, spoken): (Vec<String>, Vec<String>) = block.processors.iter().cloned().partition(silent);
    let mut blocks = Vec::new();
    for (processors, in_tag) in [(spoken, leaf.processor_in_tag), (quiet, false)] {
        if processors.is_empty() != block.processors.is_empty() {
            continue;
        }
        let in_tag = in_tag && !processors.is_empty();
        let tag = template(slug, leaf, &version, in_tag, arm64);
        blocks.push(ImageBlock {
            processors,
            tag,
            ..block.clone()
        });
        if block.processors.is_empty() {
            break;
        }
    }
    blocks
}

/// The last part of the tag. The SDK's data has one part under a processor that is not among the image's own
/// (`huggingface-neuronx`): with a single part there is no doubt which is meant.
fn container(leaf: &Leaf, processors: &[String]) -> Option<Container> {
    let mut parts = leaf.container.values();
    let first = parts.next()?;
    if parts.all(|part| part == first) {
        return Some(Container::Same(first.clone()));
    }
    let of = |processor: &String| Some((processor.clone(), leaf.container.get(processor)?.clone()));
    Some(Container::ByProcessor(processors.iter().filter_map(of).collect()))
}

fn template(slug: &str, leaf: &Leaf, version: &str, processor: bool, arm64: bool) -> String {
    let transformers = leaf.prefix.is_none() && leaf.repository.starts_with("huggingface-");
    let head = if transformers && leaf.repository.contains("-trcomp-") {
        "{base}-transformers{version}"
    } else if transformers && leaf.repository.contains("-neuron") {
        "{full-base}-transformers{full-version}"
    } else if transformers {
        "{base}-transformers{full-version}"
    } else if leaf.prefix.is_some() {
        "{prefix}"
    } else if version.is_empty() {
        ""
    } else {
        "{version}"
    };
    let platform = arm64
        && special::ARM64_REPOSITORIES
            .iter()
            .any(|suffix| leaf.repository == format!("{slug}{suffix}"));
    let in_repository = special::PYTHON_IN_REPOSITORY
        .iter()
        .any(|(framework, _)| *framework == slug);
    let parts = [
        (true, head),
        (processor, "{processor}"),
        (!leaf.python.is_empty() && !in_repository, "{python}"),
        (!leaf.sdk.is_empty(), "{sdk}"),
        (!leaf.container.is_empty(), "{container}"),
        (platform, "sagemaker"),
    ];
    let parts: Vec<&str> = parts
        .into_iter()
        .filter(|(present, part)| *present && !part.is_empty())
        .map(|(_, part)| part)
        .collect();
    parts.join("-")
}

/// The variants for the p4d family and the smdistributed library: one block for each Python that has any.
fn smdistributed(slug: &str, block: &ImageBlock) -> Vec<ImageBlock> {
    let mut variants = Vec::new();
    let template = Template::new(&block.tag);
    for python in &block.python {
        let mut tags = IndexMap::new();
        for version in block.versions.iter().chain(block.aliases.keys()) {
            let tag = template.fill(|name| match name {
                "version" => version,
                "processor" => "gpu",
                "python" => python,
                _ => "",
            });
            let tails = special::SMDISTRIBUTED
                .iter()
                .filter(|(framework, known, _)| *framework == slug && *known == tag);
            tags.extend(tails.map(|(.., tail)| (version.clone(), format!("{tag}-{tail}"))));
        }
        if !tags.is_empty() {
            variants.push(ImageBlock {
                when: Some("smdistributed".to_owned()),
                tag: String::new(),
                tags,
                processors: vec!["gpu".to_owned()],
                python: vec![python.clone()],
                ..block.clone()
            });
        }
    }
    variants
}

/// Says the regions in the shorter way: those that have the images, or those of the family that lack them.
fn place(block: &mut ImageBlock, registries: &Registries) {
    let Some(family) = registries.of(&block.repository) else {
        return;
    };
    let lacking: Vec<String> = family
        .accounts
        .keys()
        .filter(|region| !block.only_in.contains(region))
        .cloned()
        .collect();
    if lacking.len() <= block.only_in.len() {
        block.only_in.clear();
        block.not_in = lacking;
    }
}

/// Joins blocks that differ in their scopes alone.
fn merge_scopes(blocks: Vec<ImageBlock>) -> Vec<ImageBlock> {
    let mut merged: Vec<ImageBlock> = Vec::new();
    for block in blocks {
        let same = |other: &&mut ImageBlock| {
            ImageBlock {
                scopes: Vec::new(),
                ..(*other).clone()
            } == ImageBlock {
                scopes: Vec::new(),
                ..block.clone()
            }
        };
        match merged.iter_mut().find(same) {
            Some(other) => other.scopes.extend(block.scopes),
            None => merged.push(block),
        }
    }
    merged
}

/// Joins neighbouring blocks that differ in their versions alone.
fn merge_versions(blocks: Vec<ImageBlock>) -> Vec<ImageBlock> {
    let mut merged: Vec<ImageBlock> = Vec::new();
    let shape = |block: &ImageBlock| ImageBlock {
        versions: Vec::new(),
        aliases: IndexMap::new(),
        prefix: IndexMap::new(),
        ..block.clone()
    };
    for block in blocks {
        match merged.last_mut() {
            // A tag by version belongs to its block's one version.
            Some(last) if block.tags.is_empty() && shape(last) == shape(&block) => {
                last.versions.extend(block.versions);
                last.aliases.extend(block.aliases);
                last.prefix.extend(block.prefix);
            }
            _ => merged.push(block),
        }
    }
    merged
}
