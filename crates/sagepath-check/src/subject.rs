//! A reference as the rules see it: with its holes filled in as far as they can be, and what the catalog knows of it.

use std::ops::Range;

use sagepath::registry_path::ParseError;
use sagepath::{Catalog, Framework, Identity, Image, Parameters, RegistryPath, RegistryVerdict};

use crate::context::Usage;
use crate::finding::Edit;
use crate::reference::{Parts, Reference, Tag};
use crate::request::Request;
use crate::settings::Settings;
use crate::text::{Hole, Text};

/// What every rule may look at.
#[derive(Clone, Copy)]
pub(crate) struct Subject<'a> {
    pub(crate) catalog: &'a Catalog<'a>,
    pub(crate) settings: &'a Settings,
    pub(crate) reference: &'a Reference,
    pub(crate) path: &'a Filled,
    pub(crate) identity: Identity<'a, 'a>,
}

/// A path without holes, and which of its parts are only there because a path must have them.
#[derive(Clone, Debug)]
pub(crate) struct Filled {
    pub(crate) text: String,
    pub(crate) account: Part,
    pub(crate) region: Part,
    pub(crate) suffix: Part,
    pub(crate) repository: String,
    pub(crate) tag: TagPart,
}

/// A part of a path that may be a hole.
#[derive(Clone, Debug)]
pub(crate) struct Part {
    pub(crate) value: String,
    pub(crate) is: Given,
}

/// How a part is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Given {
    /// It is written there.
    Written,
    /// A name stands there whose value the file tells.
    Elsewhere,
    /// It is not known: the value is a guess that fits the rest.
    Open,
}

/// What is known of a tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum TagPart {
    Known(String),
    Absent,
    Digest,
    Open,
}

/// What a reference turned out to be.
pub(crate) enum Judged<'a> {
    Path(Filled),
    Malformed(ParseError, &'a Reference),
    Public(&'a Reference),
    /// It is not ours to judge, or too much of it is not known.
    Nothing,
}

/// Fills in the holes of a reference.
pub(crate) fn judge<'a>(reference: &'a Reference, catalog: &Catalog<'_>, settings: &Settings) -> Judged<'a> {
    let Parts::Private {
        account,
        region,
        suffix,
        repository,
        tag,
    } = &reference.parts
    else {
        return Judged::Public(reference);
    };
    let Some(repository) = reference.part(repository).filled() else {
        return Judged::Nothing;
    };
    let account_text = reference.part(account);
    if account_text.has_holes() && account_text.filled().is_none() && account_text.holes().any(is_own_account)
    {
        return Judged::Nothing;
    }
    let account = given(&account_text);
    let region = given(&reference.part(region));
    let region = region.unwrap_or_else(|| open_region(catalog, &repository, account.as_ref()));
    let owner = || {
        catalog
            .account(&repository, &region.value)
            .unwrap_or("000000000000")
    };
    let account = account.unwrap_or_else(|| open(owner()));
    let partition_suffix = || {
        catalog
            .region(&region.value)
            .map_or("amazonaws.com", |known| known.dns_suffix())
    };
    let suffix = given(&reference.part(suffix)).unwrap_or_else(|| open(partition_suffix()));
    let tag = match tag {
        Tag::Absent => TagPart::Absent,
        Tag::Digest => TagPart::Digest,
        Tag::Open => TagPart::Open,
        Tag::At(range) => reference
            .part(range)
            .filled()
            .map_or(TagPart::Open, TagPart::Known),
    };
    let service = service(reference.text.value());
    let mut text = format!(
        "{}{service}{}.{}/{repository}",
        account.value, region.value, suffix.value
    );
    if let TagPart::Known(tag) = &tag {
        text.push(':');
        text.push_str(tag);
    }
    match RegistryPath::parse(&text) {
        Ok(_) => Judged::Path(Filled {
            text,
            account,
            region,
            suffix,
            repository,
            tag,
        }),
        Err(error) if is_ours_malformed(&account, &repository, catalog, settings) => {
            Judged::Malformed(error, reference)
        }
        Err(_) => Judged::Nothing,
    }
}

/// Whether a path that cannot be read was meant to be one of AWS's.
fn is_ours_malformed(account: &Part, repository: &str, catalog: &Catalog<'_>, settings: &Settings) -> bool {
    if account.is == Given::Open || settings.is_private(&account.value) {
        return false;
    }
    if catalog.has_account(&account.value) {
        return true;
    }
    let name = repository.to_ascii_lowercase();
    let is_digits = account.value.bytes().all(|byte| byte.is_ascii_digit());
    let is_like_one = || {
        catalog.regions().any(|region| {
            catalog
                .account(&name, region.id())
                .is_some_and(|known| strsim::osa_distance(known, &account.value) <= 2)
        })
    };
    is_digits && is_like_one()
}

/// Whether a hole is the account of whoever runs the program, as most are.
fn is_own_account(hole: &Hole) -> bool {
    let name: String = hole
        .name
        .to_ascii_lowercase()
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .collect();
    let is_looked_up = ["map", "accounts", "registr", "findin", "algorithm", "framework"];
    !(hole.name.contains("[]") || is_looked_up.iter().any(|word| name.contains(word)))
}

fn given(text: &Text) -> Option<Part> {
    let is = if text.has_holes() {
        Given::Elsewhere
    } else {
        Given::Written
    };
    let value = text.filled().filter(|value| !value.is_empty())?;
    Some(Part { value, is })
}

fn open(value: &str) -> Part {
    Part {
        value: value.to_owned(),
        is: Given::Open,
    }
}

/// A region that the rest of the path fits, if there is one.
fn open_region(catalog: &Catalog<'_>, repository: &str, account: Option<&Part>) -> Part {
    let owned = account.and_then(|account| {
        let mut regions = catalog.regions();
        regions.find(|region| owns(catalog, &account.value, repository, region.id()))
    });
    open(owned.map_or("us-east-1", |region| region.id()))
}

/// Whether an account is one that a repository has in a region.
pub(crate) fn owns(catalog: &Catalog<'_>, account: &str, repository: &str, region: &str) -> bool {
    catalog.account(repository, region) == Some(account)
        || catalog.older_account(repository, region) == Some(account)
}

/// The labels between account and region.
fn service(text: &str) -> &'static str {
    let is = |service: &str| text.contains(service);
    match () {
        () if is(".dkr-ecr-fips.") => ".dkr-ecr-fips.",
        () if is(".dkr-ecr.") => ".dkr-ecr.",
        () if is(".dkr.ecr-fips.") => ".dkr.ecr-fips.",
        () => ".dkr.ecr.",
    }
}

