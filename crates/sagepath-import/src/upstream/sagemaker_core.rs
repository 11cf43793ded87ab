//! The `sagemaker-core` Python package: `sagemaker/core/image_uri_config/*.json`, from a wheel or a folder.

use std::collections::BTreeMap;
use std::io::Read as _;
use std::path::Path;

use indexmap::IndexMap;
use serde_json::Value;
use zip::result::ZipError;

use super::UpstreamError;
use super::json::{Fields, Place};
use crate::facts::digits;

/// The folder of the configurations within the package.
const FOLDER: &str = "image_uri_config";

/// A file of that folder which describes GPUs of instances, not images.
const GPU_INFO: &str = "instance_gpu_info";

/// The most bytes that one configuration may have: ten times the largest of today.
const LARGEST: u64 = 4 << 20;

/// What one release says of images.
#[derive(Clone, Debug, Default)]
pub(crate) struct Release {
    /// The package's version, where the source tells it.
    pub(crate) version: Option<String>,
    /// By slug.
    pub(crate) configs: BTreeMap<String, Config>,
}

/// The configuration of one framework.
#[derive(Clone, Debug, Default)]
pub(crate) struct Config {
    /// Whether one map of versions serves all scopes.
    pub(crate) flat: bool,
    /// One for each scope; a single one if flat.
    pub(crate) subtrees: Vec<Subtree>,
}

/// The versions of one scope, or of all.
#[derive(Clone, Debug, Default)]
pub(crate) struct Subtree {
    /// Its scopes.
    pub(crate) scopes: Vec<String>,
    /// Processors of all versions, where they are not stated one by one.
    pub(crate) processors: Vec<String>,
    /// Other names of versions.
    pub(crate) aliases: IndexMap<String, String>,
    /// By version in full.
    pub(crate) versions: IndexMap<String, Version>,
}

/// One version.
#[derive(Clone, Debug)]
pub(crate) enum Version {
    /// One repository for all.
    Plain(Leaf),
    /// A repository for each Python.
    ByPython(IndexMap<String, Leaf>),
    /// A repository for each base framework.
    ByBase {
        /// Other names of base frameworks.
        aliases: IndexMap<String, String>,
        /// By base framework in full.
        bases: IndexMap<String, Leaf>,
    },
}

/// Images that share a repository and a version.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Leaf {
    /// Region to account.
    pub(crate) registries: BTreeMap<String, String>,
    /// The repository.
    pub(crate) repository: String,
    /// Pythons; empty where the tag has none.
    pub(crate) python: Vec<String>,
    /// The tag's last part, by processor.
    pub(crate) container: IndexMap<String, String>,
    /// What stands in the tag for the version.
    pub(crate) prefix: Option<String>,
    /// Processors.
    pub(crate) processors: Vec<String>,
    /// Whether the tag names the processor.
    pub(crate) processor_in_tag: bool,
    /// Neuron SDKs.
    pub(crate) sdk: Vec<String>,
}

/// Reads a release from a wheel (`.whl`) or from a folder that holds an unpacked one or the configurations themselves.
///
/// # Errors
///
/// [`UpstreamError`] names the file, and the key within it, that cannot be read or understood.
pub(crate) fn read(source: &Path) -> Result<Release, UpstreamError> {
    let files = if source.is_dir() {
        folder_files(source)?
    } else {
        wheel_files(source)?
    };
    if files.configs.is_empty() {
        return Err(UpstreamError::Empty {
            path: source.to_owned(),
            message: "holds no image_uri_config/*.json",
        });
    }
    let mut release = Release {
        version: files.version,
        configs: BTreeMap::new(),
    };
    for (slug, text) in files.configs {
        if slug == GPU_INFO {
            continue;
        }
        let file = format!("{slug}.json");
        super::named(&slug, &file)?;
        let value: Value = serde_json::from_slice(&text).map_err(|error| {
            let text = error.to_string();
            let reason = text.split(" at line ").next().unwrap_or_default();
            UpstreamError::Shape {
                file: file.clone(),
                key: format!("line {}, column {}", error.line(), error.column()),
                message: format!("not JSON: {reason}"),
            }
        })?;
        release.configs.insert(slug, config(Place::root(&file, &value))?);
    }
    Ok(release)
}

/// The files of a source, before they are understood.
#[derive(Default)]
struct Files {
    version: Option<String>,
    configs: BTreeMap<String, Vec<u8>>,
}

fn wheel_files(wheel: &Path) -> Result<Files, UpstreamError> {
    let broken = |error: ZipError| UpstreamError::Wheel {
        path: wheel.to_owned(),
        error: error.into(),
    };
    let file = std::fs::File::open(wheel).map_err(|error| UpstreamError::Io {
        path: wheel.to_owned(),
        error,
    })?;
    let mut archive = zip::ZipArchive::new(std::io::BufReader::new(file)).map_err(broken)?;
    let mut files = Files::default();
    for index in 0..archive.len() {
        let Some(name) = archive.name_for_index(index).transpose().map_err(broken)? else {
            continue;
        };
        if let Some(version) = name.strip_suffix("/METADATA").and_then(version_of) {
            files.version = Some(version.to_owned());
        }
        let Some(slug) = config_slug(&name).map(str::to_owned) else {
            continue;
        };
        let entry = archive.by_index(index).map_err(broken)?;
        let mut text = Vec::new();
        entry
            .take(LARGEST + 1)
            .read_to_end(&mut text)
            .map_err(|error| broken(error.into()))?;
        if text.len() as u64 > LARGEST {
            return Err(UpstreamError::Shape {
                file: format!("{slug}.json"),
                key: "size".to_owned(),
                message: format!("more than {} MiB", LARGEST >> 20),
            });
        }
        files.configs.insert(slug, text);
    }
    Ok(files)
}

