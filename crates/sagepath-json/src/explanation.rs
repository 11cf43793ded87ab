//! What a registry path stands for, and whether it is right.

use jiff::civil::Date;
use sagepath::registry_path::{ParseError, PathParts};
use sagepath::{Catalog, Error, Identity, Image, RegistryPath, RegistryVerdict, TagVerdict};
use serde::ser::SerializeMap as _;
use serde::{Serialize, Serializer};

use crate::form::{Displayed, Sequence};
use crate::image::image_entries;
use crate::refusal::Refusal;

/// Whether a path is right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Verdict {
    /// Nothing about it is wrong or unknown.
    Right,
    /// Something about it is wrong: it names nothing that can be pulled.
    Wrong,
    /// It is no path of AWS's that the catalog knows.
    Unknown,
}

impl Verdict {
    /// Its name in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Verdict::Right => "right",
            Verdict::Wrong => "wrong",
            Verdict::Unknown => "unknown",
        }
    }
}

/// What is told of a text that may be a registry path.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum Explanation<'e> {
    /// It is one, and this is known of it.
    Known(Box<Facts<'e>>),
    /// It is none.
    Malformed(Malformed<'e>),
}

/// A text that is no registry path.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Malformed<'e> {
    /// The text.
    pub text: &'e str,
    /// What is wrong with it, and where.
    pub error: ParseError,
}

/// A path and all that is known of it.
#[derive(Debug)]
#[non_exhaustive]
pub struct Facts<'e> {
    /// What the catalog tells.
    pub identity: Identity<'e, 'e>,
    /// Whether the path is right.
    pub verdict: Verdict,
    /// The newest image that the tag names.
    pub image: Option<Image<'e>>,
    /// Whose account it is, if it is that of another region.
    pub account_of: Option<&'e str>,
    /// The newest of the image's line, if that is another one, and its path.
    pub newest: Option<(Image<'e>, Option<String>)>,
    /// The nearest path that is right, if this one is not.
    pub closest: Option<String>,
    /// Whether it still gets patches; `None` where no source tells.
    pub alive: Option<bool>,
    /// The sources of what is known.
    pub sources: Vec<sagepath::Source<'e>>,
    /// The path in the other region that was asked for.
    pub elsewhere: Option<Result<PathParts<'e>, Error>>,
    /// The day for which the life cycle is judged.
    pub on: Date,
}

impl<'e> Explanation<'e> {
    /// Explains a text: as a path in its own region, and in another region if one is named.
    pub fn of(catalog: &'e Catalog<'_>, text: &'e str, region: Option<&str>, on: Date) -> Self {
        match RegistryPath::parse(text) {
            Ok(path) => Explanation::Known(Box::new(Facts::of(catalog, &path, region, on))),
            Err(error) => Explanation::Malformed(Malformed { text, error }),
        }
    }

    /// Whether it is a path, and right.
    pub fn is_right(&self) -> bool {
        matches!(self, Explanation::Known(facts) if facts.verdict == Verdict::Right)
    }
}

impl Serialize for Malformed<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Place<'e> {
            message: Displayed<&'e ParseError>,
            start: usize,
            end: usize,
            hint: Option<&'static str>,
        }
        let span = self.error.span();
        let place = Place {
            message: Displayed(&self.error),
            start: span.start,
            end: span.end,
            hint: self.error.hint(),
        };
        let mut map = serializer.serialize_map(Some(3))?;
        map.serialize_entry("path", self.text)?;
        map.serialize_entry("verdict", "malformed")?;
        map.serialize_entry("error", &place)?;
        map.end()
    }
}

impl<'e> Facts<'e> {
    fn of(catalog: &'e Catalog<'_>, path: &RegistryPath<'e>, region: Option<&str>, on: Date) -> Self {
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