impl<'a> Subject<'a> {
    /// The path's account is one of AWS's, or stands for one: a private registry that mirrors it, or a hole.
    pub(crate) fn is_ours(&self) -> bool {
        self.identity.has_known_repository()
            && (self.identity.registry() != RegistryVerdict::Foreign
                || self.path.account.is == Given::Open
                || self.settings.is_private(&self.path.account.value))
    }

    /// Whether the account is to be judged: it is known, and no private registry.
    pub(crate) fn has_account(&self) -> bool {
        self.path.account.is != Given::Open && !self.settings.is_private(&self.path.account.value)
    }

    pub(crate) fn has_region(&self) -> bool {
        self.path.region.is != Given::Open
    }

    pub(crate) fn tag(&self) -> Option<&'a str> {
        match &self.path.tag {
            TagPart::Known(tag) => Some(tag),
            _ => None,
        }
    }

    /// The image that the tag names: of several, the newest.
    pub(crate) fn image(&self) -> Option<Image<'a>> {
        self.tag()?;
        self.is_ours()
            .then(|| self.identity.images().next_back())
            .flatten()
    }

    /// All images that the tag names; none where it is not known.
    pub(crate) fn images(&self) -> Vec<Image<'a>> {
        if self.tag().is_none() || !self.is_ours() {
            return Vec::new();
        }
        self.identity.images().collect()
    }

    /// What the request says that the image belongs to.
    pub(crate) fn request(&self) -> &'a Request {
        &self.reference.context.request
    }

    /// The algorithm, if the image is one, is used so, and runs no program of the user's own.
    pub(crate) fn algorithm(&self, usage: Usage) -> Option<(Framework<'a>, Parameters<'a>)> {
        if self.reference.context.usage != Some(usage) || self.request().has_own_program {
            return None;
        }
        let framework = self.image()?.framework();
        Some((framework, framework.parameters()?))
    }

    /// The region in which a request with this image is sent, if the path or the file tells.
    pub(crate) fn region_of_use(&self) -> Option<&'a str> {
        if self.has_region() && self.identity.region().is_some() {
            return Some(&self.path.region.value);
        }
        self.reference.context.region.as_deref()
    }

    /// Where a part stands, or the whole path.
    pub(crate) fn span(&self, part: PathPart) -> Range<usize> {
        let range = part.of(&self.reference.parts);
        let text = range.map(|range| self.reference.part(&range));
        text.filter(|text| !text.value().is_empty())
            .map_or_else(|| self.reference.text.span(), |text| text.span())
    }

    /// The change that makes this path another one.
    pub(crate) fn change_to(&self, path: &str) -> Option<Change> {
        let path = RegistryPath::parse(path).ok()?;
        let own = RegistryPath::parse(&self.path.text).ok()?;
        let differing = |part: &Part, new: &str, old: &str| {
            (new != old && part.is != Given::Open).then(|| new.to_owned())
        };
        Some(Change {
            account: differing(&self.path.account, path.account(), own.account()),
            region: differing(&self.path.region, path.region(), own.region()),
            suffix: differing(&self.path.suffix, path.suffix(), own.suffix()),
            repository: (path.repository() != own.repository()).then(|| path.repository().to_owned()),
            tag: path
                .tag()
                .filter(|tag| Some(*tag) != own.tag())
                .map(str::to_owned),
        })
    }
}

