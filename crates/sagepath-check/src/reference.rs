//! Registry paths as they stand in a file: whole, or with holes.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::context::Context;
use crate::text::{HOLE, Text};

/// A registry path, or a path in the public gallery, that a file mentions.
#[derive(Clone, Debug)]
pub(crate) struct Reference {
    /// The path alone.
    pub(crate) text: Text,
    pub(crate) parts: Parts,
    pub(crate) context: Context,
}

/// Which bytes of a reference's text are what.
#[derive(Clone, Debug)]
pub(crate) enum Parts {
    Private {
        account: Range<usize>,
        region: Range<usize>,
        suffix: Range<usize>,
        repository: Range<usize>,
        tag: Tag,
    },
    /// A path in the public gallery.
    Public,
}

/// What follows a repository.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Tag {
    Absent,
    At(Range<usize>),
    /// A digest follows, with or without a tag before it.
    Digest,
    /// The text breaks off where it would begin.
    Open,
}

/// A private registry's host and all that may belong to the path.
static PRIVATE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?P<account>[A-Za-z0-9_\x{FFFC}-]+)\.dkr[.-]ecr(?:-fips)?\.",
        r"(?P<rest>[A-Za-z0-9_./:@\x{FFFC}-]+)"
    ))
    .ok()
});

static PUBLIC: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"\bpublic\.ecr\.aws/[A-Za-z0-9_./:@\x{FFFC}-]+").ok());

impl Reference {
    /// All paths in a text.
    pub(crate) fn all_in(text: &Text) -> Vec<Reference> {
        if !text.value().contains("ecr") {
            return Vec::new();
        }
        let text = text.with_placeholders();
        let private = PRIVATE
            .iter()
            .flat_map(|pattern| pattern.captures_iter(text.value()));
        let private = private.filter_map(|found| {
            let (whole, account, rest) = (found.get(0)?, found.name("account")?, found.name("rest")?);
            // A pattern for many paths, or one that is broken off, is none.
            let after = &text.value()[whole.end()..];
            if after.starts_with(['*', '…']) || rest.as_str().contains("..") {
                return None;
            }
            let name = rest
                .as_str()
                .trim_end_matches(['.', ':', '-', '_', '/', ',', '@']);
            let is_open = rest.as_str()[name.len()..].starts_with([':', '@']);
            let range = whole.start()..rest.start() + name.len();
            let parts = private_parts(account.len(), rest.start() - whole.start(), name, is_open)?;
            Some(Reference {
                text: text.slice(range),
                parts,
                context: Context::default(),
            })
        });
        let public = PUBLIC.iter().flat_map(|pattern| pattern.find_iter(text.value()));
        let public = public.map(|found| Reference {
            text: text.slice(found.range()),
            parts: Parts::Public,
            context: Context::default(),
        });
        private.chain(public).collect()
    }

    /// A part of its text.
    pub(crate) fn part(&self, range: &Range<usize>) -> Text {
        self.text.slice(range.clone())
    }
}

/// Takes apart what follows the host's service; `None` for a host without a repository.
fn private_parts(account: usize, offset: usize, rest: &str, is_open: bool) -> Option<Parts> {
    let (host, path) = rest.split_once('/')?;
    let (region, suffix) = host.split_once('.').unwrap_or((host, ""));
    let at = |part: &str, before: usize| offset + before..offset + before + part.len();
    let path_at = host.len() + 1;
    let (named, digest) = path
        .split_once('@')
        .map_or((path, None), |(named, digest)| (named, Some(digest)));
    let (repository, tag) = named
        .split_once(':')
        .map_or((named, None), |(name, tag)| (name, Some(tag)));
    if repository.is_empty() {
        return None;
    }
    let tag = match (tag, digest) {
        (_, Some(_)) => Tag::Digest,
        (Some(tag), None) => Tag::At(at(tag, path_at + repository.len() + 1)),
        (None, None) if is_open || repository.ends_with(HOLE) => Tag::Open,
        (None, None) => Tag::Absent,
    };
    Some(Parts::Private {
        account: 0..account,
        region: at(region, 0),
        suffix: at(suffix, host.len() - suffix.len()),
        repository: at(repository, path_at),
        tag,
    })
}
