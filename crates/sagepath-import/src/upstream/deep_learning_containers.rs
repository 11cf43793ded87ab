//! The DLC repository's image data: `docs/src/data/<folder>/*.yml` and `docs/src/legacy/legacy_support.yml`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::UpstreamError;

/// What one revision says of images.
#[derive(Clone, Debug, Default)]
pub struct Snapshot {
    /// Images by folder, then file name.
    pub folders: BTreeMap<String, BTreeMap<String, ImageFile>>,
    /// Dates of versions that are no longer listed, by framework group.
    pub support: BTreeMap<String, Vec<SupportEntry>>,
}

/// One file: an image and its tags.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the fields are upstream's own")]
pub struct ImageFile {
    pub framework: String,
    pub version: String,
    pub accelerator: String,
    pub platform: String,
    pub tags: Vec<String>,
    pub python: Option<String>,
    pub cuda: Option<String>,
    pub os: Option<String>,
    pub ga: Option<String>,
    pub eop: Option<String>,
    #[serde(default)]
    pub public_registry: bool,
    pub ecr_repository: Option<String>,
    pub sdk: Option<String>,
    pub transformers: Option<String>,
    pub optimum: Option<String>,
    pub engine: Option<String>,
    pub example_ecr_account: Option<String>,
    pub example_region: Option<String>,
}

/// The dates of a version.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the fields are upstream's own")]
pub struct SupportEntry {
    pub version: String,
    pub ga: String,
    pub eop: String,
}

/// Reads a snapshot from the repository's root, its `docs/src`, or a folder that holds `data` and `legacy`.
///
/// # Errors
///
/// [`UpstreamError`] names the file, and the place within it, that cannot be read or understood.
pub fn read(source: &Path) -> Result<Snapshot, UpstreamError> {
    let candidates = [source.join("docs/src"), source.to_owned()];
    let Some(root) = candidates
        .iter()
        .find(|candidate| candidate.join("data").is_dir())
    else {
        return Err(UpstreamError::Empty {
            path: source.to_owned(),
            message: "holds no docs/src/data",
        });
    };
    let mut snapshot = Snapshot::default();
    for (folder, path) in entries(&root.join("data"))? {
        let mut files = BTreeMap::new();
        for (name, path) in entries(&path)? {
            if name.ends_with(".yml") || name.ends_with(".yaml") {
                files.insert(name, yaml(&path)?);
            }
        }
        snapshot.folders.insert(folder, files);
    }
    let legacy = root.join("legacy/legacy_support.yml");
    if legacy.exists() {
        snapshot.support = yaml(&legacy)?;
    }
    Ok(snapshot)
}

fn entries(folder: &Path) -> Result<BTreeMap<String, PathBuf>, UpstreamError> {
    let io = |error| UpstreamError::Io {
        path: folder.to_owned(),
        error,
    };
    let mut entries = BTreeMap::new();
    for entry in std::fs::read_dir(folder).map_err(io)? {
        let entry = entry.map_err(io)?;
        if let Ok(name) = entry.file_name().into_string() {
            entries.insert(name, entry.path());
        }
    }
    Ok(entries)
}

fn yaml<T: DeserializeOwned>(path: &Path) -> Result<T, UpstreamError> {
    let text = std::fs::read_to_string(path).map_err(|error| UpstreamError::Io {
        path: path.to_owned(),
        error,
    })?;
    serde_saphyr::from_str(&text).map_err(|error| {
        let place = error
            .location()
            .map_or_else(|| "document".to_owned(), |at| format!("line {}", at.line()));
        let message = error.without_snippet().to_string();
        UpstreamError::Shape {
            file: path.display().to_string(),
            key: place,
            message,
        }
    })
}
