//! What is known of a registry path.

use jiff::civil::Date;
use sagepath::registry_path::PathParts;
use sagepath::{Catalog, Error, Identity, Image, RegistryPath, RegistryVerdict, TagVerdict};
use serde::ser::SerializeMap as _;
use serde::{Serialize, Serializer};

use crate::record::{Displayed, Refusal, Sequence, image_entries};

/// Whether a path is right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// Nothing about it is wrong or unknown.
    Right,
    /// Something about it is wrong: it names nothing that can be pulled.
    Wrong,
    /// It is no path of AWS's that the catalog knows.
    Unknown,
}

impl Verdict {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Verdict::Right => "right",
            Verdict::Wrong => "wrong",
            Verdict::Unknown => "unknown",
        }
    }
}

/// A path and all that is known of it.
pub(crate) struct Facts<'e> {
    pub(crate) identity: Identity<'e, 'e>,
    pub(crate) verdict: Verdict,
    /// The newest image that the tag names.
    pub(crate) image: Option<Image<'e>>,
    /// Whose account it is, if it is that of another region.
    pub(crate) account_of: Option<&'e str>,
    /// The newest of the image's line, if that is another one, and its path.
    pub(crate) newest: Option<(Image<'e>, Option<String>)>,
    pub(crate) closest: Option<String>,
    /// Whether it still gets patches; `None` where no source tells.
    pub(crate) alive: Option<bool>,
    pub(crate) sources: Vec<sagepath::Source<'e>>,
    pub(crate) elsewhere: Option<Result<PathParts<'e>, Error>>,
    pub(crate) on: Date,
}

impl<'e> Facts<'e> {
    /// Looks up everything about a path, and its twin in another region if one is named.
    pub(crate) fn of(
        catalog: &'e Catalog<'_>,
        path: &RegistryPath<'e>,
        region: Option<&str>,
        on: Date,
    ) -> Self {
        let identity = catalog.identify(path);
        let image = identity.images().next_back();
        let newest = image.filter(|image| image.newest() != *image).map(|image| {
            let newest = image.newest();
            (
                newest,
                newest.at(path.region()).map(|located| located.path().to_string()),
            )
        });
        let sources = image
            .map(|image| image.sources().collect::<Vec<_>>())
            .unwrap_or_default();
        Facts {
            identity,
            verdict: verdict(&identity),
            image,
            account_of: (identity.registry() == RegistryVerdict::OtherRegion)
                .then(|| owner(catalog, path))
                .flatten(),
            newest,
            closest: identity.closest(),
            alive: image.and_then(|image| image.is_alive_on(on)),
            sources: catalog
                .sources()
                .filter(|source| sources.contains(&source.id))
                .collect(),
            elsewhere: region.map(|region| catalog.in_region(path, region)),
            on,
        }
    }
}

fn verdict(identity: &Identity<'_, '_>) -> Verdict {
    let host_is_right = identity.right_suffix().is_none() && identity.is_host_known() == Some(true);
    match identity.registry() {
        _ if identity.is_right() => Verdict::Right,
        RegistryVerdict::Foreign => Verdict::Unknown,
        // No catalog knows every tag: one that is not known may still be there.
        RegistryVerdict::Right | RegistryVerdict::Older
            if host_is_right && matches!(identity.tag(), TagVerdict::Unknown | TagVerdict::Plausible) =>
        {
            Verdict::Unknown
        }
        _ => Verdict::Wrong,
    }
}

/// The region in which the path's account owns the path's repository.
fn owner<'c>(catalog: &'c Catalog<'_>, path: &RegistryPath<'_>) -> Option<&'c str> {
    let mut images = catalog
        .all_images()
        .filter(|image| image.repository() == path.repository());
    images.find_map(|image| {
        let mut regions = image.regions().map(|region| region.id());
        regions.find(|region| {
            image
                .at(region)
                .is_some_and(|located| located.account() == path.account())
        })
    })
}

/// An image, in JSON.
struct ImageInJson<'i>(Image<'i>);

impl Serialize for ImageInJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        image_entries(&self.0, &mut map)?;
        map.serialize_entry("tags", &Sequence(|| self.0.tags()))?;
        map.serialize_entry("note", &self.0.note())?;
        map.end()
    }
}

/// The newest image of a line, in JSON.
#[derive(Serialize)]
struct NewestInJson<'n> {
    version: &'n str,
    uri: Option<&'n str>,
}

impl Serialize for Facts<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let identity = &self.identity;
        let path = identity.path();
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("path", path.as_str())?;
        map.serialize_entry("verdict", self.verdict.as_str())?;
        map.serialize_entry("account", path.account())?;
        map.serialize_entry("region", path.region())?;
        map.serialize_entry("suffix", path.suffix())?;
        map.serialize_entry("repository", path.repository())?;
        map.serialize_entry("tag", &path.tag())?;
        map.serialize_entry("digest", &path.digest())?;
        map.serialize_entry("fips", &path.endpoint().fips)?;
        map.serialize_entry("dual_stack", &path.endpoint().dual_stack)?;
        map.serialize_entry("known_region", &identity.region().is_some())?;
        map.serialize_entry("known_repository", &identity.has_known_repository())?;
        map.serialize_entry("registry", identity.registry().as_str())?;
        map.serialize_entry("account_of", &self.account_of)?;
        map.serialize_entry("right_account", &identity.right_account())?;
        map.serialize_entry("right_suffix", &identity.right_suffix())?;
        map.serialize_entry("tag_is", identity.tag().as_str())?;
        map.serialize_entry("mutable", &identity.is_mutable())?;
        map.serialize_entry("offered", &identity.is_offered())?;
        map.serialize_entry("images", &Sequence(|| identity.images().map(ImageInJson)))?;
        map.serialize_entry("alive", &self.alive)?;
        map.serialize_entry("on", &Displayed(self.on))?;
        let newest = self.newest.as_ref().map(|(image, uri)| NewestInJson {
            version: image.version(),
            uri: uri.as_deref(),
        });
        map.serialize_entry("newest", &newest)?;
        map.serialize_entry("closest", &self.closest)?;
        map.serialize_entry(
            "sources",
            &Sequence(|| self.sources.iter().map(|source| source.id)),
        )?;
        match &self.elsewhere {
            Some(Ok(parts)) => map.serialize_entry("elsewhere", &Displayed(parts))?,
            Some(Err(error)) => map.serialize_entry("elsewhere", &Refusal::new(error))?,
            None => {}
        }
        map.end()
    }
}
