//! From a registry path to what it stands for: the look-up in reverse.

use sagepath_catalog::{self as raw, RegionId, RepositoryId, Text, layout};

use crate::catalog::Catalog;
use crate::error::{Code, Error};
use crate::image::Image;
use crate::named::named;
use crate::region::Region;
use crate::registry_path::{Endpoint, Host, PathParts, RegistryPath};
use crate::suggest::nearest;
use crate::unknown;

/// What a registry path stands for, and what is wrong with it.
#[derive(Clone, Copy, Debug)]
pub struct Identity<'c, 'p> {
    catalog: &'c raw::Catalog<'c>,
    path: RegistryPath<'p>,
    region: Option<RegionId>,
    repository: Option<RepositoryId>,
    registry: RegistryVerdict,
    tag: TagVerdict,
    known_tag: Text,
}

named! {
    /// Whose account a path names.
    pub enum RegistryVerdict {
        /// The account that owns the repository in the region.
        Right = "right",
        /// An older official account of the repository in the region.
        Older = "older",
        /// The account that owns the repository in another region.
        OtherRegion = "other-region",
        /// An account of AWS's, which does not own this repository.
        OtherRepository = "other-repository",
        /// No account of the catalog: a private registry, a mirror, a placeholder.
        Foreign = "foreign",
    }
}

named! {
    /// What is known of a path's tag.
    pub enum TagVerdict {
        /// A source lists it.
        Listed = "listed",
        /// It follows from the SDK's rules.
        Derived = "derived",
        /// The tag of a Deep Learning Container, and the mark of a build after it: `...-v1.4`, `...-soci`.
        Build = "build",
        /// The tag of a Deep Learning Container, and more after it of the kind that such tags have: `...-cu124-ubuntu22.04`. No
        /// source tells whether there is one.
        Plausible = "plausible",
        /// There is none, and the repository's images have none, or a digest stands for it.
        Absent = "absent",
        /// There is none, where the repository's images have one: a registry takes that for `latest`.
        Missing = "missing",
        /// It is not known.
        Unknown = "unknown",
    }
}

impl Catalog<'_> {
    /// Tells what a registry path stands for, and whether it is right.
    ///
    /// ```
    /// use sagepath::{Catalog, RegistryVerdict, RegistryPath, TagVerdict};
    ///
    /// let path = RegistryPath::parse("683313688378.dkr.ecr.us-east-2.amazonaws.com/sagemaker-xgboost:1.7-1")?;
    /// let identity = Catalog::embedded().identify(&path);
    /// assert_eq!(identity.registry(), RegistryVerdict::OtherRegion);
    /// assert_eq!(identity.images().next().unwrap().framework().slug(), "xgboost");
    /// assert_eq!(
    ///     identity.closest().unwrap(),
    ///     "257758044811.dkr.ecr.us-east-2.amazonaws.com/sagemaker-xgboost:1.7-1",
    /// );
    /// # Ok::<(), sagepath::registry_path::ParseError>(())
    /// ```
    pub fn identify<'c, 'p>(&'c self, path: &RegistryPath<'p>) -> Identity<'c, 'p> {
        Identity::of(&self.raw, path)
    }

    /// The same image in another region, under the same kind of host. A digest is left out: it is that of one region's copy.
    ///
    /// # Errors
    ///
    /// [`Error`] if the path's repository or tag is not known, its account does not own the repository anywhere, or the
    /// region does not offer the image.
    ///
    /// ```
    /// use sagepath::{Catalog, RegistryPath};
    ///
    /// let path = RegistryPath::parse("174872318107.dkr.ecr.us-west-2.amazonaws.com/kmeans:1")?;
    /// let moved = Catalog::embedded().in_region(&path, "cn-north-1").unwrap();
    /// assert_eq!(moved.to_string(), "390948362332.dkr.ecr.cn-north-1.amazonaws.com.cn/kmeans:1");
    /// # Ok::<(), sagepath::registry_path::ParseError>(())
    /// ```
    pub fn in_region<'s>(&'s self, path: &RegistryPath<'s>, region: &str) -> Result<PathParts<'s>, Error> {
        let identity = self.identify(path);
        let name = path.repository();
        let Some(repository) = identity.repository else {
            return Err(unknown::repository(&self.raw, name));
        };
        if matches!(
            identity.registry,
            RegistryVerdict::Foreign | RegistryVerdict::OtherRepository
        ) {
            let message = format!("account {} does not own {name} in any region", path.account());
            return Err(Error::new(Code::ForeignAccount, message)
                .with_hint("only AWS's own images are in every region".to_owned()));
        }
        if path.tag().is_none() && path.digest().is_some() {
            return Err(
                Error::new(Code::DigestOnly, "a digest is that of one region's copy")
                    .with_hint("name the tag instead".to_owned()),
            );
        }
        if let (TagVerdict::Unknown, Some(tag)) = (identity.tag, path.tag()) {
            let tags = tags_of(&self.raw, repository, None);
            return Err(Error::new(
                Code::UnknownTag,
                format!("{name} has no tag `{tag}` that is known"),
            )
            .with_suggestion(nearest(tag, tags).map(str::to_owned)));
        }
        let Some(target) = self.raw.region(region) else {
            return Err(unknown::region(&self.raw, region));
        };
        let Some(account) = identity.account_in(target) else {
            let regions = self
                .raw
                .regions()
                .filter(|(id, _)| identity.account_in(*id).is_some());
            let message = format!("{name} is not known to be offered in {region}");
            return Err(Error::new(Code::UnsupportedRegion, message)
                .with_choices(None, regions.map(|(_, region)| self.raw.text(region.id))));
        };
        let target = Region::new(&self.raw, target);
        let endpoint = path.endpoint();
        let Some(suffix) = target.host_suffix(endpoint) else {
            let message = format!("no host of this kind is known in {region}");
            return Err(Error::new(Code::UnsupportedRegion, message)
                .with_hint("move the path with its plain host, `dkr.ecr`".to_owned()));
        };
        let host = Host {
            account,
            endpoint,
            region: target.id(),
            suffix,
        };
        Ok(PathParts {
            host,
            repository: name,
            tag: path.tag(),
            digest: None,
        })
    }
}

