//! The `sagemaker-core` Python package: `sagemaker/core/image_uri_config/*.json`, from a wheel or a folder.

use std::collections::BTreeMap;
use std::io::Read as _;
use std::path::Path;

use indexmap::IndexMap;
use serde_json::Value;

use super::UpstreamError;
use super::json::{Fields, Place};

/// The folder of the configurations within the package.
const FOLDER: &str = "image_uri_config";

/// A file of that folder which describes GPUs of instances, not images.
const GPU_INFO: &str = "instance_gpu_info";

/// The most bytes that one configuration may have: ten times the largest of today.
const LARGEST: u64 = 4 << 20;

/// What one release says of images.
#[derive(Clone, Debug, Default)]
pub struct Release {
    /// The package's version, where the source tells it.
    pub version: Option<String>,
    /// By slug.
    pub configs: BTreeMap<String, Config>,
}

/// The configuration of one framework.
#[derive(Clone, Debug, Default)]
pub struct Config {
    /// Whether one map of versions serves all scopes.
    pub flat: bool,
    /// One for each scope; a single one if flat.
    pub subtrees: Vec<Subtree>,
}

/// The versions of one scope, or of all.
#[derive(Clone, Debug, Default)]
pub struct Subtree {
    /// Its scopes.
    pub scopes: Vec<String>,
    /// Processors of all versions, where they are not stated one by one.
    pub processors: Vec<String>,
    /// Other names of versions.
    pub aliases: IndexMap<String, String>,
    /// By version in full.
    pub versions: IndexMap<String, Version>,
}

