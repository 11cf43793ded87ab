//! A rule's specification: blocks of Markdown that hold a file, each followed by what is found in it.

use std::path::{Path, PathBuf};

use sagepath::Catalog;
use sagepath_check::{Finding, Settings, check};

/// The day of all specifications.
pub(crate) const TODAY: &str = "2026-08-01";

/// A rule's specification.
pub(crate) struct Specification {
    pub(crate) path: PathBuf,
    pub(crate) rule: String,
    pub(crate) blocks: Vec<Block>,
}

/// A stretch of the Markdown.
#[derive(Debug)]
pub(crate) enum Block {
    Prose(String),
    /// A file by name, and the opening line of its block.
    File {
        opening: String,
        name: String,
        text: String,
    },
    Findings(String),
}

pub(crate) fn all() -> Vec<Specification> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rules");
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    paths.into_iter().map(Specification::read).collect()
}

impl Specification {
    fn read(path: PathBuf) -> Self {
        let text = std::fs::read_to_string(&path).unwrap();
        let mut blocks = Vec::new();
        let mut lines = text.lines();
        let mut prose = String::new();
        while let Some(line) = lines.next() {
            let Some(info) = line.strip_prefix("```") else {
                prose.push_str(line);
                prose.push('\n');
                continue;
            };
            blocks.push(Block::Prose(std::mem::take(&mut prose)));
            let inner: String = lines
                .by_ref()
                .take_while(|line| *line != "```")
                .map(|line| format!("{line}\n"))
                .collect();
            blocks.push(match info.split_once(' ') {
                Some((_, name)) => Block::File {
                    opening: line.to_owned(),
                    name: name.to_owned(),
                    text: inner,
                },
                None => Block::Findings(inner),
            });
        }
        blocks.push(Block::Prose(prose));
        let rule = path.file_stem().unwrap().to_string_lossy().into_owned();
        Specification { path, rule, blocks }
    }

    /// The files, each with what must be found in it.
    pub(crate) fn cases(&self) -> impl Iterator<Item = (&str, &str, &str)> {
        self.blocks.iter().enumerate().filter_map(|(at, block)| {
            let Block::File { name, text, .. } = block else {
                return None;
            };
            let findings = self.blocks[at + 1..].iter().find_map(|block| match block {
                Block::Findings(findings) => Some(findings.as_str()),
                Block::File { .. } => Some(""),
                Block::Prose(_) => None,
            });
            Some((name.as_str(), text.as_str(), findings.unwrap_or_default()))
        })
    }

    /// Only this rule, and the settings that a file of the specification may hold.
    pub(crate) fn settings(&self) -> Settings {
        let own = self.cases().find(|(name, ..)| *name == "sagepath.toml");
        let mut settings = match own {
            Some((_, text, _)) => {
                let folder = tempfile::tempdir().unwrap();
                let file = folder.path().join("sagepath.toml");
                std::fs::write(&file, text).unwrap();
                Settings::read(&file).unwrap()
            }
            None => Settings::default(),
        };
        let mut rules = vec![self.rule.clone()];
        if self.rule == "unused-ignore" || self.rule == "ignore-without-reason" {
            rules.push("latest-tag".to_owned());
        }
        settings.select(&rules).unwrap();
        settings.set_today(TODAY.parse().unwrap(), false);
        settings
    }

    /// Writes it again, with what is found now.
    pub(crate) fn overwrite(&self) {
        let settings = self.settings();
        let mut text = String::new();
        let mut blocks = self.blocks.iter().peekable();
        while let Some(block) = blocks.next() {
            match block {
                Block::Prose(prose) => text.push_str(prose),
                Block::Findings(_) => {}
                Block::File {
                    opening,
                    name,
                    text: file,
                } => {
                    text.push_str(&format!("{opening}\n{file}```\n"));
                    let found = findings(name, file, &settings);
                    if !found.is_empty() {
                        text.push_str(&format!("\n```text\n{}```\n", told(&found)));
                    }
                    // The blank line before what was found is written with it.
                    let between = blocks
                        .next_if(|block| matches!(block, Block::Prose(prose) if prose.trim().is_empty()));
                    if let Some(Block::Prose(prose)) = between
                        && !matches!(blocks.peek(), Some(Block::Findings(_)))
                    {
                        text.push_str(prose);
                    }
                }
            }
        }
        std::fs::write(&self.path, text).unwrap();
    }
}

pub(crate) fn findings(name: &str, text: &str, settings: &Settings) -> Vec<Finding> {
    check(Path::new(name), text.as_bytes(), Catalog::embedded(), settings)
}

/// What is found, as specifications say it: place, how bad and sure it is, the message, what is expected.
pub(crate) fn told(findings: &[Finding]) -> String {
    let mut told = String::new();
    for finding in findings {
        let (line, column) = (finding.start.line, finding.start.column);
        let place = match finding.cell {
            Some((cell, line)) => format!("cell {cell}, {line}:{column}"),
            None => format!("{line}:{column}"),
        };
        told.push_str(&format!(
            "{place} {} ({}): {}\n",
            finding.severity, finding.confidence, finding.message
        ));
        if let Some(expected) = &finding.expected {
            let how = finding.fix.as_ref().map_or("expected", |fix| fix.safety.as_str());
            told.push_str(&format!("    {how}: {expected}\n"));
        }
    }
    told
}
