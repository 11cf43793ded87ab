//! What changed in the images of one framework.

use std::collections::{BTreeMap, BTreeSet};

use sagepath::version;

use super::lines::Section;
use crate::compile::{Platform, Row};

/// The images of one framework, before and after.
pub(super) struct Comparison<'r> {
    from: Images<'r>,
    to: Images<'r>,
}

struct Images<'r> {
    rows: &'r [&'r Row],
    by_identity: BTreeMap<Identity<'r>, usize>,
}

/// What tells an image of a framework from the others; an image for two scopes counts as two here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Identity<'r> {
    version: &'r str,
    scope: &'r str,
    base: Option<&'r str>,
    arm64: bool,
    platform: Platform,
    processor: Option<&'r str>,
    python: Option<&'r str>,
    sdk: Option<&'r str>,
    smdistributed: bool,
    /// The tag, where nothing else tells an image from an earlier one.
    twin: Option<&'r str>,
}

impl<'r> Images<'r> {
    fn new(rows: &'r [&'r Row]) -> Self {
        let mut by_identity = BTreeMap::new();
        for (index, row) in rows.iter().enumerate() {
            for mut identity in identities(row) {
                if by_identity.contains_key(&identity) {
                    identity.twin = Some(row.tag());
                }
                by_identity.insert(identity, index);
            }
        }
        Images { rows, by_identity }
    }

    fn get(&self, identity: &Identity<'r>) -> Option<&'r Row> {
        self.by_identity.get(identity).map(|&index| self.rows[index])
    }

    fn identities(&self) -> impl Iterator<Item = &Identity<'r>> {
        self.by_identity.keys()
    }

    fn versions(&self) -> BTreeSet<&'r str> {
        self.identities().map(|image| image.version).collect()
    }

    /// How many rows there are of which this holds for every identity.
    fn count(&self, holds: impl Fn(&Identity<'r>) -> bool) -> usize {
        let others = self.by_identity.iter().filter(|(identity, _)| !holds(identity));
        let others: BTreeSet<usize> = others.map(|(_, &index)| index).collect();
        self.rows.len() - others.len()
    }

    /// The other names of versions and base frameworks: `2.9 of 2.9.0`.
    fn aliases(&self) -> BTreeSet<String> {
        let mut aliases = BTreeSet::new();
        for row in self.rows {
            for key in &row.keys {
                if key.version != row.version {
                    aliases.insert(format!("{} of {}", key.version, row.version));
                }
                if let (Some(name), Some(full)) = (&key.base, &row.base)
                    && name != full
                {
                    aliases.insert(format!("{name} of {full}"));
                }
            }
        }
        aliases
    }
}

fn identities(row: &Row) -> impl Iterator<Item = Identity<'_>> {
    // A Python that only a listing tells does not choose the image.
    let python = row.python.as_deref().filter(|_| !row.python_fixed);
    let scopes: Vec<&str> = match row.scopes.as_slice() {
        [] => vec![""],
        scopes => scopes.iter().map(String::as_str).collect(),
    };
    scopes.into_iter().map(move |scope| Identity {
        version: &row.version,
        scope,
        base: row.base.as_deref(),
        arm64: row.arm64,
        platform: row.platform,
        processor: row.processor.as_deref(),
        python,
        sdk: row.sdk.as_deref(),
        smdistributed: row.smdistributed,
        twin: None,
    })
}

impl Identity<'_> {
    /// What it is for and made for: `training gpu py312`.
    fn label(&self) -> String {
        let words = [
            Some(self.scope).filter(|scope| !scope.is_empty()),
            self.arm64.then_some("arm64"),
            match self.platform {
                Platform::Sagemaker => None,
                Platform::Ec2 => Some("ec2"),
                Platform::General => Some("general"),
            },
            self.base,
            self.processor,
            self.python,
            self.sdk,
            self.smdistributed.then_some("smdistributed"),
        ];
        let words: Vec<&str> = words.into_iter().flatten().collect();
        if words.is_empty() {
            "image".to_owned()
        } else {
            words.join(" ")
        }
    }
}

/// Versions, by what became of them.
type Alike<'r> = BTreeMap<(usize, String), BTreeSet<&'r str>>;

