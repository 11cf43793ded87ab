//! Which images came, went or changed.

use std::collections::{BTreeMap, BTreeSet};

use sagepath::version;

use super::Count;
use super::lines::Section;
use crate::compile::{Platform, Row};
use crate::facts::Facts;

pub(super) struct Images {
    /// The frameworks that came and went, then one section for each whose images changed.
    pub(super) sections: Vec<Section>,
    pub(super) frameworks: Count,
    pub(super) images: Count,
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

type ByIdentity<'r> = BTreeMap<Identity<'r>, &'r Row>;

/// Compares all images of two catalogs.
pub(super) fn compare(old: &Facts, old_rows: &[Row], new: &Facts, new_rows: &[Row]) -> Images {
    let (before, after) = (by_framework(old_rows), by_framework(new_rows));
    let mut overview = Section::new("frameworks");
    let mut sections = Vec::new();
    let mut kinds = [(0, "added"), (0, "gone"), (0, "changed")];
    let mut frameworks = [(0, "added"), (0, "gone")];
    let mut came_and_went = Vec::new();
    let slugs: BTreeSet<&str> = before.keys().chain(after.keys()).copied().collect();
    for slug in slugs {
        let (from, to) = (before.get(slug), after.get(slug));
        let [from, to] = [from, to].map(|rows| rows.map_or(&[][..], Vec::as_slice));
        if from.is_empty() || to.is_empty() {
            let (kind, sign, count) = if from.is_empty() {
                (0, '+', to.len())
            } else {
                (1, '-', from.len())
            };
            kinds[kind].0 += count;
            frameworks[kind].0 += 1;
            let plural = if count == 1 { "" } else { "s" };
            came_and_went.push(format!("{sign}{slug} ({count} image{plural})"));
            continue;
        }
        let comparison = Comparison::new(from, to);
        for (kind, count) in kinds.iter_mut().zip(comparison.counts()) {
            kind.0 += count;
        }
        let mut section = comparison.section(slug);
        let scope = |facts: &Facts| {
            let framework = facts.frameworks.get(slug);
            framework.and_then(|framework| framework.imported.default_scope.clone())
        };
        let (from, to) = (scope(old), scope(new));
        if from != to {
            section.line("default scope", vec![change(from.as_deref(), to.as_deref())]);
        }
        if !section.is_empty() {
            sections.push(section);
        }
    }
    overview.line("", came_and_went);
    sections.insert(0, overview);
    Images {
        sections,
        frameworks: Count {
            what: "framework",
            kinds: frameworks.to_vec(),
        },
        images: Count {
            what: "image",
            kinds: kinds.to_vec(),
        },
    }
}

fn by_framework(rows: &[Row]) -> BTreeMap<&str, Vec<&Row>> {
    let mut frameworks: BTreeMap<&str, Vec<&Row>> = BTreeMap::new();
    for row in rows {
        frameworks.entry(&row.framework).or_default().push(row);
    }
    frameworks
}

fn identities(row: &Row) -> impl Iterator<Item = Identity<'_>> {
    // A Python that only a listing tells does not choose the image.
    let python = row.python.as_deref().filter(|_| !row.python_fixed);
    let scopes: Vec<&str> = if row.scopes.is_empty() {
        vec![""]
    } else {
        row.scopes.iter().map(String::as_str).collect()
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

fn by_identity<'r>(rows: &[&'r Row]) -> ByIdentity<'r> {
    let mut images = ByIdentity::new();
    for &row in rows {
        for mut identity in identities(row) {
            if images.contains_key(&identity) {
                identity.twin = Some(row.tag());
            }
            images.insert(identity, row);
        }
    }
    images
}

/// The images of one framework, before and after.
struct Comparison<'r> {
    from_rows: &'r [&'r Row],
    to_rows: &'r [&'r Row],
    from: ByIdentity<'r>,
    to: ByIdentity<'r>,
}

