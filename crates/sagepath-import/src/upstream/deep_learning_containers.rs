//! The DLC repository's image data: `docs/src/data/<folder>/*.yml` and `docs/src/legacy/legacy_support.yml`.

use std::collections::BTreeMap;
use std::path::Path;

use super::git::{self, Revision};
use super::json::{Fields, Place};
use super::{UpstreamError, entries, named, yaml};

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
#[derive(Clone, Debug)]
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
    pub(crate) public_registry: bool,
    pub(crate) ecr_repository: Option<String>,
    pub(crate) sdk: Option<String>,
    pub(crate) transformers: Option<String>,
    pub(crate) optimum: Option<String>,
    pub(crate) engine: Option<String>,
}

/// The dates of a version.
#[derive(Clone, Debug)]
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
                let image = file(&path, &format!("data/{folder}/{name}"), image)?;
                files.insert(name, image);
            }
        }
        snapshot.folders.insert(folder, files);
    }
    let legacy = root.join(LEGACY);
    if legacy.exists() {
        snapshot.support = file(&legacy, LEGACY, support)?;
    }
    for group in snapshot.support.keys() {
        named(group, LEGACY)?;
    }
    Ok(snapshot)
}

/// What `read` makes of a file.
fn file<T>(
    path: &Path,
    name: &str,
    read: impl FnOnce(Place<'_>) -> Result<T, UpstreamError>,
) -> Result<T, UpstreamError> {
    let text = std::fs::read_to_string(path).map_err(|error| UpstreamError::Io {
        path: path.to_owned(),
        error,
    })?;
    read(Place::root(name, &yaml::parse(name, &text)?))
}

fn image(place: Place<'_>) -> Result<ImageFile, UpstreamError> {
    let mut fields = place.fields()?;
    let image = ImageFile {
        framework: fields.require("framework")?.string()?,
        version: fields.require("version")?.string()?,
        accelerator: fields.require("accelerator")?.string()?,
        platform: fields.require("platform")?.string()?,
        tags: fields.require("tags")?.strings()?,
        python: optional(&mut fields, "python")?,
        cuda: optional(&mut fields, "cuda")?,
        os: optional(&mut fields, "os")?,
        ga: optional(&mut fields, "ga")?,
        eop: optional(&mut fields, "eop")?,
        public_registry: fields
            .take("public_registry")
            .map_or(Ok(false), |flag| flag.boolean())?,
        ecr_repository: optional(&mut fields, "ecr_repository")?,
        sdk: optional(&mut fields, "sdk")?,
        transformers: optional(&mut fields, "transformers")?,
        optimum: optional(&mut fields, "optimum")?,
        engine: optional(&mut fields, "engine")?,
    };
    // Examples in upstream's pages, no facts of an import.
    for example in ["example_ecr_account", "example_region"] {
        optional(&mut fields, example)?;
    }
    fields.finish()?;
    Ok(image)
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "a reader of `file` takes the place over"
)]
fn support(place: Place<'_>) -> Result<BTreeMap<String, Vec<SupportEntry>>, UpstreamError> {
    let mut groups = BTreeMap::new();
    for (group, list) in place.entries()? {
        let versions: Result<_, _> = list.items()?.into_iter().map(support_entry).collect();
        groups.insert(group, versions?);
    }
    Ok(groups)
}

fn support_entry(place: Place<'_>) -> Result<SupportEntry, UpstreamError> {
    let mut fields = place.fields()?;
    let entry = SupportEntry {
        version: fields.require("version")?.string()?,
        ga: fields.require("ga")?.string()?,
        eop: fields.require("eop")?.string()?,
    };
    fields.finish()?;
    Ok(entry)
}

fn optional(fields: &mut Fields<'_>, key: &str) -> Result<Option<String>, UpstreamError> {
    fields.take(key).map(|place| place.string()).transpose()
}
