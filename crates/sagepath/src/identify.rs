//! From a registry path to what it stands for: the look-up in reverse.

use sagepath_catalog::{self as raw, RegionId, RepositoryId, Text, layout};

use crate::catalog::Catalog;
use crate::error::{Code, Error};
use crate::image::Image;
use crate::region::Region;
use crate::registry_path::{Host, PathParts, RegistryPath};
use crate::suggest::nearest;
use crate::unknown;

/// What a registry path stands for, and what is wrong with it.
#[derive(Clone, Copy, Debug)]
pub struct Identity<'c, 'p> {
    catalog: &'c raw::Catalog<'c>,
    path: RegistryPath<'p>,
    region: Option<RegionId>,
    repository: Option<RepositoryId>,
    registry: Registry,
    tag: Tag,
    known_tag: Text,
}

/// Whose account a path names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Registry {
    /// The account that owns the repository in the region.
    Right,
    /// An older official account of the repository in the region.
    Older,
    /// The account that owns the repository in another region.
    OtherRegion,
    /// An account of AWS's, which does not own this repository.
    OtherRepository,
    /// No account of the catalog: a private registry, a mirror, a placeholder.
    Foreign,
}

impl Registry {
    /// Its name: kebab case, and stable.
    pub const fn as_str(self) -> &'static str {
        match self {
            Registry::Right => "right",
            Registry::Older => "older",
            Registry::OtherRegion => "other-region",
            Registry::OtherRepository => "other-repository",
            Registry::Foreign => "foreign",
        }
    }
}

/// What is known of a path's tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Tag {
    /// A source lists it.
    Listed,
    /// It follows from the SDK's rules.
    Derived,
    /// A known tag, and more after it: a build of that image, `...-v1.4` or `...-soci`.
    Build,
    /// There is none.
    Absent,
    /// It is not known.
    Unknown,
}

impl Tag {
    /// Its name: kebab case, and stable.
    pub const fn as_str(self) -> &'static str {
        match self {
            Tag::Listed => "listed",
            Tag::Derived => "derived",
            Tag::Build => "build",
            Tag::Absent => "absent",
            Tag::Unknown => "unknown",
        }
    }
}