impl<'r> Comparison<'r> {
    fn new(from_rows: &'r [&'r Row], to_rows: &'r [&'r Row]) -> Self {
        Comparison {
            from_rows,
            to_rows,
            from: by_identity(from_rows),
            to: by_identity(to_rows),
        }
    }

    /// How many rows came, went and changed. A row for several scopes has come when all of them have.
    fn counts(&self) -> [usize; 3] {
        let came = rows_of(&self.to, |identity| !self.from.contains_key(identity));
        let went = rows_of(&self.from, |identity| !self.to.contains_key(identity));
        let changed = |identity: &Identity<'r>| {
            let from = self.from.get(identity);
            from.is_none_or(|from| differs(from, self.to[identity]))
        };
        let touched = self.to.keys().filter(|identity| changed(identity));
        let touched: BTreeSet<*const Row> = touched.map(|identity| std::ptr::from_ref(self.to[identity])).collect();
        [came.len(), went.len(), touched.difference(&came).count()]
    }

    fn section(&self, slug: &str) -> Section {
        let mut section = Section::new(slug);
        let versions = |images: &ByIdentity<'r>| -> BTreeSet<&'r str> {
            images.keys().map(|image| image.version).collect()
        };
        let (from, to) = (versions(&self.from), versions(&self.to));
        section.line("versions", signed(&from, &to));
        section.line("aliases", signed(&aliases(self.from_rows), &aliases(self.to_rows)));
        for (sign, images, others) in [('+', &self.to, &self.from), ('-', &self.from, &self.to)] {
            let known = if sign == '+' { &from } else { &to };
            let mut alike = BTreeMap::new();
            for image in images.keys() {
                if known.contains(image.version) && !others.contains_key(image) {
                    note(&mut alike, image.label(), image.version);
                }
            }
            for (label, versions) in alike {
                section.line(&format!("images {sign}{label} for"), in_order(versions));
            }
        }
        let mut changes: BTreeMap<(usize, String), BTreeSet<&str>> = BTreeMap::new();
        let mut tags = BTreeSet::new();
        let mut listed: [BTreeSet<&str>; 2] = [BTreeSet::new(), BTreeSet::new()];
        for (identity, to) in &self.to {
            let Some(from) = self.from.get(identity) else {
                continue;
            };
            for (index, (name, value)) in FIELDS.iter().enumerate() {
                let (from, to) = (value(from), value(to));
                if from != to {
                    let text = format!("{name} {}", change(from.as_deref(), to.as_deref()));
                    note(&mut changes, (index, text), identity.version);
                }
            }
            if from.regions != to.regions {
                let text = signed(&from.regions, &to.regions).join(", ");
                note(
                    &mut changes,
                    (FIELDS.len(), format!("regions {text}")),
                    identity.version,
                );
            }
            for key in &to.keys {
                let before = from
                    .keys
                    .iter()
                    .find(|known| (&known.version, &known.base) == (&key.version, &key.base));
                if let Some(before) = before.filter(|before| before.tag != key.tag) {
                    tags.insert(format!("{} -> {}", before.tag, key.tag));
                }
            }
            listed[0].extend(from.listed.iter().map(String::as_str));
            listed[1].extend(to.listed.iter().map(String::as_str));
        }
        for ((_, text), versions) in changes {
            section.line(&format!("{text} for"), in_order(versions));
        }
        section.line("tags", tags);
        let [from, to] = listed;
        section.line("listed tags", signed(&from, &to));
        section
    }
}

/// The rows of which this holds for every identity, by their place in memory.
fn rows_of<'r>(images: &ByIdentity<'r>, holds: impl Fn(&Identity<'r>) -> bool) -> BTreeSet<*const Row> {
    let place = |(_, row): (_, &&'r Row)| std::ptr::from_ref::<Row>(*row);
    let all: BTreeSet<*const Row> = images.iter().map(place).collect();
    let others = images.iter().filter(|(identity, _)| !holds(identity)).map(place).collect();
    all.difference(&others).copied().collect()
}

/// What else may change in an image, and how it reads.
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
    let tags = |row: &Row| {
        let keys = row.keys.iter().cloned();
        keys.map(|key| (key.version, key.base, key.tag)).collect::<BTreeSet<_>>()
    };
    let listed = |row: &Row| row.listed.iter().cloned().collect::<BTreeSet<_>>();
    FIELDS.iter().any(|(_, value)| value(from) != value(to))
        || from.regions != to.regions
        || tags(from) != tags(to)
        || listed(from) != listed(to)
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

/// The other names of versions and base frameworks: `2.9 of 2.9.0`.
fn aliases(rows: &[&Row]) -> BTreeSet<String> {
    let mut aliases = BTreeSet::new();
    for row in rows {
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

/// What came with a plus, what went with a minus.
fn signed<T: AsRef<str> + Ord>(from: &BTreeSet<T>, to: &BTreeSet<T>) -> Vec<String> {
    let signed = |sign: char, texts: Vec<&T>| {
        let texts: BTreeSet<&str> = texts.into_iter().map(AsRef::as_ref).collect();
        in_order(texts)
            .into_iter()
            .map(move |text| format!("{sign}{text}"))
            .collect::<Vec<_>>()
    };
    let mut items = signed('+', to.difference(from).collect());
    items.extend(signed('-', from.difference(to).collect()));
    items
}

fn change(from: Option<&str>, to: Option<&str>) -> String {
    format!("{} -> {}", from.unwrap_or("none"), to.unwrap_or("none"))
}

fn note<'v, K: Ord>(alike: &mut BTreeMap<K, BTreeSet<&'v str>>, what: K, version: &'v str) {
    alike.entry(what).or_default().insert(version);
}

/// Versions in their order; an image without any has one all the same.
fn in_order(versions: BTreeSet<&str>) -> Vec<String> {
    let mut versions: Vec<&str> = versions.into_iter().collect();
    versions.sort_by(|left, right| version::compare(left, right));
    let name = |version: &str| if version.is_empty() { "no version".to_owned() } else { version.to_owned() };
    versions.into_iter().map(name).collect()
}