/// The slug in `sagemaker/core/image_uri_config/<slug>.json`.
fn config_slug(path: &str) -> Option<&str> {
    let (folder, file) = path.rsplit_once('/')?;
    let slug = file.strip_suffix(".json")?;
    (folder.rsplit('/').next() == Some(FOLDER)).then_some(slug)
}

/// The version in `sagemaker_core-2.27.0.dist-info`, the folder of the package's metadata.
fn version_of(folder: &str) -> Option<&str> {
    folder.strip_prefix("sagemaker_core-")?.strip_suffix(".dist-info")
}

fn folder_files(folder: &Path) -> Result<Files, UpstreamError> {
    let candidates = [
        folder.join("sagemaker/core").join(FOLDER),
        folder.join(FOLDER),
        folder.to_owned(),
    ];
    let mut files = Files::default();
    for candidate in candidates {
        if !candidate.is_dir() {
            continue;
        }
        for (name, path) in super::entries(&candidate)? {
            if let Some(slug) = name.strip_suffix(".json") {
                let text = std::fs::read(&path).map_err(|error| UpstreamError::Io { path, error })?;
                files.configs.insert(slug.to_owned(), text);
            }
        }
        if !files.configs.is_empty() {
            break;
        }
    }
    // An unpacked package has its metadata beside it.
    files.version = super::entries(folder)?
        .keys()
        .find_map(|name| version_of(name))
        .map(str::to_owned);
    Ok(files)
}

fn config(place: Place<'_>) -> Result<Config, UpstreamError> {
    if place.has("versions") {
        let mut fields = place.fields()?;
        let scopes = fields.strings("scope")?;
        let subtree = subtree(scopes, fields)?;
        return Ok(Config {
            flat: true,
            subtrees: vec![subtree],
        });
    }
    let mut subtrees = Vec::new();
    for (scope, place) in place.entries()? {
        subtrees.push(subtree(vec![scope], place.fields()?)?);
    }
    Ok(Config {
        flat: false,
        subtrees,
    })
}

fn subtree(scopes: Vec<String>, mut fields: Fields<'_>) -> Result<Subtree, UpstreamError> {
    let processors = fields.strings("processors")?;
    let aliases = fields.string_map("version_aliases")?;
    let mut versions = IndexMap::new();
    for (name, place) in fields.require("versions")?.entries()? {
        versions.insert(name, version(place)?);
    }
    land(&fields, &aliases, &versions)?;
    fields.finish()?;
    Ok(Subtree {
        scopes,
        processors,
        aliases,
        versions,
    })
}

/// Whether every alias stands for something that there is.
fn land<T>(
    fields: &Fields<'_>,
    aliases: &IndexMap<String, String>,
    names: &IndexMap<String, T>,
) -> Result<(), UpstreamError> {
    match aliases.iter().find(|(_, name)| !names.contains_key(*name)) {
        None => Ok(()),
        Some((alias, name)) => {
            Err(fields.error(format!("alias `{alias}` stands for `{name}`, which is not there")))
        }
    }
}

fn version(place: Place<'_>) -> Result<Version, UpstreamError> {
    if place.has("registries") || place.has("repository") {
        return Ok(Version::Plain(leaf(place.fields()?)?));
    }
    let mut fields = place.fields()?;
    let aliases = fields
        .take("version_aliases")
        .map(|map| map.string_map())
        .transpose()?;
    let is_python = |name: &str| {
        name.strip_prefix("py")
            .is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let mut leaves = IndexMap::new();
    for (name, place) in fields.rest() {
        let others = leaves.keys().next();
        if (is_python(&name) && aliases.is_some())
            || others.is_some_and(|other: &String| is_python(other) != is_python(&name))
        {
            return Err(place
                .error("expected images by Python (`py3`) or by base framework (`pytorch2.0.0`), not both"));
        }
        leaves.insert(name, leaf(place.fields()?)?);
    }
    match leaves.keys().next() {
        None => Err(fields.error("lists no image")),
        Some(name) if is_python(name) => Ok(Version::ByPython(leaves)),
        Some(_) => {
            let aliases = aliases.unwrap_or_default();
            land(&fields, &aliases, &leaves)?;
            Ok(Version::ByBase {
                aliases,
                bases: leaves,
            })
        }
    }
}

fn leaf(mut fields: Fields<'_>) -> Result<Leaf, UpstreamError> {
    let registries = fields.require("registries")?;
    let mut accounts = BTreeMap::new();
    for (region, account) in registries.entries()? {
        let text = account.string()?;
        if digits(&text).is_none() {
            return Err(account.error(format!("`{text}` is no account: expected 12 digits")));
        }
        accounts.insert(region, text);
    }
    if accounts.is_empty() {
        return Err(fields.error("lists no region"));
    }
    let leaf = Leaf {
        registries: accounts,
        repository: fields.require("repository")?.string()?,
        python: fields.strings("py_versions")?,
        container: fields.string_map("container_version")?,
        prefix: fields
            .take("tag_prefix")
            .map(|prefix| prefix.string())
            .transpose()?,
        processors: fields.strings("processors")?,
        processor_in_tag: fields
            .take("processor_in_tag")
            .map(|flag| flag.boolean())
            .transpose()?
            .unwrap_or(true),
        sdk: fields.strings("sdk_versions")?,
    };
    fields.finish()?;
    Ok(leaf)
}