/// Whose account a path names.
fn registry_of(
    catalog: &raw::Catalog<'_>,
    region: Option<RegionId>,
    repository: Option<RepositoryId>,
    account: &str,
) -> RegistryVerdict {
    let owns = |repository, region| catalog.account(repository, region) == Some(account);
    let owned = |repository, region| catalog.older_account(repository, region) == Some(account);
    if let (Some(region), Some(repository)) = (region, repository) {
        if owns(repository, region) {
            return RegistryVerdict::Right;
        }
        if owned(repository, region) {
            return RegistryVerdict::Older;
        }
    }
    let somewhere = |repository| {
        catalog
            .regions()
            .any(|(region, _)| owns(repository, region) || owned(repository, region))
    };
    if repository.is_some_and(somewhere) {
        RegistryVerdict::OtherRegion
    } else if catalog.accounts().any(|known| known == account) {
        RegistryVerdict::OtherRepository
    } else {
        RegistryVerdict::Foreign
    }
}

/// What is known of a tag, and the known tag that it is or begins with.
fn tag_of(
    catalog: &raw::Catalog<'_>,
    repository: RepositoryId,
    path: &RegistryPath<'_>,
) -> (TagVerdict, Text) {
    let Some(tag) = path.tag() else {
        let untagged = catalog.listed(repository, Text::NONE).next().is_some();
        return (
            if untagged || path.digest().is_some() {
                TagVerdict::Absent
            } else {
                TagVerdict::Missing
            },
            Text::NONE,
        );
    };
    let known = |tag: &str| {
        let text = catalog.find_text(tag)?;
        let listed = catalog
            .listed(repository, text)
            .map(|listed| listed.flags & layout::listed::LISTED != 0)
            .max()?;
        Some((
            if listed {
                TagVerdict::Listed
            } else {
                TagVerdict::Derived
            },
            text,
        ))
    };
    if let Some(found) = known(tag) {
        return found;
    }
    let images = |text| {
        catalog
            .listed(repository, text)
            .map(|listed| Image::new(catalog, listed.image))
    };
    let mut stem = tag;
    while let Some((shorter, _)) = stem.rsplit_once('-') {
        stem = shorter;
        let Some((_, text)) = known(stem) else { continue };
        let rest = &tag[stem.len() + 1..];
        if images(text).any(|image| image.container_versions().any(|container| container == rest)) {
            return (TagVerdict::Derived, text);
        }
        let has_builds = |image: Image<'_>| {
            image.framework().has(layout::framework::DLC) && image.container_versions().len() == 0
        };
        if !images(text).any(has_builds) {
            continue;
        }
        if rest.split('-').all(is_build_mark) {
            return (TagVerdict::Build, text);
        }
        if rest
            .split('-')
            .all(|part| is_build_mark(part) || is_container_part(part))
        {
            return (TagVerdict::Plausible, text);
        }
    }
    (TagVerdict::Unknown, Text::NONE)
}

