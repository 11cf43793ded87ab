//! Which images came, went or changed.

use std::collections::{BTreeMap, BTreeSet};

use super::Count;
use super::framework::{Comparison, change};
use super::lines::{Section, counted};
use crate::compile::Row;
use crate::facts::Facts;

pub(super) struct Images {
    /// The frameworks that came and went, then one section for each whose images changed.
    pub(super) sections: Vec<Section>,
    pub(super) frameworks: Count,
    pub(super) images: Count,
}

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
            came_and_went.push(format!("{sign}{slug} ({})", counted(count, "image")));
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
