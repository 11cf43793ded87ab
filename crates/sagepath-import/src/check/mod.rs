//! What must hold in the catalog beyond the shape of its files.

mod blocks;
mod images;
mod kept;
mod place;
mod registries;

use std::fmt;
use std::path::{Path, PathBuf};

use self::place::Place;
use crate::compile;
use crate::facts::{self, Facts, Kept, ReadError};

/// Something in the catalog that cannot be right, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file.
    pub path: PathBuf,
    /// From 1.
    pub line: usize,
    /// From 1.
    pub column: usize,
    /// What is wrong.
    pub message: String,
}

/// `path:line:column: message`, as compilers print it.
impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Problem {
            path,
            line,
            column,
            message,
        } = self;
        write!(formatter, "{}:{line}:{column}: {message}", path.display())
    }
}

/// Checks all files of a catalog: names that must be defined are, accounts are a function of repository and region, templates
/// give tags, a query can tell any two images apart. Problems come by file and line; none is the answer of a good catalog.
///
/// # Errors
///
/// [`ReadError`] for a file that is missing, unreadable or not of the right shape: what it says cannot be checked then.
pub fn check(catalog: &Path) -> Result<Vec<Problem>, ReadError> {
    let facts = facts::read(catalog)?;
    let rows = compile::rows(&facts);
    let mut problems = Problems {
        facts: &facts,
        found: Vec::new(),
    };
    registries::check(&mut problems);
    for (slug, framework) in &facts.frameworks {
        let own: Vec<_> = rows.iter().filter(|row| row.framework == *slug).collect();
        blocks::check(&mut problems, slug, framework, &own);
        kept::check(&mut problems, slug, framework, &own);
        images::check(&mut problems, slug, framework, &own);
    }
    let mut found: Vec<Problem> = problems
        .found
        .into_iter()
        .map(|(place, message)| {
            let (path, line, column) = place.find(catalog);
            Problem {
                path,
                line,
                column,
                message,
            }
        })
        .collect();
    found.sort();
    found.dedup();
    Ok(found)
}

/// What was found so far, and what it is checked against.
struct Problems<'f> {
    facts: &'f Facts,
    found: Vec<(Place, String)>,
}

impl Problems<'_> {
    fn add(&mut self, place: Place, message: impl Into<String>) {
        self.found.push((place, message.into()));
    }

    fn source(&mut self, place: Place, id: &str) {
        if !self.facts.sources.contains_key(id) {
            self.add(place, format!("source `{id}` is not in sources.toml"));
        }
    }

    fn region(&mut self, place: Place, region: &str) {
        if !self.facts.regions.regions.contains_key(region) {
            self.add(place, format!("region `{region}` is not in regions.toml"));
        }
    }

    /// A word of `processors.toml`, as images have it.
    fn processor(&mut self, place: Place, word: &str) {
        if !self.facts.processors.contains_key(word) {
            self.add(place, format!("processor `{word}` is not in processors.toml"));
        }
    }

    fn is_instance_processor(&self, name: &str) -> bool {
        let mut families = self.facts.instances.families.values();
        families.any(|family| family.processor == name)
    }

    fn instance_processor(&mut self, place: Place, name: &str) {
        if !self.is_instance_processor(name) {
            self.add(place, format!("`{name}` is no processor of instances.toml"));
        }
    }

    fn architecture(&mut self, place: Place, name: Option<&str>) {
        if let Some(name) = name.filter(|name| !matches!(*name, "x86_64" | "arm64")) {
            self.add(
                place,
                format!("architecture `{name}` is neither x86_64 nor arm64"),
            );
        }
    }

    fn repository(&mut self, place: Place, name: &str) {
        if !is_repository(name) {
            self.add(place, format!("`{name}` is no name of a repository"));
        } else if self.facts.accounts(name).is_empty() {
            self.add(place, format!("no account is known for repository `{name}`"));
        }
    }

    fn tag(&mut self, place: Place, tag: &str) {
        if !is_tag(tag) {
            self.add(place, format!("`{tag}` is no tag"));
        }
    }
}

/// Whether the OCI distribution specification allows this tag.
fn is_tag(tag: &str) -> bool {
    let word = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    tag.len() <= 128
        && tag.bytes().next().is_some_and(word)
        && tag.bytes().all(|byte| word(byte) || matches!(byte, b'.' | b'-'))
}

/// Whether a repository of Amazon ECR may have this name.
fn is_repository(name: &str) -> bool {
    let word = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    name.split('/').all(|part| {
        let ends = [part.bytes().next(), part.bytes().last()];
        ends.into_iter().all(|end| end.is_some_and(word))
            && part
                .bytes()
                .all(|byte| word(byte) || matches!(byte, b'.' | b'_' | b'-'))
    })
}

/// The file of a framework that an import writes.
fn imported_file(slug: &str) -> Place {
    Place::file(Path::new("frameworks").join(format!("{slug}.toml")))
}

/// The file of a framework that people keep; the other one, if they keep none.
fn kept_file(slug: &str, kept: &Kept) -> Place {
    if *kept == Kept::default() {
        return imported_file(slug);
    }
    Place::file(Path::new("hand-kept/frameworks").join(format!("{slug}.toml")))
}