/// Whether a part of a tag marks a build: `v1`, `v1.4`, `soci`.
fn is_build_mark(part: &str) -> bool {
    let is_number = |piece: &str| !piece.is_empty() && piece.bytes().all(|byte| byte.is_ascii_digit());
    part == "soci"
        || part
            .strip_prefix('v')
            .is_some_and(|version| version.split('.').all(is_number))
}

/// Whether a part of a tag is one that the tags of Deep Learning Containers for SageMaker have: `cu124`, `ubuntu22.04`.
fn is_container_part(part: &str) -> bool {
    let is_number =
        |digits: &str| digits.len() >= 2 && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    part == "sagemaker"
        || ["cu", "ubuntu", "amzn"]
            .into_iter()
            .any(|name| part.strip_prefix(name).is_some_and(is_number))
}

/// The known tags of a repository, of images that a region offers.
fn tags_of<'c>(
    catalog: &'c raw::Catalog<'c>,
    repository: RepositoryId,
    region: Option<RegionId>,
) -> impl Iterator<Item = &'c str> {
    let offered = move |listed: &raw::Listed| {
        region.is_none_or(|region| {
            catalog
                .regions_of(&catalog.image_at(listed.image))
                .contains(region)
        })
    };
    catalog
        .listed_in(repository)
        .filter(offered)
        .filter_map(|listed| catalog.some_text(listed.tag))
}

impl<'c, 'p> Identity<'c, 'p> {
    fn of(catalog: &'c raw::Catalog<'c>, path: &RegistryPath<'p>) -> Self {
        let region = catalog.region(path.region());
        let repository = catalog.repository(path.repository());
        let (tag, known_tag) = repository.map_or((TagVerdict::Unknown, Text::NONE), |repository| {
            tag_of(catalog, repository, path)
        });
        let registry = registry_of(catalog, region, repository, path.account());
        Identity {
            catalog,
            path: *path,
            region,
            repository,
            registry,
            tag,
            known_tag,
        }
    }