impl Catalog<'_> {
    /// Tells what a registry path stands for, and whether it is right.
    ///
    /// ```
    /// use sagepath::{Catalog, Registry, RegistryPath, Tag};
    ///
    /// let path = RegistryPath::parse("683313688378.dkr.ecr.us-east-2.amazonaws.com/sagemaker-xgboost:1.7-1")?;
    /// let identity = Catalog::embedded().identify(&path);
    /// assert_eq!(identity.registry(), Registry::OtherRegion);
    /// assert_eq!(identity.images().next().unwrap().framework().slug(), "xgboost");
    /// assert_eq!(
    ///     identity.closest().unwrap(),
    ///     "257758044811.dkr.ecr.us-east-2.amazonaws.com/sagemaker-xgboost:1.7-1",
    /// );
    /// # Ok::<(), sagepath::registry_path::ParseError>(())
    /// ```
    pub fn identify<'c, 'p>(&'c self, path: &RegistryPath<'p>) -> Identity<'c, 'p> {
        let catalog = &self.raw;
        let region = catalog.region(path.region());
        let repository = catalog.repository(path.repository());
        let (tag, known_tag) = repository.map_or((Tag::Unknown, Text::NONE), |repository| {
            tag_of(catalog, repository, path.tag())
        });
        Identity {
            catalog,
            path: *path,
            region,
            repository,
            registry: registry_of(catalog, region, repository, path),
            tag,
            known_tag,
        }
    }

    /// The same image in another region, under the same kind of host. A digest is left out: it is that of one region's copy.
    ///
    /// # Errors
    ///
    /// [`Error`] if the path's repository is not known, its account is not AWS's for it, or the region does not offer it.
    ///
    /// ```
    /// use sagepath::{Catalog, RegistryPath};
    ///
    /// let path = RegistryPath::parse("174872318107.dkr.ecr.us-west-2.amazonaws.com/kmeans:1")?;
    /// let moved = Catalog::embedded().in_region(&path, "cn-northwest-1").unwrap();
    /// assert_eq!(moved.to_string(), "387376663083.dkr.ecr.cn-northwest-1.amazonaws.com.cn/kmeans:1");
    /// # Ok::<(), sagepath::registry_path::ParseError>(())
    /// ```
    pub fn in_region<'s>(&'s self, path: &RegistryPath<'s>, region: &str) -> Result<PathParts<'s>, Error> {
        let identity = self.identify(path);
        let name = path.repository();
        let Some(repository) = identity.repository else {
            return Err(unknown::repository(&self.raw, name));
        };
        if identity.registry == Registry::Foreign {
            let message = format!("account {} is not one of AWS's for {name}", path.account());
            return Err(Error::new(Code::NoRegistryPath, message)
                .hint("only AWS's own images are in every region".to_owned()));
        }
        if path.tag().is_none() && path.digest().is_some() {
            return Err(Error::new(
                Code::NoRegistryPath,
                "a digest is that of one region's copy".to_owned(),
            )
            .hint("name the tag instead".to_owned()));
        }
        let Some(target) = self.raw.region(region) else {
            return Err(unknown::region(&self.raw, region));
        };
        let offered = |target: RegionId| match identity.images().next() {
            Some(_) => identity
                .images()
                .any(|image| self.raw.regions_of(&image.record).contains(target)),
            None => true,
        };
        let Some(account) = self.raw.account(repository, target).filter(|_| offered(target)) else {
            let regions = self
                .raw
                .regions()
                .filter(|(id, _)| self.raw.account(repository, *id).is_some() && offered(*id));
            let message = format!("{name} is not known to be offered in {region}");
            return Err(Error::new(Code::UnsupportedRegion, message)
                .choices(None, regions.map(|(_, region)| self.raw.text(region.id))));
        };
        let target = Region::new(&self.raw, target);
        let endpoint = path.endpoint();
        let suffix = if endpoint.dual_stack {
            target.dual_stack_suffix()
        } else {
            Some(target.dns_suffix())
        };
        let Some(suffix) = suffix.filter(|_| !endpoint.fips || target.has_fips()) else {
            let message = format!("no host of this kind is known in {region}");
            return Err(Error::new(Code::UnsupportedRegion, message)
                .hint("move the path with its plain host, `dkr.ecr`".to_owned()));
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

fn registry_of(
    catalog: &raw::Catalog<'_>,
    region: Option<RegionId>,
    repository: Option<RepositoryId>,
    path: &RegistryPath<'_>,
) -> Registry {
    let account = path.account();
    if let (Some(region), Some(repository)) = (region, repository) {
        if catalog.account(repository, region) == Some(account) {
            return Registry::Right;
        }
        if catalog.older_account(repository, region) == Some(account) {
            return Registry::Older;
        }
    }
    let owns = |(region, _): (RegionId, raw::Region)| {
        repository.is_some_and(|repository| {
            catalog.account(repository, region) == Some(account)
                || catalog.older_account(repository, region) == Some(account)
        })
    };
    if catalog.regions().any(owns) {
        Registry::OtherRegion
    } else if catalog.accounts().any(|known| known == account) {
        Registry::OtherRepository
    } else {
        Registry::Foreign
    }
}

/// What is known of a tag, and the known tag that it is or begins with.
fn tag_of(catalog: &raw::Catalog<'_>, repository: RepositoryId, tag: Option<&str>) -> (Tag, Text) {
    let Some(tag) = tag else {
        return (Tag::Absent, Text::NONE);
    };
    let known = |tag: &str| {
        let text = catalog.find_text(tag)?;
        let listed = catalog
            .listed(repository, text)
            .map(|listed| listed.flags & layout::listed::LISTED != 0)
            .max()?;
        Some((if listed { Tag::Listed } else { Tag::Derived }, text))
    };
    if let Some(found) = known(tag) {
        return found;
    }
    let mut stem = tag;
    while let Some((shorter, _)) = stem.rsplit_once('-') {
        stem = shorter;
        if let Some((_, text)) = known(stem) {
            return (Tag::Build, text);
        }
    }
    (Tag::Unknown, Text::NONE)
}

impl<'c, 'p> Identity<'c, 'p> {
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
    pub fn registry(&self) -> Registry {
        self.registry
    }

    /// The account that owns the repository in the region.
    pub fn right_account(&self) -> Option<&'c str> {
        self.catalog.account(self.repository?, self.region?)
    }

    /// The suffix that the host should have, if it is another one.
    pub fn right_suffix(&self) -> Option<&'c str> {
        let region = self.region()?;
        let right = if self.path.endpoint().dual_stack {
            region.dual_stack_suffix()?
        } else {
            region.dns_suffix()
        };
        (right != self.path.suffix()).then_some(right)
    }

    /// What is known of the tag.
    pub fn tag(&self) -> Tag {
        self.tag
    }

    /// Whether the tag moves from image to image as versions come.
    pub fn is_mutable(&self) -> bool {
        self.path.tag() == Some("latest")
            || self
                .listed()
                .any(|listed| listed.flags & layout::listed::MUTABLE != 0)
    }

    /// The images that the tag names, the newest last; without a tag, those that have none.
    pub fn images(&self) -> impl DoubleEndedIterator<Item = Image<'c>> + use<'c> {
        let catalog = self.catalog;
        let images: Vec<_> = self.listed().map(|listed| listed.image).collect();
        images.into_iter().map(move |id| Image::new(catalog, id))
    }

    fn listed(&self) -> impl Iterator<Item = raw::Listed> + use<'c> {
        let known = matches!(self.tag, Tag::Listed | Tag::Derived | Tag::Build)
            || (self.tag == Tag::Absent && self.path.digest().is_none());
        let repository = self.repository.filter(|_| known);
        let (catalog, tag) = (self.catalog, self.known_tag);
        repository
            .into_iter()
            .flat_map(move |repository| catalog.listed(repository, tag))
    }

    /// Whether the region offers the image that the tag names; `None` if either is not known.
    pub fn is_offered(&self) -> Option<bool> {
        let region = self.region?;
        let mut images = self.images().peekable();
        images.peek()?;
        Some(images.any(|image| self.catalog.regions_of(&image.record).contains(region)))
    }

    /// Whether nothing about the path is wrong or unknown.
    pub fn is_right(&self) -> bool {
        matches!(self.registry, Registry::Right | Registry::Older)
            && self.right_suffix().is_none()
            && !matches!(self.tag, Tag::Unknown)
            && self.is_offered() != Some(false)
    }

    /// The nearest path that is right, if this one is not and one is near: the account and suffix that belong to the
    /// repository and region, and the tag most like the one that is not known.
    pub fn closest(&self) -> Option<String> {
        if self.is_right() {
            return None;
        }
        let path = &self.path;
        let region = match self.region {
            Some(region) => region,
            None => {
                let names = self
                    .catalog
                    .regions()
                    .map(|(_, region)| self.catalog.text(region.id));
                self.catalog.region(nearest(path.region(), names)?)?
            }
        };
        let repository = match self.repository {
            Some(repository) => repository,
            None => {
                let names = self
                    .catalog
                    .repositories()
                    .map(|(_, repository)| self.catalog.text(repository.name));
                self.catalog.repository(nearest(path.repository(), names)?)?
            }
        };
        let (verdict, _) = tag_of(self.catalog, repository, path.tag());
        let tag = match path.tag() {
            Some(tag) if verdict == Tag::Unknown => {
                let tags = self.catalog.listed_in(repository).filter(|listed| {
                    let image = self.catalog.image_at(listed.image);
                    self.catalog.regions_of(&image).contains(region)
                });
                Some(nearest(
                    tag,
                    tags.filter_map(|listed| self.catalog.some_text(listed.tag)),
                )?)
            }
            tag => tag,
        };
        if verdict != Tag::Unknown && self.is_offered() == Some(false) {
            return None;
        }
        let account = self.catalog.account(repository, region)?;
        let target = Region::new(self.catalog, region);
        let endpoint = path.endpoint();
        let suffix = if endpoint.dual_stack {
            target.dual_stack_suffix()?
        } else {
            target.dns_suffix()
        };
        let host = Host {
            account,
            endpoint,
            region: target.id(),
            suffix,
        };
        let name = self.catalog.text(self.catalog.repository_at(repository).name);
        Some(
            PathParts {
                host,
                repository: name,
                tag,
                digest: path.digest(),
            }
            .to_string(),
        )
    }
}

impl<'c> Image<'c> {
    /// The newest image of the same line: the same framework, scopes, architecture, platform and processor.
    pub fn newest(&self) -> Image<'c> {
        let line = |other: &Image<'_>| {
            other.record.scopes & self.record.scopes == self.record.scopes
                && other.record.architecture == self.record.architecture
                && other.record.platform == self.record.platform
                && other.record.runs_on & self.record.runs_on == self.record.runs_on
                && other.record.repository == self.record.repository
                && other.withheld().is_none()
                && !other.is_smdistributed()
        };
        self.framework().images().rev().find(line).unwrap_or(*self)
    }
}
