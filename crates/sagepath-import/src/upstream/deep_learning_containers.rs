//! The DLC repository's image data: `docs/src/data/<folder>/*.yml` and `docs/src/legacy/legacy_support.yml`.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_saphyr::{MessageFormatter as _, UserMessageFormatter};

use super::git::{self, Revision};
use super::{UpstreamError, entries, named};

/// Dates of versions that are no longer listed.
pub(crate) const LEGACY: &str = "legacy/legacy_support.yml";

/// What one revision says of images.
#[derive(Clone, Debug, Default)]
pub(crate) struct Snapshot {
    /// Images by folder, then file name.
    pub(crate) folders: BTreeMap<String, BTreeMap<String, ImageFile>>,
    /// Dates of versions that are no longer listed, by framework group.
    pub(crate) support: BTreeMap<String, Vec<SupportEntry>>,
    /// The revision, where the folder is a checkout.
    pub(crate) revision: Option<Revision>,
}

/// One file: an image and its tags.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ImageFile {
    pub(crate) framework: String,
    pub(crate) version: String,
    pub(crate) accelerator: String,
    pub(crate) platform: String,
    pub(crate) tags: Vec<String>,
    pub(crate) python: Option<String>,
    pub(crate) cuda: Option<String>,
    pub(crate) os: Option<String>,
    pub(crate) ga: Option<String>,
    pub(crate) eop: Option<String>,
    #[serde(default)]
    pub(crate) public_registry: bool,
    pub(crate) ecr_repository: Option<String>,
    pub(crate) sdk: Option<String>,
    pub(crate) transformers: Option<String>,
    pub(crate) optimum: Option<String>,
    pub(crate) engine: Option<String>,
    #[expect(dead_code, reason = "an example in upstream's pages, no fact of an import")]
    pub(crate) example_ecr_account: Option<String>,
    #[expect(dead_code, reason = "an example in upstream's pages, no fact of an import")]
    pub(crate) example_region: Option<String>,
}

/// The dates of a version.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SupportEntry {
    pub(crate) version: String,
    pub(crate) ga: String,
    pub(crate) eop: String,
}

/// Reads a snapshot from the repository's root, its `docs/src`, or a folder that holds `data` and `legacy`.
///
/// # Errors
///
/// [`UpstreamError`] names the file, and the place within it, that cannot be read or understood.
pub(crate) fn read(source: &Path) -> Result<Snapshot, UpstreamError> {
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
    let checkout = root.ancestors().nth(2).filter(|_| root.ends_with("docs/src"));
    let mut snapshot = Snapshot {
        revision: checkout.and_then(git::revision),
        ..Snapshot::default()
    };
    for (folder, path) in entries(&root.join("data"))? {
        if !path.is_dir() {
            continue;
        }
        named(&folder, &format!("data/{folder}"))?;
        let mut files = BTreeMap::new();
        for (name, path) in entries(&path)? {
            if name.ends_with(".yml") || name.ends_with(".yaml") {
                let image = yaml(&path, &format!("data/{folder}/{name}"))?;
                files.insert(name, image);
            }
        }
        snapshot.folders.insert(folder, files);
    }
    let legacy = root.join(LEGACY);
    if legacy.exists() {
        snapshot.support = yaml(&legacy, LEGACY)?;
    }
    for group in snapshot.support.keys() {
        named(group, LEGACY)?;
    }
    Ok(snapshot)
}

fn yaml<T: DeserializeOwned>(path: &Path, file: &str) -> Result<T, UpstreamError> {
    let text = std::fs::read_to_string(path).map_err(|error| UpstreamError::Io {
        path: path.to_owned(),
        error,
    })?;
    serde_saphyr::from_str(&text).map_err(|error| {
        let error = error.without_snippet();
        let key = error.location().map_or_else(
            || "document".to_owned(),
            |at| format!("line {}, column {}", at.line(), at.column()),
        );
        UpstreamError::Shape {
            file: file.to_owned(),
            key,
            message: UserMessageFormatter.format_message(error).into_owned(),
        }
    })
}