/// A part of a registry path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PathPart {
    Account,
    Region,
    Suffix,
    Repository,
    Tag,
    Whole,
}

impl PathPart {
    fn of(self, parts: &Parts) -> Option<Range<usize>> {
        let Parts::Private {
            account,
            region,
            suffix,
            repository,
            tag,
        } = parts
        else {
            return None;
        };
        match (self, tag) {
            (PathPart::Account, _) => Some(account.clone()),
            (PathPart::Region, _) => Some(region.clone()),
            (PathPart::Suffix, _) => Some(suffix.clone()),
            (PathPart::Repository, _) => Some(repository.clone()),
            (PathPart::Tag, Tag::At(range)) => Some(range.clone()),
            (PathPart::Tag | PathPart::Whole, _) => None,
        }
    }
}

/// New values for parts of a path.
#[derive(Clone, Debug, Default)]
pub(crate) struct Change {
    pub(crate) account: Option<String>,
    pub(crate) region: Option<String>,
    pub(crate) suffix: Option<String>,
    pub(crate) repository: Option<String>,
    pub(crate) tag: Option<String>,
}

impl Change {
    /// The path with the change made, as it would be written; and the edits that make it, if the parts stand in the file.
    pub(crate) fn apply(&self, reference: &Reference) -> Option<(String, Option<Vec<Edit>>)> {
        let Parts::Private {
            account,
            region,
            suffix,
            repository,
            tag,
        } = &reference.parts
        else {
            return None;
        };
        let tag_range = match tag {
            Tag::At(range) => range.clone(),
            _ => repository.end..repository.end,
        };
        let new_tag = match (&self.tag, tag) {
            (Some(tag), Tag::At(_)) => Some(tag.clone()),
            (Some(tag), _) => Some(format!(":{tag}")),
            (None, _) => None,
        };
        let parts = [
            (account.clone(), self.account.clone()),
            (region.clone(), self.region.clone()),
            (suffix.clone(), self.suffix.clone()),
            (repository.clone(), self.repository.clone()),
            (tag_range, new_tag),
        ];
        let mut written = String::new();
        let mut edits = Some(Vec::new());
        let mut last = 0;
        for (range, new) in parts {
            let Some(new) = new else { continue };
            written.push_str(&reference.text.slice(last..range.start).written());
            written.push_str(&new);
            last = range.end;
            let place = if range.is_empty() {
                let before = reference.text.slice(0..range.start).verbatim_end();
                before.map(|end| end..end)
            } else {
                reference.part(&range).verbatim()
            };
            match (&mut edits, place) {
                (Some(edits), Some(range)) => edits.push(Edit { range, text: new }),
                _ => edits = None,
            }
        }
        written.push_str(&reference.text.slice(last..reference.text.value().len()).written());
        Some((written, edits.filter(|edits| !edits.is_empty())))
    }
}
