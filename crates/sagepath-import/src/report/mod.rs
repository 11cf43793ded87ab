//! What an import changed, told by images and not by lines of text.

mod accounts;
mod framework;
mod images;
mod lines;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use self::lines::{Section, counted};
use crate::compile::{self, Row};
use crate::facts::{DEEP_LEARNING_CONTAINERS, Facts, SAGEMAKER_CORE, SourceFacts};
use crate::import::{AccountChange, Files};

/// What an import changed, or would change.
///
/// It prints as text for people: a section for each framework whose images changed, one for accounts, one for what an import
/// leaves to people, and at the end a line with counts.
#[derive(Clone, Debug)]
pub struct Report {
    sections: Vec<Section>,
    counts: Vec<Count>,
}

impl Report {
    pub(crate) fn new(old: &Facts, new: &Facts, rows: &[Row], notes: Notes, files: &Files) -> Self {
        let old_rows = compile::rows(old);
        let images = images::compare(old, &old_rows, new, rows);
        let accounts = accounts::compare(old, new);
        let (written, removed) = files.counts();
        let mut sections = vec![sources(old, new)];
        sections.extend(images.sections);
        sections.push(accounts.section);
        sections.push(notes.section(new, rows));
        sections.retain(|section| !section.is_empty());
        Report {
            sections,
            counts: vec![
                images.frameworks,
                images.images,
                accounts.count,
                Count {
                    what: "file",
                    kinds: vec![(written, "written"), (removed, "removed")],
                },
            ],
        }
    }

    /// Whether nothing changed, not even the text of a file.
    pub fn is_empty(&self) -> bool {
        self.counts
            .iter()
            .flat_map(|count| &count.kinds)
            .all(|(count, _)| *count == 0)
    }
}

/// The sections, then the counts in one line.
impl fmt::Display for Report {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for section in &self.sections {
            writeln!(formatter, "{section}")?;
        }
        if self.is_empty() {
            return formatter.write_str("nothing changed");
        }
        let counts = self.counts.iter().filter_map(Count::text);
        formatter.write_str(&counts.collect::<Vec<_>>().join("; "))
    }
}

/// How many of something, by what became of it.
#[derive(Clone, Debug)]
struct Count {
    what: &'static str,
    kinds: Vec<(usize, &'static str)>,
}

impl Count {
    /// `1 image added, 3 gone`, without what is zero.
    fn text(&self) -> Option<String> {
        let mut kinds = self.kinds.iter().filter(|(count, _)| *count > 0);
        let (first, kind) = kinds.next()?;
        let mut text = format!("{} {kind}", counted(*first, self.what));
        for (count, kind) in kinds {
            text.push_str(&format!(", {count} {kind}"));
        }
        Some(text)
    }
}

fn sources(old: &Facts, new: &Facts) -> Section {
    let mut section = Section::new("sources");
    for (id, source) in &new.sources {
        let (from, to) = (old.sources.get(id).map(SourceFacts::edition), source.edition());
        if let Some(from) = from.filter(|from| *from != to) {
            section.line(id, vec![format!("{from} -> {to}")]);
        }
    }
    section
}

/// What an import noticed and leaves to people.
#[derive(Debug, Default)]
pub(crate) struct Notes {
    /// The package does not tell its version.
    pub(crate) no_version: bool,
    /// The folder does not tell its revision.
    pub(crate) no_revision: bool,
    /// Folders of the DLC repository that no rule knows.
    pub(crate) unknown_folders: BTreeSet<String>,
    /// Files of the DLC repository whose platform contradicts their tags.
    pub(crate) contradictory: BTreeSet<String>,
    /// Accounts of `hand-kept/registries.toml` that upstream contradicts.
    pub(crate) contradicted: Vec<AccountChange>,
    /// Listings that became no image: framework and repository.
    pub(crate) left_out: BTreeSet<(String, String)>,
}

impl Notes {
    fn section(self, facts: &Facts, rows: &[Row]) -> Section {
        let mut section = Section::new("for people to do");
        let untold = [
            (self.no_version, SAGEMAKER_CORE),
            (self.no_revision, DEEP_LEARNING_CONTAINERS),
        ];
        for (untold, id) in untold {
            if let Some(source) = facts.sources.get(id).filter(|_| untold) {
                let what = "sources.toml keeps its edition, as the source tells none:";
                section.line(what, vec![format!("{id} {}", source.edition())]);
            }
        }
        section.line(
            "accounts of hand-kept/registries.toml that the source contradicts:",
            self.contradicted.into_iter().map(|change| {
                let AccountChange {
                    repository,
                    region,
                    from,
                    to,
                    ..
                } = change;
                format!("{repository} in {region} {from}, not {to}")
            }),
        );
        section.line(
            "folders unknown to the importer, taken under their own names:",
            self.unknown_folders,
        );
        section.line(
            "for SageMaker by their tags, not by their platform; the tags are believed:",
            self.contradictory,
        );
        let untitled = facts.frameworks.iter().filter(|(_, framework)| {
            let kept = &framework.kept;
            kept.title.is_none() || kept.kind.is_none()
        });
        section.line(
            "no title or kind in hand-kept/frameworks:",
            untitled.map(|(slug, _)| slug.clone()),
        );
        let unknown_words = rows.iter().filter(|row| row.runs_on.is_empty());
        let unknown_words: BTreeSet<String> = unknown_words.filter_map(|row| row.processor.clone()).collect();
        section.line("processors unknown to processors.toml:", unknown_words);
        let mut repositories: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (slug, repository) in self.left_out {
            repositories.entry(repository).or_default().push(slug);
        }
        section.line(
            "left out, as no region is known for their repository:",
            repositories
                .into_iter()
                .map(|(repository, slugs)| format!("{repository} ({})", slugs.join(", "))),
        );
        section
    }
}
