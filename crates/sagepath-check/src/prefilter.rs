//! Which files are worth reading: a search for a few words, over many files of which few have any.

use aho_corasick::{AhoCorasick, AhoCorasickKind};
use sagepath::Catalog;

/// What registry paths and the rules about them are written with, besides the accounts of a catalog.
const WORDS: [&str; 4] = [".dkr.ecr", ".dkr-ecr", "public.ecr.aws", "sagepath: ignore"];

/// Tells whether a file can have anything to find in it.
pub(crate) struct Prefilter {
    /// `None` passes every file.
    words: Option<AhoCorasick>,
}

impl Prefilter {
    /// One for what a catalog knows: accounts that only a newer catalog has are looked for too.
    pub(crate) fn new(catalog: &Catalog<'_>) -> Self {
        let mut accounts: Vec<&str> = catalog
            .repositories()
            .flat_map(|name| {
                catalog.regions().flat_map(move |region| {
                    [
                        catalog.account(name, region.id()),
                        catalog.older_account(name, region.id()),
                    ]
                })
            })
            .flatten()
            .collect();
        accounts.sort_unstable();
        accounts.dedup();
        let words = AhoCorasick::builder()
            .kind(Some(AhoCorasickKind::DFA))
            .build(WORDS.into_iter().chain(accounts))
            .ok();
        Prefilter { words }
    }

    /// Whether to read a file. It is quick, and errs only to the safe side.
    pub(crate) fn passes(&self, bytes: &[u8]) -> bool {
        self.words.as_ref().is_none_or(|words| words.is_match(bytes))
    }
}