    /// The path.
    pub fn path(&self) -> RegistryPath<'p> {
        self.path
    }

    /// Its region, if it is known.
    pub fn region(&self) -> Option<Region<'c>> {
        self.region.map(|id| Region::new(self.catalog, id))
    }

    /// Whether the repository is one of AWS's.
    pub fn has_known_repository(&self) -> bool {
        self.repository.is_some()
    }

    /// Whose account it names.
    pub fn registry(&self) -> RegistryVerdict {
        self.registry
    }

    /// The account that owns the repository in the region.
    pub fn right_account(&self) -> Option<&'c str> {
        self.catalog.account(self.repository?, self.region?)
    }

    /// The suffix that the host should have, if it is another one.
    pub fn right_suffix(&self) -> Option<&'c str> {
        self.region()?
            .host_suffix(self.path.endpoint())
            .filter(|right| *right != self.path.suffix())
    }

    /// Whether the region is known to have a host of the path's kind, FIPS or dual-stack; `None` if the region is not known.
    pub fn is_host_known(&self) -> Option<bool> {
        Some(self.region()?.host_suffix(self.path.endpoint()).is_some())
    }

    /// What is known of the tag.
    pub fn tag(&self) -> TagVerdict {
        self.tag
    }

    /// Whether the tag moves from image to image as versions come.
    pub fn is_mutable(&self) -> bool {
        let floats = self.tag == TagVerdict::Missing || self.path.tag() == Some("latest");
        floats
            || self
                .listed()
                .any(|listed| listed.flags & layout::listed::MUTABLE != 0)
    }

    /// The images that the tag names, the newest last; without a tag, those that have none.
    pub fn images(&self) -> impl DoubleEndedIterator<Item = Image<'c>> + use<'c> {
        let catalog = self.catalog;
        self.listed().map(move |listed| Image::new(catalog, listed.image))
    }

    fn listed(&self) -> impl DoubleEndedIterator<Item = raw::Listed> + use<'c> {
        let known = match self.tag {
            TagVerdict::Listed | TagVerdict::Derived | TagVerdict::Build | TagVerdict::Plausible => true,
            TagVerdict::Absent => self.path.digest().is_none(),
            TagVerdict::Missing | TagVerdict::Unknown => false,
        };
        let (catalog, tag) = (self.catalog, self.known_tag);
        let repository = self.repository.filter(|_| known);
        repository
            .into_iter()
            .flat_map(move |repository| catalog.listed(repository, tag))
    }

    /// The account that owns the repository in a region that offers the image.
    fn account_in(&self, region: RegionId) -> Option<&'c str> {
        let mut images = self.images().peekable();
        let offered = images.peek().is_none()
            || images.any(|image| self.catalog.regions_of(&image.record).contains(region));
        self.catalog.account(self.repository?, region).filter(|_| offered)
    }

    /// Whether the region offers the image that the tag names; `None` if either is not known.
    pub fn is_offered(&self) -> Option<bool> {
        let region = self.region?;
        self.images().next()?;
        Some(self.account_in(region).is_some())
    }

    /// Whether nothing about the path is wrong or unknown.
    pub fn is_right(&self) -> bool {
        matches!(self.registry, RegistryVerdict::Right | RegistryVerdict::Older)
            && self.right_suffix().is_none()
            && self.is_host_known() == Some(true)
            && !matches!(
                self.tag,
                TagVerdict::Unknown | TagVerdict::Plausible | TagVerdict::Missing
            )
            && self.is_offered() != Some(false)
    }

    /// The nearest path that is right, if this one is not and one is near: in the region and repository that were probably
    /// meant, with the account and suffix that belong to them, and the tag most like one that is not known.
    pub fn closest(&self) -> Option<String> {
        if self.is_right() || self.tag == TagVerdict::Missing {
            return None;
        }
        let path = &self.path;
        let region = self.region.or_else(|| self.nearest_region())?;
        let repository = self.repository.or_else(|| self.nearest_repository())?;
        let target = Region::new(self.catalog, region);
        let known = target.host_suffix(path.endpoint());
        let endpoint = if known.is_some() {
            path.endpoint()
        } else {
            Endpoint::default()
        };
        let account = self.catalog.account(repository, region)?;
        let host = Host {
            account,
            endpoint,
            region: target.id(),
            suffix: known.unwrap_or(target.dns_suffix()),
        };
        let name = self.catalog.text(self.catalog.repository_at(repository).name);
        let tag = match (path.tag(), tag_of(self.catalog, repository, path).0) {
            (Some(tag), TagVerdict::Unknown) => {
                // Another version is another image, however alike the two are spelled.
                let version = |tag: &str| tag.split('-').next().map(str::to_owned);
                let tags = tags_of(self.catalog, repository, Some(region))
                    .filter(|known| version(known) == version(tag));
                Some(nearest(tag, tags)?)
            }
            (tag, _) => tag,
        };
        // A digest names the very image: it stays where the path names the same one.
        let same = account == path.account() && target.id() == path.region() && tag == path.tag();
        let closest = PathParts {
            host,
            repository: name,
            tag,
            digest: path.digest().filter(|_| same),
        }
        .to_string();
        let right =
            RegistryPath::parse(&closest).is_ok_and(|path| Identity::of(self.catalog, &path).is_right());
        right.then_some(closest)
    }

    fn nearest_region(&self) -> Option<RegionId> {
        let names = self
            .catalog
            .regions()
            .map(|(_, region)| self.catalog.text(region.id));
        self.catalog.region(nearest(self.path.region(), names)?)
    }

    fn nearest_repository(&self) -> Option<RepositoryId> {
        let names = self
            .catalog
            .repositories()
            .map(|(_, repository)| self.catalog.text(repository.name));
        self.catalog.repository(nearest(self.path.repository(), names)?)
    }
}