impl<'r> Comparison<'r> {
    pub(super) fn new(from: &'r [&'r Row], to: &'r [&'r Row]) -> Self {
        Comparison {
            from: Images::new(from),
            to: Images::new(to),
        }
    }

    /// The images that both have, as they were and as they are.
    fn both(&self) -> impl Iterator<Item = (&Identity<'r>, &'r Row, &'r Row)> {
        self.to
            .identities()
            .filter_map(|image| Some((image, self.from.get(image)?, self.to.get(image)?)))
    }

    /// How many images came, went and changed. One for several scopes has come when it has for all of them.
    pub(super) fn counts(&self) -> [usize; 3] {
        let came = self.to.count(|image| self.from.get(image).is_none());
        let went = self.from.count(|image| self.to.get(image).is_none());
        let same = self.to.count(|image| {
            let (from, to) = (self.from.get(image), self.to.get(image));
            from.zip(to).is_some_and(|(from, to)| !differs(from, to))
        });
        [came, went, self.to.rows.len() - came - same]
    }

    pub(super) fn section(&self, slug: &str) -> Section {
        let mut section = Section::new(slug);
        section.line("versions", signed(&self.from.versions(), &self.to.versions()));
        section.line("aliases", signed(&self.from.aliases(), &self.to.aliases()));
        images(&mut section, '+', &self.to, &self.from);
        images(&mut section, '-', &self.from, &self.to);
        for ((_, what), versions) in self.changes() {
            section.line(&format!("{what} for"), in_order(versions));
        }
        section.line("tags", self.tags());
        let listed = |row: &'r Row| row.listed.iter().map(String::as_str);
        let from = self.both().flat_map(|(_, from, _)| listed(from)).collect();
        let to = self.both().flat_map(|(_, _, to)| listed(to)).collect();
        section.line("listed tags", signed(&from, &to));
        section
    }

    /// What changed in images, besides their names.
    fn changes(&self) -> Alike<'r> {
        let mut alike = Alike::new();
        let mut note = |place, what, version| {
            alike.entry((place, what)).or_default().insert(version);
        };
        for (image, from, to) in self.both() {
            for (place, (name, value)) in FIELDS.iter().enumerate() {
                let (from, to) = (value(from), value(to));
                if from != to {
                    let what = format!("{name} {}", change(from.as_deref(), to.as_deref()));
                    note(place, what, image.version);
                }
            }
            if from.regions != to.regions {
                let regions = signed(&from.regions, &to.regions).join(", ");
                note(FIELDS.len(), format!("regions {regions}"), image.version);
            }
        }
        alike
    }

    /// Tags of names that both have.
    fn tags(&self) -> BTreeSet<String> {
        let mut tags = BTreeSet::new();
        for (_, from, to) in self.both() {
            for key in &to.keys {
                let mut before = from.keys.iter();
                let before = before.find(|known| (&known.version, &known.base) == (&key.version, &key.base));
                if let Some(before) = before.filter(|before| before.tag != key.tag) {
                    tags.insert(format!("{} -> {}", before.tag, key.tag));
                }
            }
        }
        tags
    }
}

/// Images that only one side has, of versions that both have.
fn images(section: &mut Section, sign: char, images: &Images<'_>, others: &Images<'_>) {
    let known = others.versions();
    let mut alike = Alike::new();
    for image in images.identities() {
        if known.contains(image.version) && others.get(image).is_none() {
            alike.entry((0, image.label())).or_default().insert(image.version);
        }
    }
    for ((_, label), versions) in alike {
        section.line(&format!("images {sign}{label} for"), in_order(versions));
    }
}

/// What may change in an image besides its names and regions, and how it reads.
type Field = (&'static str, fn(&Row) -> Option<String>);

const FIELDS: &[Field] = &[
    ("repository", |row| Some(row.repository.clone())),
    ("container", |row| row.container.clone()),
    ("containers", |row| joined(&row.containers)),
    ("runs on", |row| joined(&row.runs_on)),
    ("not on", |row| joined(&row.not_on)),
    ("Python", |row| row.python.clone().filter(|_| row.python_fixed)),
    ("CUDA", |row| row.cuda.clone()),
    ("operating system", |row| row.os.clone()),
    ("package", |row| row.package.clone()),
    ("general availability", |row| row.ga.map(|date| date.to_string())),
    ("end of patch", |row| row.eop.map(|date| date.to_string())),
    ("known to", |row| joined(&row.sources)),
    ("note", |row| row.note.clone()),
];

fn joined<'s>(texts: impl IntoIterator<Item = &'s String>) -> Option<String> {
    let texts: Vec<&str> = texts.into_iter().map(String::as_str).collect();
    (!texts.is_empty()).then(|| texts.join(" "))
}

fn differs(from: &Row, to: &Row) -> bool {
    let keys = |row: &Row| {
        let keys = row.keys.iter().cloned();
        keys.map(|key| (key.version, key.base, key.tag))
            .collect::<BTreeSet<_>>()
    };
    let listed = |row: &Row| row.listed.iter().cloned().collect::<BTreeSet<_>>();
    FIELDS.iter().any(|(_, value)| value(from) != value(to))
        || from.regions != to.regions
        || keys(from) != keys(to)
        || listed(from) != listed(to)
}

/// What came with a plus, what went with a minus.
fn signed<T: AsRef<str> + Ord>(from: &BTreeSet<T>, to: &BTreeSet<T>) -> Vec<String> {
    let came = to.difference(from).map(AsRef::as_ref).collect();
    let went = from.difference(to).map(AsRef::as_ref).collect();
    let signed = [('+', in_order(came)), ('-', in_order(went))];
    signed
        .into_iter()
        .flat_map(|(sign, names)| names.into_iter().map(move |name| format!("{sign}{name}")))
        .collect()
}

pub(super) fn change(from: Option<&str>, to: Option<&str>) -> String {
    format!("{} -> {}", from.unwrap_or("none"), to.unwrap_or("none"))
}

/// Versions, or other names, in the order of versions; an image without any has one all the same.
fn in_order(names: BTreeSet<&str>) -> Vec<String> {
    let mut names: Vec<&str> = names.into_iter().collect();
    names.sort_by(|left, right| version::compare(left, right));
    names
        .into_iter()
        .map(|name| if name.is_empty() { "no version" } else { name })
        .map(str::to_owned)
        .collect()
}
