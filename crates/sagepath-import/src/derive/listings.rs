//! The DLC repository's image files as listings of the catalog.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::folders::{FOLDERS, Folder, VersionFrom};
use crate::facts::{Listing, Support};
use crate::upstream::UpstreamError;
use crate::upstream::deep_learning_containers::{ImageFile, LEGACY, Snapshot};
use sagepath::version;

/// The platform of images for SageMaker's jobs, as files and tags spell it.
const SAGEMAKER: &str = "sagemaker";

/// What the image files of a snapshot say.
#[derive(Default)]
pub(crate) struct Listings {
    /// The listings of every framework, in the order of their versions.
    pub(crate) frameworks: BTreeMap<String, Vec<Listing>>,
    /// Folders, or images of a folder, that no rule here knows: they are imported under the folder's name.
    pub(crate) unknown: BTreeSet<String>,
    /// Files whose platform contradicts their tags: the tags are believed, as they are what a registry has.
    pub(crate) contradictory: BTreeSet<String>,
}

/// The listings of a snapshot.
///
/// # Errors
///
/// [`UpstreamError`] for a date that is none, or an image that lacks the field which states its version.
pub(crate) fn listings(snapshot: &Snapshot) -> Result<Listings, UpstreamError> {
    let mut found = Listings::default();
    for (folder, files) in &snapshot.folders {
        for (file, image) in files {
            let path = format!("data/{folder}/{file}");
            let rule = FOLDERS
                .iter()
                .find(|rule| rule.name == folder && rule.holds(image));
            if rule.is_none() {
                found.unknown.insert(folder.clone());
            }
            let slug = rule.map_or(folder.as_str(), |rule| rule.slug);
            let listing = listing(&path, folder, rule, image)?;
            if listing.platform.is_none() && image.platform != SAGEMAKER {
                found.contradictory.insert(path);
            }
            found.frameworks.entry(slug.to_owned()).or_default().push(listing);
        }
    }
    let sdk = |listing: &Listing| listing.sdk.clone().unwrap_or_default();
    for listings in found.frameworks.values_mut() {
        listings.sort_by(|left, right| {
            (&left.repository, &left.scopes)
                .cmp(&(&right.repository, &right.scopes))
                .then_with(|| version::compare(&left.version, &right.version))
                .then_with(|| version::compare(&sdk(left), &sdk(right)))
                .then_with(|| left.tags.cmp(&right.tags))
        });
    }
    Ok(found)
}

/// The dates of versions that are no longer listed, by framework.
///
/// # Errors
///
/// [`UpstreamError`] for a date that is none.
pub(crate) fn supports(snapshot: &Snapshot) -> Result<BTreeMap<String, Vec<Support>>, UpstreamError> {
    let mut frameworks = BTreeMap::new();
    for (group, entries) in &snapshot.support {
        let mut supports = Vec::new();
        for entry in entries {
            let key = format!("{group}.{}", entry.version);
            supports.push(Support {
                version: entry.version.clone(),
                ga: date(LEGACY, &key, &entry.ga)?,
                eop: date(LEGACY, &key, &entry.eop)?,
            });
        }
        supports.sort_by(|left, right| version::compare(&left.version, &right.version));
        frameworks.insert(group.clone(), supports);
    }
    Ok(frameworks)
}

impl Folder {
    fn holds(&self, image: &ImageFile) -> bool {
        let fields = [
            Some(&image.framework),
            Some(&image.accelerator),
            image.engine.as_ref(),
        ];
        self.only
            .is_none_or(|start| fields.into_iter().flatten().any(|field| field.starts_with(start)))
    }
}

fn listing(
    path: &str,
    folder: &str,
    rule: Option<&Folder>,
    image: &ImageFile,
) -> Result<Listing, UpstreamError> {
    let shape = |key: &str, message: &str| UpstreamError::Shape {
        file: path.to_owned(),
        key: key.to_owned(),
        message: message.to_owned(),
    };
    let fullest = image.tags.first().ok_or_else(|| shape("tags", "lists no tag"))?;
    let tagged_for_sagemaker = fullest.rsplit('-').next() == Some(SAGEMAKER);
    let mut parts = fullest.split('-');
    let first = parts.next().unwrap_or_default();
    let second = parts.next().unwrap_or_default();
    let field = |name: &str, value: &Option<String>| {
        value
            .clone()
            .ok_or_else(|| shape(name, "the image's version is missing"))
    };
    let version = match rule.map_or(VersionFrom::FirstPart, |rule| rule.version) {
        VersionFrom::FirstPart => first.to_owned(),
        VersionFrom::TwoParts => format!("{first}-{second}"),
        VersionFrom::SecondPart => second
            .trim_start_matches(|letter: char| letter.is_ascii_alphabetic())
            .to_owned(),
        VersionFrom::LastPart => {
            let last = fullest.rsplit('-').next().unwrap_or_default();
            last.strip_prefix('v').unwrap_or(last).to_owned()
        }
        VersionFrom::Field => image.version.clone(),
        VersionFrom::Transformers => field("transformers", &image.transformers)?,
        VersionFrom::Optimum => field("optimum", &image.optimum)?,
    };
    if version.is_empty() {
        return Err(shape("tags", &format!("no version in `{fullest}`")));
    }
    let scopes = match rule {
        Some(rule) => rule.scopes.iter().map(|scope| (*scope).to_owned()).collect(),
        None => ["inference", "training"]
            .into_iter()
            .filter(|scope| folder.contains(scope))
            .map(str::to_owned)
            .collect(),
    };
    let ga = image
        .ga
        .as_deref()
        .map(|text| date(path, "ga", text))
        .transpose()?;
    let eop = image
        .eop
        .as_deref()
        .map(|text| date(path, "eop", text))
        .transpose()?;
    // What the image holds where its version is one of the container's own: `0.27.0+amzn2023.4bdc8a78` behind `v2.3`.
    let package = image.engine.clone().or_else(|| {
        let package = image.version.split('+').next().unwrap_or_default();
        (rule.is_some_and(|rule| matches!(rule.version, VersionFrom::LastPart))).then(|| package.to_owned())
    });
    Ok(Listing {
        repository: image.ecr_repository.clone().unwrap_or_else(|| folder.to_owned()),
        base: rule
            .and_then(|rule| rule.base)
            .map(|base| format!("{base}{first}")),
        version,
        scopes,
        architecture: rule.and_then(|rule| rule.architecture).map(str::to_owned),
        processor: image.accelerator.clone(),
        python: image.python.clone(),
        sdk: image.sdk.as_ref().map(|sdk| format!("sdk{sdk}")),
        cuda: image.cuda.clone(),
        os: image.os.clone(),
        package,
        platform: (image.platform != SAGEMAKER && !tagged_for_sagemaker).then(|| image.platform.clone()),
        public: image.public_registry,
        ga,
        eop,
        tags: image.tags.clone(),
    })
}

/// A date as upstream writes all of them, `2026-01-21`.
fn date(file: &str, key: &str, text: &str) -> Result<Date, UpstreamError> {
    let date = text.parse::<Date>().ok();
    date.filter(|date| date.to_string() == text)
        .ok_or_else(|| UpstreamError::Shape {
            file: file.to_owned(),
            key: key.to_owned(),
            message: format!("`{text}` is no date: expected YYYY-MM-DD"),
        })
}