/// One version.
#[derive(Clone, Debug)]
pub enum Version {
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
pub struct Leaf {
    /// Region to account.
    pub registries: BTreeMap<String, String>,
    /// The repository.
    pub repository: String,
    /// Pythons; empty where the tag has none.
    pub python: Vec<String>,
    /// The tag's last part, by processor.
    pub container: IndexMap<String, String>,
    /// What stands in the tag for the version.
    pub prefix: Option<String>,
    /// Processors.
    pub processors: Vec<String>,
    /// Whether the tag names the processor.
    pub processor_in_tag: bool,
    /// Neuron SDKs.
    pub sdk: Vec<String>,
}

/// Reads a release from a wheel (`.whl`) or from a folder that holds an unpacked one or the configurations themselves.
///
/// # Errors
///
/// [`UpstreamError`] names the file, and the key within it, that cannot be read or understood.
pub fn read(source: &Path) -> Result<Release, UpstreamError> {
    let (version, files) = if source.is_dir() {
        folder_files(source)?
    } else {
        wheel_files(source)?
    };
    if files.is_empty() {
        return Err(UpstreamError::Empty {
            path: source.to_owned(),
            message: "holds no image_uri_config/*.json",
        });
    }
    let mut release = Release {
        version,
        configs: BTreeMap::new(),
    };
    for (slug, text) in files {
        if slug == GPU_INFO {
            continue;
        }
        let file = format!("{slug}.json");
        let value: Value = serde_json::from_str(&text).map_err(|error| UpstreamError::Shape {
            file: file.clone(),
            key: format!("line {}, column {}", error.line(), error.column()),
            message: "not JSON".to_owned(),
        })?;
        release.configs.insert(slug, config(Place::root(&file, &value))?);
    }
    Ok(release)
}

type Files = (Option<String>, BTreeMap<String, String>);

fn wheel_files(wheel: &Path) -> Result<Files, UpstreamError> {
    let io = |error| UpstreamError::Io {
        path: wheel.to_owned(),
        error,
    };
    let broken = |error| UpstreamError::Wheel {
        path: wheel.to_owned(),
        error,
    };
    let file = std::fs::File::open(wheel).map_err(io)?;
    let mut archive = zip::ZipArchive::new(std::io::BufReader::new(file)).map_err(broken)?;
    let mut files = BTreeMap::new();
    let mut version = None;
    for index in 0..archive.len() {
        let entry = archive.by_index(index).map_err(broken)?;
        let name = entry.name().map_err(broken)?.into_owned();
        if let Some(info) = name.strip_suffix(".dist-info/METADATA") {
            version = info.rsplit_once('-').map(|(_, version)| version.to_owned());
        }
        if let Some(slug) = config_slug(&name) {
            let mut text = String::new();
            entry.take(LARGEST).read_to_string(&mut text).map_err(io)?;
            files.insert(slug.to_owned(), text);
        }
    }
    Ok((version, files))
}

fn config_slug(name: &str) -> Option<&str> {
    let (folder, file) = name.rsplit_once('/')?;
    (folder == FOLDER || folder.ends_with("/image_uri_config")).then(|| file.strip_suffix(".json"))?
}

fn folder_files(folder: &Path) -> Result<Files, UpstreamError> {
    let candidates = [
        folder.join("sagemaker/core").join(FOLDER),
        folder.join(FOLDER),
        folder.to_owned(),
    ];
    let Some(configs) = candidates
        .iter()
        .find(|candidate| candidate.join("xgboost.json").exists())
    else {
        return Ok((None, BTreeMap::new()));
    };
    let mut files = BTreeMap::new();
    let io = |error| UpstreamError::Io {
        path: configs.clone(),
        error,
    };
    for entry in std::fs::read_dir(configs).map_err(io)? {
        let path = entry.map_err(io)?.path();
        let Some(slug) = path
            .file_name()
            .and_then(|name| name.to_str())
            .and_then(|name| name.strip_suffix(".json"))
        else {
            continue;
        };
        let text = std::fs::read_to_string(&path).map_err(|error| UpstreamError::Io {
            path: path.clone(),
            error,
        })?;
        files.insert(slug.to_owned(), text);
    }
    Ok((version_of_folder(folder), files))
}

/// The version, from the metadata folder that lies beside an unpacked package.
fn version_of_folder(folder: &Path) -> Option<String> {
    let entries = std::fs::read_dir(folder).ok()?;
    entries.flatten().find_map(|entry| {
        let name = entry.file_name().into_string().ok()?;
        name.strip_suffix(".dist-info")?
            .rsplit_once('-')
            .map(|(_, version)| version.to_owned())
    })
}

fn config(place: Place<'_>) -> Result<Config, UpstreamError> {
    if place.has("versions") {
        let mut fields = place.fields()?;
        let scopes = fields
            .take("scope")
            .map(|scopes| scopes.strings())
            .transpose()?
            .unwrap_or_default();
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
    let processors = fields
        .take("processors")
        .map(|list| list.strings())
        .transpose()?
        .unwrap_or_default();
    let aliases = fields
        .take("version_aliases")
        .map(|map| map.string_map())
        .transpose()?
        .unwrap_or_default();
    let mut versions = IndexMap::new();
    for (name, place) in fields.require("versions")?.entries()? {
        versions.insert(name, version(place)?);
    }
    fields.finish()?;
    Ok(Subtree {
        scopes,
        processors,
        aliases,
        versions,
    })
}

fn version(place: Place<'_>) -> Result<Version, UpstreamError> {
    if place.has("registries") {
        return Ok(Version::Plain(leaf(place.fields()?)?));
    }
    let by_base = place.has("version_aliases");
    let mut fields = place.fields()?;
    let aliases = fields
        .take("version_aliases")
        .map(|map| map.string_map())
        .transpose()?
        .unwrap_or_default();
    let mut leaves = IndexMap::new();
    for (name, place) in fields.rest() {
        let python = name
            .strip_prefix("py")
            .is_some_and(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()));
        if python == by_base {
            return Err(place
                .error("expected images by Python (`py3`) or by base framework (`pytorch2.0.0`), not both"));
        }
        leaves.insert(name, leaf(place.fields()?)?);
    }
    Ok(if by_base {
        Version::ByBase {
            aliases,
            bases: leaves,
        }
    } else {
        Version::ByPython(leaves)
    })
}

fn leaf(mut fields: Fields<'_>) -> Result<Leaf, UpstreamError> {
    let strings = |place: Option<Place<'_>>| {
        place
            .map(|list| list.strings())
            .transpose()
            .map(Option::unwrap_or_default)
    };
    let registries = fields.require("registries")?;
    let mut accounts = BTreeMap::new();
    for (region, account) in registries.entries()? {
        let digits = account.string()?;
        if digits.len() != 12 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(account.error(format!("`{digits}` is no account: expected 12 digits")));
        }
        accounts.insert(region, digits);
    }
    let leaf = Leaf {
        registries: accounts,
        repository: fields.require("repository")?.string()?,
        python: strings(fields.take("py_versions"))?,
        container: fields
            .take("container_version")
            .map(|map| map.string_map())
            .transpose()?
            .unwrap_or_default(),
        prefix: fields
            .take("tag_prefix")
            .map(|prefix| prefix.string())
            .transpose()?,
        processors: strings(fields.take("processors"))?,
        processor_in_tag: fields
            .take("processor_in_tag")
            .map(|flag| flag.boolean())
            .transpose()?
            .unwrap_or(true),
        sdk: strings(fields.take("sdk_versions"))?,
    };
    fields.finish()?;
    Ok(leaf)
}
